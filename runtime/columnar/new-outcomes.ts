import type { ColumnarLayout, Columns, OutcomeColumns } from './layout.ts';
import { bytes, type Storage } from './new-columns.ts';

/** Outcome columns that can grow with the columns they answer. */
export interface OutcomeBlock extends OutcomeColumns {
  readonly clauses: readonly ClauseOutcomes[];
}
export interface ClauseOutcomes extends Outcomes {
  /** Replaced by longer ones as lists grow: read them anew after each assessment. */
  items?: Outcomes;
}
export interface Outcomes {
  readonly status: Uint8Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Room for so many rows, and for so many items of each list, or of every list, in the order of the layout. */
export function newOutcomes(
  layout: ColumnarLayout,
  rows: number,
  items: number | readonly number[] = rows,
  storage: Storage = {},
): OutcomeBlock {
  const statuses = new Uint8Array(bytes(rows * layout.outcomes.length, storage));
  const clauses = layout.outcomes.map(({ list, settled }, index): ClauseOutcomes => {
    const status = statuses.subarray(index * rows, (index + 1) * rows);
    const own = { status, ...amounts(rows, settled, storage) };
    if (list === undefined) return own;
    const place = layout.lists.findIndex((one) => one.list === list);
    const count = typeof items === 'number' ? items : (items[place] ?? rows);
    return { ...own, items: itemOutcomes(count, settled, storage) };
  });
  return { statuses, clauses };
}

/** Room for the items that the columns hold by now. What was there is lost: an assessment writes all anew. */
export function roomForOutcomes(layout: ColumnarLayout, block: OutcomeBlock, columns: Columns): void {
  for (const [index, { list, settled }] of layout.outcomes.entries()) {
    const { items } = block.clauses[index]!;
    if (items === undefined) continue;
    const place = layout.lists.findIndex((one) => one.list === list);
    const count = columns.lists[place]!.offsets[columns.rows]!;
    if (count <= items.status.length) continue;
    const shared = items.status.buffer instanceof SharedArrayBuffer;
    block.clauses[index]!.items = itemOutcomes(Math.max(count, items.status.length * 2), settled, { shared });
  }
}

function itemOutcomes(count: number, settled: true | undefined, storage: Storage): Outcomes {
  return { status: new Uint8Array(bytes(count, storage)), ...amounts(count, settled, storage) };
}

/** Where nothing leaves amounts open both ends are one column. */
function amounts(count: number, settled: true | undefined, storage: Storage): Pick<Outcomes, 'low' | 'high'> {
  const high = new Float64Array(bytes(count * 8, storage));
  return { low: settled === true ? high : new Float64Array(bytes(count * 8, storage)), high };
}
