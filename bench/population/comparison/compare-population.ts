/**
 * The query of `jieti emit sql` and the columnar evaluator on a whole population, company by company and clause by clause; the interpreter and the
 * emitted evaluator on a sample of it. Companies go by stretches, so that memory does not grow with their number. Each year sees the awards of the years before: what
 * the query gives stands in the table of awards from then on, ceilings as decided in full.
 */
import { emitSqlQuery } from '../../../compiler/emit/sql/emit.ts';
import { tableNames } from '../../../compiler/emit/sql/table-names.ts';
import { loadColumnar, writeColumnar } from '../../../programme/fast/load-columnar.ts';
import { sqlName, sqlText, type Workspace } from '../../../programme/workspace.ts';
import { generalReason } from '../../../runtime/columnar/general-row.ts';
import { newColumns } from '../../../runtime/columnar/new-columns.ts';
import { newOutcomes, type OutcomeBlock, roomForOutcomes } from '../../../runtime/columnar/new-outcomes.ts';
import { type RowView, rowView } from '../../../runtime/columnar/result-view.ts';
import type { AwardEntry, EvaluationInput, Facts, FactValues } from '../../../runtime/input.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';
import { seeded } from '../../companies/random.ts';
import { companyFacts, type PopulationPlan } from '../company-facts.ts';
import { stageCity } from './city-tables.ts';
import { type Evaluation, evaluateStretch } from './evaluated-outcomes.ts';
import {
  type Assess,
  awardsBySubject,
  type Door,
  door,
  generalEvaluators,
  inputOf,
  parametersOf,
} from './general-evaluators.ts';
import { compareAssessment, compareColumns, newTally, type Tally, tell } from './held-against.ts';
import { createResultTypes, readResults, runQuery } from './queried-outcomes.ts';
import { fillQueryTables, type ParameterCells, type Stretch } from './query-tables.ts';

export interface Comparing {
  readonly plan: PopulationPlan;
  readonly companies: number;
  /** Companies that the general evaluators assess, in every year. */
  readonly sample: number;
  /** The files that the population was written to. */
  readonly folder: string;
  /** Of the project. */
  readonly root: string;
  /** Companies at once: the engine takes some 8 KB for each. */
  readonly stretch: number;
  readonly progress: (done: string) => void;
}

export interface Compared {
  /** Query against columnar evaluator. */
  readonly columns: Tally;
  /** Query against each general evaluator on the sample; against the emitted one also on all that columns left to it. */
  readonly sampled: ReadonlyMap<string, Tally>;
  /** Rows left to the general evaluators, by reason. */
  readonly general: ReadonlyMap<string, number>;
  /** Seconds of each part. */
  readonly seconds: ReadonlyMap<string, number>;
}

export interface CompiledPolicy {
  readonly ir: PolicyIr;
  readonly origins: Origins;
}

/** `asked`: the policy that the query is emitted from, where a comparison is to find that it is another one. */
export async function comparePopulation(
  workspace: Workspace,
  { ir, origins }: CompiledPolicy,
  comparing: Comparing,
  asked: CompiledPolicy = { ir, origins },
): Promise<Compared> {
  const read = door(ir);
  const written = writeColumnar({ ir, readings: {} }, workspace.folder);
  if (written === undefined) throw new Error('the policy has no columnar code');
  const module = await loadColumnar(ir, written);
  const evaluators = await generalEvaluators(ir, origins, comparing.root);
  await createResultTypes(workspace, module.layout);
  const seconds = new Map<string, number>();
  const city = await timed(seconds, 'staging', () => stageCity(workspace, ir, comparing.plan, comparing.folder));
  const parameters = parametersOf(read, comparing.plan);
  const rows = Math.min(comparing.stretch, comparing.companies);
  const { layout } = module;
  const comparison: Comparison = {
    workspace,
    comparing,
    evaluation: {
      module,
      city,
      parameters,
      block: newColumns(layout, rows, 1024),
      outcomes: newOutcomes(layout, rows, 1024),
    },
    queries: queriesByYear(asked, comparing.plan),
    queried: newOutcomes(layout, rows, 1024),
    read,
    evaluators,
    result: {
      columns: newTally(),
      sampled: new Map([...evaluators.keys()].map((name) => [name, newTally()])),
      general: new Map(),
      seconds,
    },
  };
  await compareTurns(comparison, turnsOf(comparison));
  return comparison.result;
}

