/** Days and what accrues over them, with their figures filled in. */
import { type AccrualDetail, type AccrualStretch, ratesByDay } from './explained-accrual.ts';
import type { ExplainedExpression } from './explanation.ts';
import { equation, leafText, list, nested, operand, resultText, term } from './formula.ts';
import type { Words } from './words.ts';

/** `2024-02-29 → 2025-02-28`; by a duration that is itself looked up, `2024-02-29 + 3 months → …`. */
export function dateShiftText(expression: ExplainedExpression, words: Words): string {
  const [from, by] = expression.operands;
  const start = from === undefined ? '' : leafText(from, words);
  const way = by === undefined ? start : `${start} + ${leafText(by, words)}`;
  return list([...nested(expression, words), `${way} → ${resultText(expression, words)}`], words);
}

export function calendarEdgeText(expression: ExplainedExpression, words: Words): string {
  const [of] = expression.operands;
  if (of === undefined) return leafText(expression, words);
  return list([...nested(expression, words), `${leafText(of, words)} → ${resultText(expression, words)}`], words);
}

/** `2022-05-01 … 2024-05-01 = 2 years`. */
export function elapsedText(expression: ExplainedExpression, words: Words): string {
  const [from, to] = [leafText(operand(expression, 0), words), leafText(operand(expression, 1), words)];
  const span = expression.mode?.endsWith(' through') ? words.calendar.through(from, to) : `${from} … ${to}`;
  return list([...nested(expression, words), equation(span, resultText(expression, words), words)], words);
}

export function yearSinceText(expression: ExplainedExpression, words: Words): string {
  const [since, now] = [leafText(operand(expression, 0), words), leafText(operand(expression, 1), words)];
  const isCalendar = expression.mode === 'calendar';
  const [first, today] = isCalendar ? [yearOf(since), yearOf(now)] : [since, now];
  const result = resultText(expression, words);
  const told = words.calendar[isCalendar ? 'calendarYear' : 'anniversaryYear'](first, today, result);
  return list([...nested(expression, words), told], words);
}

/** The year of a day; an open day stays as it is. */
function yearOf(day: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day.slice(0, 4) : day;
}

/** The days that count, then `1,000,000.00 × 3.5% × 184 ÷ 365 = 17,643.84`. */
export function accrualText(expression: ExplainedExpression, words: Words): string {
  const { accrual, operands } = expression;
  const [begin, end] = operands.slice(-2);
  if (accrual === undefined || begin === undefined || end === undefined) return resultText(expression, words);
  const days = [leafText(begin, words), leafText(end, words)] as const;
  const span = accrual.through ? words.calendar.through(...days) : words.calendar.until(...days);
  const result = resultText(expression, words);
  const { counted } = accrual;
  const own = [
    ...nested(expression, words),
    countedText(accrual, span, words),
    ...nested({ ...expression, operands: ratesByDay(expression) }, words),
  ];
  if (counted === undefined) return list([...own, words.take(result)], words);
  const factors = operands.slice(0, -2).map((one) => grouped(term(one, words)));
  const parts = accrual.stretches?.map((stretch) => stretchText(stretch, words));
  const times =
    parts === undefined ? sharesText(counted.shares) : parts.length === 1 ? parts[0]! : `(${parts.join(' + ')})`;
  return list([...own, equation([...factors, times].join(' × '), result, words)], words);
}

/** `3.1% × 72 ÷ 365`. */
function stretchText({ rate, shares }: AccrualStretch, words: Words): string {
  return `${leafText(rate, words)} × ${sharesText(shares ?? [])}`;
}

function countedText({ basis, window, part, counted }: AccrualDetail, span: string, words: Words): string {
  if (counted === undefined) return part.hi === '0' ? `${span}${words.calendar.nothing}` : span;
  const total = counted.shares.reduce((sum, { count, of }) => sum + (of === '1' ? 0 : Number(count)), 0);
  const isMonths = basis.endsWith('/12');
  const isThirty = basis.endsWith('30/360');
  const { before } = counted;
  const sum = before === undefined ? '' : `${total + Number(before)} − ${before} = `;
  const years = counted.shares.find(({ of }) => of === '1')?.count;
  const unit = isMonths ? words.calendar.months : isThirty ? words.calendar.thirtyDays : words.calendar.days;
  const count = unit(`${sum}${total}`, years);
  return window === 'term'
    ? `${span}${words.calendar.counted(count)}`
    : words.calendar.ofPeriod(span, counted.from, counted.to, count);
}

function sharesText(shares: readonly { readonly count: string; readonly of: string }[]): string {
  const texts = shares.map(({ count, of }) => (of === '1' ? count : `${count} ÷ ${of}`));
  return texts.length === 1 ? texts[0]! : `(${texts.join(' + ')})`;
}

function grouped(text: string): string {
  return / [+−] /.test(text) ? `(${text})` : text;
}
