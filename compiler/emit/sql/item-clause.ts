import type { ClauseIr, Items, Statement } from '../../../runtime/ir.ts';
import { clauseRows, readValues } from './clause.ts';
import { elsewhereMode, settleElsewhere } from './elsewhere.ts';
import { same } from './facts.ts';
import { type Gate, gated, gateOf } from './gate.ts';
import { amountOutputs, gateOutputs, type ItemRows, itemRows, keysOf, nameGate } from './item-rows.ts';
import { type ItemsTable, itemTotals } from './item-totals.ts';
import { clauseHeading } from './line-comments.ts';
import { newLines, runLines } from './lines.ts';
import { addPending } from './pending.ts';
import { type QueryWriter, refuse } from './query-writer.ts';
import { quoted } from './quoting.ts';
import type { ResultTable } from './results.ts';
import { finishRows, joinSource, nameColumn, newRows, takeColumn } from './rows.ts';
import { closed, joinedBy, literal, type Sql, sql } from './sql-text.ts';
import { keptOf, type NumberType, readBack, type SqlNumber } from './sql-value.ts';
import { outcomeOf, payableOf } from './standing.ts';

/**
 * A clause that goes through items: its items after their own lines; the clause's lines on their sum; what other policies leave of each
 * item; then the clause's wider lines once more on what is left (R2).
 */
export function emitItemClause(writer: QueryWriter, clause: ClauseIr): readonly ResultTable[] {
  const position = clause.statements.findIndex(({ kind }) => kind === 'items');
  const statement = clause.statements[position] as Items;
  const wider = clause.statements.slice(position + 1);
  refuseSetAfterwards(writer, clause, wider);
  const own = itemRows(writer, statement, writer.relations.take(`${clause.id} item`));
  if (writer.pendingIds.has(clause.id)) return pendingItems(writer, clause, statement, own);
  const isAlone = clause.statements.length === 1 && clause.reference.kind === 'periodEnd';
  return isAlone ? aloneItems(writer, clause, statement, own) : widerLines(writer, clause, statement, own, wider);
}

/** Where the amount is set after the items, other policies are compared with the clause as a whole. */
function refuseSetAfterwards(writer: QueryWriter, clause: ClauseIr, wider: readonly Statement[]): void {
  const sets = wider.find(({ kind }) => kind === 'amount' || kind === 'adjust');
  if (sets !== undefined && elsewhereMode(writer, clause) !== undefined)
    refuse(writer, sets.id, { zh: '逐项之后另定数额', en: 'an amount that is set after the items' });
}

/** A member of a block: settled when all blocks are. */
function pendingItems(writer: QueryWriter, clause: ClauseIr, statement: Items, own: ItemRows): readonly ResultTable[] {
  if (clause.statements.length > 1 || clause.reference.kind !== 'periodEnd')
    refuse(writer, statement.id, {
      zh: '条款之间的限制里另有各项之外各行的条款',
      en: 'lines beside the items of a member of a block',
    });
  const outputs = [...own.keys, ...gateOutputs(own), ...amountOutputs('value', own.value)];
  writer.steps.push(finishRows(own.rows, outputs, clauseHeading(writer, clause), own.takesPart));
  addPending(writer, clause, own.rows.name, own, own.value, statement.list);
  return [];
}

/** Nothing but the items: each is settled where it stands, and the clause is their sum. */
function aloneItems(writer: QueryWriter, clause: ClauseIr, statement: Items, own: ItemRows): readonly ResultTable[] {
  const { rows } = own;
  const settled = settleElsewhere(rows, clause, own.value);
  const outcome = outcomeOf(rows, clause, {
    ...settled,
    gate: own.gate,
    outOfForce: own.outOfForce,
    carriesText: false,
  });
  const paid = payableOf(rows, clause, settled.value);
  const outputs = [
    ...own.keys,
    ...gateOutputs(own),
    ...amountOutputs('value', own.value),
    ...amountOutputs('left', settled.value),
    ...amountOutputs('paid', paid),
    ...outcome.outputs,
  ];
  writer.steps.push(finishRows(rows, outputs, clauseHeading(writer, clause), own.takesPart));
  const items: ItemsTable = {
    list: statement.list,
    table: rows.name,
    amounts: { value: keptOf(own.value), left: keptOf(settled.value), paid: keptOf(paid) },
    hasForce: own.outOfForce !== undefined,
  };
  const clauseTable = sumOfItems(writer, clause, items);
  return [clauseTable, { table: rows.name, clause: clause.id, isItems: true, ...typesOf(outcome) }];
}

