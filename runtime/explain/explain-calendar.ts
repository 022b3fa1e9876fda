import { dayNumber, dayText, shiftDay } from '../day.ts';
import { sharesOfYear, type YearShare } from '../day-count.ts';
import type { AccrualExpr, BasisIr, CalendarEdgeExpr, Expr } from '../ir.ts';
import { withinExpression } from '../ir-children.ts';
import type { Context } from './context.ts';
import { rangeText } from './exact-text.ts';
import { explainExpression } from './explain-expression.ts';
import type { AccrualDetail, AccrualStretch, YearShares } from './explained-accrual.ts';
import type { ExplainedExpression, Wording } from './explanation.ts';

/** 年末, 期初: the days that the assessment itself gives. */
export function periodEdgeNames({ side, unit }: CalendarEdgeExpr): Wording {
  if (unit === 'period')
    return side === 'start' ? { zh: '期初', en: 'start of period' } : { zh: '期末', en: 'end of period' };
  return side === 'start' ? { zh: '年初', en: 'start of year' } : { zh: '年末', en: 'end of year' };
}

/** The part of a year as it was recorded, which days make it up, and of a rate read day by day what it was when. */
export function explainAccrual(
  expression: AccrualExpr,
  context: Context,
): Pick<ExplainedExpression, 'operands' | 'accrual'> {
  const { principal, rate, begin, end, basis, window, through } = expression;
  const byDay = isReadByDay(rate);
  const operands = [
    ...(principal === undefined ? [] : [explainExpression(principal, context, 'principal')]),
    ...(byDay ? [] : [explainExpression(rate, context, 'rate')]),
    explainExpression(begin, context, 'begin'),
    explainExpression(end, context, 'end'),
  ];
  const part = context.frame.states.get(expression.id)?.it;
  if (part === undefined) return { operands };
  const days = daysThatCount(expression, context);
  const accrual: AccrualDetail = {
    basis,
    window,
    through,
    part: rangeText(part),
    ...(days === undefined ? {} : { counted: countedDays(basis, days) }),
    ...(byDay ? { stretches: stretches(expression, days, context) } : {}),
  };
  return { operands, accrual };
}

/** R19. */
function isReadByDay(rate: Expr): boolean {
  return withinExpression(rate).some((one) => one.kind === 'dated' && one.at === 'accrual');
}

/** Day numbers: the first day of the span, the first that counts, and the one after the last. */
interface KnownDays {
  readonly begin: number;
  readonly from: number;
  readonly to: number;
}

function daysThatCount(expression: AccrualExpr, context: Context): KnownDays | undefined {
  const [begin, last] = [knownDay(expression.begin, context), knownDay(expression.end, context)];
  if (begin === undefined || last === undefined) return undefined;
  const years = expression.shift + context.shift;
  const edge = (day: string) => shiftDay(dayNumber(day), years, 'years');
  const { period } = context;
  const stop = last + (expression.through ? 1 : 0);
  const isWhole = expression.window === 'term';
  const from = isWhole ? begin : Math.max(begin, edge(period.from));
  const to = isWhole ? stop : Math.min(stop, edge(period.to));
  return to <= from ? undefined : { begin, from, to };
}

function countedDays(basis: BasisIr, days: KnownDays): NonNullable<AccrualDetail['counted']> {
  const { shares, before } = sharesBetween(basis, days);
  return {
    from: dayText(days.from),
    to: dayText(days.to - 1),
    shares: shareTexts(shares),
    ...(before === undefined ? {} : { before: String(before) }),
  };
}

function stretches(
  { id, rate, basis }: AccrualExpr,
  days: KnownDays | undefined,
  context: Context,
): readonly AccrualStretch[] {
  return (context.frame.inner.get(id) ?? []).map(({ key, frame }) => {
    const [from = '', to = ''] = key.split('/');
    const explained = explainExpression(rate, { ...context, frame }, 'rate');
    if (days === undefined) return { from, to, rate: explained };
    const { shares } = sharesBetween(basis, { begin: days.begin, from: dayNumber(from), to: dayNumber(to) + 1 });
    return { from, to, rate: explained, shares: shareTexts(shares) };
  });
}

function shareTexts(shares: readonly YearShare[]): YearShares {
  return shares.map(({ count, of }) => ({ count: String(count), of: String(of) }));
}

/** Days are the same whenever they are counted; months are counted from the first day of the span. */
function sharesBetween(
  basis: BasisIr,
  { begin, from, to }: KnownDays,
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
