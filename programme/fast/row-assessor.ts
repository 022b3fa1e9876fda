/**
 * Plain rows that columnar code leaves open, assessed from their columns; and what came out kept for those who are alike. An assessment depends on
 * nothing but the facts that it asks for: a row that has the same value in every column that an earlier one was asked for comes out as that one did.
 */
import type { EvaluationInput, Facts, ItemFacts, Ledger } from '../../runtime/input.ts';
import { entriesOf } from '../../runtime/ledger/write-ledger.ts';
import { claimsOf, type Evaluate, type YearSetting } from '../run/assess-applicant.ts';
import { payingClauses, type ResultRows, resultRows } from '../run/result-rows.ts';
import { ColumnFacts, columnReading } from './column-facts.ts';
import type { PlainRows } from './plain-rows.ts';
import { SharedRows } from './shared-rows.ts';

/** Of a row without items and without a history. Undefined: it has findings, claims, or entries to record, and goes the way of all others. */
export type RowAssessor = (columns: readonly Float64Array[], row: number, isKept: boolean) => ResultRows | undefined;

/** Results that are kept, of all clauses together, and sets of columns asked for: beyond that no more are looked for, so that memory has a bound. */
const mostKept = 50_000;
const clauseResultsKept = mostKept * 36;
const mostSets = 32;

/** Applicants whose results each thread keeps, under so many clauses that can pay. */
export function keptAtMost(clauses: number): number {
  return Math.min(mostKept, Math.floor(clauseResultsKept / Math.max(1, clauses)));
}

export function rowAssessor(setting: YearSetting, plain: PlainRows, evaluate: Evaluate): RowAssessor {
  const reading = columnReading(setting.ir, plain.columns, plain.uncarried, setting.parameters);
  const lists = new Map(plain.lists.map(({ list }): readonly [string, readonly ItemFacts[]] => [list, []]));
  const ledger = setting.coverage === undefined ? undefined : { entries: setting.coverage };
  const kept = new KeptResults(keptAtMost(payingClauses(setting.ir).length));
  const shared = new SharedRows();
  return (columns, row, isKept) => {
    const known = isKept ? kept.of(columns, row) : undefined;
    if (known !== undefined) return known.rows;
    const values = new ColumnFacts(reading, columns, row);
    const rows = assessed(setting, { subject: '', values, lists }, ledger, evaluate);
    const own = values.isBeyond || rows === undefined ? undefined : shared.of(rows);
    if (isKept && !values.isBeyond) kept.keep(values.asked, columns, row, own);
    return own;
  };
}

function assessed(
  setting: YearSetting,
  facts: Facts,
  ledger: Ledger | undefined,
  evaluate: Evaluate,
): ResultRows | undefined {
  const { ir, period, readings, recordedOn, provisional } = setting;
  const input: EvaluationInput = {
    facts,
    period,
    decisions: [],
    readings,
    ...(ledger === undefined ? {} : { ledger }),
  };
  const assessment = evaluate(input);
  if (assessment.diagnostics.length > 0 || claimsOf(setting, assessment, 0).length > 0) return undefined;
  const recorded = { ledger: ledger ?? { entries: [] }, recordedOn, provisional, facts };
  const { entries, stale } = entriesOf(ir, assessment, recorded);
  return entries.length > 0 || stale.length > 0 ? undefined : resultRows(ir, assessment, facts, setting);
}

/** What came out, by the columns that were asked for and what stood in them. */
class KeptResults {
  private readonly sets: {
    readonly columns: readonly number[];
    readonly results: Map<string, ResultRows | undefined>;
  }[] = [];
  private count = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  of(cells: readonly Float64Array[], row: number): { readonly rows: ResultRows | undefined } | undefined {
    for (const { columns, results } of this.sets) {
      const key = keyOf(columns, cells, row);
      const rows = results.get(key);
      if (rows !== undefined || results.has(key)) return { rows };
    }
    return undefined;
  }

  keep(asked: ReadonlySet<number>, cells: readonly Float64Array[], row: number, rows: ResultRows | undefined): void {
    if (this.count >= this.most) return;
    const columns = [...asked].sort((one, other) => one - other);
    let set = this.sets.find((one) => isSame(one.columns, columns));
    if (set === undefined) {
      if (this.sets.length >= mostSets) return;
      set = { columns, results: new Map() };
      this.sets.push(set);
    }
    set.results.set(keyOf(columns, cells, row), rows);
    this.count += 1;
  }
}

function keyOf(columns: readonly number[], cells: readonly Float64Array[], row: number): string {
  let key = '';
  for (const column of columns) key += `${cells[column]![row]},`;
  return key;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((column, index) => column === other[index]);
}
