/**
 * A city's companies under the whole of the Xiamen measures, as its department would know them: most of them small, few of them in AI, most
 * lists empty, a few firms with much. Each company depends on the seed and its number alone, so that the first 1,000 of a million are the
 * thousand that a smaller run would make.
 */
import { type Random, seeded } from '../companies/random.ts';
import { type ListFacts, listsOf } from './company-lists.ts';
import { dayIn, yuan } from './figures.ts';

export interface PopulationPlan {
  readonly seed: number;
  /** Assessed years, both included. Facts begin two years earlier, since growth is asked of the year before. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Share of yearly figures that nobody has handed in. */
  readonly missing: number;
}

/** What one cell holds, as the door takes it: money and percentages as text, options as a list; absent is unknown. */
export type Cell = string | number | boolean | readonly string[];
export type Yearly = Readonly<Record<string, Cell>>;
/** Facts of one company under their ids: the JSON that `jieti assess` takes. */
export interface CompanyFacts {
  readonly subject: string;
  readonly [fact: string]: Cell | Yearly | readonly ListFacts[];
}

/** The first year of revenues; what went before is in `revenue_peak`. */
export const revenueFrom = 2021;

/** Company `index`, from 0. */
export function companyFacts(plan: PopulationPlan, index: number): CompanyFacts {
  const random = seeded(Math.imul(plan.seed ^ 0x5bd1e995, 0x9e3779b1) + Math.imul(index + 1, 0x85ebca6b));
  const founded = foundingYear(random, plan);
  const ai = random.chance(0.18);
  const kind = random.fraction();
  const business = businessOf(random, plan, founded);
  const steady = {
    ai_enterprise: ai,
    scale_software: ai ? kind < 0.45 : kind < 0.06,
    scale_industrial: ai ? kind >= 0.85 : kind >= 0.9,
    leading_enterprise: ai && random.chance(0.01),
    registered_on: dayIn(random, founded),
    compute_qualified: ai && random.chance(0.3),
    revenue_peak: business.peak,
    first_giant_on:
      ai && random.chance(0.04) ? dayIn(random, Math.max(founded, random.between(2019, plan.lastYear))) : 'none',
    new_registered: founded >= plan.firstYear,
  };
  return {
    subject: subjectOf(index),
    ...steady,
    claimed_on: everyYear(plan, founded, (year) => dayIn(random, year)),
    ...business.yearly,
    ...computeOf(random, plan, founded, ai),
    ...loansOf(random, plan, founded, ai),
    ...listsOf(random, plan, founded, ai),
  };
}

/** What is the same for all companies: figures that the measures leave to others. For `--parameters`. */
export function populationParameters(plan: PopulationPlan): object {
  const growth: Record<string, string> = {};
  for (let year = plan.firstYear - 1; year <= plan.lastYear; year += 1)
    growth[year] = `${7 + ((year * 13) % 60) / 10}%`;
  return { sector_growth: growth };
}

function subjectOf(index: number): string {
  return `91350200MA${String(index).padStart(8, '0')}`;
}

/** Half of all companies are younger than eight years. */
function foundingYear(random: Random, plan: PopulationPlan): number {
  const age = Math.floor(28 * random.fraction() ** 2);
  return plan.lastYear - age;
}

/** Revenue, research and income from models, year by year. Revenues spread over five powers of ten. */
function businessOf(random: Random, plan: PopulationPlan, founded: number) {
  const share = random.chance(0.6) ? 0 : 0.01 + 0.5 * random.fraction() ** 3;
  const models = random.chance(0.01) ? 0.3 * random.fraction() : 0;
  let revenue = 10 ** (1 + 4.2 * bell(random)) * 1_000_000;
  const peak = founded < revenueFrom ? yuan(revenue * (0.5 + 0.7 * random.fraction())) : '0.00';
  const revenues: Record<string, Cell> = {};
  const research: Record<string, Cell> = {};
  const subsidies: Record<string, Cell> = {};
  const fromModels: Record<string, Cell> = {};
  for (let year = Math.max(founded, revenueFrom); year <= plan.lastYear; year += 1) {
    revenue *= 0.7 + 0.85 * bell(random);
    if (!random.chance(plan.missing)) revenues[year] = yuan(revenue);
    if (year < plan.firstYear - 1) continue;
    const spent = revenue * share * (0.8 + 0.5 * random.fraction());
    if (!random.chance(plan.missing)) research[year] = yuan(spent);
    if (year < plan.firstYear) continue;
    subsidies[year] = spent > 0 && random.chance(0.2) ? yuan(spent * 0.1) : '0.00';
    fromModels[year] = yuan(revenue * models);
  }
  const yearly = { rd: research, general_rd_subsidy: subsidies, revenue: revenues, maas_income: fromModels };
  return { peak, yearly };
}

function computeOf(random: Random, plan: PopulationPlan, founded: number, ai: boolean) {
  const buys = ai && random.chance(0.25);
  const purchases: Record<string, Cell> = {};
  const spend: Record<string, Cell> = {};
  for (let year = Math.max(founded, plan.firstYear); year <= plan.lastYear; year += 1) {
    const bought = buys ? 10 ** (0.6 + 2 * random.fraction()) * 1_000_000 : 0;
    purchases[year] = yuan(bought);
    spend[year] = yuan(bought * (0.4 + 0.6 * random.fraction()));
  }
  return { compute_purchases: purchases, compute_spend: spend };
}

/** A loan of whole 10万元 in few of the years; nothing is asked in the others. */
function loansOf(random: Random, plan: PopulationPlan, founded: number, ai: boolean) {
  const days: Record<string, Cell> = {};
  const asked: Record<string, Cell> = {};
  const terms: Record<string, Cell> = {};
  for (let year = Math.max(founded, plan.firstYear); year <= plan.lastYear; year += 1) {
    const asks = ai && random.chance(0.05);
    asked[year] = asks ? yuan(random.between(1, 600) * 10_000_000) : '0.00';
    terms[year] = asks ? random.between(1, 7) : 0;
    days[year] = dayIn(random, year);
  }
  return { loan_on: days, loan_asked: asked, loan_years: terms };
}

function everyYear(plan: PopulationPlan, founded: number, cell: (year: number) => Cell): Yearly {
  const years: Record<string, Cell> = {};
  for (let year = Math.max(founded, plan.firstYear); year <= plan.lastYear; year += 1) years[year] = cell(year);
  return years;
}

/** From 0 to 1, most often near 0.5. */
function bell(random: Random): number {
  return (random.fraction() + random.fraction() + random.fraction()) / 3;
}
