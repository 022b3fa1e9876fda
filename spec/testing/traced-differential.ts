/** Traced rows against the interpreter: nothing recorded that its frames do not hold, and the same outcomes. */
import { type EmittedColumnar, emitColumnar } from '../../compiler/emit/columnar/emit-columnar.ts';
import { differencesFromTrace, type TraceDifference } from '../../runtime/columnar/differences-from-trace.ts';
import type { ColumnarLayout, Columns, OutcomeColumns } from '../../runtime/columnar/layout.ts';
import { newColumns } from '../../runtime/columnar/new-columns.ts';
import { newOutcomes, roomForOutcomes } from '../../runtime/columnar/new-outcomes.ts';
import { newTrace, roomForTrace } from '../../runtime/columnar/new-trace.ts';
import { rowFiller } from '../../runtime/columnar/row-filler.ts';
import type { TracedRow } from '../../runtime/columnar/steps.ts';
import type { Trace, TraceLayout } from '../../runtime/columnar/trace-layout.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { loadModule } from './load-module.ts';

export type TracedCode = (columns: Columns, outcomes: OutcomeColumns, trace: Trace, from: number, to: number) => void;

export interface LoadedTraced {
  readonly ir: PolicyIr;
  readonly layout: ColumnarLayout;
  readonly trace: TraceLayout;
  readonly assess: TracedCode;
}

export async function loadTraced(ir: PolicyIr): Promise<LoadedTraced | Extract<EmittedColumnar, { kind: 'refused' }>> {
  const emitted = emitColumnar(ir, { trace: true, types: '../../runtime/columnar/layout.ts' });
  if (emitted.kind === 'refused') return emitted;
  const module = await loadModule(emitted.file.content);
  return {
    ir,
    layout: module.layout as ColumnarLayout,
    trace: module.traceLayout as TraceLayout,
    assess: module.assessTraced as TracedCode,
  };
}

/** Assesses each input as the one row of its columns; calls back with every row that is not general. */
export function traceEach(
  { ir, layout, trace, assess }: LoadedTraced,
  inputs: Iterable<EvaluationInput>,
  then: (traced: TracedRow, input: EvaluationInput) => void,
): void {
  const filler = rowFiller(ir, layout);
  const columns = newColumns(layout, 1);
  const outcomes = newOutcomes(layout, 1);
  const cells = newTrace(trace, 1);
  for (const input of inputs) {
    filler.start(columns, input.period.year);
    if (filler.add(columns, input) !== undefined) continue;
    roomForOutcomes(layout, outcomes, columns);
    roomForTrace(trace, layout, cells, columns, 0, 1);
    assess(columns, outcomes, cells, 0, 1);
    then({ columns, outcomes, trace: cells, cells: trace.cells, from: 0, row: 0 }, input);
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
    for (const { node, slot } of trace.slots)
      if (traced.trace.row[slot] !== Number.POSITIVE_INFINITY) recorded.add(node);
    const found = differencesFromTrace(evaluate(ir, input), layout, trace, traced);
    if (found.length > 0) differences.push({ input, found });
  });
  return { rows, recorded, differences };
}
