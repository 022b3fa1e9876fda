/** When a part of a payment plan falls due. */
import { dayNumber, dayText, shiftDay } from '../day.ts';
import type { Period } from '../input.ts';
import type { DueIr } from '../ir-payment.ts';
import { floor } from '../rational.ts';
import type { Cause, End, NumberValue, UndefinedValue } from '../value.ts';

/** Days as numbers, endless where nothing is known; `never`: the event is stated not to happen. */
export type Falling =
  | 'never'
  | {
      /** Bounds of the first day: equal where it is known. */
      readonly earliest: number;
      readonly latest: number;
      /** Days from the first to the last: of a year's part its period. */
      readonly length: number;
      readonly causes: readonly Cause[];
    };

export type Time = 'past' | 'now' | 'later' | 'perhaps';

/** What a repeated part is counted from, and how many times. */
export interface Repeated {
  readonly base: Falling;
  readonly count: number;
}

/** `day`: the value of a day's expression. Not yet held to the period of entitlement. */
export function fallingDue(
  due: DueIr,
  entitled: Period,
  repeated: Repeated,
  day: (due: Extract<DueIr, { kind: 'day' }>) => NumberValue | UndefinedValue,
): Falling {
  switch (due.kind) {
    case 'year': {
      const first = shiftDay(dayNumber(entitled.from), due.number - 1, 'years');
      const end = shiftDay(dayNumber(entitled.to), due.number - 1, 'years');
      return { earliest: first, latest: first, length: end - first, causes: [] };
    }
    case 'day': {
      const value = day(due);
      if (value.kind === 'undefined') return 'never';
      return { earliest: daysOf(value.lo), latest: daysOf(value.hi), length: 1, causes: value.causes };
    }
    case 'every':
      return repeated.base === 'never' ? 'never' : yearsAfter(repeated.base, due.years * repeated.count);
  }
}

function yearsAfter({ earliest, latest, length, causes }: Exclude<Falling, 'never'>, years: number): Falling {
  const shift = (day: number): number => (Number.isFinite(day) ? shiftDay(day, years, 'years') : day);
  const first = shift(earliest);
  // The last day moves as the first does: years differ in length.
  const last = shift(earliest + length - 1);
  return { earliest: first, latest: shift(latest), length: Number.isFinite(first) ? last - first + 1 : length, causes };
}

function daysOf(end: End): number {
  if (typeof end === 'string') return end === 'infinity' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return Number(floor(end));
}

/** Nothing is due before there is an entitlement: what came earlier falls due with it. */
export function notBefore(falling: Falling, { from }: Period): Falling {
  if (falling === 'never') return falling;
  const first = dayNumber(from);
  return { ...falling, earliest: Math.max(first, falling.earliest), latest: Math.max(first, falling.latest) };
}

/** Where the first day lies, seen from the assessed period. */
export function timeOf({ earliest, latest }: Exclude<Falling, 'never'>, { from, to }: Period): Time {
  const [first, end] = [dayNumber(from), dayNumber(to)];
  if (latest < first) return 'past';
  if (earliest >= end) return 'later';
  return earliest >= first && latest < end ? 'now' : 'perhaps';
}

/** The days within which it falls due, where they are known. */
export function dueDays(falling: Falling): { readonly from: string; readonly to: string } | undefined {
  if (falling === 'never' || falling.earliest !== falling.latest) return undefined;
  return { from: dayText(falling.earliest), to: dayText(falling.earliest + falling.length - 1) };
}
