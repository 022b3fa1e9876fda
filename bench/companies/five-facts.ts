/** What the five clauses ask of a company for 2024: money in whole fen, all known. */
export interface FiveFacts {
  readonly ai: boolean;
  readonly software: boolean;
  readonly qualified: boolean;
  readonly fresh: boolean;
  readonly purchases: number;
  readonly spend: number;
  readonly rd: number;
  readonly rdBefore: number;
  readonly revenue: number;
  readonly revenueBefore: number;
  readonly asked: number;
}

/** What each clause pays, in whole fen after rounding down; 0 where it pays nothing. `grants` is the sum of all but the loan. */
export interface FiveAmounts {
  readonly voucher: number;
  readonly rdSubsidy: number;
  readonly growthAward: number;
  readonly scaleAward: number;
  readonly rdLoan: number;
  readonly grants: number;
}

/** The clauses of `policies/five-clauses.policy`, and which amount is whose. */
export const clauseIds = {
  voucher: 'voucher',
  rdSubsidy: 'rd_subsidy',
  growthAward: 'growth_award',
  scaleAward: 'scale_award',
  rdLoan: 'rd_loan',
} as const;
export type FiveClause = keyof typeof clauseIds;
export const fiveClauses = Object.keys(clauseIds) as readonly FiveClause[];

/** The assessed year; `rdBefore` and `revenueBefore` are of the year before. */
export const assessedYear = 2024;
/** 1万元 in fen. */
export const wan = 1_000_000;

/** Where two results part, as a count of amounts that differ. */
export function wrongAmounts(expected: FiveAmounts, got: FiveAmounts): number {
  return fiveClauses.reduce((wrong, clause) => wrong + (expected[clause] === got[clause] ? 0 : 1), 0);
}
