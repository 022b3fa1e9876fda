import { compareEnds } from '../interval.ts';
import { compare, divide, floor, multiply, type Rational, subtract, whole } from '../rational.ts';
import type { End } from '../value.ts';

export interface CoinClaim {
  readonly amount: Rational;
  /** What rounding up may not pass. */
  readonly limit: End;
}

/** R9: everybody's whole coins, then one more each, the largest remainder first (ties: listed order), while there are coins of `together`. */
export function largestRemainder(
  claims: readonly CoinClaim[],
  together: Rational,
  step: Rational,
): readonly Rational[] {
  const shares = claims.map(({ amount, limit }, index) => {
    const coins = floor(divide(amount, step));
    const rest = subtract(amount, multiply(whole(coins), step));
    return { index, coins, rest, mayRise: compareEnds(multiply(whole(coins + 1n), step), limit) <= 0 };
  });
  let left = floor(divide(together, step)) - shares.reduce((total, { coins }) => total + coins, 0n);
  const risen = new Set<number>();
  for (const { index, mayRise } of [...shares].sort((one, other) => compare(other.rest, one.rest))) {
    if (left <= 0n || !mayRise) continue;
    risen.add(index);
    left -= 1n;
  }
  return shares.map(({ index, coins }) => multiply(whole(risen.has(index) ? coins + 1n : coins), step));
}
