import type { ClauseIr } from '../../../runtime/ir.ts';
import { awardDigits } from './award-table.ts';
import { decimalType } from './decimal-type.ts';
import { difference } from './emit-arithmetic.ts';
import { same } from './facts.ts';
import { mostAt, typeOfDigits } from './number-type.ts';
import { aligned, atLeastZero, namedEnds } from './numbers.ts';
import { type QueryWriter, refuse } from './query-writer.ts';
import { quoted, textLiteral } from './quoting.ts';
import { joinSource, nameColumn, type Rows, takeColumn } from './rows.ts';
import { caseOf, type Sql, sql } from './sql-text.ts';
import { isFromZero, isOpen, type SqlNumber } from './sql-value.ts';

/** An amount after a step, and whether something took its place. */
export interface Settled {
  readonly value: SqlNumber;
  readonly superseded: Sql | undefined;
}

/** What awards of other policies for the same matter do to this clause: `undefined` where they do nothing. R10, A37. */
export function elsewhereMode(writer: QueryWriter, clause: ClauseIr): 'difference' | 'exclusive' | undefined {
  const { elsewhere } = writer.ir;
  if (clause.kind !== 'grant' || elsewhere.kind !== 'fixed' || elsewhere.value === 'none') return undefined;
  return elsewhere.value;
}

/**
 * What other policies paid is made up for, or bars; one that was awarded and not paid is taken instead where it is higher, a tie is paid here. For
 * an item those that name it count in every year up to this one; those that name none, perhaps.
 */
export function settleElsewhere(rows: Rows, clause: ClauseIr, amount: SqlNumber): Settled {
  const mode = elsewhereMode(rows.writer, clause);
  if (mode === undefined) return { value: amount, superseded: undefined };
  if ((rows.writer.ir.continues ?? []).length > 0)
    refuse(rows.writer, clause.node, {
      zh: '承接前一政策时与其他政策的就高不重复',
      en: 'no duplication with other policies while one is continued',
    });
  const byItem = rows.list !== undefined;
  rows.line = 'elsewhere';
  const value = namedEnds(rows, amount, 'amount');
  const sure = awardsOf(rows, clause, byItem ? 'named' : 'all');
  const perhaps = byItem ? awardsOf(rows, clause, 'unnamed') : undefined;
  const left = mode === 'difference' ? less(rows, value, sure, perhaps) : barred(value, sure, perhaps);
  const after = yielded(rows, value, left, sure, perhaps);
  const superseded = nameColumn(rows, 'superseded', sql`${value.hi} > 0 AND ${after.hi} = 0`);
  return { value: after, superseded };
}

interface Awards {
  readonly paid: SqlNumber;
  /** The highest that was awarded and not paid; 0 where there is none. */
  readonly unpaid: SqlNumber;
}

function awardsOf(rows: Rows, clause: ClauseIr, which: 'all' | 'named' | 'unnamed'): Awards {
  const table = awardsTable(rows.writer, which);
  const keys = (which === 'named' ? ['subject', 'item'] : ['subject']).map((key) => same(key, table, rows.source));
  const matter = `${quoted(table)}."matter" = ${textLiteral(clause.matter)}`;
  joinSource(rows, `LEFT JOIN ${quoted(table)} ON ${[...keys, matter].join(' AND ')}`);
  const suffix = which === 'unnamed' ? '_perhaps' : '';
  const column = (name: string, digits: number): SqlNumber => {
    const piece = takeColumn(rows, `COALESCE(${quoted(table)}.${quoted(name)}, 0)`, `${name}_elsewhere${suffix}`);
    return { kind: 'number', lo: piece, hi: piece, type: typeOfDigits(digits, awardDigits.scale, true) };
  };
  return { paid: column('paid', awardDigits.digits + 6), unpaid: column('unpaid', awardDigits.digits) };
}

