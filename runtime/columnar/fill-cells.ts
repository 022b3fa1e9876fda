/** Source columns → cells. The guard of a column is checked in the pass that fills it, for that pass touches every value anyway. */
import { isSet, type Mask, type SourceColumn, wordsOf } from './column-source.ts';
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

export function fillCells(source: SourceColumn | undefined, cells: CellForm, filling: Filling): void {
  const { target, at, count } = filling;
  if (source === undefined) {
    for (let index = 0; index < count; index += 1) fillAbsent(undefined, filling, index);
    return;
  }
  switch (cells.kind) {
    case 'number':
      copyNumbers(source, target as Float64Array, at, count);
      fillNumbers(source, stepsOf(source, cells), filling);
      return;
    case 'day':
      copyNumbers(source, target as Float64Array, at, count);
      fillNumbers(source, { low: -dayLimit, high: dayLimit, factor: 1, divisor: 1 }, filling);
      return;
    case 'truth':
      fillPlaces(source, [0, 1], filling);
      return;
    case 'option':
      fillPlaces(source, placesOf(source, cells.options), filling);
      return;
    case 'options':
      fillBits(source, placesOf(source, cells.options), filling);
      return;
  }
}

/** Days of four-digit years lie well within. */
const dayLimit = 10_000_000;

// ── Numbers ──────────────────────────────────────────────────────────────────

/** The guard in units of the source, and how its whole numbers become the column's. */
interface Steps {
  readonly low: number;
  readonly high: number;
  readonly factor: number;
  readonly divisor: number;
}

function stepsOf({ scale = 0 }: SourceColumn, cells: { scale: number; low: number; high: number }): Steps {
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

/** As they stand; garbage is sorted out afterwards. */
function copyNumbers({ values }: SourceColumn, target: Float64Array, at: number, count: number): void {
  if (!(values instanceof BigInt64Array)) {
    target.set(values.subarray(0, count), at);
    return;
  }
  // Halves, since every BigInt would be an object. A number beyond 2^53 is rounded here, and is beyond every guard before and after.
  const low = new Uint32Array(values.buffer, values.byteOffset, count * 2);
  const high = new Int32Array(values.buffer, values.byteOffset, count * 2);
  for (let index = 0; index < count; index += 1)
    target[at + index] = high[index * 2 + 1]! * 4_294_967_296 + low[index * 2]!;
}

function fillNumbers(source: SourceColumn, steps: Steps, filling: Filling): void {
  const isPlain = steps.factor === 1 && steps.divisor === 1;
  eachRun(source.valid, filling.count, (from, to, isValid) => {
    if (!isValid) for (let index = from; index < to; index += 1) fillAbsent(source.none, filling, index);
    else if (isPlain) guardNumbers(source, steps, filling, from, to);
    else scaleNumbers(source, steps, filling, from, to);
  });
}

/** Numbers that stand already as the column has them. */
function guardNumbers(source: SourceColumn, { low, high }: Steps, filling: Filling, from: number, to: number): void {
  const { at } = filling;
  const target = filling.target as Float64Array;
  for (let place = firstRefused(target, at + from, at + to, low, high); place < at + to; ) {
    refuse(source, filling, place - at, target[place]!);
    place = firstRefused(target, place + 1, at + to, low, high);
  }
}

/** The first place with anything but a whole number from `low` to `high`; `to` where there is none. This is the loop that every figure goes through, hence four at once. */
function firstRefused(target: Float64Array, from: number, to: number, low: number, high: number): number {
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const first = target[at]!;
    const second = target[at + 1]!;
    const third = target[at + 2]!;
    const fourth = target[at + 3]!;
    if (!(first >= low && first <= high && Math.floor(first) === first)) return at;
    if (!(second >= low && second <= high && Math.floor(second) === second)) return at + 1;
    if (!(third >= low && third <= high && Math.floor(third) === third)) return at + 2;
    if (!(fourth >= low && fourth <= high && Math.floor(fourth) === fourth)) return at + 3;
  }
  for (; at < to; at += 1) {
    const value = target[at]!;
    if (!(value >= low && value <= high && Math.floor(value) === value)) return at;
  }
  return to;
}

