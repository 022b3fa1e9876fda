import type { ClauseIr } from '../../../runtime/ir.ts';
import { settleElsewhere } from './elsewhere.ts';
import { factsOf, same } from './facts.ts';
import { type Gate, gated } from './gate.ts';
import { sumOfItems } from './item-clause.ts';
import { amountOutputs, gateOutputs, keysOf } from './item-rows.ts';
import { clauseHeading } from './line-comments.ts';
import type { QueryWriter } from './query-writer.ts';
import { quoted } from './quoting.ts';
import type { ResultTable } from './results.ts';
import { finishRows, joinSource, newRows, type Rows, takeColumn } from './rows.ts';
import { joinedBy, type Sql } from './sql-text.ts';
import { type Kept, keptOf, readBack, type SqlNumber } from './sql-value.ts';
import { outcomeOf, payableOf } from './standing.ts';

/** A member of a block on its way: after its own lines, and after the blocks that acted on it so far. */
export interface Pending {
  readonly clause: ClauseIr;
  /** Its own lines: `gate`, `out_of_force`, `value`. */
  readonly own: string;
  readonly hasForce: boolean;
  readonly value: Kept;
  /** List whose items the rows are; absent: applicants. */
  readonly list: string | undefined;
  /** Where its value stands now. */
  now: { readonly table: string; readonly column: string; readonly kept: Kept };
  /** Columns that say another member took its place. */
  readonly lost: { readonly table: string; readonly column: string }[];
}

export function addPending(
  writer: QueryWriter,
  clause: ClauseIr,
  own: string,
  { outOfForce }: Pick<Gate, 'outOfForce'>,
  value: SqlNumber,
  list: string | undefined,
): void {
  const kept = keptOf(value);
  const now = { table: own, column: 'value', kept };
  writer.pending.set(clause.id, { clause, own, hasForce: outOfForce !== undefined, value: kept, list, now, lost: [] });
}

/** Joins a table of the member's rows and gives its columns. */
export function columnsOf(rows: Rows, table: string, byItem: boolean, optional = false): (name: string) => Sql {
  const keys = byItem ? ['subject', 'item'] : ['subject'];
  const on = keys.map((key) => same(key, table, rows.source)).join(' AND ');
  if (table !== rows.source) joinSource(rows, `${optional ? 'LEFT JOIN' : 'JOIN'} ${quoted(table)} ON ${on}`);
  return (name) => takeColumn(rows, `${quoted(table)}.${quoted(name)}`, `${table} ${name}`);
}

export function valueNow(rows: Rows, { now, list }: Pending, optional = false): SqlNumber {
  const column = columnsOf(rows, now.table, list !== undefined, optional);
  return readBack(now.kept, column(now.column), () => column(`${now.column}_least`));
}

/** What the blocks left, after other policies: the member's results. */
export function settlePending(writer: QueryWriter, pending: Pending): readonly ResultTable[] {
  const { clause, list } = pending;
  writer.current = clause;
  const source = list === undefined ? factsOf(writer, undefined).name : pending.own;
  const name = writer.relations.take(list === undefined ? clause.id : `${clause.id} item left`);
  const rows = newRows(writer, name, source, list);
  const keys = keysOf(rows);
  const own = columnsOf(rows, pending.own, list !== undefined);
  const gate: Gate = { gate: own('gate'), outOfForce: pending.hasForce ? own('out_of_force') : undefined };
  const before = readBack(pending.value, own('value'), () => own('value_least'));
  const settled = settleElsewhere(rows, clause, gated(rows, valueNow(rows, pending), gate, 'value'));
  const lost = pending.lost.map(({ table, column }) => columnsOf(rows, table, list !== undefined)(column));
  const flags = [...lost, ...(settled.superseded === undefined ? [] : [settled.superseded])];
  const superseded = flags.length === 0 ? undefined : joinedBy('OR', flags);
  const paid = payableOf(rows, clause, settled.value);
  const outcome = outcomeOf(rows, clause, {
    ...gate,
    value: settled.value,
    superseded,
    payable: paid,
    carriesText: false,
  });
  const result = { clause: clause.id, isItems: list !== undefined, amount: outcome.amount, payable: outcome.payable };
  const heading = list === undefined ? clauseHeading(writer, clause) : [];
  if (list === undefined) {
    writer.steps.push(finishRows(rows, [...keys, ...outcome.outputs], heading));
    return [{ table: name, ...result }];
  }
  const amounts = { value: keptOf(before), left: keptOf(settled.value), paid: keptOf(paid) };
  const outputs = [
    ...gateOutputs(gate),
    ...amountOutputs('value', before),
    ...amountOutputs('left', settled.value),
    ...amountOutputs('paid', paid),
  ];
  writer.steps.push(finishRows(rows, [...keys, ...outputs, ...outcome.outputs], heading));
  const whole = sumOfItems(
    writer,
    clause,
    { list, table: name, amounts, hasForce: pending.hasForce },
    pending.lost.length > 0,
  );
  return [whole, { table: name, ...result }];
}
