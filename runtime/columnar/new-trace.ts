/** Room for traces: made once, written over and over. */
import type { ColumnarLayout, Columns } from './layout.ts';
import type { Trace, TraceLayout } from './trace-layout.ts';

/** Its arrays are replaced by longer ones as they are needed: hand it out only after `roomForTrace`. */
export interface TraceBlock extends Trace {
  row: Float64Array;
  at: number;
  readonly items: Float64Array[];
}

export function newTrace(layout: TraceLayout, rows: number): TraceBlock {
  return {
    row: new Float64Array(rows * layout.cells),
    at: 0,
    items: layout.items.map(({ cells }) => new Float64Array(rows * cells)),
  };
}

/** Room for the rows from `from` to `to` − 1, behind `at`, and for their items. */
export function roomForTrace(
  layout: TraceLayout,
  { lists }: ColumnarLayout,
  trace: TraceBlock,
  columns: Columns,
  from: number,
  to: number,
): void {
  trace.row = longer(trace.row, trace.at + (to - from) * layout.cells);
  layout.items.forEach(({ list, cells }, index) => {
    const { offsets } = columns.lists[lists.findIndex((one) => one.list === list)]!;
    trace.items[index] = longer(trace.items[index]!, (offsets[to]! - offsets[from]!) * cells);
  });
}

function longer(cells: Float64Array, length: number): Float64Array {
  if (cells.length >= length) return cells;
  const made = new Float64Array(Math.max(length, 2 * cells.length));
  made.set(cells);
  return made;
}