/** By matter, for every clause that asks. */
function awardsTable(writer: QueryWriter, which: 'all' | 'named' | 'unnamed'): string {
  const key = JSON.stringify(['elsewhere', which]);
  const known = writer.shared.get(key);
  if (known !== undefined) return known.name;
  const suffix = { all: '', named: ' by item', unnamed: ' for no item' }[which];
  const name = writer.relations.take(`elsewhere${suffix}`);
  const keys = which === 'named' ? '"subject", "matter", "item"' : '"subject", "matter"';
  const conditions = [
    `"policy" <> ${textLiteral(writer.ir.id)}`,
    '"part_of_year" IS NULL',
    which === 'named' ? `"year" <= ${writer.year}` : `"year" = ${writer.year}`,
    ...{ all: [], named: ['"item" IS NOT NULL'], unnamed: ['"item" IS NULL'] }[which],
  ];
  const counted = 'COALESCE("in_parts", "paid")';
  const body = [
    `SELECT ${keys},`,
    `  CAST(SUM(${counted}) AS ${decimalType(awardDigits.digits + 6, awardDigits.scale)}) AS "paid",`,
    `  MAX(CASE WHEN ${counted} = 0 THEN "entitled" END) AS "unpaid"`,
    `FROM ${quoted(writer.tables.award)}`,
    `WHERE ${conditions.join('\n  AND ')}`,
    `GROUP BY ${keys}`,
  ];
  writer.shared.set(key, { name, comments: [], body: body.join('\n') });
  return name;
}

function less(rows: Rows, value: SqlNumber, sure: Awards, perhaps: Awards | undefined): SqlNumber {
  const off = (end: Sql, paid: SqlNumber): SqlNumber =>
    atLeastZero(rows, difference(rows, { ...value, lo: end, hi: end }, paid));
  const after = off(value.hi, sure.paid);
  const type = { ...after.type, most: mostAt(value.type, after.type.scale) };
  // Nothing can be taken off nothing.
  if (isFromZero(value)) return { ...after, lo: value.lo, type };
  const low = isOpen(value) ? off(value.lo, sure.paid) : after;
  if (perhaps === undefined) return { ...after, lo: low.lo, type };
  const least = atLeastZero(rows, difference(rows, { ...low, hi: low.lo }, perhaps.paid));
  return { ...after, lo: least.lo, type: { ...type, digits: least.type.digits } };
}

function barred(value: SqlNumber, sure: Awards, perhaps: Awards | undefined): SqlNumber {
  const bar = (end: Sql, paid: readonly Sql[]): Sql =>
    caseOf(
      paid.map((one) => ({ when: sql`${one} > 0`, give: '0' })),
      end,
    );
  const hi = bar(value.hi, [sure.paid.hi]);
  if (isFromZero(value)) return { ...value, hi };
  const doubts = perhaps === undefined ? [] : [perhaps.paid.hi];
  return { ...value, hi, lo: isOpen(value) || doubts.length > 0 ? bar(value.lo, [sure.paid.hi, ...doubts]) : hi };
}

/** Undecided ceilings compare by what may be paid at most. */
function yielded(rows: Rows, value: SqlNumber, left: SqlNumber, sure: Awards, perhaps: Awards | undefined): SqlNumber {
  const [top = value] = aligned(rows, [value, sure.unpaid]);
  const give = (end: Sql, awards: readonly Awards[]): Sql =>
    caseOf(
      awards.map(({ unpaid }) => ({ when: sql`${unpaid.hi} > ${top.hi}`, give: '0' })),
      end,
    );
  const hi = nameColumn(rows, 'left', give(left.hi, [sure]));
  if (isFromZero(left)) return { kind: 'number', lo: left.lo, hi, type: left.type };
  const open = isOpen(left) || perhaps !== undefined;
  const lo = open
    ? nameColumn(rows, 'left_least', give(left.lo, [sure, ...(perhaps === undefined ? [] : [perhaps])]))
    : hi;
  return { kind: 'number', lo, hi, type: left.type };
}
