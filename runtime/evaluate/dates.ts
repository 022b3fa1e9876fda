import { joinCauses } from '../causes.ts';
import { addMonths, civilOf, dayNumber, dayOf, daysOfMonth, shiftDay } from '../day.ts';
import { elapsedUnits } from '../day-count.ts';
import {
  compareEnds,
  defined,
  difference,
  exactly,
  greatestEnd,
  leastEnd,
  mapEnd,
  monotone,
  type Num,
  number,
  result,
} from '../interval.ts';
import type { CalendarEdgeExpr, DateShiftExpr, DaysExpr, ElapsedExpr, ReferenceDayExpr, YearSinceExpr } from '../ir.ts';
import { floor, one, type Rational, whole } from '../rational.ts';
import { referenceDayValue } from '../reference-day.ts';
import type { End } from '../value.ts';
import type { Context } from './context.ts';
import { evaluateNumber } from './expression.ts';

/** Monotone: a later day never shifts to an earlier one. */
export function dateShift(node: DateShiftExpr, context: Context): Num {
  const from = evaluateNumber(node.from, context);
  if (node.by === undefined) {
    return defined([from], (start) => monotone(start!, (day) => shifted(day, whole(node.amount), node.unit)));
  }
  return defined([from, evaluateNumber(node.by, context)], (start, by) => {
    const end = (day: End, units: End): End =>
      typeof day === 'string' ? day : mapEnd(units, (some) => shifted(day, some, node.unit));
    return result([start!, by!], end(start!.lo, by!.lo), end(start!.hi, by!.hi));
  });
}

const mostUnits = 4_000_000n;

function shifted(day: Rational, by: Rational, unit: DateShiftExpr['unit']): Rational {
  const units = floor(by);
  const held = units > mostUnits ? mostUnits : units < -mostUnits ? -mostUnits : units;
  return whole(shiftDay(dayOfRational(day), Number(held), unit));
}

function dayOfRational(day: Rational): number {
  return Number(floor(day));
}

export function days(node: DaysExpr, context: Context): Num {
  const from = evaluateNumber(node.from, context);
  return defined([from, evaluateNumber(node.to, context)], (first, last) => {
    const { lo, hi } = difference(last!, first!);
    return result([first!, last!], lo, hi);
  });
}

export function referenceDay(_node: ReferenceDayExpr, context: Context): Num {
  return referenceDayValue(context.referenceDay);
}

export function calendarEdge(node: CalendarEdgeExpr, context: Context): Num {
  if (node.of !== undefined) {
    return defined([evaluateNumber(node.of, context)], (of) =>
      monotone(of!, (day) => whole(edgeOf(dayOfRational(day), node.unit, node.side))),
    );
  }
  const { from, to } = context.session.input.period;
  const months = 12 * (node.shift + context.shift);
  const first = addMonths(dayNumber(from), months);
  if (node.unit !== 'period') return exactly(whole(edgeOf(first, node.unit, node.side)));
  return exactly(whole(node.side === 'start' ? first : addMonths(dayNumber(to), months) - 1));
}

/** The first or last day of the month or year of a day. */
function edgeOf(day: number, unit: CalendarEdgeExpr['unit'], side: CalendarEdgeExpr['side']): number {
  const { year, month } = civilOf(day);
  if (unit === 'month') return dayOf(year, month, side === 'start' ? 1 : daysOfMonth(year, month));
  return side === 'start' ? dayOf(year, 1, 1) : dayOf(year, 12, 31);
}

export function elapsed(node: ElapsedExpr, context: Context): Num {
  const from = evaluateNumber(node.from, context);
  return defined([from, evaluateNumber(node.to, context)], (first, last) => {
    const count = (start: End, end: End): End => unitsBetween(start, end, node);
    return result([first!, last!], count(first!.hi, last!.lo), count(first!.lo, last!.hi));
  });
}

/** Of ends that lie at infinity, the later one's side. */
function unitsBetween(from: End, to: End, node: ElapsedExpr): End {
  if (typeof to === 'string') return to;
  if (typeof from === 'string') return from === 'infinity' ? '-infinity' : 'infinity';
  const end = dayOfRational(to) + (node.through ? 1 : 0);
  return whole(elapsedUnits(dayOfRational(from), end, node.unit, node.rounding));
}

export function yearSince(node: YearSinceExpr, context: Context): Num {
  const since = evaluateNumber(node.since, context);
  const today = evaluateNumber(node.now, context);
  const year = defined([since, today], (event, now) =>
    result([event!, now!], yearOf(event!.hi, now!.lo, node.years), yearOf(event!.lo, now!.hi, node.years)),
  );
  if (year.kind === 'undefined' || compareEnds(year.lo, one) >= 0) return year;
  if (compareEnds(year.hi, one) < 0) return { kind: 'undefined', reason: 'not begun' };
  return number(one, year.hi, year.causes, { mayBeUndefined: true });
}

/** Days that never come are left out; one that perhaps never comes may be the only one that does not matter. */
export function earliest(days: readonly Num[]): Num {
  const coming = days.filter((day) => day.kind === 'number');
  const [first, ...rest] = coming;
  if (first === undefined) return days[0]!;
  const [sure, ...others] = coming.filter((day) => day.mayBeUndefined !== true);
  const lo = leastEnd(first.lo, ...rest.map((day) => day.lo));
  const hi =
    sure === undefined
      ? greatestEnd(first.hi, ...rest.map((day) => day.hi))
      : leastEnd(sure.hi, ...others.map((day) => day.hi));
  return number(lo, hi, joinCauses(coming.map((day) => day.causes)), { mayBeUndefined: sure === undefined });
}

function yearOf(since: End, now: End, years: YearSinceExpr['years']): End {
  if (typeof since === 'string') return since === 'infinity' ? '-infinity' : 'infinity';
  if (typeof now === 'string') return now;
  const [event, day] = [dayOfRational(since), dayOfRational(now)];
  const passed =
    years === 'calendar' ? civilOf(day).year - civilOf(event).year : elapsedUnits(event, day, 'years', 'full');
  return whole(passed + 1);
}
