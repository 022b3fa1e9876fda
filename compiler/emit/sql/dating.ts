import type { FieldIr } from '../../../runtime/ir.ts';
import { dateValue } from './emit-operand.ts';
import { factColumn, noneColumn } from './facts.ts';
import { daysInForce, isWholeYearInForce } from './reference-day.ts';
import { nameColumn, type Rows } from './rows.ts';
import { caseOf, closed, literal, type Sql, sql } from './sql-text.ts';

export interface Dating {
  /** Whether the day lies in the assessed year. */
  readonly test: Sql;
  /** It does, but the policy is not in force on it; absent: it is on every day of the year. */
  readonly outOfForce: Sql | undefined;
}

/** R3: rows dated by a fact, of the applicant or of the item. Their reference day is that date. */
export function datedBy(rows: Rows, field: FieldIr, owner: string | undefined): Dating {
  const { writer } = rows;
  const year = field.yearly ? writer.year : undefined;
  const day = factColumn(rows, field, owner, year);
  const none = noneColumn(rows, field, owner, year);
  rows.referenceDay = { ...dateValue(day), ...(none === undefined ? {} : { undef: none }) };
  const within = between(day, `${writer.year}-01-01`, `${writer.year}-12-31`);
  // The date of a year surely lies in it, also while it is unknown.
  const surely = owner === undefined && field.yearly && isWholeYearInForce(writer);
  const known = surely ? sql`${day} IS NULL OR ${within}` : within;
  const test = nameColumn(rows, 'dated', none === undefined ? known : caseOf([{ when: none, give: 'FALSE' }], known));
  const days = daysInForce(writer);
  if (days === undefined || isWholeYearInForce(writer)) return { test, outOfForce: undefined };
  const out = closed`COALESCE(${sql`${within} AND NOT ${between(day, days.from, days.to)}`}, FALSE)`;
  return { test, outOfForce: nameColumn(rows, 'out_of_force', out) };
}

function between(day: Sql, from: string, to: string): Sql {
  return sql`${day} BETWEEN ${literal(`DATE '${from}'`)} AND ${literal(`DATE '${to}'`)}`;
}
