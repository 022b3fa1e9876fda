/** Plain applicants as they travel to the columnar code: typed arrays, and text only for those of whom the ledger knows something. */

/** Positions that are read and assessed together: enough that a query costs little beside them, few enough to stay near the processor. */
const mostPositions = 8192;
/** So few cost little under any policy. */
const leastPositions = 64;
/** Results of clauses in one answer. Each may bring a text of its own, so that they, and not the applicants, are what memory holds. */
const resultsAtOnce = mostPositions * 36;

/** Positions of applicants that are read and assessed together under so many clauses that can pay. */
export function positionsAtOnce(clauses: number): number {
  return Math.max(leastPositions, Math.min(mostPositions, Math.floor(resultsAtOnce / Math.max(1, clauses))));
}

export interface PlainChunk {
  readonly rows: number;
  /** The columns of `PlainRows`, so many rows of each. */
  readonly columns: readonly Float64Array[];
  /** In the order of `PlainRows.lists`. */
  readonly lists: readonly ItemChunk[];
  readonly entries: readonly KnownEntries[];
}

export interface ItemChunk {
  /** The items of row i are offsets[i] to offsets[i + 1] − 1. */
  readonly offsets: Uint32Array;
  readonly columns: readonly Float64Array[];
  /** By item, of lists that are asked about in the ledger. */
  readonly keys?: readonly string[];
}

/** Entries about one row, in the order of recording, as the lines of a ledger. */
export interface KnownEntries {
  readonly row: number;
  readonly subject: string;
  readonly lines: readonly string[];
}

/** Memory that need not be copied when the chunk goes to another thread. */
export function buffersOf({ columns, lists }: PlainChunk): readonly ArrayBuffer[] {
  const cells = [...columns, ...lists.flatMap((list) => [list.offsets, ...list.columns])];
  return cells.map(({ buffer }) => buffer as ArrayBuffer);
}
