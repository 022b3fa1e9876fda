/** The entitlements that a payment plan splits: that of the assessed period, and earlier ones as the ledger has them. R5, R24. */
import type { ClauseResult } from '../assessment.ts';
import { clauseCause } from '../causes.ts';
import { entriesBefore } from '../history.ts';
import type { AwardEntry, Period } from '../input.ts';
import { compareEnds, isEnd, leastEnd, signOfEnd, sumOfEnds } from '../interval.ts';
import type { ClauseIr } from '../ir.ts';
import type { PaymentIr } from '../ir-payment.ts';
import { add, compare, ofDecimalText, type Rational, subtract, zero } from '../rational.ts';
import type { Session } from '../session.ts';
import type { Cause, Ends } from '../value.ts';

/** One payable unit of one period. */
export interface Entitlement {
  readonly period: Period;
  readonly item?: string;
  readonly payable: Ends;
  /** Why the amount is open. */
  readonly causes: readonly Cause[];
  /** Recorded in earlier periods, by part. */
  readonly recorded: ReadonlyMap<number, Rational>;
}

/** In the order of the ledger. */
export function earlierEntitlements(clause: ClauseIr, { ir, input }: Session): readonly Entitlement[] {
  const entries = entriesBefore(ir, input, { clause: clause.id }, { kind: 'ever' });
  const parts = recordedParts(entries);
  return entries
    .filter((entry) => entry.inParts !== undefined)
    .map((entry): Entitlement => {
      const most = ofDecimalText(entry.inParts!);
      const isDecided = entry.state === 'decided';
      return {
        period: entry.period,
        ...(entry.item === undefined ? {} : { item: entry.item }),
        payable: { lo: isDecided ? most : zero, hi: most },
        causes: isDecided ? [] : [clauseCause('history', clause.id, entry.item)],
        recorded: parts.get(unitOf(entry.item, entry.period)) ?? new Map(),
      };
    });
}

type Recorded = Map<number, Rational>;

/** By entitlement. */
function recordedParts(entries: readonly AwardEntry[]): ReadonlyMap<string, Recorded> {
  const units = new Map<string, Recorded>();
  for (const { part, partOf, item, paid } of entries) {
    if (part === undefined || partOf === undefined) continue;
    const unit = unitOf(item, partOf);
    const parts = units.get(unit) ?? new Map<number, Rational>();
    units.set(unit, parts.set(part, add(parts.get(part) ?? zero, ofDecimalText(paid))));
  }
  return units;
}

function unitOf(item: string | undefined, { from, to }: Period): string {
  return JSON.stringify([item, from, to]);
}

/** Of the assessed period, by payable unit; none where nothing is due. */
export function ownEntitlements(plan: PaymentIr, result: ClauseResult, period: Period): readonly Entitlement[] {
  const { payable, causes } = result.outcome;
  const unit = { period, recorded: new Map<number, Rational>() };
  if (signOfEnd(payable.hi) <= 0) return [];
  if (plan.list === undefined || result.items.length === 0) return [{ ...unit, payable, causes }];
  return sharesOf(result)
    .filter((share) => signOfEnd(share.payable.hi) > 0)
    .map((share) => ({ ...unit, ...share }));
}

type Share = Pick<Entitlement, 'payable' | 'causes'> & { readonly item: string };

/** Where something cut the clause as a whole, the items take what there is in the order listed, as they do in the ledger. */
function sharesOf({ items, outcome }: ClauseResult): readonly Share[] {
  const shares = items.map(({ key, outcome: own }): Share => ({ item: key, payable: own.payable, causes: own.causes }));
  if (addsUp(shares, outcome.payable)) return shares;
  const { lo, hi } = outcome.payable;
  if (typeof lo === 'string' || compareEnds(lo, hi) !== 0) {
    return shares.map(({ item, payable }) => ({
      item,
      payable: { lo: zero, hi: leastEnd(payable.hi, hi) },
      causes: outcome.causes,
    }));
  }
  return inListedOrder(shares, lo);
}

function inListedOrder(shares: readonly Share[], total: Rational): readonly Share[] {
  let left = total;
  const settled = shares.map(({ item, payable }): Share => {
    const most = payable.hi;
    const amount = typeof most === 'string' || compare(most, left) > 0 ? left : most;
    left = subtract(left, amount);
    return { item, payable: { lo: amount, hi: amount }, causes: [] };
  });
  const last = settled.findLast(({ payable }) => signOfEnd(payable.hi) > 0);
  // Rounding of the whole may leave coins over that no item has.
  return settled.map((share) => (share === last ? withMore(share, left) : share));
}

function withMore(share: Share, more: Rational): Share {
  const amount = add(share.payable.hi as Rational, more);
  return { ...share, payable: { lo: amount, hi: amount } };
}

function addsUp(shares: readonly Share[], whole: Ends): boolean {
  const { lo, hi } = sumOfEnds(shares.map(({ payable }) => payable));
  return isEnd(lo, whole.lo) && isEnd(hi, whole.hi);
}
