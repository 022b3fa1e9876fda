/** Redoes a payment plan from the document alone: what each part comes to, and what is paid now of all that is due. R24. */
import type {
  ExplainedEntitlement,
  ExplainedPart,
  ExplainedPayment,
} from '../../../runtime/explain/explained-payment.ts';
import type { ExplanationHead } from '../../../runtime/explain/explanation.ts';
import {
  type End,
  floored,
  greatest,
  type Interval,
  least,
  lowest,
  mapped,
  negated,
  order,
  over,
  plus,
  readEnd,
  same,
  sum,
  times,
  zero,
} from './ends.ts';

type Rounding = ExplanationHead['settings']['payment'];

export function paymentFaults(payment: ExplainedPayment, rounding: Rounding): readonly string[] {
  const parts = payment.entitlements.flatMap((one) => one.parts);
  const wrong = payment.entitlements.flatMap((one) => amountFaults(one, rounding));
  const claims = parts.filter((part) => !isClaimRight(part)).map(({ number }) => `claim of part ${number}`);
  const now = { lo: readEnd(payment.now.lo), hi: readEnd(payment.now.hi) };
  const isTotalRight = payment.now.causes.some(({ kind }) => kind === 'history') || same(now, totalOf(payment));
  return [...wrong, ...claims, ...(isTotalRight ? [] : ['payable now'])];
}

/** Of a settled entitlement: every part, one after another. */
function amountFaults({ payable, parts }: ExplainedEntitlement, rounding: Rounding): readonly string[] {
  if (payable.lo !== payable.hi) return [];
  const whole = readEnd(payable.hi);
  let left = whole;
  return parts.flatMap((part, index): readonly string[] => {
    const expected = least(
      left,
      index === parts.length - 1 ? last(part, left) : share(part, whole, left, parts, rounding),
    );
    const amount = readEnd(part.amount.lo);
    left = plus(left, negated(amount), zero);
    return order(amount, expected) === 0 && part.amount.lo === part.amount.hi ? [] : [`part ${part.number}`];
  });
}

/** A repeated sum ends with what is left as well. */
function last({ share: own }: ExplainedPart, left: End): End {
  return own.kind === 'sum' ? least(left, readEnd(own.amount)) : left;
}

function share(part: ExplainedPart, whole: End, left: End, parts: readonly ExplainedPart[], rounding: Rounding): End {
  const own = part.share;
  if (own.kind === 'sum') return readEnd(own.amount);
  if (own.kind === 'rate') return down(times(readEnd(own.rate), whole), rounding);
  // What was left when the rest began.
  const equals = parts.slice(parts.length - own.parts, part.number - 1).map(({ amount }) => readEnd(amount.lo));
  const rest = equals.reduce((total, amount) => plus(total, amount, zero), left);
  return down(over(rest, { n: BigInt(own.parts), d: 1n }), rounding);
}

function down(value: End, rounding: Rounding): End {
  if (rounding === null) return value;
  const step = readEnd(rounding.step);
  return times(floored(over(value, step)), step);
}

function isClaimRight({ state, amount, recorded, claim, condition }: ExplainedPart): boolean {
  const found = { lo: readEnd(claim.lo), hi: readEnd(claim.hi) };
  if (state === 'later' || state === 'paid' || state === 'missed' || state === 'lapsed')
    return same(found, { lo: zero, hi: zero });
  const due = mapped({ lo: readEnd(amount.lo), hi: readEnd(amount.hi) }, (end) =>
    end.d === 0n ? end : greatest(zero, plus(end, negated(readEnd(recorded)), zero)),
  );
  const isSure = state !== 'perhaps' && (condition?.value?.kind !== 'truth' || condition.value.truth === 'true');
  return same(found, isSure ? due : { lo: zero, hi: due.hi });
}

/** Within the most of one year, unless what exceeds it is refunded. */
function totalOf({ entitlements, most }: ExplainedPayment): Interval {
  const claims = entitlements.flatMap((one) => one.parts.map(({ claim }) => claim));
  const total = sum(claims.map(({ lo, hi }) => ({ lo: readEnd(lo), hi: readEnd(hi) })));
  if (most === undefined || most.excess.kind === 'refunded') return total;
  const { value } = most.expression;
  if (value?.kind !== 'number') return { lo: zero, hi: zero };
  const limit = mapped({ lo: readEnd(value.lo), hi: readEnd(value.hi) }, (end) => greatest(zero, end));
  return lowest(total, limit);
}
