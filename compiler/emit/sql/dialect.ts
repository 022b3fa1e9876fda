import type { DecimalText } from '../../../runtime/ir.ts';
import { scaledInteger } from '../typescript/literal.ts';
import { decimalType, mostDigits } from './decimal-type.ts';
import { closed, type Sql, sql } from './sql-text.ts';

/** What one SQL engine writes otherwise than another. All else of a query is plain SQL: CASE, joins, WITH, exact DECIMAL. */
export interface Dialect {
  readonly name: string;
  readonly text: string;
  readonly year: string;
  /** Calendar year of a date. */
  readonly yearOf: (date: Sql) => Sql;
  /** Days from one date to another. */
  readonly daysBetween: (from: Sql, to: Sql) => Sql;
  /** A date so many units later; a day that does not exist becomes the last of its month. */
  readonly shifted: (date: Sql, amount: number, unit: 'years' | 'months' | 'days') => Sql;
  /** How often `step` is in `value` in full; the value is not below 0, both have at most `scale` decimals. `digits`: of the result. */
  readonly wholeSteps: (value: Sql, step: DecimalText, scale: number, digits: number) => Sql;
  /**
   * A stored figure with so many digits before and behind the point. What does not fit must never go on changed: it ends the query, or counts as unknown.
   */
  readonly stored: (column: string, digits: number, scale: number) => Sql;
}

/** Standard SQL: what most engines with exact DECIMAL of 38 digits take, distributed ones too. A figure that has too many decimals is unknown. */
export const plainSql: Dialect = {
  name: 'SQL',
  text: 'VARCHAR',
  year: 'INTEGER',
  yearOf: (date) => closed`EXTRACT(YEAR FROM ${date})`,
  daysBetween: (from, to) => closed`DATEDIFF('day', ${from}, ${to})`,
  shifted: (date, amount, unit) =>
    closed`CAST(${bracketed(date)} + INTERVAL '${String(amount)}' ${unit.slice(0, -1).toUpperCase()} AS DATE)`,
  // What is divided is a multiple of the step, so no engine has anything to round.
  wholeSteps: (value, step, _scale, digits) =>
    closed`CAST(${sql`(${value} - ${value} % ${step}) / ${step}`} AS ${decimalType(digits, 0)})`,
  stored: (column, digits, scale) => {
    const type = decimalType(digits, scale);
    return closed`CASE WHEN ${column} = CAST(${column} AS ${type}) THEN CAST(${column} AS ${type}) END`;
  },
};

/** DuckDB: 128-bit whole numbers for counting steps; a figure that does not fit ends the query with its name. */
export const duckdb: Dialect = {
  ...plainSql,
  name: 'DuckDB',
  daysBetween: (from, to) => sql`${to} - ${from}`,
  wholeSteps: (value, step, scale, digits) => {
    // In 128 bits from the start: 64 would not hold every figure in its smallest unit.
    const wide = closed`CAST(${value} AS ${decimalType(mostDigits - scale, scale)})`;
    const whole = closed`CAST(${scale === 0 ? value : sql`${wide} * 1${'0'.repeat(scale)}`} AS HUGEINT)`;
    return closed`CAST(${sql`${whole} // ${String(scaledInteger(step, scale))}`} AS ${decimalType(digits, 0)})`;
  },
  stored: (column, digits, scale) => {
    const type = decimalType(digits, scale);
    const message = `${column.replaceAll('"', '').replaceAll("'", '')}: more than ${scale} decimals`;
    return closed`CASE WHEN ${column} <> CAST(${column} AS ${type}) THEN error('${message}') ELSE CAST(${column} AS ${type}) END`;
  },
};

function bracketed(part: Sql): string {
  return part.form === 'compound' ? `(${part.text})` : part.text;
}
