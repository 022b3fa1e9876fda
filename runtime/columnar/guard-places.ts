/** Looks whether bytes are places of a column: four at once, and one question for all of them. */
import { type Filling, fillAbsent, refusePlace } from './cell-guards.ts';
import { areAllSet, eachRun, type SourceColumn } from './column-source.ts';

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
