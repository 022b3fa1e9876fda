/**
 * Loops that look whether columns hold what their cells may, and tell the rows that do not. Every figure of a table goes through one of them, hence four at once, and one
 * question for the four.
 */
import { areAllSet, eachRun, isSet, type Mask, type SourceColumn, wordsOf } from './column-source.ts';
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
  /** Rows without a value whose series begins on this day or later have none: the days of `starts` from `startsAt` on. */
  readonly starts?: { readonly days: Float64Array; readonly from: number; readonly noneFrom: number };
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

/** Numbers that stand in `target` as the column has them. */
export function guardNumbers(source: SourceColumn, { low, high }: Steps, filling: Filling): void {
  const { target, count } = filling;
  if (source.valid === undefined || areAllSet(source.valid, count)) {
    guardRun(source, target as Float64Array, low, high, filling, 0, count);
    return;
  }
  eachRun(source.valid, count, (from, to, isValid) => {
    if (isValid) guardRun(source, target as Float64Array, low, high, filling, from, to);
    else for (let index = from; index < to; index += 1) fillAbsent(source.none, filling, index);
  });
}

function guardRun(
  source: SourceColumn,
  target: Float64Array,
  low: number,
  high: number,
  filling: Filling,
  from: number,
  to: number,
): void {
  const { at } = filling;
  let place = firstRefused(target, at + from, at + to, low, high);
  for (; place < at + to; place = firstRefused(target, place + 1, at + to, low, high))
    refuseNumber(source, filling, place - at, target[place]!);
}

/**
 * The first place with anything but a whole number from `low` to `high`; `to` where there is none. Eight at once: where an array lies is asked once an iteration,
 * and costs as much as looking at a value. Parts after the point are never negative; those of NaN and of what is infinite are NaN. A value lies between the
 * bounds if it is no further from their middle than they are: one question in place of two, exact while all of these are halves below 2^52.
 */
function firstRefused(target: Float64Array, from: number, to: number, low: number, high: number): number {
  const middle = (low + high) / 2;
  const reach = (high - low) / 2;
  const last = low < -halfSafe || high > halfSafe ? from : to;
  let at = from;
  for (; at + 8 <= last; at += 8) {
    const a = target[at]!;
    const b = target[at + 1]!;
    const c = target[at + 2]!;
    const d = target[at + 3]!;
    const e = target[at + 4]!;
    const f = target[at + 5]!;
    const g = target[at + 6]!;
    const h = target[at + 7]!;
    const parts = a - Math.floor(a) + (b - Math.floor(b)) + (c - Math.floor(c)) + (d - Math.floor(d));
    const others = e - Math.floor(e) + (f - Math.floor(f)) + (g - Math.floor(g)) + (h - Math.floor(h));
    if (parts + others !== 0) break;
    if (Math.abs(a - middle) > reach || Math.abs(b - middle) > reach || Math.abs(c - middle) > reach) break;
    if (Math.abs(d - middle) > reach || Math.abs(e - middle) > reach || Math.abs(f - middle) > reach) break;
    if (Math.abs(g - middle) > reach || Math.abs(h - middle) > reach) break;
  }
  for (; at < to; at += 1) {
    const value = target[at]!;
    if (!(value >= low && value <= high && Math.floor(value) === value)) return at;
  }
  return to;
}

/** 2^51 */
const halfSafe = 2_251_799_813_685_248;

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
  const isBefore = starts !== undefined && starts.days[starts.from + index]! >= starts.noneFrom;
  const hasNone = target instanceof Float64Array;
  if ((isStated || isBefore) && hasNone) target[at + index] = Number.NaN;
  else if (general[at + index] === 0) general[at + index] = isStated || isBefore ? none : absent;
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

/** Places that stand as the column has them, of so many. */
export function guardPlaces(source: SourceColumn, values: Uint8Array, length: number, filling: Filling): void {
  const { count } = filling;
  if (source.valid === undefined || areAllSet(source.valid, count)) {
    guardPlacesRun(values, length, filling, 0, count);
    return;
  }
  eachRun(source.valid, count, (from, to, isValid) => {
    if (isValid) guardPlacesRun(values, length, filling, from, to);
    else for (let index = from; index < to; index += 1) fillAbsent(source.none, filling, index);
  });
}

function guardPlacesRun(values: Uint8Array, length: number, filling: Filling, from: number, to: number): void {
  if (bitsOf(values, from, to) < length) return;
  for (let index = from; index < to; index += 1) if (values[index]! >= length) refusePlace(filling, index);
}

/** All bits that stand in any of the places: no place is above that. */
function bitsOf(values: Uint8Array, from: number, to: number): number {
  const start = values.byteOffset + from;
  const aligned = Math.min(to, from + (-start & 3));
  const words = (to - aligned) >>> 2;
  let bits = bitsOfBytes(values, from, aligned) | bitsOfBytes(values, aligned + words * 4, to);
  if (words > 0) bits |= bitsOfWords(new Uint32Array(values.buffer, values.byteOffset + aligned, words));
  return bits;
}

function bitsOfBytes(values: Uint8Array, from: number, to: number): number {
  let bits = 0;
  for (let at = from; at < to; at += 1) bits |= values[at]!;
  return bits;
}

/** Four places in each word. */
function bitsOfWords(words: Uint32Array): number {
  const { length } = words;
  let bits = 0;
  let at = 0;
  for (; at + 4 <= length; at += 4) bits |= words[at]! | words[at + 1]! | words[at + 2]! | words[at + 3]!;
  for (; at < length; at += 1) bits |= words[at]!;
  bits |= bits >>> 16;
  return (bits | (bits >>> 8)) & 255;
}

/** A value that is no place of the column. */
export function refusePlace({ general, at }: Filling, index: number): void {
  if (general[at + index] === 0) general[at + index] = form;
}
