import { type TokenType, typesMade } from './token-type.ts';

/** Token types by their indexes, one bit each: to join two sets takes a few steps, however many types they hold. */
export type TokenSet = Int32Array;

export const noTokens: TokenSet = new Int32Array(0);

/** A type with all that belong to it. */
export function setOf({ members }: TokenType): TokenSet {
  const set = new Int32Array((typesMade() >> 5) + 1);
  for (const index of members) set[index >> 5]! |= 1 << (index & 31);
  return set;
}

export function holds(set: TokenSet, index: number): boolean {
  return (set[index >> 5]! & (1 << (index & 31))) !== 0;
}

export function union(left: TokenSet, right: TokenSet): TokenSet {
  const [longer, shorter] = left.length < right.length ? [right, left] : [left, right];
  const both = longer.slice();
  for (let at = 0; at < shorter.length; at += 1) both[at]! |= shorter[at]!;
  return both;
}

export function shareNone(left: TokenSet, right: TokenSet): boolean {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) if ((left[at]! & right[at]!) !== 0) return false;
  return true;
}
