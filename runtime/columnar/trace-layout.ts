/**
 * The flat trace: what a columnar evaluator met on its way, as plain cells. Each node that is recorded has a place: a cell in the stretch
 * of its row, or, in an items block, of its item; or, where the value stands in the columns already, those. Marks say which of them were
 * met, so that no cell needs to be cleared before a row. A trace is read beside the columns of its row: `trace-reading.ts`. Steps are told
 * from it (`steps.ts`), and a full explanation is held against it, value by value (`differences-from-trace.ts`).
 */
import type { NodeId } from '../ir.ts';

/** What the numbers of a slot mean. NaN: undefined, or `none`. */
export type TraceForm =
  /** One number: a whole number of 1/denominator (of days for dates, without denominator). */
  | { readonly kind: 'number'; readonly denominator: number }
  /** Two numbers: the least and the most of an amount that is open, as in `number`. */
  | { readonly kind: 'range'; readonly denominator: number }
  /** Two numbers: numerator, and what denominator times it is divided by, above 0. */
  | { readonly kind: 'quotient'; readonly denominator: number }
  | { readonly kind: 'day' }
  /** 0 or 1. */
  | { readonly kind: 'truth' }
  /** The index of the option; a set of options: its bits. */
  | { readonly kind: 'option'; readonly options: readonly string[] }
  | { readonly kind: 'options'; readonly options: readonly string[] };

/** A bit of a mark: a whole number in a cell of the stretch. */
export interface TraceMark {
  readonly at: number;
  readonly mask: number;
}

/** Where a number stands. */
export type TraceSource =
  /** In a cell of the stretch. */
  | { readonly in: 'trace'; readonly at: number }
  /** In a column of the row's; in one of the item's; in a parameter's. */
  | { readonly in: 'fact' | 'history' | 'itemFact' | 'itemHistory' | 'parameter'; readonly at: number }
  /** The same in every row. */
  | { readonly in: 'code'; readonly value: number }
  | TruthSource;

/** 1 or 0: whether the bit is set, or, with `not`, is not. */
export interface TruthSource extends TraceMark {
  readonly in: 'mark';
  readonly not?: true;
}

export interface TraceSlot {
  readonly node: NodeId;
  /** What of the node: the value of an expression; of a statement, its condition, `it` after it, the room that a cap left, what the ledger says. */
  readonly of: 'value' | 'truth' | 'it' | 'room' | 'used';
  readonly form: TraceForm;
  /** Set where the code came to it. */
  readonly ran: TraceMark;
  /** Where its value was asked for as well. Absent: always. */
  readonly asked?: TruthSource;
  readonly first: TraceSource;
  /** Without it, no number of the slot is ever NaN. */
  readonly mayBeNone?: true;
  readonly second?: TraceSource;
}

export interface TraceLayout {
  /** Cells of one row. */
  readonly cells: number;
  /** In the order in which they are met. */
  readonly slots: readonly TraceSlot[];
  /** By items statement: cells of one item, in the order of the items of its list. */
  readonly items: readonly {
    readonly node: NodeId;
    readonly list: string;
    /** In the stretch of the row: set where the code came to the items. */
    readonly ran: TraceMark;
    readonly cells: number;
    readonly slots: readonly TraceSlot[];
  }[];
}

/**
 * Where an evaluator records. Row r of a call over `from` to `to` starts at `at + (r − from) × cells` of `row`; item j of the list's offsets at
 * `(j − offsets[from]) × cells` of the array of its node, in the order of `TraceLayout.items`. The stretch of a general row tells of nothing.
 */
export interface Trace {
  readonly row: Float64Array;
  readonly at: number;
  readonly items: readonly Float64Array[];
}
