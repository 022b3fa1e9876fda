/**
 * The Xiamen measures by hand, under the default readings, for companies of which everything is known and nothing was received before:
 * plain integer arithmetic that shares nothing with compiler or runtime. Source: the articles themselves, as the readings take them.
 */

/** Money in fen. */
export type Fen = bigint;
/** Results in fen × 10^10, so that 0.6% or 10.40808032% of a fen is still a whole number. */
export const scale = 10n ** 10n;

export interface Company {
  readonly ai: boolean;
  readonly software: boolean;
  readonly industrial: boolean;
  readonly qualified: boolean;
  readonly purchases: Fen;
  readonly spend: Fen;
  readonly rd: Fen;
  readonly rdBefore: Fen;
  /** Of the years P−3, P−2, P−1; founded in P−3. */
  readonly revenue: readonly [Fen, Fen, Fen];
  /** In tenths of a percent. */
  readonly sectorGrowth: bigint;
  readonly maas: Fen;
  readonly giantInYear: boolean;
  readonly newlyRegistered: boolean;
  readonly asked: Fen;
  readonly years: bigint;
  readonly projects: readonly {
    readonly levels: readonly ('national' | 'provincial' | 'municipal')[];
    readonly invested: Fen;
    readonly inYear: boolean;
  }[];
  readonly labs: readonly { readonly fresh: boolean; readonly inYear: boolean }[];
  readonly platforms: readonly { readonly income: Fen; readonly clients: number }[];
  readonly standards: readonly {
    readonly kinds: readonly ('international' | 'national_standard' | 'industry')[];
    readonly rank: number;
    readonly inYear: boolean;
  }[];
  readonly milestones: readonly { readonly stage: 'neeq' | 'tutoring' | 'accepted'; readonly inYear: boolean }[];
  readonly products: readonly {
    readonly equipment: boolean;
    readonly catalogues: readonly ('miit' | 'fj_domestic' | 'fj_provincial')[];
    readonly price: Fen;
    readonly inYear: boolean;
  }[];
  readonly scenes: readonly { readonly benchmark: boolean; readonly selected: boolean; readonly sales: Fen }[];
}

const wan = 10_000n * 100n;
const yi = 10_000n * wan;
const least = (a: bigint, b: bigint) => (a < b ? a : b);
const most = (a: bigint, b: bigint) => (a > b ? a : b);
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
/** `parts` per hundred thousand of an amount, scaled. */
const share = (amount: Fen, parts: bigint) => (amount * parts * scale) / 100_000n;

/** Amount due per clause; `undefined`: the clause is not met. */
export function expectedAwards(c: Company): Readonly<Record<string, bigint | undefined>> {
  const art6 = c.ai && (c.software || c.industrial);
  const art6_1 =
    art6 && c.rd > 200n * wan && c.rd > c.rdBefore
      ? least((c.rd / (200n * wan)) * 10n * wan, 500n * wan) * scale
      : undefined;
  const existing = c.ai && !c.newlyRegistered ? least(least(c.asked, 5000n * wan) * 2n, c.rdBefore) : undefined;
  const art17_1 = existing === undefined ? undefined : (existing * scale) / 2n;
  const art17_2 = c.ai && c.newlyRegistered ? least(c.asked, 1000n * wan) * scale : undefined;
  const principal = (art17_1 ?? 0n) + (art17_2 ?? 0n);
  return {
    art3: c.qualified && c.purchases >= 30n * wan ? least(share(c.spend, 50_000n), 50n * wan * scale) : undefined,
    art4: items(c.projects.filter((project) => project.inYear && project.levels.length > 0).map(projectAward)),
    art5_1: items(c.labs.filter((lab) => lab.inYear && lab.fresh).map(() => 1000n * wan * scale)),
    art5_2: capped(
      items(
        c.platforms
          .filter((one) => one.income > 100n * wan && one.clients > 50)
          .map((one) => share(one.income, 10_000n)),
      ),
      100n * wan,
    ),
    art6_1,
    art6_2: art6 && c.rd > 500n * wan ? growthAward(c.rd, c.rdBefore) : undefined,
    art6_3: art6_1 !== undefined && c.rd > 1000n * wan ? (art6_1 * 5n) / 100n : undefined,
    art7: items(
      c.standards
        .filter((one) => one.inYear && one.rank <= 5 && one.kinds.length > 0)
        .map((one) => one.kinds.map((kind) => standardCeilings[kind] * wan * scale).reduce(most)),
    ),
    art8_1: revenueAward(c),
    art8_2: ladderAward(c),
    art8_3: c.ai && c.giantInYear ? 50n * wan * scale : undefined,
    art9: c.ai
      ? items(c.milestones.filter((one) => one.inYear).map((one) => stageAwards[one.stage] * wan * scale))
      : undefined,
    art10: items(
      c.products.filter((one) => one.inYear && one.equipment && one.catalogues.length > 0).map(productAward),
    ),
    art11: c.ai ? least(share(c.maas, 5000n), 200n * wan * scale) : undefined,
    art12: sceneAward(c),
    art17_1,
    art17_2,
    art17_3: principal > 0n ? (principal * 2n * least(c.years, 5n)) / 100n : undefined,
  };
}

