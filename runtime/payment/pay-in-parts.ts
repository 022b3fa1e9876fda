/** R24: what the payment plans of the policy's clauses make payable in the assessed period. Comes after outcomes, and changes none. */
import { TooManyParts } from '../../diagnostics/runtime.ts';
import type { ClauseResult } from '../assessment.ts';
import { clauseCause, joinCauses } from '../causes.ts';
import { clauseOf } from '../clause-of.ts';
import { dayNumber, dayText } from '../day.ts';
import { newFrame } from '../frame.ts';
import { isHistoryCovered, type Window } from '../history.ts';
import { atLeastZero, differenceFromZero, lowest, number, signOfEnd, sum, sumOfEnds, zeroNumber } from '../interval.ts';
import type { ClauseIr } from '../ir.ts';
import type { PaymentIr } from '../ir-payment.ts';
import { ofDecimalText, type Rational, zero } from '../rational.ts';
import { type Engine, type Session, settingOf } from '../session.ts';
import type { Ends, NumberValue } from '../value.ts';
import { type Entitlement, earlierEntitlements, ownEntitlements } from './entitlement.ts';
import type { EntitlementResult, PartResult, PaymentResult } from './payment-result.ts';
import { type Paying, type PlacedPart, placeParts } from './place-parts.ts';
import { splitAmount } from './split.ts';

export function payInParts(
  results: readonly ClauseResult[],
  engine: Engine,
  session: Session,
): readonly ClauseResult[] {
  return results.map((result) => {
    const clause = clauseOf(session.ir, result.clause);
    if (clause.payment === undefined) return result;
    const paying: Paying = { clause, plan: clause.payment, engine, session, restsOn: new Set(result.restsOn) };
    const payment = paymentOf(result, paying);
    return { ...result, payment, restsOn: [...paying.restsOn] };
  });
}

interface PlacedEntitlement {
  readonly of: Entitlement;
  readonly parts: readonly PlacedPart[];
  readonly unplaced: Ends;
}

function paymentOf(result: ClauseResult, paying: Paying): PaymentResult {
  const { clause, plan, session } = paying;
  const { period } = session.input;
  const rounding = settingOf(session.ir.payment, session, paying.restsOn);
  const step = rounding === null ? undefined : ofDecimalText(rounding.step);
  const earlier = [...earlierEntitlements(clause, session)].sort(byPeriod);
  const own = ownEntitlements(plan, result, period);
  const all = placeAll([...earlier, ...own], step, paying).filter(
    (one) => one.of.period === period || isUnfinished(one),
  );
  const claims = all.flatMap(({ parts }) => parts.map(({ claim }) => claim));
  const known = sum(claims);
  const total = isCovered(paying) ? known : uncovered(known, clause);
  if (plan.most === undefined) return { entitlements: all.map((one) => told(one, undefined, paying)), now: total };
  return withMost(plan.most, all, total, paying);
}

/** Parts of one clause that one assessment places, over all its entitlements. */
export const partLimit = 50_000;

function placeAll(
  entitlements: readonly Entitlement[],
  step: Rational | undefined,
  paying: Paying,
): readonly PlacedEntitlement[] {
  const all: PlacedEntitlement[] = [];
  let count = 0;
  for (const of of entitlements) {
    const { parts, unplaced } = splitAmount(paying.plan, of.payable, step);
    count += parts.length;
    if (count > partLimit) {
      const { id, names } = paying.clause;
      const clause = { zh: names.zh ?? id, en: id };
      paying.session.report(TooManyParts, { path: 'ledger' }, { clause, limit: partLimit });
      break;
    }
    all.push({ of, parts: placeParts(parts, of, paying), unplaced });
  }
  return all;
}

function byPeriod(left: Entitlement, right: Entitlement): number {
  return dayNumber(left.period.from) - dayNumber(right.period.from);
}

/** Of an earlier entitlement nothing is told any more once every part is paid or has lapsed. */
function isUnfinished({ parts, unplaced }: PlacedEntitlement): boolean {
  return signOfEnd(unplaced.hi) > 0 || parts.some(({ state }) => state !== 'paid' && state !== 'lapsed');
}

// ── The most of one period ───────────────────────────────────────────────────

function withMost(
  { amount, excess }: NonNullable<PaymentIr['most']>,
  all: readonly PlacedEntitlement[],
  total: NumberValue,
  paying: Paying,
): PaymentResult {
  const { clause, engine, session, restsOn } = paying;
  const frame = newFrame();
  const last = dayText(dayNumber(session.input.period.to) - 1);
  const referenceDay = { from: last, to: last, causes: [] };
  const value = engine.planValue(clause, amount, { frame, restsOn, shift: 0, referenceDay }, session);
  const most = value.kind === 'number' ? atLeastZero(number(value.lo, value.hi, value.causes)) : zeroNumber;
  const kept = value.kind === 'number' ? { value: most } : {};
  const within = lowest([total, most]);
  if (excess.kind === 'refunded') {
    const refunded = differenceFromZero(total, most);
    const entitlements = all.map((one) => told(one, undefined, paying));
    return { entitlements, most: { frame, ...kept, refunded }, now: total };
  }
  const room = { left: most };
  const entitlements = all.map((one) => told(one, room, paying));
  return { entitlements, most: { frame, ...kept }, now: within };
}

/** `room`: what is left under the most, taken by one part after another; absent, every part is paid as it falls due. */
function told(
  { of, parts, unplaced }: PlacedEntitlement,
  room: { left: NumberValue } | undefined,
  { plan }: Paying,
): EntitlementResult {
  const paid = parts.map((part): PartResult => {
    if (room === undefined) return { ...part, now: part.claim };
    const now = lowest([part.claim, room.left]);
    room.left = differenceFromZero(room.left, now);
    return { ...part, now };
  });
  const lefts = paid.map((part) => leftOf(part, plan));
  return {
    period: of.period,
    ...(of.item === undefined ? {} : { item: of.item }),
    payable: of.payable,
    parts: paid,
    left: sumOfEnds([unplaced, ...lefts]),
  };
}

const nothing: Ends = { lo: zero, hi: zero };

/** What of a part may still be paid in later periods. */
function leftOf({ state, amount, claim, now, condition }: PartResult, { most }: PaymentIr): Ends {
  const whole = number(amount.lo, amount.hi);
  if (state === 'later') return condition?.truth === 'false' ? nothing : amount;
  if (state === 'perhaps') return differenceFromZero(whole, now);
  return most?.excess.kind === 'carried' && (state === 'now' || state === 'carried')
    ? differenceFromZero(claim, now)
    : nothing;
}

// ── History ──────────────────────────────────────────────────────────────────

/** The ledger answers for every period whose entitlement could still pay in the assessed one. */
function isCovered({ plan, session }: Paying): boolean {
  return isHistoryCovered(session.ir, session.input, reach(plan));
}

/** How far back an entitlement may still have parts due now: so many years, or any. */
function reach({ instalments, most }: PaymentIr): Window {
  const due = instalments.flatMap((one) => one.due);
  const years = due.flatMap((one) => (one.kind === 'year' ? [one.number] : []));
  const excess = most?.excess;
  const carried = excess?.kind === 'carried' ? excess.years : 0;
  if (carried === undefined || years.length < due.length) return { kind: 'ever' };
  return { kind: 'years', years: Math.max(...years) + carried };
}

function uncovered({ lo, causes }: NumberValue, clause: ClauseIr): NumberValue {
  return number(lo, 'infinity', joinCauses([causes, [clauseCause('history', clause.id)]]));
}
