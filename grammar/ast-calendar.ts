/** The syntax tree's expressions of days, spans, schedules by year, and what accrues over a span. */
import type { Span } from '../diagnostics/span.ts';
import type { Expression, NumberLiteral } from './ast-expression.ts';

export type CalendarExpression = CalendarEdge | DateShift | Elapsed | YearCount | WithinTest | Interest | Prorated;

/** The first or last day: `of` absent, of what is assessed (年初, 期末); else of the year or month of a day (`end of month of D`, D 当月月末). */
export interface CalendarEdge {
  readonly kind: 'CalendarEdge';
  readonly span: Span;
  readonly side: 'start' | 'end';
  readonly unit: 'period' | 'year' | 'month';
  readonly of?: Expression;
}
/** `2 years after D` / D 起满 2年; by what is no figure, `D postponed by X` / D 顺延 X. */
export interface DateShift {
  readonly kind: 'DateShift';
  readonly span: Span;
  readonly amount: Expression;
  readonly from: Expression;
}
/** From one day to another: `through` counts the last day in (起至 … 止), `to` does not (至). */
export interface DaySpan {
  readonly from: Expression;
  readonly to: Expression;
  readonly through: boolean;
}
/** `full months from D to E` / D 至 E 的 足月数. Days are neither full nor started. */
export interface Elapsed extends DaySpan {
  readonly kind: 'Elapsed';
  readonly span: Span;
  readonly unit: 'days' | 'months' | 'years';
  readonly rounding?: 'full' | 'started';
}
/** `calendar year since D` / D 起 第几个自然年: the year of D is the first. */
export interface YearCount {
  readonly kind: 'YearCount';
  readonly span: Span;
  readonly years: 'calendar' | 'anniversary';
  readonly since: Expression;
}
/** `X within 2 years of D` / X 在 D 起 2年内: from D on, the last day included. */
export interface WithinTest {
  readonly kind: 'WithinTest';
  readonly span: Span;
  readonly operand: Expression;
  readonly amount: NumberLiteral;
  readonly from: Expression;
}
/** How a span is made a part of a year. */
export type Basis =
  | 'actual/365'
  | 'actual/360'
  | 'actual/actual'
  | 'bond 30/360'
  | 'eurobond 30/360'
  | 'full months/12'
  | 'started months/12';
/** `interest on P at R from D to E, actual/365` / P 按 R 自 D 至 E 的 利息，按 实际天数/365. `ofYear`: only what accrues in the year assessed (当年利息). */
export interface Interest extends DaySpan {
  readonly kind: 'Interest';
  readonly span: Span;
  readonly principal: Expression;
  readonly rate: Expression;
  readonly basis: Basis;
  readonly ofYear: boolean;
}
/** `A prorated by days from D through E` / A 自 D 起至 E 止 按日折算: the share of a yearly amount that falls in the year assessed. */
export interface Prorated extends DaySpan {
  readonly kind: 'Prorated';
  readonly span: Span;
  readonly amount: Expression;
  readonly by: 'days' | 'fullMonths' | 'startedMonths';
}
