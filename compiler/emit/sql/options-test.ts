import { caseOf, joinedBy, type Sql, sql } from './sql-text.ts';
import type { SqlTruth, SqlValue } from './sql-value.ts';

/** Whether a choice holds one of these options; a yes/no value holds true or false. What does not exist holds nothing. */
export function optionsTest(value: SqlValue, options: readonly string[]): SqlTruth {
  if (value.kind === 'options') return existing(value.holds(options), value.undef);
  if (value.kind !== 'truth') throw new Error('options are tested of a choice');
  const tests = options.map((option) => (option === 'true' ? value.sql : sql`NOT ${value.sql}`));
  return existing(joinedBy('OR', tests), value.undef);
}

function existing(test: Sql, undef: Sql | undefined): SqlTruth {
  if (undef === undefined) return { kind: 'truth', sql: test };
  return { kind: 'truth', sql: caseOf([{ when: undef, give: 'FALSE' }], test), undef };
}
