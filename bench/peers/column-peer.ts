/** Another engine that assesses many companies at a time, held in its own memory as columns. */
import type { AmountColumns, FiveColumns } from '../companies/five-columns.ts';

export interface ColumnPeer {
  readonly name: string;
  /** Loads the engine and gives it the facts; not timed. */
  readonly prepare: (facts: FiveColumns) => Promise<PreparedColumns>;
}
export interface PreparedColumns {
  /** What is timed: from the facts in the engine's memory to the amounts in it. */
  readonly run: () => void | Promise<void>;
  /** The amounts of the last run, whole fen. */
  readonly amounts: () => AmountColumns | Promise<AmountColumns>;
  readonly close?: () => void;
}
