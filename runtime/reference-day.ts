/** R3: every clause and item has one reference day; in force is asked of it. */
import { missingFact } from './causes.ts';
import { dayNumber, dayText } from './day.ts';
import type { FactValue, Period } from './input.ts';
import { exactly, type Num, number } from './interval.ts';
import type { ClauseIr, DayText, PolicyIr } from './ir.ts';
import { whole } from './rational.ts';
import { no, undefinedTruth, unknown, yes } from './truth.ts';
import type { Cause, TruthValue } from './value.ts';

/** Both ends included; they differ while the event's date is unknown. */
export interface ReferenceDay {
  readonly from: DayText;
  readonly to: DayText;
  readonly causes: readonly Cause[];
}

export type Dating =
  | { readonly kind: 'outOfForce'; readonly day?: ReferenceDay }
  /** `test`: whether the day lies in P (and in force, as far as that is open). `day` absent where there is none. */
  | { readonly kind: 'dated'; readonly test: TruthValue; readonly day?: ReferenceDay };

/** Both ends included. */
interface Days {
  readonly from: number;
  readonly to: number;
}

/** The days of P on which the policy is in force. */
export function daysInForce(period: Period, inForce: PolicyIr['inForce']): Days | undefined {
  const days = daysOf(period);
  const from = Math.max(days.from, dayNumber(inForce.from));
  const to = inForce.to === undefined ? days.to : Math.min(days.to, dayNumber(inForce.to));
  return from <= to ? { from, to } : undefined;
}

/**
 * Of a clause: the last day of P in force, or a date fact of the subject. A yearly date that is unknown still lies in P, for it is
 * the date of that year; any other unknown date may lie elsewhere, or not exist.
 */
export function clauseDating(
  clause: ClauseIr,
  period: Period,
  { inForce, fields }: Pick<PolicyIr, 'inForce' | 'fields'>,
  facts: ReadonlyMap<string, FactValue>,
): Dating {
  if (clause.reference.kind === 'periodEnd') return periodEnd(period, inForce);
  const forceDays = daysInForce(period, inForce);
  if (forceDays === undefined) return { kind: 'outOfForce' };
  const { field } = clause.reference;
  const yearly = fields.some(({ id, yearly }) => id === field && yearly);
  const fact = facts.get(yearly ? `${field}@${period.year}` : field);
  if (fact !== undefined) return statedDating(fact, period, inForce);
  const cause = missingFact(field, yearly ? period.year : undefined);
  const surelyInForce = yearly && isSame(forceDays, daysOf(period));
  return { kind: 'dated', test: surelyInForce ? yes : unknown([cause]), day: anyDay(period, cause) };
}

/** The last day of P in force. Nearly all clauses of all applicants ask it of one and the same period. */
function periodEnd(period: Period, inForce: PolicyIr['inForce']): Dating {
  const { from, to } = inForce;
  if (lastEnd?.first !== period.from || lastEnd.next !== period.to || lastEnd.from !== from || lastEnd.to !== to) {
    const forceDays = daysInForce(period, inForce);
    const dating: Dating =
      forceDays === undefined ? { kind: 'outOfForce' } : { kind: 'dated', test: yes, day: day(forceDays.to) };
    lastEnd = { first: period.from, next: period.to, from, to, dating };
  }
  return lastEnd.dating;
}

/** The answer given last: for a period from its first day to before the next one's, and a policy in force from and to. */
let lastEnd:
  | {
      readonly first: DayText;
      readonly next: DayText;
      readonly from: DayText;
      readonly to: DayText | undefined;
      readonly dating: Dating;
    }
  | undefined;

/** Of an item by its date field: an unknown date may lie outside P, so it leaves the item open. */
export function itemDating(
  list: string,
  key: string,
  field: string,
  fact: FactValue | undefined,
  period: Period,
  inForce: PolicyIr['inForce'],
): Dating {
  if (fact !== undefined) return statedDating(fact, period, inForce);
  const cause = missingFact(field, undefined, { list, key });
  return { kind: 'dated', test: unknown([cause]), day: anyDay(period, cause) };
}

/** The reference day where nothing else dates: the last day of P in force. */
export function lastDayInForce(period: Period, inForce: PolicyIr['inForce']): ReferenceDay | undefined {
  const forceDays = daysInForce(period, inForce);
  return forceDays === undefined ? undefined : day(forceDays.to);
}

/** As a number of days; an event that is stated not to exist has none. */
export function referenceDayValue(reference: ReferenceDay | undefined): Num {
  if (reference === undefined) return { kind: 'undefined', reason: 'none' };
  const from = whole(dayNumber(reference.from));
  return reference.from === reference.to
    ? exactly(from)
    : number(from, whole(dayNumber(reference.to)), reference.causes);
}

function statedDating(fact: FactValue, period: Period, inForce: PolicyIr['inForce']): Dating {
  if (!('date' in fact)) return { kind: 'dated', test: undefinedTruth('none') };
  const stated = dayNumber(fact.date);
  if (!isWithin(stated, daysOf(period))) return { kind: 'dated', test: no, day: day(stated) };
  const forceDays = daysInForce(period, inForce);
  if (forceDays === undefined || !isWithin(stated, forceDays)) return { kind: 'outOfForce', day: day(stated) };
  return { kind: 'dated', test: yes, day: day(stated) };
}

function day(number: number): ReferenceDay {
  const text = dayText(number);
  return { from: text, to: text, causes: [] };
}

function anyDay(period: Period, cause: Cause): ReferenceDay {
  const days = daysOf(period);
  return { from: dayText(days.from), to: dayText(days.to), causes: [cause] };
}

function daysOf(period: Period): Days {
  return { from: dayNumber(period.from), to: dayNumber(period.to) - 1 };
}

function isWithin(number: number, days: Days): boolean {
  return days.from <= number && number <= days.to;
}

function isSame(left: Days, right: Days): boolean {
  return left.from === right.from && left.to === right.to;
}
