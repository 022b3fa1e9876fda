/** Random companies for the Xiamen measures that seek the boundaries, and their facts as a clerk would write them. */
import type { Company, Fen } from './xiamen-oracle.ts';

/** A seeded source of whole numbers below a bound. */
export type Random = (below: number) => number;

/** mulberry32: small, and the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const wan = 1_000_000n;
const edges: readonly bigint[] = [
  30n,
  50n,
  100n,
  200n,
  400n,
  500n,
  600n,
  1000n,
  2500n,
  5000n,
  10_000n,
  20_000n,
  50_000n,
  100_000n,
  200_000n,
].map((amount) => amount * wan);

/** A figure of the measures, a fen beside it, a multiple of it, or anything. */
function money(random: Random): Fen {
  const edge = edges[random(edges.length)] ?? wan;
  const kind = random(8);
  if (kind === 0) return 0n;
  if (kind <= 3) return edge + BigInt(random(3) - 1);
  if (kind === 4) return (edge * BigInt(1 + random(9))) / 2n;
  return (edge * BigInt(1 + random(10_000))) / 5000n;
}

/** An amount whose growth over `before` is at or next to one of the measures' rates. */
function grown(random: Random, before: Fen): Fen {
  const rates = [0n, 20n, 25n, 40n, 100n];
  if (random(3) === 0) return money(random);
  const exact = (before * (100n + (rates[random(rates.length)] ?? 0n))) / 100n + BigInt(random(3) - 1);
  return exact < 0n ? 0n : exact;
}

const chance = (random: Random, percent: number) => random(100) < percent;

function list<T>(random: Random, most: number, one: () => T): readonly T[] {
  return Array.from({ length: random(most + 1) }, one);
}

function some<T>(random: Random, options: readonly T[]): readonly T[] {
  return options.filter(() => chance(random, 45));
}

export function randomCompany(random: Random): Company {
  const rdBefore = money(random);
  const first = money(random);
  const before = grown(random, first);
  return {
    ai: chance(random, 90),
    software: chance(random, 75),
    industrial: chance(random, 40),
    qualified: chance(random, 85),
    purchases: money(random),
    spend: money(random),
    rd: grown(random, rdBefore),
    rdBefore,
    revenue: [first, before, grown(random, before)],
    sectorGrowth: BigInt([-35, 0, 100, 125, 200, 250][random(6)] ?? 0),
    maas: money(random),
    giantInYear: chance(random, 40),
    newlyRegistered: chance(random, 40),
    asked: money(random),
    years: BigInt(random(8)),
    projects: list(random, 3, () => ({
      levels: some(random, ['national', 'provincial', 'municipal'] as const),
      invested: money(random),
      inYear: chance(random, 80),
    })),
    labs: list(random, 2, () => ({ fresh: chance(random, 70), inYear: chance(random, 80) })),
    platforms: list(random, 3, () => ({ income: money(random), clients: 48 + random(6) })),
    standards: list(random, 3, () => ({
      kinds: some(random, ['international', 'national_standard', 'industry'] as const),
      rank: 1 + random(8),
      inYear: chance(random, 80),
    })),
    milestones: list(random, 3, () => ({
      stage: (['neeq', 'tutoring', 'accepted'] as const)[random(3)] ?? 'neeq',
      inYear: chance(random, 80),
    })),
    products: list(random, 3, () => ({
      equipment: chance(random, 85),
      catalogues: some(random, ['miit', 'fj_domestic', 'fj_provincial'] as const),
      price: money(random),
      inYear: chance(random, 80),
    })),
    scenes: list(random, 3, () => ({
      benchmark: chance(random, 80),
      selected: chance(random, 70),
      sales: money(random),
    })),
  };
}

/** Yuan with two decimals, as text. */
export function yuan(amount: Fen): string {
  return `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
}

/** The facts file of a company for an assessed year. */
export function factsOf(c: Company, year: number): object {
  const of = (amount: Fen) => ({ [year]: yuan(amount) });
  const day = (inYear: boolean) => (inYear ? `${year}-06-15` : `${year - 1}-12-31`);
  const tenths = c.sectorGrowth < 0n ? -c.sectorGrowth : c.sectorGrowth;
  return {
    subject: 'company',
    ai_enterprise: c.ai,
    scale_software: c.software,
    scale_industrial: c.industrial,
    registered_on: `${year - 3}-01-01`,
    claimed_on: { [year]: `${year}-12-31` },
    compute_qualified: c.qualified,
    compute_purchases: of(c.purchases),
    compute_spend: of(c.spend),
    rd: { [year - 1]: yuan(c.rdBefore), [year]: yuan(c.rd) },
    revenue: { [year - 3]: yuan(c.revenue[0]), [year - 2]: yuan(c.revenue[1]), [year - 1]: yuan(c.revenue[2]) },
    maas_income: of(c.maas),
    first_giant_on: c.giantInYear ? `${year}-01-01` : 'none',
    new_registered: c.newlyRegistered,
    loan_on: { [year]: `${year}-07-01` },
    loan_asked: of(c.asked),
    loan_years: { [year]: Number(c.years) },
    sector_growth: { [year - 1]: `${c.sectorGrowth < 0n ? '-' : ''}${tenths / 10n}.${tenths % 10n}%` },
    center: [],
    project: c.projects.map((one, index) => ({
      project_number: `P${index}`,
      levels: one.levels,
      rd_invested: yuan(one.invested),
      won_on: day(one.inYear),
    })),
    key_lab: c.labs.map((one, index) => ({
      lab_number: `L${index}`,
      newly_approved: one.fresh,
      approved_on: day(one.inYear),
    })),
    platform: c.platforms.map((one, index) => ({
      platform_number: `T${index}`,
      service_income: of(one.income),
      clients: { [year]: one.clients },
    })),
    standard: c.standards.map((one, index) => ({
      standard_number: `S${index}`,
      kinds: one.kinds,
      draft_rank: one.rank,
      issued_on: day(one.inYear),
    })),
    milestone: c.milestones.map((one, index) => ({
      milestone_number: `M${index}`,
      stage: one.stage,
      reached_on: day(one.inYear),
    })),
    product: c.products.map((one, index) => ({
      product_number: `X${index}`,
      ai_equipment: one.equipment,
      catalogues: one.catalogues,
      unit_price: yuan(one.price),
      listed_on: day(one.inYear),
    })),
    scene: c.scenes.map((one, index) => ({
      scene_number: `E${index}`,
      benchmark: one.benchmark,
      selected: one.selected,
      local_sales: of(one.sales),
    })),
  };
}
