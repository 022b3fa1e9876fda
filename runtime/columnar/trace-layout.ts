/**
 * The flat trace: what a columnar evaluator met on its way, as plain cells. Each node that is recorded has a fixed place in the stretch
 * of its row, or, in an items block or an aggregate, in the stretch of its item. Steps are read off it (`steps.ts`), and a full
 * explanation is held against it, value by value (`differences-from-trace.ts`).
 */
import type { NodeId } from '../ir.ts';

/** How a value stands in its cells. NaN: undefined, or `none`. */
export type TraceForm =
  /** One cell: a whole number of 1/denominator (of days for dates, without denominator). */
  | { readonly kind: 'number'; readonly denominator: number }
  /** Two cells: the least and the most of an amount that is open, as in `number`. */
  | { readonly kind: 'range'; readonly denominator: number }
  /** Two cells: numerator, and what denominator times it is divided by, above 0. */
  | { readonly kind: 'quotient'; readonly denominator: number }
  | { readonly kind: 'day' }
  /** 0 or 1. */
  | { readonly kind: 'truth' }
  /** The index of the option; a set of options: its bits. */
  | { readonly kind: 'option'; readonly options: readonly string[] }
  | { readonly kind: 'options'; readonly options: readonly string[] };

export interface TraceSlot {
  readonly node: NodeId;
  /** What of the node: the value of an expression; of a statement, its condition, `it` after it, the room that a cap left, what the ledger says. */
  readonly of: 'value' | 'truth' | 'it' | 'room' | 'used';
  /** The first of its cells, from the start of the stretch. */
  readonly slot: number;
  readonly form: TraceForm;
}

export interface TraceLayout {
  /** Cells of one row. */
  readonly cells: number;
  /** In the order in which they are met. */
  readonly slots: readonly TraceSlot[];
  /** By items statement or aggregate: cells of one item, in the order of the items of its list. */
  readonly items: readonly {
    readonly node: NodeId;
    readonly list: string;
    readonly cells: number;
    readonly slots: readonly TraceSlot[];
  }[];
}

/** Stands in every cell of what did not run. */
export const didNotRun = Number.POSITIVE_INFINITY;

/**
 * Where an evaluator records. Row r of a call over `from` to `to` starts at `at + (r − from) × cells` of `row`; item j of the list's offsets at
 * `(j − offsets[from]) × cells` of the array of its node, in the order of `TraceLayout.items`.
 */
export interface Trace {
  readonly row: Float64Array;
  readonly at: number;
  readonly items: readonly Float64Array[];
}
