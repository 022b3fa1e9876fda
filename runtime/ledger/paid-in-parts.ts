import type { Period } from '../input.ts';
import { compareEnds, isEnd } from '../interval.ts';
import type { EntitlementResult, PartResult, PaymentResult } from '../payment/payment-result.ts';
import type { Award, ClauseAwards } from './awards.ts';
import { decimalOf } from './decimal-of.ts';

/** R24: in place of its payment an entitlement of this period is recorded as one in parts; beside it the parts that are due, of whatever period. */
export function paidInParts(whole: ClauseAwards, { entitlements }: PaymentResult, period: Period): ClauseAwards {
  const own = entitlements.filter((one) => isOf(one, period));
  const promised = whole.awards.map((award): Award => {
    const unit = own.find(({ item }) => item === award.item);
    return { ...award, paid: '0', inParts: unit === undefined ? award.paid : textOf(unit.payable.hi, award.paid) };
  });
  const due = entitlements.flatMap((one) => one.parts.flatMap((part) => partAward(whole.clause, one, part)));
  const isOpen: ClauseAwards['isOpen'] = (of) => {
    if (of.part === undefined) return whole.isOpen(of);
    const unit = entitlements.find((one) => one.item === of.item && of.partOf !== undefined && isOf(one, of.partOf));
    const part = unit?.parts.find(({ number }) => number === of.part);
    return part !== undefined && !isSettled(part);
  };
  return { clause: whole.clause, awards: [...promised, ...due], isOpen };
}

function isOf({ period }: EntitlementResult, other: Period): boolean {
  return period.from === other.from && period.to === other.to;
}

function isSettled({ now }: PartResult): boolean {
  return isEnd(now.lo, now.hi);
}

function partAward(clause: string, { period, item }: EntitlementResult, part: PartResult): readonly Award[] {
  const { amount, now, number } = part;
  const paid = textOf(now.hi, '0');
  if (!isSettled(part) || paid === '0' || compareEnds(amount.lo, amount.hi) !== 0) return [];
  const entitled = textOf(amount.hi, paid);
  const named = item === undefined ? {} : { item };
  return [{ clause, ...named, part: number, partOf: period, entitled, paid, state: 'decided' }];
}

function textOf(end: EntitlementResult['payable']['hi'], otherwise: string): string {
  return typeof end === 'string' ? otherwise : decimalOf(end);
}
