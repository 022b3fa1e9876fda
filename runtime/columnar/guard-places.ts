/** Looks whether bytes are places of a column: four at once, and one question for all of them. */
import { type Filling, fillAllAbsent, hasValue, refusePlace } from './cell-guards.ts';
import type { SourceColumn } from './column-source.ts';

/** Places that stand as the column has them, of so many. */
export function guardPlaces(source: SourceColumn, values: Uint8Array, length: number, filling: Filling): void {
  const { count } = filling;
  if (bitsOf(values, count) >= length) {
    for (let index = 0; index < count; index += 1)
      if (values[index]! >= length && hasValue(source, index)) refusePlace(filling, index);
  }
  fillAllAbsent(source, filling);
}

/** All bits that stand in any of the first places: no place is above that. */
function bitsOf(values: Uint8Array, count: number): number {
  const aligned = Math.min(count, -values.byteOffset & 3);
  const words = (count - aligned) >>> 2;
  let bits = bitsOfBytes(values, 0, aligned) | bitsOfBytes(values, aligned + words * 4, count);
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
