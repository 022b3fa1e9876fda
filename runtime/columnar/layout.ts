/**
 * What a columnar evaluator reads and writes, told beside its code: one column per fact and year, lists as offsets and values,
 * outcomes as columns. Rows are applicants in one period. The code runs where every figure that it reads is known and within the guard
 * of its column; whoever fills the columns checks that, and marks any other row `general`: it is assessed by the general evaluator.
 */
import type { Window } from '../history.ts';
import type { AmountKind, ChoiceId, ClauseId, ReadingId } from '../ir.ts';

/**
 * How the cells of a column hold what the door lets through.
 * number: a whole number of 10^-scale within the guard, NaN for a stated `none`; day: days since 1970-01-01, NaN for `none`; truth: 0, 1;
 * option: the index of the option; options: bit i for option i. An option or a truth stated `none` makes the row general.
 */
export type CellForm =
  | { readonly kind: 'number'; readonly scale: number; readonly low: number; readonly high: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'truth' }
  | { readonly kind: 'option'; readonly options: readonly string[] }
  | { readonly kind: 'options'; readonly options: readonly string[] };

/** Number and day: Float64Array; truth and option: Uint8Array, of more than 256 options Uint16Array; options: Uint32Array. */
export type Cells = Float64Array | Uint8Array | Uint16Array | Uint32Array;

/** A fact of the applicant (or, in a list, of its items) as of the assessed year + `shift` (0 where it is not yearly). */
export interface FactColumn {
  readonly field: string;
  readonly shift: number;
  readonly form: CellForm;
  /** Before the year of this date fact, yearly figures are `none`. */
  readonly since?: string;
  /** Years before this one are not asked: NaN, and no reason to leave the row to the general evaluator. */
  readonly from?: number;
}

/** What the ledger says, summed up beforehand: of the applicant, or of each item of a list. A row whose history is not covered, or holds a provisional award, is general. */
export interface HistoryColumn {
  readonly clause: ClauseId;
  readonly window: Window;
  /**
   * paid: Σ that counts as paid in caps (of what is paid in parts the whole), paidOut: Σ that left the treasury, each a whole number of
   * 10^-scale within 0 to `high`; awarded: 1 where some award above 0 was paid; times: how many such awards there were. In a list, of the item.
   */
  readonly asks: 'paid' | 'paidOut' | 'awarded' | 'times';
  readonly scale: number;
  readonly high: number;
}

export interface ListColumns {
  readonly list: string;
  /** A row with more items is general: what is summed over them is held in safe integers up to here. */
  readonly most: number;
  readonly facts: readonly FactColumn[];
  readonly history: readonly HistoryColumn[];
}

/** What clause by clause comes out: payable amounts are whole numbers of 1/`denominator` of the base unit. */
export interface OutcomeColumn {
  readonly clause: ClauseId;
  readonly kind: AmountKind;
  readonly currency: string;
  readonly denominator: number;
  /** Nothing leaves its amounts open: `low` and `high` are one and the same column. */
  readonly settled?: true;
  /** The clause goes through this list and tells an outcome for each item. */
  readonly list?: string;
}

export interface ColumnarLayout {
  readonly policy: string;
  /** The readings that the code was made for; an applicant under others is general. */
  readonly readings: Readonly<Record<ReadingId, ChoiceId>>;
  /** Figures that are the same for all rows: a column of one cell each. */
  readonly parameters: readonly FactColumn[];
  readonly facts: readonly FactColumn[];
  readonly history: readonly HistoryColumn[];
  readonly lists: readonly ListColumns[];
  readonly outcomes: readonly OutcomeColumn[];
}

/** Columns of so many rows, in the order of the layout. */
export interface Columns {
  readonly year: number;
  readonly rows: number;
  readonly parameters: readonly Cells[];
  readonly facts: readonly Cells[];
  readonly history: readonly Cells[];
  /** `offsets` has rows + 1 entries: the items of row i are offsets[i] to offsets[i + 1] − 1. */
  readonly lists: readonly {
    readonly offsets: Uint32Array;
    readonly facts: readonly Cells[];
    readonly history: readonly Cells[];
  }[];
  /** 1: a coverage of all policies answers for the period; else grants stand as ceilings (R10). */
  readonly answered: Uint8Array;
  /** Not 0: the row is left to the general evaluator. */
  readonly general: Uint8Array;
}

/** Codes of the `status` column. */
export const outcomeCodes = [
  'notMet',
  'granted',
  'grantedUpTo',
  'undetermined',
  'outOfForce',
  'superseded',
  'noAmount',
] as const;

/**
 * Outcome columns, by clause in the order of the layout. Where an amount is settled, `low` equals `high`. Both are amounts where the status is
 * granted, grantedUpTo or undetermined; beside any other status they may be left as they were.
 */
export interface OutcomeColumns {
  /** The status columns of all clauses, one behind the other, of `rows` bytes each: they can be cleared at once. */
  readonly statuses: Uint8Array;
  readonly clauses: readonly {
    readonly status: Uint8Array;
    readonly low: Float64Array;
    readonly high: Float64Array;
    /** By item, as the list's offsets; an item that is left out of the clause has the status 255. */
    readonly items?: { readonly status: Uint8Array; readonly low: Float64Array; readonly high: Float64Array };
  }[];
}

/**
 * Assesses the rows from `from` to `to` − 1; what it writes beside general ones is of no meaning. The columns of the last call are remembered: arrays of rows must stay the
 * same as long as the objects that hold them do. The year, cells, parameters and arrays of items may change from call to call.
 */
export type ColumnarCode = (columns: Columns, outcomes: OutcomeColumns, from: number, to: number) => void;
