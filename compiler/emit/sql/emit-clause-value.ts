import type { ClauseExpr, IsGrantedExpr, PaidExpr } from '../../../runtime/ir.ts';
import { historyColumn } from './award-table.ts';
import type { ValueKey } from './clause-values.ts';
import { same } from './facts.ts';
import { unknownNumber } from './numbers.ts';
import { type ClauseColumns, refuse } from './query-writer.ts';
import { quoted } from './quoting.ts';
import { joinSource, type Rows, takeColumn } from './rows.ts';
import { caseOf, literal, type Sql, sql } from './sql-text.ts';
import { readBack, type SqlNumber, type SqlTruth } from './sql-value.ts';

/** R7: what another clause comes to, read from its table. */
export function clauseValue(rows: Rows, node: ClauseExpr): SqlNumber {
  const columns = clauseColumns(rows, node);
  const key = keyOf(node);
  if (columns === undefined || rows.list !== undefined || key === undefined || columns.values[key] === undefined) {
    refuse(rows.writer, node.id, {
      zh: '对别的条款这一步数额的引用',
      en: 'this reference to the amount of another clause',
    });
    return unknownNumber;
  }
  return valueIn(rows, node.clause, columns, key);
}

function keyOf({ at }: ClauseExpr): ValueKey | undefined {
  switch (at.kind) {
    case 'own':
      return 'own';
    case 'beforeCap':
      return 'before_cap';
    case 'line':
      return `line_${at.label}`;
    case 'after':
      return undefined;
  }
}

function valueIn(rows: Rows, clause: string, columns: ClauseColumns, key: ValueKey): SqlNumber {
  const kept = columns.values[key];
  if (kept === undefined) throw new Error(`${clause} has no ${key}`);
  return readBack(kept, columnOf(rows, clause, columns, key), () => columnOf(rows, clause, columns, `${key}_least`));
}

export function isGranted(rows: Rows, node: IsGrantedExpr): SqlTruth {
  const columns = clauseColumns(rows, node);
  if (columns === undefined || rows.list !== undefined || columns.values.own === undefined) {
    refuse(rows.writer, node.id, {
      zh: '对别的条款是否成立的引用',
      en: 'this reference to whether another clause is granted',
    });
    return { kind: 'truth', sql: literal('NULL') };
  }
  if (rows.writer.ir.clauses.some(({ id, kind }) => id === node.clause && kind === 'none')) {
    const [outOfForce, gate] = [
      columnOf(rows, node.clause, columns, 'out_of_force'),
      columnOf(rows, node.clause, columns, 'gate'),
    ];
    return { kind: 'truth', sql: sql`NOT ${outOfForce} AND ${gate}` };
  }
  const { lo, hi } = valueIn(rows, node.clause, columns, 'own');
  if (lo.text === hi.text) return { kind: 'truth', sql: sql`${hi} > 0` };
  const none = { when: sql`${hi} = 0`, give: 'FALSE' };
  return { kind: 'truth', sql: caseOf(lo.text === '0' ? [none] : [{ when: sql`${lo} > 0`, give: 'TRUE' }, none]) };
}

function clauseColumns({ writer }: Rows, { clause }: { readonly clause: string }): ClauseColumns | undefined {
  return writer.clauses.get(clause);
}

function columnOf(rows: Rows, clause: string, { table }: ClauseColumns, name: string): Sql {
  joinSource(rows, `JOIN ${quoted(table)} ON ${same('subject', table, rows.source)}`);
  return takeColumn(rows, `${quoted(table)}.${quoted(name)}`, `${clause}_${name}`);
}

/** Paid under a clause before. */
export function paid(rows: Rows, node: PaidExpr): SqlNumber {
  return historyColumn(rows, {
    clause: node.clause,
    perItem: node.forItem && rows.list !== undefined,
    window: { kind: 'ever' },
    what: 'paidOut',
  });
}
