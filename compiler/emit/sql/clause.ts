import type { ClauseIr } from '../../../runtime/ir.ts';
import { type Dating, datedBy } from './dating.ts';
import { settleElsewhere } from './elsewhere.ts';
import { factsOf } from './facts.ts';
import { type Gate, gated, gateOf } from './gate.ts';
import { emitItemClause } from './item-clause.ts';
import { amountOutputs, gateOutputs, keysOf, nameGate } from './item-rows.ts';
import { clauseHeading } from './line-comments.ts';
import { type Lines, newLines, runLines } from './lines.ts';
import { addPending } from './pending.ts';
import type { ClauseColumns, QueryWriter } from './query-writer.ts';
import type { ResultTable } from './results.ts';
import { finishRows, newRows, type Output, type Rows } from './rows.ts';
import { keptOf, type SqlNumber } from './sql-value.ts';
import { outcomeOf } from './standing.ts';

/** A clause as tables of the query; gives those that hold its results, the clause's own first. */
export function emitClause(writer: QueryWriter, clause: ClauseIr): readonly ResultTable[] {
  if (clause.statements.some(({ kind }) => kind === 'items')) return emitItemClause(writer, clause);
  const isPending = writer.pendingIds.has(clause.id);
  const name = writer.relations.take(isPending ? `${clause.id} lines` : clause.id);
  const run = clauseRows(writer, clause, name);
  const { rows, gate, outOfForce, lines } = run;
  runLines(rows, lines, clause.statements);
  const standing = { gate: nameGate(rows, gateOf(writer, [...gate, ...lines.gate])), outOfForce };
  const read = readValues(rows, clause, lines, standing);
  const value = gated(rows, lines.it, standing, 'value');
  if (isPending) {
    const flags = gateOutputs(standing);
    const outputs = [...run.keys, ...read.filter(isNoFlag), ...flags, ...amountOutputs('value', value)];
    writer.steps.push(finishRows(rows, outputs, clauseHeading(writer, clause)));
    addPending(writer, clause, name, standing, value, undefined);
    return [];
  }
  const settled = settleElsewhere(rows, clause, value);
  const outcome = outcomeOf(rows, clause, { ...settled, ...standing, carriesText: clause.kind === 'none' });
  writer.steps.push(finishRows(rows, [...run.keys, ...read, ...outcome.outputs], clauseHeading(writer, clause)));
  return [{ table: name, clause: clause.id, isItems: false, amount: outcome.amount, payable: outcome.payable }];
}

/** Flags are columns of every table of a member anyway. */
export function isNoFlag({ name }: Output): boolean {
  return name !== 'gate' && name !== 'out_of_force';
}

export interface ClauseRows {
  readonly rows: Rows;
  readonly keys: readonly Output[];
  readonly gate: readonly Dating['test'][];
  readonly outOfForce: Dating['outOfForce'];
  readonly lines: Lines;
}

/** One row for each applicant, dated (R3). */
export function clauseRows(writer: QueryWriter, clause: ClauseIr, name: string, items?: Lines['items']): ClauseRows {
  const rows = newRows(writer, name, factsOf(writer, undefined).name);
  const keys = keysOf(rows);
  const { reference } = clause;
  const dating =
    reference.kind === 'field' ? datedBy(rows, writer.field(undefined, reference.field), undefined) : undefined;
  return {
    rows,
    keys,
    gate: dating === undefined ? [] : [dating.test],
    outOfForce: dating?.outOfForce,
    lines: newLines(items),
  };
}

/** Columns of the values that other clauses read, with the gate applied; notes them for these. */
export function readValues(rows: Rows, clause: ClauseIr, lines: Lines, gate: Gate): readonly Output[] {
  const { writer } = rows;
  const wanted = writer.valuesRead.get(clause.id) ?? new Set();
  const values: { -readonly [K in keyof ClauseColumns['values']]: ClauseColumns['values'][K] } = {};
  const outputs: Output[] = [];
  for (const key of wanted) {
    const value: SqlNumber | undefined = key === 'own' ? (lines.own ?? lines.it) : (lines.marks.get(key) ?? lines.it);
    const shown = gated(rows, value, gate, key);
    values[key] = keptOf(shown);
    outputs.push(...amountOutputs(key, shown));
  }
  if (wanted.size > 0 && clause.kind === 'none')
    outputs.push({ name: 'gate', piece: gate.gate }, { name: 'out_of_force', piece: gate.outOfForce ?? literalFalse });
  writer.clauses.set(clause.id, { table: rows.name, values });
  return outputs;
}

const literalFalse = { text: 'FALSE', depth: 0, form: 'name' } as const;
