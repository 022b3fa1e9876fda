/** The lists of a company: empty for most, one or two entries for some, long for hardly any. */
import type { Random } from '../companies/random.ts';
import type { Cell, PopulationPlan, Yearly } from './company-facts.ts';
import { dayIn, yuan } from './figures.ts';

/** One entry of a list, keyed by the list's key. */
export type ListFacts = Readonly<Record<string, Cell | Yearly>>;

export interface CompanyLists {
  readonly [list: string]: readonly ListFacts[];
}

const levels = ['national', 'provincial', 'municipal'];
const kinds = ['international', 'national_standard', 'industry'];
const stages = ['neeq', 'tutoring', 'accepted'];
const catalogues = ['miit', 'fj_domestic', 'fj_provincial'];

export function listsOf(random: Random, plan: PopulationPlan, founded: number, ai: boolean): CompanyLists {
  /** `share` of the AI companies, and a fifth as many of the others, have entries at all. */
  const list = (share: number, one: (number: string, year: number) => ListFacts): readonly ListFacts[] => {
    if (!random.chance(ai ? share : share / 5)) return [];
    return Array.from({ length: lengthOf(random) }, (_, index) =>
      one(String(index + 1), Math.max(founded, random.between(plan.firstYear - 1, plan.lastYear))),
    );
  };
  const wan = (least: number, most: number) => yuan(random.between(least, most) * 1_000_000 + random.below(1_000_000));
  const yearly = (cell: () => Cell) => yearlyOf(plan, founded, cell);
  return {
    center: list(0.001, (number) => ({
      center_number: `Z${number}`,
      new_or_expanded: random.chance(0.7),
      compliant: random.chance(0.9),
      power: random.between(10, 400),
    })),
    project: list(0.05, (number, year) => ({
      project_number: `P${number}`,
      levels: someOf(random, levels),
      rd_invested: wan(20, 4000),
      won_on: dayIn(random, year),
    })),
    key_lab: list(0.002, (number, year) => ({
      lab_number: `L${number}`,
      newly_approved: random.chance(0.8),
      approved_on: dayIn(random, year),
    })),
    platform: list(0.015, (number) => ({
      platform_number: `T${number}`,
      service_income: yearly(() => wan(5, 600)),
      clients: yearly(() => random.between(3, 160)),
    })),
    standard: list(0.03, (number, year) => ({
      standard_number: `S${number}`,
      kinds: someOf(random, kinds),
      draft_rank: random.between(1, 12),
      issued_on: dayIn(random, year),
    })),
    milestone: list(0.01, (number, year) => ({
      milestone_number: `M${number}`,
      stage: random.pick(stages),
      reached_on: dayIn(random, year),
    })),
    product: list(0.03, (number, year) => ({
      product_number: `X${number}`,
      ai_equipment: random.chance(0.8),
      catalogues: someOf(random, catalogues),
      unit_price: wan(2, 2000),
      listed_on: dayIn(random, year),
    })),
    scene: list(0.06, (number) => ({
      scene_number: `A${number}`,
      benchmark: random.chance(0.5),
      selected: random.chance(0.4),
      local_sales: yearly(() => wan(1, 900)),
    })),
  };
}

/** One in three entries leads to another, up to 200. */
function lengthOf(random: Random): number {
  let length = 1;
  while (length < 200 && random.chance(0.33)) length += 1;
  return random.chance(0.002) ? length + random.below(60) : length;
}

/** At least one, mostly one. */
function someOf(random: Random, options: readonly string[]): readonly string[] {
  const first = random.pick(options);
  return options.filter((option) => option === first || random.chance(0.12));
}

function yearlyOf(plan: PopulationPlan, founded: number, cell: () => Cell): Yearly {
  const years: Record<string, Cell> = {};
  for (let year = Math.max(founded, plan.firstYear); year <= plan.lastYear; year += 1) years[year] = cell();
  return years;
}
