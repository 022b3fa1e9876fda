/** Traced rows against the interpreter: nothing recorded that its frames do not hold, and the same outcomes. */
import { type EmittedColumnar, emitColumnar } from '../../compiler/emit/columnar/emit-columnar.ts';
import type { Choices } from '../../compiler/emit/columnar/specialise.ts';
import { differencesFromTrace, type TraceDifference } from '../../runtime/columnar/differences-from-trace.ts';
import type { GeneralRow } from '../../runtime/columnar/general-row.ts';
import type { ColumnarLayout, Columns, OutcomeColumns } from '../../runtime/columnar/layout.ts';
import { newColumns } from '../../runtime/columnar/new-columns.ts';
import { newOutcomes, roomForOutcomes } from '../../runtime/columnar/new-outcomes.ts';
import { newTrace, roomForTrace } from '../../runtime/columnar/new-trace.ts';
import { rowFiller } from '../../runtime/columnar/row-filler.ts';
import type { Trace, TraceLayout } from '../../runtime/columnar/trace-layout.ts';
import { hasRun, rowPlace, slotReading, type TracedRow } from '../../runtime/columnar/trace-reading.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import type { AssessedRow } from './columnar-differential.ts';
import { loadModule } from './load-module.ts';

export type TracedCode = (columns: Columns, outcomes: OutcomeColumns, trace: Trace, from: number, to: number) => void;

export interface LoadedTraced {
  readonly ir: PolicyIr;
  readonly layout: ColumnarLayout;
  readonly trace: TraceLayout;
  readonly assess: TracedCode;
}

export async function loadTraced(
  ir: PolicyIr,
  readings: Choices = {},
): Promise<LoadedTraced | Extract<EmittedColumnar, { kind: 'refused' }>> {
  const emitted = emitColumnar(ir, { trace: true, readings, types: '../../runtime/columnar/layout.ts' });
  if (emitted.kind === 'refused') return emitted;
  const module = await loadModule(emitted.file.content);
  return {
    ir,
    layout: module.layout as ColumnarLayout,
    trace: module.traceLayout as TraceLayout,
    assess: module.assessTraced as TracedCode,
  };
}

/** Assesses an input as the one row of its columns; why it is a general row. What it gives is written over by the next. */
export function rowTracer({
  ir,
  layout,
  trace,
  assess,
}: LoadedTraced): (input: EvaluationInput) => OneRow | GeneralRow {
  const filler = rowFiller(ir, layout);
  const columns = newColumns(layout, 1);
  const outcomes = newOutcomes(layout, 1);
  const cells = newTrace(trace, 1);
  return (input) => {
    filler.start(columns, input.period.year);
    const why = filler.add(columns, input);
    if (why !== undefined) return why;
    roomForOutcomes(layout, outcomes, columns);
    roomForTrace(trace, layout, cells, columns, 0, 1);
    assess(columns, outcomes, cells, 0, 1);
    return { columns, outcomes, trace: cells, cells: trace.cells, from: 0, row: 0 };
  };
}

/** A traced row whose columns and outcomes can be read as a block of one. */
export type OneRow = TracedRow & AssessedRow;

/** Calls back with every row that is not general. */
export function traceEach(
  loaded: LoadedTraced,
  inputs: Iterable<EvaluationInput>,
  then: (traced: TracedRow, input: EvaluationInput) => void,
): void {
  const tracer = rowTracer(loaded);
  for (const input of inputs) {
    const traced = tracer(input);
    if (!('reason' in traced)) then(traced, input);
  }
}

export interface TracedComparison {
  readonly rows: number;
  readonly recorded: ReadonlySet<number>;
  readonly differences: readonly { readonly input: EvaluationInput; readonly found: readonly TraceDifference[] }[];
}

export function compareTraced(loaded: LoadedTraced, inputs: Iterable<EvaluationInput>): TracedComparison {
  const { ir, layout, trace } = loaded;
  let rows = 0;
  const recorded = new Set<number>();
  const differences: TracedComparison['differences'][number][] = [];
  traceEach(loaded, inputs, (traced, input) => {
    rows += 1;
    const place = rowPlace(traced);
    for (const slot of trace.slots) if (hasRun(slotReading(slot), place)) recorded.add(slot.node);
    const found = differencesFromTrace(evaluate(ir, input), layout, trace, traced);
    if (found.length > 0) differences.push({ input, found });
  });
  return { rows, recorded, differences };
}
