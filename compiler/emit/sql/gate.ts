import type { QueryWriter } from './query-writer.ts';
import { nameColumn, type Rows } from './rows.ts';
import { type Case, caseOf, joinedBy, literal, type Sql, sql } from './sql-text.ts';
import { isFromZero, isOpen, type SqlNumber } from './sql-value.ts';

/** Whether all conditions hold; NULL while it is open. Taken strictly, what is unknown outweighs what fails (A41). */
export function gateOf(writer: QueryWriter, parts: readonly Sql[]): Sql {
  const all = joinedBy('AND', parts);
  if (parts.length < 2 || !isStrict(writer)) return all;
  const open = joinedBy(
    'OR',
    parts.map((part) => sql`${part} IS NULL`),
  );
  return caseOf([{ when: open, give: 'NULL' }], all);
}

export function isStrict({ ir }: QueryWriter): boolean {
  return ir.unknownFacts.kind === 'fixed' && ir.unknownFacts.value === 'strict';
}

/** Where an amount stands and whether its policy is in force there. */
export interface Gate {
  readonly gate: Sql;
  /** Absent: in force. */
  readonly outOfForce: Sql | undefined;
}

/** Nothing where the gate is false; unknown while it is open. */
export function gated(rows: Rows, value: SqlNumber, { gate, outOfForce }: Gate, wanted: string): SqlNumber {
  if (gate.text === 'TRUE' && outOfForce === undefined) return value;
  const cases: Case[] = outOfForce === undefined ? [] : [{ when: outOfForce, give: '0' }];
  const pick = (end: Sql): Sql => caseOf([...cases, { when: gate, give: end }, { when: sql`NOT ${gate}`, give: '0' }]);
  const hi = nameColumn(rows, wanted, pick(value.hi));
  if (isFromZero(value)) return { ...value, hi };
  return { ...value, hi, lo: isOpen(value) ? nameColumn(rows, `${wanted}_least`, pick(value.lo)) : hi };
}

export const inForce: Gate = { gate: literal('TRUE'), outOfForce: undefined };
