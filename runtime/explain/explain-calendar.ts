import { dayNumber, dayText, shiftDay } from '../day.ts';
import { sharesOfYear, type YearShare } from '../day-count.ts';
import type { AccrualExpr, CalendarEdgeExpr, Expr } from '../ir.ts';
import type { Context } from './context.ts';
import { rangeText } from './exact-text.ts';
import type { AccrualDetail, ExplainedExpression, Wording } from './explanation.ts';

/** 年末, 期初: the days that the assessment itself gives. */
export function periodEdgeNames({ side, unit }: CalendarEdgeExpr): Wording {
  if (unit === 'period')
    return side === 'start' ? { zh: '期初', en: 'start of period' } : { zh: '期末', en: 'end of period' };
  return side === 'start' ? { zh: '年初', en: 'start of year' } : { zh: '年末', en: 'end of year' };
}

/** The part of a year as it was recorded, and which days make it up. */
export function accrualDetail(expression: AccrualExpr, context: Context): Pick<ExplainedExpression, 'accrual'> {
  const part = context.frame.states.get(expression.id)?.it;
  if (part === undefined) return {};
  const { basis, window, through } = expression;
  const counted = countedDays(expression, context);
  return { accrual: { basis, window, through, part: rangeText(part), ...(counted === undefined ? {} : { counted }) } };
}

function countedDays(expression: AccrualExpr, context: Context): AccrualDetail['counted'] {
  const [begin, last] = [knownDay(expression.begin, context), knownDay(expression.end, context)];
  if (begin === undefined || last === undefined) return undefined;
  const years = expression.shift + context.shift;
  const edge = (day: string) => shiftDay(dayNumber(day), years, 'years');
  const { period } = context;
  const stop = last + (expression.through ? 1 : 0);
  const isWhole = expression.window === 'term';
  const from = isWhole ? begin : Math.max(begin, edge(period.from));
  const to = isWhole ? stop : Math.min(stop, edge(period.to));
  if (to <= from) return undefined;
  const { shares, before } = sharesBetween(expression, begin, from, to);
  return {
    from: dayText(from),
    to: dayText(to - 1),
    shares: shares.map(({ count, of }) => ({ count: String(count), of: String(of) })),
    ...(before === undefined ? {} : { before: String(before) }),
  };
}

/** Days are the same whenever they are counted; months are counted from the first day of the span. */
function sharesBetween(
  { basis }: AccrualExpr,
  begin: number,
  from: number,
  to: number,
): { readonly shares: readonly YearShare[]; readonly before?: number } {
  if (from === begin || basis.startsWith('actual')) return { shares: sharesOfYear(basis, from, to) };
  const [reached] = sharesOfYear(basis, begin, to);
  const [before] = sharesOfYear(basis, begin, from);
  if (reached === undefined || before === undefined) return { shares: [] };
  return { shares: [{ count: reached.count - before.count, of: reached.of }], before: before.count };
}

function knownDay(expression: Expr, context: Context): number | undefined {
  const value = context.frame.values.get(expression.id);
  if (value?.kind !== 'number' || typeof value.lo === 'string' || typeof value.hi === 'string') return undefined;
  const [lo, hi] = [Number(value.lo.n / value.lo.d), Number(value.hi.n / value.hi.d)];
  return lo === hi ? lo : undefined;
}
