/** The interpreter against columnar code: the same statuses, the same payable amounts, clause by clause and item by item. */
import { type EmittedColumnar, emitColumnar } from '../../compiler/emit/columnar/emit-columnar.ts';
import type { Choices } from '../../compiler/emit/columnar/specialise.ts';
import type { Assessment, Outcome } from '../../runtime/assessment.ts';
import { type ColumnarCode, type ColumnarLayout, outcomeCodes } from '../../runtime/columnar/layout.ts';
import { type ColumnBlock, newColumns } from '../../runtime/columnar/new-columns.ts';
import { newOutcomes, type OutcomeBlock, type Outcomes, roomForOutcomes } from '../../runtime/columnar/new-outcomes.ts';
import { rowFiller } from '../../runtime/columnar/row-filler.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { fraction } from '../../runtime/rational.ts';
import type { End } from '../../runtime/value.ts';
import { loadModule } from './load-module.ts';

export interface LoadedColumnar {
  readonly ir: PolicyIr;
  readonly layout: ColumnarLayout;
  readonly assess: ColumnarCode;
  readonly source: string;
}

export async function loadColumnar(
  ir: PolicyIr,
  readings: Choices = {},
): Promise<LoadedColumnar | Extract<EmittedColumnar, { kind: 'refused' }>> {
  const emitted = emitColumnar(ir, { readings, types: '../../runtime/columnar/layout.ts' });
  if (emitted.kind === 'refused') return emitted;
  const source = emitted.file.content;
  const module = await loadModule(source);
  return { ir, layout: module.layout as ColumnarLayout, assess: module.assessColumns as ColumnarCode, source };
}

export interface Compared {
  /** Rows that the code assessed. */
  readonly rows: number;
  /** How often each status came out. */
  readonly statuses: ReadonlyMap<string, number>;
  readonly differences: readonly ColumnarDifference[];
}
export interface ColumnarDifference {
  readonly input: EvaluationInput;
  readonly clause: string;
  readonly item?: string;
  readonly interpreted: string;
  readonly columnar: string;
}

const rowsAtOnce = 64;

/** All inputs in blocks of rows, by year; general rows are left out. */
export function compareColumnar(loaded: LoadedColumnar, inputs: Iterable<EvaluationInput>): Compared {
  const { layout, ir } = loaded;
  const filler = rowFiller(ir, layout);
  const columns = newColumns(layout, rowsAtOnce);
  const outcomes = newOutcomes(layout, rowsAtOnce);
  const statuses = new Map<string, number>();
  const differences: ColumnarDifference[] = [];
  let rows = 0;
  const batches = new Map<number, EvaluationInput[]>();
  const settle = (batch: readonly EvaluationInput[], year: number): void => {
    filler.start(columns, year);
    const why = batch.map((input) => filler.add(columns, input));
    roomForOutcomes(layout, outcomes, columns);
    loaded.assess(columns, outcomes, 0, batch.length);
    // Rows of other parameters need columns of their own.
    const apart = batch.filter((_, row) => why[row]?.reason === 'parameter');
    for (const [row, input] of batch.entries()) {
      if (why[row] !== undefined) continue;
      rows += 1;
      const meant = evaluate(ir, input);
      differences.push(...columnarDifferences(loaded, { columns, outcomes, row }, input, meant, statuses));
    }
    if (apart.length > 0) settle(apart, year);
  };
  for (const input of inputs) {
    const { year } = input.period;
    const batch = batches.get(year) ?? [];
    batch.push(input);
    batches.set(year, batch.length === rowsAtOnce ? [] : batch);
    if (batch.length === rowsAtOnce) settle(batch, year);
  }
  for (const [year, batch] of batches) settle(batch, year);
  return { rows, statuses, differences };
}

export interface AssessedRow {
  readonly columns: ColumnBlock;
  readonly outcomes: OutcomeBlock;
  readonly row: number;
}

/** Where a row's outcomes, those of its items too, are not the interpreter's. `statuses`: counted up. */
export function columnarDifferences(
  { layout }: Pick<LoadedColumnar, 'layout'>,
  { columns, outcomes, row }: AssessedRow,
  input: EvaluationInput,
  meant: Assessment,
  statuses = new Map<string, number>(),
): readonly ColumnarDifference[] {
  const found: ColumnarDifference[] = [];
  const compare = (clause: string, item: string | undefined, interpreted: string, columnar: string): void => {
    const status = columnar.split(' ')[0]!;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const place = item === undefined ? {} : { item };
    if (interpreted !== columnar) found.push({ input, clause, ...place, interpreted, columnar });
  };
  for (const [index, { clause, denominator, list }] of layout.outcomes.entries()) {
    const result = meant.clauses.find((one) => one.clause === clause)!;
    const cells = outcomes.clauses[index]!;
    compare(clause, undefined, told(result.outcome), toldCells(cells, row, denominator));
    if (list === undefined) continue;
    const { offsets } = columns.lists[layout.lists.findIndex((one) => one.list === list)]!;
    for (const [place, { key }] of (input.facts.lists.get(list) ?? []).entries()) {
      const item = result.items.find((one) => one.key === key);
      const interpreted = item === undefined ? 'left out' : told(item.outcome);
      compare(clause, key, interpreted, toldCells(cells.items!, offsets[row]! + place, denominator));
    }
  }
  return found;
}

const withAmount: ReadonlySet<string> = new Set(['granted', 'grantedUpTo', 'undetermined']);

function told({ kind, payable }: Outcome): string {
  return withAmount.has(kind) ? `${kind} ${endText(payable.lo)} ${endText(payable.hi)}` : kind;
}

function toldCells({ status, low, high }: Outcomes, at: number, denominator: number): string {
  if (status[at] === 255) return 'left out';
  const kind = outcomeCodes[status[at]!] ?? `status ${status[at]}`;
  if (!withAmount.has(kind)) return kind;
  const text = (cell: number): string =>
    Number.isSafeInteger(cell) ? endText(fraction(BigInt(cell), BigInt(denominator))) : String(cell);
  return `${kind} ${text(low[at]!)} ${text(high[at]!)}`;
}

function endText(end: End): string {
  return typeof end === 'string' ? end : `${end.n}/${end.d}`;
}
