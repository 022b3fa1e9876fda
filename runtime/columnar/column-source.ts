/** Columns as database engines and tables hand them over: typed arrays with masks, a chunk of rows at a time. */

/** One bit a row, the lowest bit of the first word first; the first row's bit is at `offset`. */
export interface Mask {
  readonly bits: BigUint64Array | Uint32Array;
  readonly offset?: number;
}

/**
 * number: whole numbers of 10^-scale of the base unit (fen: scale 2; a ratio of percent: scale 2 too); day: days since 1970-01-01; truth: 0 or 1;
 * option: places in `options`; options: bit i for `options[i]`. Slots without a value may hold anything; NaN is no value either.
 */
export interface SourceColumn {
  readonly values:
    | Float64Array
    | Float32Array
    | BigInt64Array
    | Int32Array
    | Uint32Array
    | Int16Array
    | Uint16Array
    | Int8Array
    | Uint8Array;
  /** Rows that have a value; absent: all have. */
  readonly valid?: Mask;
  /** Rows without a value where it is stated not to exist. */
  readonly none?: Mask;
  /** Of numbers; 0 if absent. */
  readonly scale?: number;
  /** Ids of options, in the order of the source. */
  readonly options?: readonly string[];
}

/** By field id, of yearly figures with the year: `rd@2024`. A column that is not there has no value in any row. */
export type SourceColumns = ReadonlyMap<string, SourceColumn>;

export interface SourceList {
  /** One more than rows: the items of row i are offsets[i] to offsets[i + 1] − 1. */
  readonly offsets: Uint32Array;
  readonly facts: SourceColumns;
  /** In the order of the layout's columns for the list; no value: the ledger does not cover it. */
  readonly history?: readonly SourceColumn[];
  /** Rows whose list is known; absent: all. */
  readonly valid?: Mask;
}

/** So many applicants of one period, under the readings of the layout. */
export interface SourceChunk {
  readonly rows: number;
  readonly facts: SourceColumns;
  /** Where lists are not there, no row has one that is known. */
  readonly lists?: ReadonlyMap<string, SourceList>;
  /** In the order of the layout; no value: the ledger does not cover it. */
  readonly history?: readonly SourceColumn[];
  /** 1 by row, or for all, where a coverage of all policies answers for the period. */
  readonly answered?: Uint8Array | boolean;
  /** Codes of `generalReasons` for rows that are general for what the columns do not tell: decisions, awards of other policies, provisional ones. */
  readonly general?: Uint8Array;
}

/** Words of 32 bits, so that no bit is ever a BigInt. */
export function wordsOf({ bits }: Mask): Uint32Array {
  if (bits instanceof Uint32Array) return bits;
  return new Uint32Array(bits.buffer, bits.byteOffset, bits.length * 2);
}

export function isSet(words: Uint32Array, place: number): boolean {
  return ((words[place >>> 5]! >>> (place & 31)) & 1) === 1;
}

/** The rows of the first `count` that are not set, in their order; words that are set are passed over whole. */
export function eachUnset(mask: Mask, count: number, visit: (row: number) => void): void {
  const words = wordsOf(mask);
  const { offset = 0 } = mask;
  const end = offset + count;
  for (let first = offset & -32; first < end; first += 32) {
    let unset = ~words[first >>> 5]!;
    if (unset === 0) continue;
    if (first < offset) unset &= -1 << (offset & 31);
    if (first + 32 > end) unset &= ~(-1 << (end & 31));
    for (; unset !== 0; unset &= unset - 1) visit(first + 31 - Math.clz32(unset & -unset) - offset);
  }
}

/** Stretches of rows that have a value and of rows that have none. Where whole words of a mask are set, it is not asked bit by bit. */
export function eachRun(
  valid: Mask | undefined,
  count: number,
  visit: (from: number, to: number, isValid: boolean) => void,
): void {
  if (valid === undefined) {
    visit(0, count, true);
    return;
  }
  const words = wordsOf(valid);
  const { offset = 0 } = valid;
  for (let from = 0; from < count; ) {
    const isValid = isSet(words, offset + from);
    const whole = isValid ? 0xffff_ffff : 0;
    let to = from + 1;
    while (to < count) {
      const place = offset + to;
      if ((place & 31) === 0 && words[place >>> 5] === whole) to += 32;
      else if (isSet(words, place) === isValid) to += 1;
      else break;
    }
    visit(from, Math.min(to, count), isValid);
    from = to;
  }
}
