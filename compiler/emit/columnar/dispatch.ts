/**
 * Clauses that begin with a condition on one and the same choice: a row goes straight to those of its option. Of ten thousand clauses of which ten apply the others cost nothing
 * but the byte that says they are not met.
 */
import type { ClauseId, ClauseIr, FactExpr, PolicyIr } from '../../../runtime/ir.ts';
import { typed } from '../typescript/type-syntax.ts';
import type { ClauseReads } from './clause-reads.ts';
import { type FunctionWriter, factCellCode } from './function-writer.ts';
import { cellForm } from './guards.ts';

/** Clauses whose first condition asks the same fact. */
export interface Dispatch {
  readonly fact: FactExpr;
  /** In the order of the fact's options. */
  readonly branches: readonly Branch[];
}

/** Clauses without the condition that led to them. */
export interface Branch {
  /** As many rows of them as functions have room for. */
  readonly packs: readonly (readonly ClauseIr[])[];
  /** Those that begin with a condition on one more choice. */
  readonly inner: readonly Dispatch[];
}

/** Below so many clauses one after the other costs no more. */
const fewestClauses = 48;
const fewestInner = 12;
/** A clause that many options share is written for each of them. */
const mostOptions = 3;
const nodesPerFunction = 700;

type SizeOf = (clause: ClauseId) => number;

/** Only clauses that stand alone: whatever reads another, or meets it in a block, runs with it. */
export function dispatches(
  { clauses, fields }: PolicyIr,
  reads: ReadonlyMap<ClauseId, ClauseReads>,
  sizeOf: SizeOf,
): readonly Dispatch[] {
  const isRead = new Set([...reads.values()].flatMap(({ from }) => [...from]));
  const alone = clauses.filter(({ id }) => !isRead.has(id) && standsAlone(reads.get(id)!));
  return sent(alone, fields, sizeOf, fewestClauses);
}

function sent(
  clauses: readonly ClauseIr[],
  fields: PolicyIr['fields'],
  sizeOf: SizeOf,
  fewest: number,
): readonly Dispatch[] {
  const byField = new Map<string, Guarded[]>();
  for (const clause of clauses) {
    const found = guardOf(clause, fields);
    if (found === undefined) continue;
    const known = byField.get(found.fact.field);
    if (known === undefined) byField.set(found.fact.field, [found]);
    else known.push(found);
  }
  return [...byField.values()]
    .filter(({ length }) => length >= fewest)
    .map((guarded) => dispatchOf(guarded, fields, sizeOf));
}

/** The clauses of a dispatch, and of those inside it. */
export function clausesOf({ branches }: Dispatch): readonly ClauseId[] {
  return branches.flatMap(({ packs, inner }) => [...packs.flat().map(({ id }) => id), ...inner.flatMap(clausesOf)]);
}

interface Guarded {
  readonly clause: ClauseIr;
  readonly fact: FactExpr;
  /** Of the fact, and those that the clause asks for. */
  readonly options: readonly string[];
  readonly wanted: readonly string[];
}

function guardOf(clause: ClauseIr, fields: PolicyIr['fields']): Guarded | undefined {
  const [first, ...rest] = clause.statements;
  if (first?.kind !== 'when' || clause.reference.kind !== 'periodEnd' || clause.payment !== undefined) return undefined;
  if (rest.some(({ kind }) => kind === 'items')) return undefined;
  const test = first.condition;
  if (test.kind !== 'optionTest' || test.negated || test.options.length > mostOptions) return undefined;
  const { operand } = test;
  if (operand.kind !== 'fact' || operand.owner !== undefined) return undefined;
  const field = fields.find(({ id }) => id === operand.field);
  if (field?.type.kind !== 'choice' || field.role !== 'fact' || field.yearly) return undefined;
  const options = field.type.options.map(({ id }) => id);
  return { clause: { ...clause, statements: rest }, fact: operand, options, wanted: test.options };
}

function standsAlone({ from, inBlock }: ClauseReads): boolean {
  return from.size === 0 && !inBlock;
}

function dispatchOf(guarded: readonly Guarded[], fields: PolicyIr['fields'], sizeOf: SizeOf): Dispatch {
  const { fact, options } = guarded[0]!;
  const byOption = new Map(options.map((option) => [option, [] as ClauseIr[]] as const));
  for (const { clause, wanted } of guarded) for (const option of new Set(wanted)) byOption.get(option)?.push(clause);
  return { fact, branches: [...byOption.values()].map((clauses) => branchOf(clauses, fields, sizeOf)) };
}

function branchOf(clauses: readonly ClauseIr[], fields: PolicyIr['fields'], sizeOf: SizeOf): Branch {
  const inner = sent(clauses, fields, sizeOf, fewestInner);
  const isInner = new Set(inner.flatMap(clausesOf));
  return {
    inner,
    packs: packed(
      clauses.filter(({ id }) => !isInner.has(id)),
      sizeOf,
    ),
  };
}

function packed(clauses: readonly ClauseIr[], sizeOf: SizeOf): readonly (readonly ClauseIr[])[] {
  const packs: ClauseIr[][] = [];
  let room = 0;
  for (const clause of clauses) {
    const size = sizeOf(clause.id);
    if (size > room) {
      packs.push([]);
      room = nodesPerFunction;
    }
    packs.at(-1)!.push(clause);
    room -= size;
  }
  return packs;
}

/** A function that binds the functions of all options, and returns what sends a row to those of its own. `targets`: names of functions by option. */
export function sendText(
  writer: FunctionWriter,
  name: string,
  { fact }: Dispatch,
  targets: readonly (readonly string[])[],
): string {
  const field = writer.layout.field(undefined, fact.field);
  const cell = factCellCode(writer, undefined, { field, form: cellForm(field), shift: 0, from: undefined }, {});
  const table = targets.map((names) => `[${names.map((one) => `${one}(columns, outcomes)`).join(', ')}]`);
  return [
    `function ${name}(columns${typed('Columns')}, outcomes${typed('OutcomeColumns')})${typed('Row')} {`,
    ...[...writer.hoisted].map(([hoisted, code]) => `  const ${hoisted} = ${code};`),
    `  const guarded${typed('readonly (readonly Row[])[]')} = [`,
    ...table.map((row) => `    ${row},`),
    '  ];',
    '  return (i) => {',
    `    for (const run of guarded[${cell}]!) run(i);`,
    '  };',
    '}',
  ].join('\n');
}

/** Sends all rows. */
export function dispatchText(name: string, send: string): string {
  return [
    `function ${name}(columns${typed('Columns')}, outcomes${typed('OutcomeColumns')})${typed('Rows')} {`,
    '  const general = columns.general;',
    `  const run = ${send}(columns, outcomes);`,
    '  return (from, to) => {',
    '    for (let i = from; i < to; i += 1) if (general[i]! === 0) run(i);',
    '  };',
    '}',
  ].join('\n');
}

/** Whoever is not sent to is not met. Of one row the bytes lie apart; of all they are one piece. */
export const clearStatusesText = `function clearStatuses({ statuses }${typed('OutcomeColumns')}, from${typed('number')}, to${typed('number')})${typed('void')} {
  const rows = statuses.length / layout.outcomes.length;
  if (from === 0 && to === rows) {
    statuses.fill(0);
    return;
  }
  for (let start = 0; start < statuses.length; start += rows) {
    for (let i = start + from; i < start + to; i += 1) statuses[i] = 0;
  }
}`;
