/** The same companies as columns: money as whole fen in Float64Arrays, yes and no as bytes. */
import type { FiveFacts } from './five-facts.ts';

const moneyColumns = ['purchases', 'spend', 'rd', 'rdBefore', 'revenue', 'revenueBefore', 'asked'] as const;
const flagColumns = ['ai', 'software', 'qualified', 'fresh'] as const;
const amountColumns = ['voucher', 'rdSubsidy', 'growthAward', 'scaleAward', 'rdLoan'] as const;

export type FiveColumns = { readonly rows: number } & {
  readonly [column in (typeof moneyColumns)[number]]: Float64Array;
} & { readonly [column in (typeof flagColumns)[number]]: Uint8Array };

/** Whole fen after rounding down. */
export type AmountColumns = { readonly [column in (typeof amountColumns)[number]]: Float64Array };

export function columnsOf(companies: readonly FiveFacts[]): FiveColumns {
  const money = moneyColumns.map((column) => [column, Float64Array.from(companies, (one) => one[column])] as const);
  const flags = flagColumns.map(
    (column) => [column, Uint8Array.from(companies, (one) => Number(one[column]))] as const,
  );
  return { rows: companies.length, ...Object.fromEntries(money), ...Object.fromEntries(flags) } as FiveColumns;
}

export function emptyAmounts(rows: number): AmountColumns {
  return Object.fromEntries(amountColumns.map((column) => [column, new Float64Array(rows)])) as AmountColumns;
}