interface Comparison {
  readonly workspace: Workspace;
  readonly comparing: Comparing;
  readonly evaluation: Evaluation;
  readonly queries: ReadonlyMap<number, string>;
  /** What the query says, in the evaluator's columns. */
  readonly queried: OutcomeBlock;
  readonly read: Door;
  readonly evaluators: ReadonlyMap<string, Assess>;
  readonly result: {
    readonly columns: Tally;
    readonly sampled: ReadonlyMap<string, Tally>;
    readonly general: Map<string, number>;
    readonly seconds: Map<string, number>;
  };
}

function queriesByYear(
  { ir, origins }: CompiledPolicy,
  { firstYear, lastYear }: PopulationPlan,
): ReadonlyMap<number, string> {
  const queries = new Map<number, string>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    const { text, diagnostics } = emitSqlQuery(ir, origins, { year });
    if (text === undefined) throw new Error(`no query: ${diagnostics[0]?.message.en}`);
    queries.set(year, text);
  }
  return queries;
}

/** A year of a stretch of companies. */
interface Turn {
  readonly stretch: Stretch;
  readonly year: number;
  readonly query: string;
}

function turnsOf({ comparing: { companies }, queries, evaluation: { block } }: Comparison): readonly Turn[] {
  const turns: Turn[] = [];
  for (let from = 0; from < companies; from += block.capacity) {
    const stretch = { from, to: Math.min(from + block.capacity, companies) };
    for (const [year, query] of queries) turns.push({ stretch, year, query });
  }
  return turns;
}

/** While the general evaluators are at work on one turn the engine runs the query of the next. */
async function compareTurns(comparison: Comparison, turns: readonly Turn[]): Promise<void> {
  const { workspace, comparing, evaluation } = comparison;
  const facts = new Map<number, Facts>();
  await prepare(comparison, turns[0]);
  for (const [index, turn] of turns.entries()) {
    const { stretch, year } = turn;
    comparing.progress(`${stretch.from.toLocaleString('en')} companies, ${year}`);
    if (isFirst(comparison, turn)) facts.clear();
    await compareAll(comparison, turn);
    const { ir } = evaluation.module;
    const awards = await awardsBySubject(workspace, ir);
    await recordAwards(workspace, ir, year);
    await Promise.all([
      prepare(comparison, turns[index + 1]),
      timed(comparison.result.seconds, 'general evaluators', () => compareSample(comparison, turn, facts, awards)),
    ]);
  }
}

function isFirst({ comparing: { plan } }: Comparison, { year }: Turn): boolean {
  return year === plan.firstYear;
}

/** The table `result`, and before the first year of a stretch the tables that the query reads. */
async function prepare(comparison: Comparison, turn: Turn | undefined): Promise<void> {
  if (turn === undefined) return;
  const { workspace, evaluation, result } = comparison;
  const { module, city, parameters } = evaluation;
  const cells = parameterCells(parameters);
  if (isFirst(comparison, turn))
    await timed(result.seconds, 'tables of the query', () =>
      fillQueryTables(workspace, module.ir, city, cells, turn.stretch),
    );
  await timed(result.seconds, 'query', () => runQuery(workspace, turn.query, turn.stretch.from));
}

async function compareAll(
  { workspace, evaluation, queried, result }: Comparison,
  { stretch, year }: Turn,
): Promise<void> {
  const { module, block, outcomes } = evaluation;
  await timed(result.seconds, 'columnar evaluator', () => evaluateStretch(workspace, evaluation, stretch, year));
  roomForOutcomes(module.layout, queried, block);
  await timed(result.seconds, 'comparing', async () => {
    await readResults(workspace, module.layout, block, queried);
    const name = (row: number) => `${year} company ${stretch.from + row}`;
    compareColumns(module.layout, block, queried, outcomes, result.columns, name);
  });
}

