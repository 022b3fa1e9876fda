/** Source columns → cells. What stands as the layout has it is copied and looked at on the way; all else is converted value by value. */
import {
  type Filling,
  fillAbsent,
  placesInOrder,
  placesOf,
  refuseNumber,
  refusePlace,
  type Steps,
  stepsOf,
} from './cell-guards.ts';
import { eachRun, type SourceColumn } from './column-source.ts';
import { copyDoubles, copyLongs, halvesOf, longAt } from './copy-numbers.ts';
import { guardPlaces } from './guard-places.ts';
import type { CellForm } from './layout.ts';

export function fillCells(source: SourceColumn | undefined, cells: CellForm, filling: Filling): void {
  const { count } = filling;
  if (source === undefined) {
    for (let index = 0; index < count; index += 1) fillAbsent(undefined, filling, index);
    return;
  }
  if (source.values.length < count) throw new RangeError(`${source.values.length} values for ${count} rows`);
  switch (cells.kind) {
    case 'number':
    case 'day':
      fillNumbers(source, stepsOf(source, cells), filling);
      return;
    case 'truth':
    case 'option':
      fillPlaces(source, cells, filling);
      return;
    case 'options':
      fillBits(source, cells, filling);
      return;
  }
}

// ── Numbers ──────────────────────────────────────────────────────────────────

function fillNumbers(source: SourceColumn, steps: Steps, filling: Filling): void {
  const { factor, divisor } = steps;
  const { values } = source;
  if (values instanceof Float64Array && factor === 1 && divisor === 1) copyDoubles(source, values, steps, filling);
  else if (values instanceof BigInt64Array && divisor === 1) copyLongs(source, values, steps, filling);
  else convertNumbers(source, steps, filling);
}

/** As they stand at first; garbage is sorted out afterwards. */
function convertNumbers(source: SourceColumn, steps: Steps, filling: Filling): void {
  const { at, count } = filling;
  const target = filling.target as Float64Array;
  setNumbers(source.values, target, at, count);
  if (steps.factor === 1 && steps.divisor === 1) {
    copyDoubles(source, target.subarray(at, at + count), steps, filling);
    return;
  }
  eachRun(source.valid, count, (from, to, isValid) => {
    if (isValid) scaleNumbers(source, steps, filling, from, to);
    else for (let index = from; index < to; index += 1) fillAbsent(source.none, filling, index);
  });
}

function setNumbers(values: SourceColumn['values'], target: Float64Array, at: number, count: number): void {
  if (values instanceof BigInt64Array) {
    const halves = halvesOf(values);
    for (let index = 0; index < count; index += 1) target[at + index] = longAt(halves, index);
  } else target.set(values.subarray(0, count), at);
}

function scaleNumbers(source: SourceColumn, steps: Steps, filling: Filling, from: number, to: number): void {
  const { low, high, factor, divisor } = steps;
  const { at } = filling;
  const target = filling.target as Float64Array;
  for (let place = at + from; place < at + to; place += 1) {
    const value = target[place]!;
    if (value >= low && value <= high && Math.floor(value) === value && (divisor === 1 || value % divisor === 0))
      target[place] = divisor === 1 ? value * factor : value / divisor;
    else refuseNumber(source, filling, place - at, value);
  }
}

// ── Truths and options ───────────────────────────────────────────────────────

function fillPlaces(
  source: SourceColumn,
  cells: Extract<CellForm, { kind: 'truth' | 'option' }>,
  filling: Filling,
): void {
  const { target, at, count } = filling;
  const { values } = source;
  const known = placesInOrder(source, cells);
  if (known !== undefined && values instanceof Uint8Array) {
    target.set(count === values.length ? values : values.subarray(0, count), at);
    guardPlaces(source, values, known, filling);
    return;
  }
  const places = placesOf(source, cells);
  eachRun(source.valid, count, (from, to, isValid) => {
    for (let index = from; index < to; index += 1) {
      const place = isValid ? (places[Number(values[index])] ?? -1) : -1;
      if (!isValid) fillAbsent(source.none, filling, index);
      else if (place >= 0) target[at + index] = place;
      else refusePlace(filling, index);
    }
  });
}

function fillBits(source: SourceColumn, cells: Extract<CellForm, { kind: 'options' }>, filling: Filling): void {
  const places = placesOf(source, cells);
  const { target, at } = filling;
  const { values } = source;
  const inOrder = placesInOrder(source, cells) !== undefined;
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
