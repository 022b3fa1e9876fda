import type { ClauseId, PolicyIr, ScopeIr } from '../../../runtime/ir.ts';
import { decimalType } from './decimal-type.ts';
import { same } from './facts.ts';
import { typeOfDigits } from './number-type.ts';
import type { QueryWriter } from './query-writer.ts';
import { quoted, textLiteral } from './quoting.ts';
import { joinSource, type Rows, takeColumn } from './rows.ts';
import type { SqlNumber } from './sql-value.ts';

/** Amounts in the table of awards: exact payments may have more decimals than coins. */
export const awardDigits = { digits: 15, scale: 10 } as const;

/** Awards that one key can have, and rows that one sum can have: what a sum may come to follows from it. */
export const mostRows = 1_000_000n;

/** What is asked of earlier awards under a clause. */
export interface History {
  readonly clause: ClauseId;
  readonly perItem: boolean;
  readonly window: ScopeIr['window'];
  /** `counted`: what was paid or is to be paid in parts; `paidOut`: what left the treasury; `times`: how many awards above 0. */
  readonly what: 'counted' | 'paidOut' | 'times';
}

/** R5: from awards of earlier years. The table of awards is taken as complete: what is not in it was not paid. */
export function historyColumn(rows: Rows, history: History): SqlNumber {
  const table = historyTable(rows.writer, history);
  joinSource(rows, `LEFT JOIN ${quoted(table)} ON ${keysOf(rows, history.perItem, table)}`);
  const piece = takeColumn(rows, `COALESCE(${quoted(table)}.${quoted(history.what)}, 0)`, columnNames[history.what]);
  return { kind: 'number', lo: piece, hi: piece, type: historyType(history) };
}

const columnNames = { counted: 'paid_before', paidOut: 'paid_out_before', times: 'times_before' } as const;

function historyType({ what }: History): SqlNumber['type'] {
  if (what === 'times') return typeOfDigits(9, 0, true);
  return typeOfDigits(awardDigits.digits + 6, awardDigits.scale, true);
}

function keysOf(rows: Rows, perItem: boolean, table: string): string {
  const keys = perItem ? ['subject', 'item'] : ['subject'];
  return keys.map((key) => same(key, table, rows.source)).join(' AND ');
}

/** One table for each different question, whichever clauses ask it. */
function historyTable(writer: QueryWriter, history: History): string {
  const key = JSON.stringify(['history', history]);
  const known = writer.shared.get(key);
  if (known !== undefined) return known.name;
  const name = writer.relations.take(
    `${history.clause} ${columnNames[history.what]}${history.perItem ? ' by item' : ''}`.replaceAll('_', ' '),
  );
  const keys = (history.perItem ? ['subject', 'item'] : ['subject']).map(quoted).join(', ');
  const body = [
    `SELECT ${keys}, ${measure(history)} AS ${quoted(history.what)}`,
    `FROM ${quoted(writer.tables.award)}`,
    `WHERE ${conditions(writer, history).join('\n  AND ')}`,
    `GROUP BY ${keys}`,
  ];
  writer.shared.set(key, { name, comments: [], body: body.join('\n') });
  return name;
}

function measure({ what }: History): string {
  const type = decimalType(awardDigits.digits + 6, awardDigits.scale);
  switch (what) {
    case 'counted':
      return `CAST(SUM(COALESCE("in_parts", "paid")) AS ${type})`;
    case 'paidOut':
      return `CAST(SUM("paid") AS ${type})`;
    case 'times':
      return `COUNT(DISTINCT CONCAT("year", ' ', "item"))`;
  }
}

function conditions(writer: QueryWriter, { clause, perItem, window, what }: History): readonly string[] {
  return [
    ownAwards(writer.ir, clause),
    `"year" < ${writer.year}`,
    ...windowConditions(writer, window),
    ...(what === 'paidOut' ? [] : ['"part_of_year" IS NULL']),
    ...(what === 'times' ? ['COALESCE("in_parts", "paid") > 0'] : []),
    ...(perItem ? ['"item" IS NOT NULL'] : []),
  ];
}

function windowConditions({ ir, year }: QueryWriter, window: ScopeIr['window']): readonly string[] {
  if (window.kind === 'years') return [`"year" >= ${year - window.years + 1}`];
  if (window.kind !== 'inForce') return [];
  const last = ir.inForce.to === undefined ? [] : [`"year" <= ${ir.inForce.to.slice(0, 4)}`];
  return [`"year" >= ${ir.inForce.from.slice(0, 4)}`, ...last];
}

/** By ids and former ids, here and under the policies that this one continues: as `runtime/ledger/own-awards.ts` matches. */
function ownAwards(ir: PolicyIr, clause: ClauseId): string {
  const former = ir.clauses.find(({ id }) => id === clause)?.formerly;
  const others = new Set(ir.clauses.map(({ id }) => id));
  const here = [...new Set([clause, ...(former ?? []).filter((id) => !others.has(id))])];
  const before = [...new Set(former ?? [clause])];
  const own = `"policy" = ${textLiteral(ir.id)} AND ${among('clause', here)}`;
  const continued = (ir.continues ?? []).map(({ policy }) => policy);
  if (continued.length === 0 || before.length === 0) return own;
  return `(${own} OR ${among('policy', continued)} AND ${among('clause', before)})`;
}

function among(column: string, values: readonly string[]): string {
  const listed = values.map(textLiteral).join(', ');
  return values.length === 1 ? `${quoted(column)} = ${listed}` : `${quoted(column)} IN (${listed})`;
}
