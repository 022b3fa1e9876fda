import type { Mask } from '../../../runtime/columnar/column-source.ts';

/** A bit for each, as engines keep them: in words of 64, the first one anywhere. */
export function mask(bits: readonly boolean[], offset = 0): Mask {
  const words = new BigUint64Array(Math.ceil((bits.length + offset) / 64) || 1);
  bits.forEach((bit, index) => {
    const place = index + offset;
    if (bit) words[place >> 6]! |= 1n << BigInt(place & 63);
  });
  return { bits: words, offset };
}