function typesOf({ amount, payable }: { readonly amount: NumberType; readonly payable: NumberType }) {
  return { amount, payable };
}

/** The clause as the sum of its settled items; `inConflict`: one of its items may have lost to another clause. */
export function sumOfItems(writer: QueryWriter, clause: ClauseIr, items: ItemsTable, inConflict = false): ResultTable {
  const { rows, keys, lines } = clauseRows(writer, clause, writer.relations.take(clause.id), items);
  const totals = itemTotals(rows, items);
  const gate: Gate = { gate: nameGate(rows, totals.met), outOfForce: undefined };
  lines.it = totals.sum('value');
  const read = readValues(rows, clause, lines, gate);
  const value = gated(rows, totals.sum('left'), gate, 'value');
  const payable = gated(rows, totals.sum('paid'), gate, 'paid');
  const superseded = supersededBy(rows, clause, lines.it, value, inConflict);
  const outcome = outcomeOf(rows, clause, { ...gate, value, payable, superseded, carriesText: clause.kind === 'none' });
  writer.steps.push(finishRows(rows, [...keys, ...read, ...outcome.outputs], []));
  return { table: rows.name, clause: clause.id, isItems: false, ...typesOf(outcome) };
}

/** Nothing is left of what the items came to. */
function supersededBy(
  rows: ItemRows['rows'],
  clause: ClauseIr,
  before: SqlNumber,
  after: SqlNumber,
  inConflict = false,
): Sql | undefined {
  if (!inConflict && elsewhereMode(rows.writer, clause) === undefined) return undefined;
  return nameColumn(rows, 'superseded', sql`${before.hi} > 0 AND ${after.hi} = 0`);
}

function widerLines(
  writer: QueryWriter,
  clause: ClauseIr,
  statement: Items,
  own: ItemRows,
  wider: readonly Statement[],
): readonly ResultTable[] {
  const hasForce = own.outOfForce !== undefined;
  const first: ItemsTable = {
    list: statement.list,
    table: own.rows.name,
    amounts: { value: keptOf(own.value) },
    hasForce,
  };
  const outputs = [...own.keys, ...gateOutputs(own), ...amountOutputs('value', own.value)];
  writer.steps.push(finishRows(own.rows, outputs, clauseHeading(writer, clause), own.takesPart));
  const lines = ownLines(writer, clause, first);
  const { table: items, result } = settledItems(writer, clause, first, lines);
  return [afterwards(writer, clause, wider, items, lines), result];
}

interface OwnLines {
  readonly table: string;
  readonly value: SqlNumber;
  readonly hasForce: boolean;
}

/** The clause's lines on the sum of its items: whether it is met, and what others read of it. */
function ownLines(writer: QueryWriter, clause: ClauseIr, items: ItemsTable): OwnLines {
  const name = writer.relations.take(`${clause.id} lines`);
  const { rows, keys, gate, outOfForce, lines } = clauseRows(writer, clause, name, items);
  runLines(rows, lines, clause.statements);
  const whole: Gate = { gate: nameGate(rows, gateOf(writer, [...gate, ...lines.gate])), outOfForce };
  const read = readValues(rows, clause, lines, whole);
  const value = gated(rows, lines.it, whole, 'value');
  const outputs = [...keys, ...read.filter(({ name: output }) => output !== 'gate' && output !== 'out_of_force')];
  const before = gateOf(writer, [...gate, ...lines.reached]);
  const reached = before.text === 'TRUE' ? before : closed`COALESCE(${before}, TRUE)`;
  outputs.push(
    { name: 'gate', piece: whole.gate },
    { name: 'out_of_force', piece: outOfForce ?? literal('FALSE') },
    { name: 'items_reached', piece: outOfForce === undefined ? reached : sql`NOT ${outOfForce} AND ${reached}` },
  );
  writer.steps.push(finishRows(rows, [...outputs, ...amountOutputs('value', value)], []));
  return { table: name, value, hasForce: outOfForce !== undefined };
}

