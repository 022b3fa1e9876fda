/**
 * The population as tables: one row per company, a yearly fact as one column per year (`rd@2024`), each list as a table of its own whose first
 * column names the company. All rows of a table have the same columns, of one type each; an empty cell is unknown.
 */
import type { Cell, CompanyFacts, PopulationPlan, Yearly } from './company-facts.ts';
import { revenueFrom } from './company-facts.ts';
import type { ListFacts } from './company-lists.ts';

export interface TableColumn {
  /** `rd@2024`, `subject`, `levels`. */
  readonly name: string;
  readonly fact: string;
  readonly year?: string;
}
export interface PopulationTable {
  /** `companies`, or the list. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
}

const steadyFacts = [
  ...['ai_enterprise', 'scale_software', 'scale_industrial', 'leading_enterprise', 'registered_on'],
  ...['compute_qualified', 'revenue_peak', 'first_giant_on', 'new_registered'],
];
const yearlyFacts = [
  ...['claimed_on', 'compute_purchases', 'compute_spend', 'general_rd_subsidy', 'maas_income'],
  ...['loan_on', 'loan_asked', 'loan_years'],
];
/** By list: facts of an entry, the yearly ones marked. */
const listFacts: Readonly<Record<string, readonly string[]>> = {
  center: ['center_number', 'new_or_expanded', 'compliant', 'power'],
  project: ['project_number', 'levels', 'rd_invested', 'won_on'],
  key_lab: ['lab_number', 'newly_approved', 'approved_on'],
  platform: ['platform_number', 'service_income@', 'clients@'],
  standard: ['standard_number', 'kinds', 'draft_rank', 'issued_on'],
  milestone: ['milestone_number', 'stage', 'reached_on'],
  product: ['product_number', 'ai_equipment', 'catalogues', 'unit_price', 'listed_on'],
  scene: ['scene_number', 'benchmark', 'selected', 'local_sales@'],
};

/** The table of companies first, then the lists. */
export function populationTables(plan: PopulationPlan): readonly PopulationTable[] {
  const assessed = years(plan.firstYear, plan.lastYear);
  const companies: PopulationTable = {
    name: 'companies',
    columns: [
      ...['subject', ...steadyFacts].map(steady),
      ...yearly('rd', years(plan.firstYear - 1, plan.lastYear)),
      ...yearly('revenue', years(revenueFrom, plan.lastYear)),
      ...yearlyFacts.flatMap((fact) => yearly(fact, assessed)),
    ],
  };
  const lists = Object.entries(listFacts).map(([name, facts]) => ({
    name,
    columns: [
      steady('subject'),
      ...facts.flatMap((fact) => (fact.endsWith('@') ? yearly(fact.slice(0, -1), assessed) : [steady(fact)])),
    ],
  }));
  return [companies, ...lists];
}

/** Cells in the order of the columns; `undefined` is unknown. */
export type Row = readonly (Cell | undefined)[];

/** The rows that a company has in a table. */
export function rowsOf(table: PopulationTable, company: CompanyFacts): readonly Row[] {
  if (table.name === 'companies') return [table.columns.map((column) => cellOf(company, column))];
  const list = company[table.name] as readonly ListFacts[];
  return list.map((entry) =>
    table.columns.map((column) => (column.fact === 'subject' ? company.subject : cellOf(entry, column))),
  );
}

function cellOf(facts: CompanyFacts | ListFacts, { fact, year }: TableColumn): Cell | undefined {
  const value = facts[fact];
  return year === undefined ? (value as Cell | undefined) : (value as Yearly | undefined)?.[year];
}

function steady(fact: string): TableColumn {
  return { name: fact, fact };
}

function yearly(fact: string, among: readonly string[]): readonly TableColumn[] {
  return among.map((year) => ({ name: `${fact}@${year}`, fact, year }));
}

function years(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
