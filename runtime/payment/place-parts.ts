/** Where each part of one entitlement stands in the assessed period: paid, due, later, and on what it hangs. R24, D20. */
import { dayNumber, dayText, yearOf } from '../day.ts';
import { newFrame } from '../frame.ts';
import { gated } from '../gate.ts';
import { compareEnds, number, orNothing, zeroNumber } from '../interval.ts';
import type { ClauseIr, Expr } from '../ir.ts';
import type { PaymentIr } from '../ir-payment.ts';
import { compare, type Rational, sign, subtract, zero } from '../rational.ts';
import type { ReferenceDay } from '../reference-day.ts';
import type { Engine, PlanPlace, RestsOn, Session } from '../session.ts';
import type { NumberValue, TruthValue } from '../value.ts';
import { dueDays, type Falling, fallingDue, notBefore, timeOf } from './due.ts';
import type { Entitlement } from './entitlement.ts';
import type { PartResult, PartState } from './payment-result.ts';
import type { Part } from './split.ts';

/** What every part of a clause's plan is placed with. */
export interface Paying {
  readonly clause: ClauseIr;
  readonly plan: PaymentIr;
  readonly engine: Engine;
  readonly session: Session;
  readonly restsOn: RestsOn;
}

/** A part before the most of one period has its say. */
export type PlacedPart = Omit<PartResult, 'now'>;

export function placeParts(parts: readonly Part[], of: Entitlement, paying: Paying): readonly PlacedPart[] {
  let repeated: { readonly base: Falling; readonly count: number } = { base: 'never', count: 0 };
  return parts.map((part) => {
    const frame = newFrame();
    const at = placeOf(of, paying, frame);
    repeated = { ...repeated, count: repeated.count + 1 };
    const raw = fallingDue(part.due, of.period, repeated, ({ day }) => {
      const value = paying.engine.planValue(paying.clause, day, at, paying.session);
      if (value.kind === 'number' || value.kind === 'undefined') return value;
      throw new Error(`node ${day.id} is no day`);
    });
    if (part.due.kind !== 'every') repeated = { base: raw, count: 0 };
    return placePart(part, notBefore(raw, of.period), of, at, paying);
  });
}

function placeOf(of: Entitlement, { plan, session, restsOn }: Paying, frame: PlanPlace['frame']): PlanPlace {
  const shift = of.period.year - session.input.period.year;
  const item = plan.list === undefined ? {} : { item: { list: plan.list, key: of.item ?? '' } };
  return { frame, restsOn, shift, ...item };
}

function placePart(part: Part, falling: Falling, of: Entitlement, at: PlanPlace, paying: Paying): PlacedPart {
  const recorded = of.recorded.get(part.number) ?? zero;
  const days = dueDays(falling);
  const { condition } = part.instalment;
  const truth =
    condition === undefined || falling === 'never' || sign(recorded) > 0
      ? undefined
      : truthOf(condition, falling, at, paying);
  return {
    number: part.number,
    instalment: part.instalment.id,
    amount: part.amount,
    ...(days === undefined ? {} : { due: days }),
    recorded,
    ...(truth === undefined ? {} : { condition: truth }),
    frame: at.frame,
    ...standing(part, falling, { of, recorded, truth }, paying),
  };
}

/** As of the period in which the part falls due; while its day is unknown, as of the assessed one. */
function truthOf(condition: Expr, falling: Exclude<Falling, 'never'>, at: PlanPlace, paying: Paying): TruthValue {
  const { period } = paying.session.input;
  const days = dueDays(falling);
  const shift = days === undefined ? 0 : yearOf(days.from) - period.year;
  const referenceDay: ReferenceDay =
    days === undefined
      ? { from: period.from, to: dayText(dayNumber(period.to) - 1), causes: falling.causes }
      : { from: days.to, to: days.to, causes: [] };
  const value = paying.engine.planValue(
    paying.clause,
    condition,
    { ...at, shift, dayShift: shift, referenceDay },
    paying.session,
  );
  if (value.kind === 'truth') return value;
  throw new Error(`node ${condition.id} is no condition`);
}

interface Known {
  readonly of: Entitlement;
  readonly recorded: Rational;
  readonly truth: TruthValue | undefined;
}

interface PartStanding {
  readonly state: PartState;
  readonly claim: NumberValue;
}

function standing(part: Part, falling: Falling, known: Known, paying: Paying): PartStanding {
  const { plan, session } = paying;
  const nothing = (state: PartState): PartStanding => ({ state, claim: zeroNumber });
  const excess = plan.most?.excess;
  const carried = excess?.kind === 'carried' ? excess : undefined;
  if (sign(known.recorded) > 0 && !(carried !== undefined && isUnpaid(part, known))) return nothing('paid');
  if (falling === 'never') return nothing('lapsed');
  const time = timeOf(falling, session.input.period);
  if (time === 'later') return nothing('later');
  if (known.truth?.truth === 'false') return nothing('lapsed');
  if (time === 'past' && carried === undefined) return nothing('missed');
  if (time === 'past' && isOutlived(falling, carried?.years, session)) return nothing('lapsed');
  const claim = claimOf(part, known);
  if (time === 'perhaps') return { state: 'perhaps', claim: orNothing(claim, falling.causes) };
  return { state: time === 'past' ? 'carried' : 'now', claim };
}

function isUnpaid({ amount }: Part, { recorded }: Known): boolean {
  return compareEnds(amount.hi, recorded) > 0;
}

/** Carried for more years than the plan allows. */
function isOutlived({ earliest }: Exclude<Falling, 'never'>, years: number | undefined, { input }: Session): boolean {
  return years !== undefined && input.period.year - yearOf(dayText(earliest)) > years;
}

function claimOf({ amount }: Part, { of, recorded, truth }: Known): NumberValue {
  const less = (end: NumberValue['lo']) => {
    if (typeof end === 'string') return end;
    return compare(end, recorded) > 0 ? subtract(end, recorded) : zero;
  };
  const claim = number(less(amount.lo), less(amount.hi), of.causes);
  return truth === undefined ? claim : gated(claim, truth);
}
