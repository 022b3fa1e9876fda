/** The IR's expressions of days, spans, schedules by year, and what accrues over a span. Days are numbers of days; rules common to all numbers as in `ir-expression.ts`. */
import type { Base, Expr } from './ir-expression.ts';

/**
 * The first or last day of the assessed period (`period`) or of the calendar year it lies in (`year`), `shift` years away; or, with `of`, of the year or month of that day.
 * Monotone in `of`.
 */
export interface CalendarEdgeExpr extends Base {
  readonly kind: 'calendarEdge';
  readonly side: 'start' | 'end';
  readonly unit: 'period' | 'year' | 'month';
  readonly of?: Expr;
  readonly shift: number;
}
/**
 * Whole days, months or years after a date; a day that does not exist (29 Feb, 31st) becomes the last day of that month.
 * With `by` (a duration of that unit) its whole part, rounded down and held within ±4,000,000, stands in place of `amount`. Monotone in both. Causes: from, by.
 */
export interface DateShiftExpr extends Base {
  readonly kind: 'dateShift';
  readonly from: Expr;
  readonly amount: number;
  readonly unit: 'years' | 'months' | 'days';
  readonly by?: Expr;
}
/** to − from in days. */
export interface DaysExpr extends Base {
  readonly kind: 'days';
  readonly from: Expr;
  readonly to: Expr;
}
/**
 * Units from `from` to `to`, with `through` to the day after `to`. `full`: the greatest n for which n units after `from` (as in `dateShift`) are not after the end; `started`: the least n for which they are not
 * before it. Of days both are the difference. Negative where the end lies before `from`. lo from the latest `from` and the earliest `to`, hi the other way about. Causes: from, to.
 */
export interface ElapsedExpr extends Base {
  readonly kind: 'elapsed';
  readonly from: Expr;
  readonly to: Expr;
  readonly unit: 'days' | 'months' | 'years';
  readonly rounding: 'full' | 'started';
  readonly through: boolean;
}
/**
 * Which year since an event `now` lies in: its own is the first. `calendar`: year of `now` − year of `since` + 1. `anniversary`: full years (as in `elapsed`) from `since` to `now` + 1.
 * Below 1: undefined (`not begun`); perhaps below 1: mayBeUndefined, and the interval begins at 1. Causes: since, now.
 */
export interface YearSinceExpr extends Base {
  readonly kind: 'yearSince';
  readonly since: Expr;
  readonly now: Expr;
  readonly years: 'calendar' | 'anniversary';
}
/** How a span becomes a part of a year: `runtime/day-count.ts` defines each. */
export type BasisIr =
  | 'actual/365'
  | 'actual/360'
  | 'actual/actual'
  | 'bond 30/360'
  | 'eurobond 30/360'
  | 'full months/12'
  | 'started months/12';
/**
 * principal × rate × part of a year from `begin` to `end` (with `through`, to the day after). Without `principal` the rate is what accrues in a whole year. Nothing where the end is not after `begin`. Let F(x) be the part of a year from `begin` to x.
 * `term`: F(end). `period`: what accrues between the first day A and the day B after the last of the assessed period (`shift` years away): F(min(end, B)) − F(max(begin, A)), so that the years add up to the term.
 *
 * states[this.id] = { it: that part of a year }. Its interval: lo at the earliest, hi at the latest end, each the least and greatest over the days that `begin` may be: its ends, and, for `period`, where it may lie
 * before A, every day from 61 days before the latest of these on (the part then hangs on the day of the month alone). Never is nothing; endless, ∞. Causes: begin, end. Value: principal × rate, then × part, as in multiply. Causes: principal, rate, begin, end.
 *
 * R19: a rate that reads a dated figure at `accrual` is read day by day. Order: principal, begin, end, then the rate. While both days are known, the days counted are cut where such a figure changes; for each piece the rate is
 * evaluated in a frame of `inner[this.id]` (key `FROM/TO`, the first and last day) and multiplied by the part of a year that accrues in the piece, F(its end) − F(its first day); the value is principal × their sum (a rate without row
 * counts as 0 unless every one is; no day: 0, the rate is not asked). With an open day there is one such frame for the first to the last day that may count, the figures there being open over these days with the
 * causes of begin and end; that rate × part. A rate undefined on some piece: undefined.
 */
export interface AccrualExpr extends Base {
  readonly kind: 'accrual';
  readonly principal?: Expr;
  readonly rate: Expr;
  readonly begin: Expr;
  readonly end: Expr;
  readonly through: boolean;
  readonly basis: BasisIr;
  readonly window: 'term' | 'period';
  readonly shift: number;
}

export type CalendarExpr = CalendarEdgeExpr | DateShiftExpr | DaysExpr | ElapsedExpr | YearSinceExpr | AccrualExpr;