function scaleNumbers(source: SourceColumn, steps: Steps, filling: Filling, from: number, to: number): void {
  const { low, high, factor, divisor } = steps;
  const { at } = filling;
  const target = filling.target as Float64Array;
  for (let place = at + from; place < at + to; place += 1) {
    const value = target[place]!;
    if (value >= low && value <= high && Math.floor(value) === value && (divisor === 1 || value % divisor === 0))
      target[place] = divisor === 1 ? value * factor : value / divisor;
    else refuse(source, filling, place - at, value);
  }
}

function refuse({ none: stated }: SourceColumn, filling: Filling, index: number, value: number): void {
  const { general, at } = filling;
  if (Number.isNaN(value)) fillAbsent(stated, filling, index);
  else if (general[at + index] === 0) general[at + index] = guard;
}

/** Stretches of rows that have a value and of rows that have none. Where whole words of a mask are set, it is not asked bit by bit. */
function eachRun(
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

/** A row without a value: numbers and days may have none, all else is unknown. */
function fillAbsent(stated: Mask | undefined, filling: Filling, index: number): void {
  const { target, at, general, absent, starts } = filling;
  const isStated = stated !== undefined && isSet(wordsOf(stated), (stated.offset ?? 0) + index);
  const isBefore = starts !== undefined && starts.days[starts.from + index]! >= starts.noneFrom;
  const hasNone = target instanceof Float64Array;
  if ((isStated || isBefore) && hasNone) target[at + index] = Number.NaN;
  else if (general[at + index] === 0) general[at + index] = isStated || isBefore ? none : absent;
}

// ── Truths and options ───────────────────────────────────────────────────────

/** Where each option of the source stands in the column; −1 where the column has no such option. */
function placesOf({ options }: SourceColumn, own: readonly string[]): readonly number[] {
  return (options ?? own).map((option) => own.indexOf(option));
}

function fillPlaces(source: SourceColumn, places: readonly number[], filling: Filling): void {
  const { target, at } = filling;
  const { values } = source;
  const inOrder = places.every((place, index) => place === index);
  const { length } = places;
  eachRun(source.valid, filling.count, (from, to, isValid) => {
    if (!isValid) for (let index = from; index < to; index += 1) fillAbsent(source.none, filling, index);
    else if (inOrder && values instanceof Uint8Array) {
      target.set(values.subarray(from, to), at + from);
      if (bitsOf(values, from, to) < length) return;
      for (let index = from; index < to; index += 1) if (values[index]! >= length) refusePlace(filling, index);
    } else {
      for (let index = from; index < to; index += 1) {
        const place = places[Number(values[index])] ?? -1;
        if (place >= 0) target[at + index] = place;
        else refusePlace(filling, index);
      }
    }
  });
}

/** All bits that stand in any of the places: no place is above that. */
function bitsOf(values: Uint8Array, from: number, to: number): number {
  let all = 0;
  for (let index = from; index < to; index += 1) all |= values[index]!;
  return all;
}

function refusePlace({ general, at }: Filling, index: number): void {
  if (general[at + index] === 0) general[at + index] = form;
}

function fillBits(source: SourceColumn, places: readonly number[], filling: Filling): void {
  const { target, at } = filling;
  const { values } = source;
  const inOrder = places.every((place, index) => place === index);
  const strange = places.length >= 32 ? 0 : (-1 << places.length) >>> 0;
  eachRun(source.valid, filling.count, (from, to, isValid) => {
    for (let index = from; index < to; index += 1) {
      if (!isValid) {
        fillAbsent(source.none, filling, index);
        continue;
      }
      const bits = Number(values[index]);
      const isKnown = bits >>> 0 === bits && (bits & strange) === 0;
      const own = !isKnown ? -1 : inOrder ? bits : movedBits(bits, places);
      if (own >= 0) target[at + index] = own;
      else refusePlace(filling, index);
    }
  });
}

function movedBits(bits: number, places: readonly number[]): number {
  let moved = 0;
  for (let from = 0; from < places.length; from += 1) {
    if (((bits >>> from) & 1) === 0) continue;
    const to = places[from]!;
    if (to < 0) return -1;
    moved |= 1 << to;
  }
  return moved >>> 0;
}
