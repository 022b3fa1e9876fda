import type { Items } from '../../../runtime/ir.ts';
import { datedBy } from './dating.ts';
import { emitTruth } from './expressions.ts';
import { factsOf } from './facts.ts';
import { gated, gateOf } from './gate.ts';
import { lineComments } from './line-comments.ts';
import { newLines, runLines } from './lines.ts';
import type { QueryWriter } from './query-writer.ts';
import { quoted } from './quoting.ts';
import { nameColumn, newRows, type Output, type Rows, takeColumn } from './rows.ts';
import { closed, joinedBy, literal, type Sql } from './sql-text.ts';
import { isFromZero, isOpen, type SqlNumber } from './sql-value.ts';

/** Items of a clause after their own lines (R4, R20). */
export interface ItemRows {
  readonly rows: Rows;
  readonly keys: readonly Output[];
  readonly gate: Sql;
  readonly outOfForce: Sql | undefined;
  /** The item's gate applied. */
  readonly value: SqlNumber;
  /** Surely or perhaps among the items: others have no outcome. */
  readonly takesPart: Sql;
}

/** Runs the lines of an items block on the rows of its list. */
export function itemRows(writer: QueryWriter, statement: Items, name: string): ItemRows {
  const rows = newRows(writer, name, factsOf(writer, statement.list).name, statement.list);
  const keys = keysOf(rows);
  const dating =
    statement.on === undefined ? undefined : datedBy(rows, writer.field(statement.list, statement.on), statement.list);
  rows.line = 'where';
  const where =
    statement.where === undefined
      ? undefined
      : nameColumn(rows, 'where', emitTruth(rows, statement.where).sql, lineComments(writer, statement.id));
  const lines = newLines();
  for (const part of [dating?.test, where]) if (part !== undefined) lines.gate.push(part);
  const taken = joinedBy('AND', [...lines.gate]);
  runLines(rows, lines, statement.statements);
  const gate = nameGate(rows, gateOf(writer, lines.gate));
  const outOfForce = dating?.outOfForce;
  const value = gated(rows, lines.it, { gate, outOfForce }, 'value');
  return {
    rows,
    keys,
    gate,
    outOfForce,
    value,
    takesPart: taken.text === 'TRUE' ? taken : closed`COALESCE(${taken}, TRUE)`,
  };
}

/** A gate without conditions stays a literal. */
export function nameGate(rows: Rows, gate: Sql): Sql {
  return gate.text === 'TRUE' ? gate : nameColumn(rows, 'gate', gate);
}

export function keysOf(rows: Rows): readonly Output[] {
  const keys = rows.list === undefined ? ['subject'] : ['subject', 'item', 'position'];
  return keys.map((name) => ({ name, piece: takeColumn(rows, `${quoted(rows.source)}.${quoted(name)}`, name) }));
}

/** Columns of an amount, the lower end beside it where it is open. */
export function amountOutputs(name: string, value: SqlNumber): readonly Output[] {
  const most = { name, piece: value.hi };
  return isOpen(value) && !isFromZero(value) ? [{ name: `${name}_least`, piece: value.lo }, most] : [most];
}

/** What every table of items says beside amounts. */
export function gateOutputs({ gate, outOfForce }: Pick<ItemRows, 'gate' | 'outOfForce'>): readonly Output[] {
  return [
    { name: 'gate', piece: gate },
    { name: 'out_of_force', piece: outOfForce ?? literal('FALSE') },
  ];
}
