/** What cells may hold, and how rows that hold something else are told. */
import { eachUnset, isSet, type Mask, type SourceColumn, wordsOf } from './column-source.ts';
import { generalCode } from './general-row.ts';
import type { CellForm, Cells } from './layout.ts';

/** Where cells go: `target[at]` and on; rows (or items) that are general are told in `general[at]` and on, the first reason kept. */
export interface Filling {
  readonly target: Cells;
  readonly general: Uint8Array;
  readonly at: number;
  readonly count: number;
  /** What a row without a value is. */
  readonly absent: number;
  readonly starts: SeriesStarts | undefined;
}

/** Rows without a value whose series begins on the day `noneFrom` or later have none. */
export interface SeriesStarts {
  /** By row; NaN where the day is not known. */
  readonly days: Float64Array;
  readonly noneFrom: number;
}

const guard = generalCode('guard');
const form = generalCode('form');
const none = generalCode('none');

/** Days of four-digit years lie well within. */
const dayLimit = 10_000_000;

// ── Numbers ──────────────────────────────────────────────────────────────────

/** The guard in units of the source, and how its whole numbers become the column's. */
export interface Steps {
  readonly low: number;
  readonly high: number;
  readonly factor: number;
  readonly divisor: number;
}

export function stepsOf({ scale = 0 }: SourceColumn, cells: Extract<CellForm, { kind: 'number' | 'day' }>): Steps {
  if (cells.kind === 'day') return { low: -dayLimit, high: dayLimit, factor: 1, divisor: 1 };
  if (scale === cells.scale) return { low: cells.low, high: cells.high, factor: 1, divisor: 1 };
  if (scale > cells.scale) {
    const divisor = 10 ** (scale - cells.scale);
    const high = Math.min(Number.MAX_SAFE_INTEGER, cells.high * divisor);
    const low = Math.max(-Number.MAX_SAFE_INTEGER, cells.low * divisor);
    return { low, high, factor: 1, divisor };
  }
  const factor = 10 ** (cells.scale - scale);
  const [low, high] = [cells.low, cells.high].map((end) => Number(BigInt(end) / BigInt(factor))) as [number, number];
  return { low, high, factor, divisor: 1 };
}

/** A value outside the guard; NaN is none. */
export function refuseNumber({ none: stated }: SourceColumn, filling: Filling, index: number, value: number): void {
  const { general, at } = filling;
  if (Number.isNaN(value)) fillAbsent(stated, filling, index);
  else if (general[at + index] === 0) general[at + index] = guard;
}

/** A row without a value: numbers and days may have none, all else is unknown. */
export function fillAbsent(stated: Mask | undefined, filling: Filling, index: number): void {
  const { target, at, general, absent, starts } = filling;
  const isStated = stated !== undefined && isSet(wordsOf(stated), (stated.offset ?? 0) + index);
  const isBefore = starts !== undefined && starts.days[index]! >= starts.noneFrom;
  const hasNone = target instanceof Float64Array;
  if ((isStated || isBefore) && hasNone) target[at + index] = Number.NaN;
  else if (general[at + index] === 0) general[at + index] = isStated || isBefore ? none : absent;
}

/** All rows without a value, whatever was copied to their cells before. */
export function fillAllAbsent({ valid, none: stated }: SourceColumn, filling: Filling): void {
  if (valid !== undefined) eachUnset(valid, filling.count, (index) => fillAbsent(stated, filling, index));
}

/** Slots of other rows may hold anything. */
export function hasValue({ valid }: SourceColumn, index: number): boolean {
  return valid === undefined || isSet(wordsOf(valid), (valid.offset ?? 0) + index);
}

// ── Truths and options ───────────────────────────────────────────────────────

/** Where each option of the source stands in the column; −1 where the column has no such option. */
export function placesOf(
  { options }: SourceColumn,
  cells: Extract<CellForm, { kind: 'truth' | 'option' | 'options' }>,
): readonly number[] {
  if (cells.kind === 'truth') return [0, 1];
  const own = cells.options;
  return (options ?? own).map((option) => own.indexOf(option));
}

/** How many options the source has, if a place in it is a place in the column. */
export function placesInOrder(
  { options }: SourceColumn,
  cells: Extract<CellForm, { kind: 'truth' | 'option' | 'options' }>,
): number | undefined {
  if (cells.kind === 'truth') return 2;
  if (options === undefined) return cells.options.length;
  return options.every((option, index) => option === cells.options[index]) ? options.length : undefined;
}

/** A value that is no place of the column. */
export function refusePlace({ general, at }: Filling, index: number): void {
  if (general[at + index] === 0) general[at + index] = form;
}
