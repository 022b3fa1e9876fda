import type { BasisIr } from '../ir.ts';
import type { ExactText, ExplainedExpression, Range } from './explanation.ts';

/** What accrues over a span of days. */
export interface AccrualDetail {
  readonly basis: BasisIr;
  /** The whole term, or what of it accrues in the assessed period. */
  readonly window: 'term' | 'period';
  /** Whether the last day of the span counts. */
  readonly through: boolean;
  /** The part of a year by which the yearly amount is multiplied. */
  readonly part: Range;
  /** While both days are known and something accrues. */
  readonly counted?: {
    /** Days that count, both ends included. */
    readonly from: string;
    readonly to: string;
    readonly shares: YearShares;
    /** Of a count by months that began before the period: by the day before `from`; already taken from the share. */
    readonly before?: ExactText;
  };
  /** Of a rate read day by day (R19), which is no operand then: the days that count, cut where it changes, or all days that may count. */
  readonly stretches?: readonly AccrualStretch[];
}

/** The part of a year: so many of so many, added up. */
export type YearShares = readonly { readonly count: ExactText; readonly of: ExactText }[];

export interface AccrualStretch {
  /** Both included. */
  readonly from: string;
  readonly to: string;
  readonly rate: ExplainedExpression;
  /** While the days are known. */
  readonly shares?: YearShares;
}

/** The rate of each stretch, where it is read day by day. */
export function ratesByDay({ accrual }: ExplainedExpression): readonly ExplainedExpression[] {
  return (accrual?.stretches ?? []).map(({ rate }) => rate);
}
