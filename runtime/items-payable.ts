/** What is paid for each item of a clause whose lines on all items have taken something off. */
import type { ItemResult } from './assessment.ts';
import { largestRemainder } from './blocks/largest-remainder.ts';
import { linesOf } from './clause-value.ts';
import { gated } from './gate.ts';
import { compareEnds, knownPoint, leastEnd, sumOfEnds } from './interval.ts';
import type { RoundingIr } from './ir.ts';
import { ofDecimalText } from './rational.ts';
import type { ItemStanding, Standing } from './standing.ts';
import { conjunction } from './truth.ts';
import type { End, NumberValue, TruthValue } from './value.ts';

/** An item after limits on the number of items, and after caps that say how they cut; where the sum was changed otherwise, only after limits. */
export function leftOf(
  item: ItemStanding,
  index: number,
  { shares, run, changedAsWhole }: Standing,
): { readonly value: NumberValue; readonly gate: TruthValue } {
  const share = shares?.shares[index];
  if (share === undefined) return item;
  const isTold = shares?.addUp === true && !changedAsWhole;
  return {
    value: isTold ? gated(share.value, run.gate) : gated(item.value, share.within),
    gate: conjunction([item.gate, share.within]),
  };
}

/**
 * R9: what a cap has cut in proportion is paid in whole coins by largest remainder, so that the items add up; and items that by themselves
 * would be rounded up stay within the cap together.
 */
export function inWholeCoins(
  items: readonly ItemResult[],
  { run, shares, value, changedAsWhole }: Standing,
  bound: End,
  rounding: RoundingIr | null,
): readonly ItemResult[] {
  if (rounding === null || shares?.addUp !== true || changedAsWhole) return items;
  const cuts = linesOf(run.clause.statements).flatMap((line) =>
    line.kind === 'cap' && line.cut !== undefined && run.frame.states.has(line.id) ? [line.cut.kind] : [],
  );
  if (cuts.length === 0) return items;
  const amounts = items.flatMap(({ outcome }) => {
    const amount = knownPoint(outcome.amount);
    return amount === undefined ? [] : [amount];
  });
  if (amounts.length < items.length || typeof value.lo === 'string') return items;
  const paid = sumOfEnds(items.map(({ outcome }) => outcome.payable)).lo;
  const isCut = items.some(({ outcome }, index) => compareEnds(outcome.amount.hi, run.items[index]!.value.hi) < 0);
  if (!(isCut && cuts.includes('proRata')) && compareEnds(paid, bound) <= 0) return items;
  const together = leastEnd(bound, value.lo);
  if (typeof together === 'string') return items;
  const claims = amounts.map((amount, index) => ({ amount, limit: leastEnd(bound, run.items[index]!.value.hi) }));
  const coins = largestRemainder(claims, together, ofDecimalText(rounding.step));
  return items.map((item, index) => {
    const { outcome } = item;
    return { ...item, outcome: { ...outcome, payable: { lo: coins[index]!, hi: coins[index]! } } };
  });
}