/** Each item under the clause's gate too, and after other policies. */
function settledItems(
  writer: QueryWriter,
  clause: ClauseIr,
  items: ItemsTable,
  lines: OwnLines,
): { readonly table: ItemsTable; readonly result: ResultTable } {
  const rows = newRows(writer, writer.relations.take(`${clause.id} item left`), items.table, items.list);
  const keys = keysOf(rows);
  joinSource(rows, `JOIN ${quoted(lines.table)} ON ${same('subject', lines.table, items.table)}`);
  const ofItem = (name: string): Sql => takeColumn(rows, `${quoted(items.table)}.${quoted(name)}`, `item_${name}`);
  const ofClause = (name: string): Sql => takeColumn(rows, `${quoted(lines.table)}.${quoted(name)}`, `clause_${name}`);
  const gate: Gate = {
    gate: nameColumn(rows, 'gate', joinedBy('AND', [ofClause('gate'), ofItem('gate')])),
    outOfForce: nameColumn(rows, 'out_of_force', joinedBy('OR', [ofItem('out_of_force'), ofClause('out_of_force')])),
  };
  const kept = readBack(items.amounts.value ?? keptOf(lines.value), ofItem('value'), () => ofItem('value_least'));
  const value = gated(rows, kept, gate, 'value');
  const settled = settleElsewhere(rows, clause, value);
  const outcome = outcomeOf(rows, clause, { ...settled, ...gate, carriesText: false });
  const paid = payableOf(rows, clause, settled.value);
  const outputs = [
    ...keys,
    ...gateOutputs(gate),
    ...amountOutputs('left', settled.value),
    ...amountOutputs('paid', paid),
  ];
  writer.steps.push(finishRows(rows, [...outputs, ...outcome.outputs], [], ofClause('items_reached')));
  const amounts = { left: keptOf(settled.value), paid: keptOf(paid) };
  return {
    table: { ...items, table: rows.name, amounts },
    result: { table: rows.name, clause: clause.id, isItems: true, ...typesOf(outcome) },
  };
}

/** The wider lines once more, on what is left of the items. */
function afterwards(
  writer: QueryWriter,
  clause: ClauseIr,
  wider: readonly Statement[],
  items: ItemsTable,
  own: OwnLines,
): ResultTable {
  const { rows, keys } = clauseRows(writer, clause, writer.relations.take(clause.id), items);
  joinSource(rows, `JOIN ${quoted(own.table)} ON ${same('subject', own.table, rows.source)}`);
  const ofClause = (name: string): Sql => takeColumn(rows, `${quoted(own.table)}.${quoted(name)}`, `own_${name}`);
  const gate: Gate = { gate: ofClause('gate'), outOfForce: own.hasForce ? ofClause('out_of_force') : undefined };
  const totals = itemTotals(rows, items);
  const lines = newLines(items);
  lines.it = totals.sum('left');
  runLines(rows, lines, wider);
  const value = gated(rows, lines.it, gate, 'value');
  const before: SqlNumber = { ...own.value, hi: ofClause('value'), lo: ofClause('value') };
  const superseded = supersededBy(rows, clause, before, value);
  const isSum = wider.every(({ kind }) => kind === 'when' || kind === 'once');
  const payable = isSum ? { payable: gated(rows, totals.sum('paid'), gate, 'paid') } : {};
  const outcome = outcomeOf(rows, clause, {
    ...gate,
    value,
    superseded,
    ...payable,
    carriesText: clause.kind === 'none',
  });
  writer.steps.push(finishRows(rows, [...keys, ...outcome.outputs], []));
  return { table: rows.name, clause: clause.id, isItems: false, ...typesOf(outcome) };
}
