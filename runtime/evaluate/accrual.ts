import { addMonths, dayNumber } from '../day.ts';
import { partOfYear } from '../day-count.ts';
import { compareEnds, defined, greatestEnd, leastEnd, type Num, product, result } from '../interval.ts';
import type { AccrualExpr } from '../ir.ts';
import { floor, subtract, whole, zero } from '../rational.ts';
import type { End, NumberValue } from '../value.ts';
import { orNoRow } from './arithmetic.ts';
import type { Context } from './context.ts';
import { evaluateNumber } from './expression.ts';

/** The part of the year is recorded beside the amount. */
export function accrual(node: AccrualExpr, context: Context): Num {
  const principal = node.principal === undefined ? undefined : evaluateNumber(node.principal, context);
  const rate = evaluateNumber(node.rate, context);
  const begin = evaluateNumber(node.begin, context);
  const end = evaluateNumber(node.end, context);
  return defined([...(principal === undefined ? [] : [principal]), rate, begin, end], () => {
    const part = partOf(node, begin as NumberValue, end as NumberValue, context);
    context.frame.states.set(node.id, { it: part });
    const yearly = rate as NumberValue;
    return times(principal === undefined ? yearly : times(principal as NumberValue, yearly), part);
  });
}

function times(left: NumberValue, right: NumberValue): NumberValue {
  return orNoRow([left, right], product(left, right));
}

/** Days: first and the one after the last. */
interface Window {
  readonly from: number;
  readonly to: number;
}

function partOf(node: AccrualExpr, begin: NumberValue, end: NumberValue, context: Context): NumberValue {
  const window = node.window === 'period' ? windowOf(node, context) : undefined;
  const starts = startsWithin(begin, window);
  const later = node.through ? 1 : 0;
  const parts = (last: End): readonly End[] => starts.map((start) => partBetween(node, start, last, later, window));
  const [first = zero, ...rest] = parts(end.lo);
  const [last = zero, ...others] = parts(end.hi);
  return result([begin, end], leastEnd(first, ...rest), greatestEnd(last, ...others));
}

function windowOf(node: AccrualExpr, context: Context): Window {
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
  const earliest = typeof lo === 'string' ? Number.NEGATIVE_INFINITY : Number(floor(lo));
  const latest = Math.min(typeof hi === 'string' ? Number.POSITIVE_INFINITY : Number(floor(hi)), window.from);
  const days = Array.from({ length: everyDayOfMonth }, (_, back) => latest - back).filter((day) => day >= earliest);
  return [...ends.filter((end) => end !== '-infinity'), ...days.map((day) => whole(day))];
}

function partBetween(node: AccrualExpr, start: End, last: End, later: number, window: Window | undefined): End {
  if (start === 'infinity' || last === '-infinity') return zero;
  if (start === '-infinity') return 'infinity';
  const stop = typeof last === 'string' ? Number.POSITIVE_INFINITY : Number(floor(last)) + later;
  const day = Number(floor(start));
  const end = window === undefined ? stop : Math.min(stop, window.to);
  const begin = window === undefined ? day : Math.max(day, window.from);
  if (end <= begin) return zero;
  if (end === Number.POSITIVE_INFINITY) return 'infinity';
  const reached = partOfYear(node.basis, day, end);
  return begin === day ? reached : subtract(reached, partOfYear(node.basis, day, begin));
}
