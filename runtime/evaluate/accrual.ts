import { addMonths, dayNumber } from '../day.ts';
import { partOfYear } from '../day-count.ts';
import { compareEnds, defined, greatestEnd, leastEnd, type Num, product, result } from '../interval.ts';
import type { AccrualExpr } from '../ir.ts';
import { floor, subtract, whole, zero } from '../rational.ts';
import type { End, NumberValue } from '../value.ts';
import { accrualByDay, readsByDay } from './accrual-by-day.ts';
import { orNoRow } from './arithmetic.ts';
import type { Context } from './context.ts';
import { evaluateNumber } from './expression.ts';

/** The part of the year is recorded beside the amount. */
export function accrual(node: AccrualExpr, context: Context): Num {
  const principal = node.principal === undefined ? [] : [evaluateNumber(node.principal, context)];
  if (readsByDay(node)) return accrualByDay(node, principal, context);
  const rate = evaluateNumber(node.rate, context);
  const begin = evaluateNumber(node.begin, context);
  const end = evaluateNumber(node.end, context);
  return defined([...principal, rate, begin, end], (...known) => {
    const part = accruedPart(node, begin as NumberValue, end as NumberValue, context);
    const factors = known.slice(0, -2);
    return times(factors.reduce(times), part);
  });
}

export function times(left: NumberValue, right: NumberValue): NumberValue {
  return orNoRow([left, right], product(left, right));
}

/** Days: first and the one after the last. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The part of a year that accrues, recorded. */
export function accruedPart(node: AccrualExpr, begin: NumberValue, end: NumberValue, context: Context): NumberValue {
  const window = windowOf(node, context);
  const starts = startsWithin(begin, window);
  const parts = (last: End): readonly End[] => starts.map((start) => partBetween(node, start, last, window));
  const [first = zero, ...rest] = parts(end.lo);
  const [last = zero, ...others] = parts(end.hi);
  const part = result([begin, end], leastEnd(first, ...rest), greatestEnd(last, ...others));
  context.frame.states.set(node.id, { it: part });
  return part;
}

/** Of the whole term there is none. */
export function windowOf(node: AccrualExpr, context: Context): Window | undefined {
  if (node.window === 'term') return undefined;
  const { from, to } = context.session.input.period;
  const months = 12 * (node.shift + context.shift);
  return { from: addMonths(dayNumber(from), months), to: addMonths(dayNumber(to), months) };
}

/** A span of so many days holds every day of the month. */
const everyDayOfMonth = 62;

/**
 * The days at which an open start must be tried. A later start never gives more, except that of months begun before the window the day
 * of the month decides how many end within it.
 */
function startsWithin({ lo, hi }: NumberValue, window: Window | undefined): readonly End[] {
  const ends = compareEnds(lo, hi) === 0 ? [lo] : [lo, hi];
  if (window === undefined || ends.length === 1) return ends;
  const earliest = dayAt(lo);
  const latest = Math.min(dayAt(hi), window.from);
  const days = Array.from({ length: everyDayOfMonth }, (_, back) => latest - back).filter((day) => day >= earliest);
  return [...ends.filter((end) => end !== '-infinity'), ...days.map((day) => whole(day))];
}

function partBetween(node: AccrualExpr, start: End, last: End, window: Window | undefined): End {
  if (start === 'infinity' || last === '-infinity') return zero;
  if (start === '-infinity') return 'infinity';
  const day = dayAt(start);
  const { from, to } = clipped(node, day, dayAt(last), window);
  if (to <= from) return zero;
  if (to === Number.POSITIVE_INFINITY) return 'infinity';
  const reached = partOfYear(node.basis, day, to);
  return from === day ? reached : subtract(reached, partOfYear(node.basis, day, from));
}

/** The days of a span that count. */
export function clipped(node: AccrualExpr, start: number, last: number, window: Window | undefined): Window {
  const stop = last + (node.through ? 1 : 0);
  if (window === undefined) return { from: start, to: stop };
  return { from: Math.max(start, window.from), to: Math.min(stop, window.to) };
}

export function dayAt(end: End): number {
  if (typeof end === 'string') return end === 'infinity' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return Number(floor(end));
}