/** Ratios as decimal text, for SQL. */
function parameterCells(parameters: FactValues): ParameterCells {
  const cells = new Map<string, Map<number, string>>();
  for (const [key, value] of parameters) {
    const [id = '', year] = key.split('@');
    if (!('number' in value) || year === undefined) throw new Error(`parameter ${key} is no figure of a year`);
    cells.set(id, (cells.get(id) ?? new Map<number, string>()).set(Number(year), value.number));
  }
  return cells;
}

/** What a year gives is in the table of awards from then on. */
async function recordAwards({ connection }: Workspace, ir: PolicyIr, year: number): Promise<void> {
  const byItem = 'clause in (select clause from result where item is not null)';
  await connection.run(
    `insert into ${sqlName(tableNames(ir).award)} by name
      select subject, ${sqlText(ir.id)} as policy, cast(clause as varchar) as clause, item, ${year} as year, payable_most as entitled, payable_most as paid
      from result where status in ('granted', 'grantedUpTo') and payable_most > 0 and (item is not null or not ${byItem})`,
  );
}

/** On the sample; rows that the columns left to it are the emitted evaluator's, sampled or not. */
async function compareSample(
  comparison: Comparison,
  { stretch, year }: Turn,
  facts: Map<number, Facts>,
  awards: ReadonlyMap<string, readonly AwardEntry[]>,
): Promise<void> {
  const { comparing, evaluation, queried, read, evaluators, result } = comparison;
  const { module, parameters, block } = evaluation;
  const { layout } = module;
  const view = rowView(layout, block, queried, () => '');
  const sampled = new Set(sampledIn(comparing, stretch));
  for (let row = 0; row < block.rows; row += 1) {
    const reason = generalReason(block.general[row]!);
    if (reason !== undefined) result.general.set(reason, (result.general.get(reason) ?? 0) + 1);
    const isSampled = sampled.has(stretch.from + row);
    if (reason === undefined && !isSampled) continue;
    const known = facts.get(row) ?? read(companyFacts(comparing.plan, stretch.from + row));
    facts.set(row, known);
    const input = inputOf(known, parameters, year, awards);
    view.row = row;
    view.subject = `${year} ${input.facts.subject}`;
    for (const [name, assess] of evaluators)
      if (isSampled || name === 'emitted evaluator')
        compareOne(layout, view, input, assess, result.sampled.get(name)!, name);
    // The engine's next step is taken when this thread looks up.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function compareOne(
  layout: Evaluation['module']['layout'],
  view: RowView,
  input: EvaluationInput,
  assess: Assess,
  tally: Tally,
  name: string,
): void {
  const keys = (list: string) => (input.facts.lists.get(list) ?? []).map(({ key }) => key);
  for (const [clause, { list }] of layout.outcomes.entries()) {
    // Both sides must speak of the same items before these are compared by their places.
    if (list !== undefined && view.items(clause) !== keys(list).length)
      tell(tally, `${view.subject}: ${view.items(clause)} items of ${list}, ${name} ${keys(list).length}`);
  }
  compareAssessment(layout, view, assess(input), keys, tally, name);
}

/** One company of each of so many equal parts of the population, drawn by the seed. */
function sampledIn({ plan, companies, sample }: Comparing, { from, to }: Stretch): readonly number[] {
  const drawn: number[] = [];
  for (let part = 0; part < sample; part += 1) {
    const [start, end] = [part, part + 1].map((one) => Math.floor((one * companies) / sample)) as [number, number];
    if (end <= from || start >= to) continue;
    const company = start + seeded(plan.seed * 1_000_003 + part).below(end - start);
    if (company >= from && company < to) drawn.push(company);
  }
  return drawn;
}

async function timed<T>(seconds: Map<string, number>, part: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  seconds.set(part, (seconds.get(part) ?? 0) + (performance.now() - began) / 1000);
  return result;
}
