/**
 * Numbers on their way into cells, looked at as they pass. Every figure of a table goes through one of these loops, hence several at once: where an array lies is
 * asked once an iteration, and costs as much as looking at a value.
 */
import { type Filling, fillAllAbsent, hasValue, refuseNumber, type Steps } from './cell-guards.ts';
import type { SourceColumn } from './column-source.ts';

/** Doubles that are as the column has them, from the first of `values` on: of the source, or those that stand in its cells already. */
export function copyDoubles(source: SourceColumn, values: Float64Array, steps: Steps, filling: Filling): void {
  const target = filling.target as Float64Array;
  const { at } = filling;
  const upToRefused = (from: number, to: number) => doublesUpTo(values, target, at, from, to, steps);
  copyAll(source, filling, upToRefused, (index) => values[index]!);
}

/**
 * Whole numbers of 64 bits, of the column's scale or a coarser one. They are read as halves, since every BigInt would be an object. A number beyond 2^53 is rounded,
 * and is beyond every guard before and after.
 */
export function copyLongs(source: SourceColumn, values: BigInt64Array, steps: Steps, filling: Filling): void {
  const target = filling.target as Float64Array;
  const { at } = filling;
  const halves = halvesOf(values);
  const upToRefused = (from: number, to: number) => longsUpTo(halves, target, at, from, to, steps);
  copyAll(source, filling, upToRefused, (index) => longAt(halves, index));
}

/** Copies the rows from `from` to `to` − 1 up to the first whose number is refused, and gives that row; `to` where there is none. */
type CopyUpTo = (from: number, to: number) => number;

/** As if all rows had a value: where they have none is looked up for what is refused, and told at the end. */
function copyAll(
  source: SourceColumn,
  filling: Filling,
  upToRefused: CopyUpTo,
  numberAt: (index: number) => number,
): void {
  const { count } = filling;
  for (let index = upToRefused(0, count); index < count; index = upToRefused(index + 1, count))
    if (hasValue(source, index)) refuseNumber(source, filling, index, numberAt(index));
  fillAllAbsent(source, filling);
}

/**
 * Refused is anything but a whole number within the bounds. Parts after the point are never negative; those of NaN and of what is infinite are NaN. A value lies
 * between the bounds if it is no further from their middle than they are: one question in place of two, exact while all of these are halves below 2^52.
 */
function doublesUpTo(
  values: Float64Array,
  target: Float64Array,
  shift: number,
  from: number,
  to: number,
  { low, high }: Steps,
): number {
  const middle = (low + high) / 2;
  const reach = (high - low) / 2;
  const last = low < -halfSafe || high > halfSafe ? from : to;
  let at = from;
  for (; at + 8 <= last; at += 8) {
    const a = values[at]!;
    const b = values[at + 1]!;
    const c = values[at + 2]!;
    const d = values[at + 3]!;
    const e = values[at + 4]!;
    const f = values[at + 5]!;
    const g = values[at + 6]!;
    const h = values[at + 7]!;
    const parts = a - Math.floor(a) + (b - Math.floor(b)) + (c - Math.floor(c)) + (d - Math.floor(d));
    const others = e - Math.floor(e) + (f - Math.floor(f)) + (g - Math.floor(g)) + (h - Math.floor(h));
    if (parts + others !== 0) break;
    if (Math.abs(a - middle) > reach || Math.abs(b - middle) > reach || Math.abs(c - middle) > reach) break;
    if (Math.abs(d - middle) > reach || Math.abs(e - middle) > reach || Math.abs(f - middle) > reach) break;
    if (Math.abs(g - middle) > reach || Math.abs(h - middle) > reach) break;
    const place = at + shift;
    target[place] = a;
    target[place + 1] = b;
    target[place + 2] = c;
    target[place + 3] = d;
    target[place + 4] = e;
    target[place + 5] = f;
    target[place + 6] = g;
    target[place + 7] = h;
  }
  for (; at < to; at += 1) {
    const value = values[at]!;
    if (!(value >= low && value <= high && Math.floor(value) === value)) return at;
    target[at + shift] = value;
  }
  return to;
}

/** 2^51 */
const halfSafe = 2_251_799_813_685_248;

/** They are whole: refused is what lies beyond the bounds. */
function longsUpTo(
  halves: Uint32Array,
  target: Float64Array,
  shift: number,
  from: number,
  to: number,
  { low, high, factor }: Steps,
): number {
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const a = longAt(halves, at);
    const b = longAt(halves, at + 1);
    const c = longAt(halves, at + 2);
    const d = longAt(halves, at + 3);
    if (a < low || a > high || b < low || b > high || c < low || c > high || d < low || d > high) break;
    const place = at + shift;
    target[place] = a * factor;
    target[place + 1] = b * factor;
    target[place + 2] = c * factor;
    target[place + 3] = d * factor;
  }
  for (; at < to; at += 1) {
    const value = longAt(halves, at);
    if (value < low || value > high) return at;
    target[at + shift] = value * factor;
  }
  return to;
}

/** The low half of each before the high one: typed arrays hold numbers as the machine does, and every machine that runs this has the low end first. */
export function halvesOf(values: BigInt64Array): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
}

export function longAt(halves: Uint32Array, index: number): number {
  return (halves[index * 2 + 1]! | 0) * 4_294_967_296 + halves[index * 2]!;
}
