/** The IR of figures dated within a period (R19): versions of a parameter, and reading them. */
import type { DayText, DecimalText } from './ir.ts';
import type { Base, Expr } from './ir-expression.ts';

/** Where a published figure is from. Text alone. */
export interface PublicationIr {
  readonly publishedOn?: DayText;
  readonly source?: string;
}

/** A value of a dated parameter, in force on the days `from` to `to`, both included; without `to` for good. Without `value` it is announced later and given with the facts. */
export interface VersionIr extends PublicationIr {
  readonly from: DayText;
  readonly to?: DayText;
  readonly value?: DecimalText;
}

/**
 * A dated parameter, read on a day, over the days of a period, or on every day of an accrual. On a day: the value of the version in force; no version in force, though some are declared: undefined `no version`. A version without value, and a
 * parameter without versions: the value among the facts (key `id@DAY`) with the latest day not after it; none: unknown within the parameter's bounds, cause `missing:ID@DAY`.
 * `referenceDay`: the clause's reference day, moved by `shift` + the context's shift years. `day`: `day`, moved by `shift` years. Days that are open (and an undefined `day`) as in all operations: the values of all days it may be join in their
 * hull, those without version in force as mayBeUndefined (all: undefined). Causes: the day's where several stretches may be read, then the unknown values', earliest first; of these DAY is the first day asked.
 * `accrual` (in the rate of an accrual alone): as on a day, the days being those that the accrual asks, moved by `shift` years.
 * `period`: the mean over the days of the assessed period on which the policy is in force, both ends moved by `shift` + the context's shift years: Σ value × days ÷ days. A day without version: undefined `no version`.
 *
 * A stretch is a run of days with one value. The stretches asked are recorded in `inner[this.id]`, earliest first: key `VERSION/FROM/TO` (the first day of the version, of the value given, or empty; the first and last day asked), the value under this.id.
 */
export interface DatedExpr extends Base {
  readonly kind: 'dated';
  readonly field: string;
  readonly at: 'referenceDay' | 'day' | 'period' | 'accrual';
  readonly shift: number;
  /** With at `day` alone. */
  readonly day?: Expr;
}
