/** How a pool is shared (R11). Pure arithmetic over claims; who claims what is `settle-pools.ts`. */
import { roundToStep } from '../decimal.ts';
import type { Budget } from '../ir.ts';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  ofDecimalText,
  type Rational,
  subtract,
  sum,
  whole,
  zero,
} from '../rational.ts';

export interface Claim {
  /** Breaks ties of remainders, so that the order of the claims does not matter where shares are in proportion. */
  readonly key: string;
  readonly amount: Rational;
}

/** A uniform rate is published as a percentage with two decimals. */
const rateStep = ofDecimalText('0.0001');

/**
 * Shares in the order of the claims. Always: no share above its claim, Σ ≤ room. Where the claims fit, everybody gets the claim; where not,
 * in whole multiples of `step`:
 *
 * - `proRata`: claim × room ÷ Σ, the coins left over by largest remainder (ties: key), so that Σ is the room's whole coins;
 * - `uniformRate`: claim × the percentage room ÷ Σ, cut to two decimals; what cutting leaves stays in the pool;
 * - `firstCome`, `byRank`: in the order given, the last one served in part;
 * - `firstComeWhole`: in the order given; the queue ends at the first claim that no longer fits whole;
 * - `unlimited`: everybody the claim.
 */
export function sharePool(
  claims: readonly Claim[],
  room: Rational,
  sharing: Budget['sharing'],
  step: Rational,
): readonly Rational[] {
  const amounts = claims.map(({ amount }) => amount);
  if (sharing === 'unlimited' || compare(sum(amounts), room) <= 0) return amounts;
  switch (sharing) {
    case 'proRata':
      return inProportion(claims, room, step);
    case 'uniformRate':
      return atUniformRate(amounts, room, step);
    case 'firstCome':
    case 'byRank':
      return inQueue(amounts, room, step, false);
    case 'firstComeWhole':
      return inQueue(amounts, room, step, true);
  }
}

function inProportion(claims: readonly Claim[], room: Rational, step: Rational): readonly Rational[] {
  const ratio = divide(room, sum(claims.map(({ amount }) => amount)));
  const exact = claims.map(({ amount }) => multiply(amount, ratio));
  const shares = exact.map((amount) => roundToStep(amount, 'down', step));
  const rests = exact.map((amount, index) => subtract(amount, shares[index]!));
  const byRest = claims
    .map((claim, index) => ({ claim, index }))
    .sort((one, other) => compare(rests[other.index]!, rests[one.index]!) || compareKeys(one.claim, other.claim));
  let left = floor(divide(subtract(room, sum(shares)), step));
  for (const { claim, index } of byRest) {
    const raised = add(shares[index]!, step);
    if (left <= 0n || compare(raised, claim.amount) > 0) continue;
    shares[index] = raised;
    left -= 1n;
  }
  return shares;
}

function compareKeys(one: Claim, other: Claim): number {
  if (one.key === other.key) return 0;
  return one.key < other.key ? -1 : 1;
}

function atUniformRate(amounts: readonly Rational[], room: Rational, step: Rational): readonly Rational[] {
  const rate = uniformRate(sum(amounts), room);
  return amounts.map((amount) => roundToStep(multiply(amount, rate), 'down', step));
}

/** The published percentage, as a ratio of at most 1. */
export function uniformRate(claims: Rational, room: Rational): Rational {
  if (compare(claims, room) <= 0) return whole(1);
  return roundToStep(divide(room, claims), 'down', rateStep);
}

function inQueue(
  amounts: readonly Rational[],
  room: Rational,
  step: Rational,
  onlyWhole: boolean,
): readonly Rational[] {
  let left = room;
  return amounts.map((amount) => {
    const fits = compare(amount, left) <= 0;
    const share = fits ? amount : onlyWhole ? zero : roundToStep(left, 'down', step);
    left = fits ? subtract(left, share) : zero;
    return share;
  });
}
