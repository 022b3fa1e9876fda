import { dateValue } from './emit-operand.ts';
import type { QueryWriter } from './query-writer.ts';
import type { Rows } from './rows.ts';
import { literal } from './sql-text.ts';
import type { SqlNumber } from './sql-value.ts';

/** The days of the assessed year on which the policy is in force; undefined: none. */
export function daysInForce({ ir, year }: QueryWriter): { readonly from: string; readonly to: string } | undefined {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const from = ir.inForce.from > first ? ir.inForce.from : first;
  const to = ir.inForce.to !== undefined && ir.inForce.to < last ? ir.inForce.to : last;
  return from <= to ? { from, to } : undefined;
}

/** The policy is in force on every day of the assessed year. */
export function isWholeYearInForce(writer: QueryWriter): boolean {
  const days = daysInForce(writer);
  return days?.from === `${writer.year}-01-01` && days.to === `${writer.year}-12-31`;
}

export function referenceDayOf(rows: Rows): SqlNumber {
  const last = daysInForce(rows.writer)?.to ?? `${rows.writer.year}-12-31`;
  return rows.referenceDay ?? dateValue(literal(`DATE '${last}'`));
}
