import { TooManyDigits } from '../../../diagnostics/command-sql.ts';
import type { ClauseIr } from '../../../runtime/ir.ts';
import { decimalType, mostDigits } from './decimal-type.ts';
import { factsOf } from './facts.ts';
import { tightType } from './number-type.ts';
import { nameOf, placeOf, type QueryWriter } from './query-writer.ts';
import { quoted, textLiteral } from './quoting.ts';
import { daysInForce } from './reference-day.ts';
import type { NumberType } from './sql-value.ts';

/** A table that holds results: of a clause one row for each applicant, of its items one row for each. */
export interface ResultTable {
  readonly table: string;
  readonly clause: string;
  readonly isItems: boolean;
  readonly amount: NumberType;
  readonly payable: NumberType;
}

const columns = ['amount_least', 'amount_most', 'payable_least', 'payable_most'] as const;

/** The last part of the query: all results under each other, amounts in one DECIMAL that holds them all. */
export function resultsText(writer: QueryWriter, tables: readonly (ResultTable | ClauseIr)[]): string {
  const type = commonType(
    writer,
    tables.filter((one) => 'table' in one),
  );
  return tables
    .map((one) => ('table' in one ? selectOf(one, type) : constantOf(writer, one, type)))
    .join('\nUNION ALL\n');
}

function selectOf({ table, clause, isItems }: ResultTable, type: string): string {
  const item = isItems ? '"item"' : 'NULL AS "item"';
  const amounts = columns.map((column) => `CAST(${quoted(column)} AS ${type}) AS ${quoted(column)}`);
  return `SELECT "subject", ${textLiteral(clause)} AS "clause", ${item}, "status", ${amounts.join(', ')}\nFROM ${quoted(table)}`;
}

/** A clause without lines says the same of every applicant; so does every clause outside the time in force. */
function constantOf(writer: QueryWriter, { id }: ClauseIr, type: string): string {
  const status = daysInForce(writer) === undefined ? 'outOfForce' : 'noAmount';
  const amounts = columns.map((column) => `CAST(0 AS ${type}) AS ${quoted(column)}`);
  return `SELECT "subject", ${textLiteral(id)} AS "clause", NULL AS "item", ${textLiteral(status)} AS "status", ${amounts.join(', ')}\nFROM ${quoted(factsOf(writer, undefined).name)}`;
}

function commonType(writer: QueryWriter, tables: readonly ResultTable[]): string {
  const types = tables.flatMap(({ amount, payable }) => [tightType(amount), tightType(payable)]);
  const digits = Math.max(1, ...types.map((type) => type.digits));
  const scale = Math.max(0, ...types.map((type) => type.scale));
  if (digits + scale > mostDigits)
    writer.report(TooManyDigits, placeOf(writer, 0), { clause: nameOf(writer), digits: digits + scale });
  return decimalType(digits, scale);
}