const standardCeilings = { international: 100n, national_standard: 50n, industry: 40n } as const;
const stageAwards = { neeq: 30n, tutoring: 50n, accepted: 100n } as const;

/** An item clause pays the sum of its items; without any it is not met. */
function items(awards: readonly bigint[]): bigint | undefined {
  return awards.length === 0 ? undefined : sum(awards);
}

function capped(award: bigint | undefined, cap: Fen): bigint | undefined {
  return award === undefined ? undefined : least(award, cap * scale);
}

function projectAward(project: Company['projects'][number]): bigint {
  const rules = { national: [40_000n, 1000n], provincial: [40_000n, 300n], municipal: [30_000n, 1000n] } as const;
  return project.levels
    .map((level) => least(share(project.invested, rules[level][0]), rules[level][1] * wan * scale))
    .reduce(most);
}

function productAward(product: Company['products'][number]): bigint {
  const rules = { miit: [60_000n, 500n], fj_domestic: [60_000n, 200n], fj_provincial: [30_000n, 100n] } as const;
  return product.catalogues
    .map((one) => least(share(product.price, rules[one][0]), rules[one][1] * wan * scale))
    .reduce(most);
}

/** Growth over T percent, by cross-multiplication; over a base of zero there is no rate. */
function growthAward(now: Fen, before: Fen): bigint | undefined {
  const over = (percent: bigint) => before > 0n && (now - before) * 100n > before * percent;
  if (over(40n)) return 50n * wan * scale;
  return over(20n) ? 30n * wan * scale : undefined;
}

function revenueAward(c: Company): bigint | undefined {
  const [, before, last] = c.revenue;
  if (!c.ai || !c.software || last <= 5000n * wan || before === 0n || (last - before) * 100n <= before * 25n)
    return undefined;
  return least(share(last - before, 600n), 600n * wan * scale);
}

function ladderAward(c: Company): bigint | undefined {
  const [first, before, last] = c.revenue;
  if (!c.ai || !c.software || before === 0n || (last - before) * 1000n < before * c.sectorGrowth) return undefined;
  const rungs: readonly (readonly [bigint, bigint])[] = [
    [5000n * wan, 10n],
    [yi, 20n],
    [2n * yi, 50n],
    [5n * yi, 100n],
    [10n * yi, 150n],
    [20n * yi, 200n],
  ];
  const peak = most(first, before);
  const reached = rungs
    .filter(([threshold]) => last > threshold && peak <= threshold)
    .map(([, award]) => award * wan * scale);
  return reached.length === 0 ? undefined : reached.reduce(most);
}

function sceneAward(c: Company): bigint | undefined {
  const chosen = c.scenes.filter((scene) => scene.benchmark && scene.selected);
  if (!c.ai || chosen.length === 0) return undefined;
  return least(sum(chosen.map((scene) => share(scene.sales, 10_000n))), 50n * wan * scale);
}
