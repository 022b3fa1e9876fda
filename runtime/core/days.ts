import { civilOf, dayNumber, daysOfMonth, shiftDay } from '../day.ts';
import type { CalendarEdgeExpr, DateShiftExpr, YearSinceExpr } from '../ir.ts';
import { type Fixed, type Fraction, interval, isPoint, known, undefinedFixed, union, unionOf } from './amount.ts';
import { fixed } from './arithmetic.ts';
import { type CountedUnit, type Counting, unitsFrom } from './day-count.ts';
import { type FixedEnd, type FractionEnd, fixedEnds, floorDivide } from './ends.ts';
import type { Place } from './place.ts';

/** Days are whole numbers since 1970-01-01, scale 0. Monotone: a later day never shifts to an earlier one. */
export function shiftDays(from: Fixed, amount: number, unit: DateShiftExpr['unit']): Fixed {
  return mapped(from, (day) => shiftDay(day, amount, unit));
}

/** By a duration that is stated; what is not whole is rounded down. */
export function postponed(from: Fixed, by: Fraction, unit: DateShiftExpr['unit']): Fixed {
  if (from.reason !== undefined) return from;
  if (by.reason !== undefined) return undefinedFixed(by.reason);
  const later = (day: FixedEnd, units: FractionEnd): FixedEnd => {
    if (typeof day === 'number') return day;
    if (units.d === 0n) return units.n > 0n ? Infinity : -Infinity;
    return BigInt(shiftDay(Number(day), held(floorDivide(units.n, units.d)), unit));
  };
  const open = from.mayBeUndefined || by.mayBeUndefined;
  return interval(fixedEnds, later(from.lo, by.lo), later(from.hi, by.hi), union(from.causes, by.causes), open);
}

const limit = 4_000_000n;

function held(units: bigint): number {
  return Number(units < -limit ? -limit : units > limit ? limit : units);
}

/** Applies a monotone map of days. */
function mapped(days: Fixed, map: (day: number) => number): Fixed {
  if (days.reason !== undefined) return days;
  const end = (day: FixedEnd): FixedEnd => (typeof day === 'bigint' ? BigInt(map(Number(day))) : day);
  return interval(fixedEnds, end(days.lo), end(days.hi), days.causes, days.mayBeUndefined, days.mayBeNone);
}

/** to − from; the causes of `from` come first, as it is written first. */
export function daysBetween(from: Fixed, to: Fixed): Fixed {
  if (from.reason !== undefined) return from;
  const { lo, hi, reason, causes, ...flags } = fixed.subtract(from, to);
  if (reason !== undefined) return to;
  return { ...flags, reason, causes, lo: fixedEnds.negate(hi), hi: fixedEnds.negate(lo) };
}

/** Units from one day to another, or to the day after it. */
export function elapsed(from: Fixed, to: Fixed, unit: CountedUnit, counting: Counting, later: number): Fixed {
  if (from.reason !== undefined) return from;
  if (to.reason !== undefined) return to;
  const count = (start: FixedEnd, end: FixedEnd): FixedEnd => {
    if (typeof end === 'number') return end;
    return typeof start === 'number' ? -start : BigInt(unitsFrom(Number(start), Number(end) + later, unit, counting));
  };
  const open = from.mayBeUndefined || to.mayBeUndefined;
  return interval(fixedEnds, count(from.hi, to.lo), count(from.lo, to.hi), union(from.causes, to.causes), open);
}

// ── The calendar of the assessment ───────────────────────────────────────────

/** R3. An interval of days while the event's date is unknown; an event that is stated not to exist has none. */
export function referenceDayNumber({ referenceDay }: Place): Fixed {
  if (referenceDay === undefined) return undefinedFixed('none');
  const from = BigInt(dayNumber(referenceDay.from));
  if (referenceDay.from === referenceDay.to) return known<FixedEnd>(from);
  return interval<FixedEnd>(fixedEnds, from, BigInt(dayNumber(referenceDay.to)), referenceDay.causes);
}

type Edge = Pick<CalendarEdgeExpr, 'side' | 'unit'>;

/** First or last day of what is assessed, so many years away. */
export function assessedEdge(place: Place, side: Edge['side'], unit: Edge['unit'], shift: number): Fixed {
  const [first, next] = assessedDays(place, shift);
  const day = unit === 'period' ? (side === 'start' ? first : next - 1) : edge(first, side, unit);
  return known<FixedEnd>(BigInt(day));
}

/** First day of the assessed period and the day after its last. */
export function assessedDays({ session, shift: own }: Place, shift: number): readonly [number, number] {
  const { from, to } = session.input.period;
  const years = shift + own;
  return [shiftDay(dayNumber(from), years, 'years'), shiftDay(dayNumber(to), years, 'years')];
}

/** First or last day of the year or month of a day. */
export function edgeOf(of: Fixed, side: Edge['side'], unit: Edge['unit']): Fixed {
  return mapped(of, (day) => edge(day, side, unit));
}

function edge(day: number, side: Edge['side'], unit: Edge['unit']): number {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const start = day - dayOfMonth + 1;
  if (unit === 'month') return side === 'start' ? start : start + daysOfMonth(year, month) - 1;
  let first = start;
  for (let earlier = 1; earlier < month; earlier += 1) first -= daysOfMonth(year, earlier);
  return side === 'start' ? first : first + 336 + daysOfMonth(year, 2);
}

/** Which year since an event, its own being the first; before it there is none. */
export function yearSince(since: Fixed, now: Fixed, years: YearSinceExpr['years']): Fixed {
  if (since.reason !== undefined) return since;
  if (now.reason !== undefined) return now;
  const count = (event: FixedEnd, day: FixedEnd): FixedEnd => {
    if (typeof event === 'number') return -event;
    if (typeof day === 'number') return day;
    const [from, to] = [Number(event), Number(day)];
    const passed = years === 'calendar' ? civilOf(to).year - civilOf(from).year : unitsFrom(from, to, 'years', 'full');
    return BigInt(passed + 1);
  };
  const lo = count(since.hi, now.lo);
  const hi = count(since.lo, now.hi);
  if (hi < 1n) return undefinedFixed('not begun');
  const open = since.mayBeUndefined || now.mayBeUndefined || lo < 1n;
  return interval(fixedEnds, lo < 1n ? 1n : lo, hi, union(since.causes, now.causes), open);
}

/** The earliest of days, of which those without a value never come. */
export function earliest(days: readonly Fixed[]): Fixed {
  const coming = days.filter((day) => day.reason === undefined);
  if (coming.length === 0) return days[0] ?? undefinedFixed('none');
  const sure = coming.filter((day) => !day.mayBeUndefined);
  const least = (a: FixedEnd, b: FixedEnd): FixedEnd => (b < a ? b : a);
  const greatest = (a: FixedEnd, b: FixedEnd): FixedEnd => (b > a ? b : a);
  const lo = coming.map((day) => day.lo).reduce(least);
  const hi = sure.length > 0 ? sure.map((day) => day.hi).reduce(least) : coming.map((day) => day.hi).reduce(greatest);
  return interval(fixedEnds, lo, hi, unionOf(coming.map((day) => day.causes)), sure.length === 0);
}

export function isOneDay(day: Fixed): boolean {
  return isPoint(fixedEnds, day);
}
