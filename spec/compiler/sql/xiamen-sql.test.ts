import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { plainSql } from '../../../compiler/emit/sql/dialect.ts';
import { emitSqlQuery } from '../../../compiler/emit/sql/emit.ts';
import { emitSqlTables } from '../../../compiler/emit/sql/tables.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import { projectRoot } from '../../testing/golden.ts';
import { seeded } from '../../testing/random.ts';
import { applicants, compareSql } from '../../testing/sql-case.ts';
import { queried, sqlDifferences } from '../../testing/sql-differential.ts';
import { tableRows } from '../../testing/sql-tables.ts';

const file = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
/** Companies for each year; more on demand: JIETI_SQL_CASES=5000. */
const count = Number(process.env.JIETI_SQL_CASES ?? 150);

const { ir, origins } = compile({ file, text: readFileSync(join(projectRoot, file), 'utf8') });
if (ir === undefined || origins === undefined) throw new Error('the policy does not compile');

describe('the query of the Xiamen measures', () => {
  test.each([2023, 2024, 2025])(
    'says in %d of every company what the interpreter says',
    async (year) => {
      const compared = await compareSql({ ir, origins, year, count });
      if (compared === undefined) throw new Error('the whole policy has a query');
      // Every clause is decided for most companies, and each with an amount is paid to some.
      expect(compared.undetermined).toBeLessThan(compared.compared / 50);
      const paid = new Set(
        compared.assessments.flatMap(({ clauses }) =>
          clauses.filter(({ outcome }) => outcome.kind.startsWith('granted')).map(({ clause }) => clause),
        ),
      );
      expect(ir.clauses.filter(({ id, kind }) => kind !== 'none' && !paid.has(id)).map(({ id }) => id)).toEqual([]);
    },
    600_000,
  );

  test('leaves nothing undetermined where every fact is known', async () => {
    const known = applicants({ ir, origins, year: 2024, count: 400 }).filter((input) =>
      evaluate(ir, input).clauses.every(({ outcome }) => outcome.kind !== 'undetermined'),
    );
    const { text } = emitSqlQuery(ir, origins, { year: 2024 });
    const results = await queried(emitSqlTables(ir), tableRows(ir, known), text ?? '');
    const { differences, undetermined, compared } = sqlDifferences(
      known.map((input) => evaluate(ir, input)),
      results,
    );
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(2000);
    // Caps and zeros can decide although a fact is missing; the query then leaves open what the interpreter tells.
    expect(undetermined).toBeLessThan(compared / 200);
  }, 600_000);

  test('holds under other readings', async () => {
    const random = seeded(7);
    for (let round = 0; round < 6; round += 1) {
      const chosen = random.some(ir.readings, 0.4).map(({ id, choices }) => [id, random.pick(choices).id]);
      const readings = Object.fromEntries(chosen);
      const compared = await compareSql({ ir, origins, year: 2024, readings, count: 40, seed: round * 1000 });
      expect(compared, JSON.stringify(readings)).toBeDefined();
    }
  }, 600_000);

  test('is plain SQL but for steps, days and the guard on figures: written without these it gives the same', async () => {
    const inputs = applicants({ ir, origins, year: 2024, count: 60 });
    const { text } = emitSqlQuery(ir, origins, { year: 2024, dialect: plainSql });
    expect(text).not.toMatch(/\/\/|HUGEINT|error\(/u);
    const results = await queried(emitSqlTables(ir, { dialect: plainSql }), tableRows(ir, inputs), text ?? '');
    const assessments = inputs.map((input) => evaluate(ir, input));
    expect(sqlDifferences(assessments, results).differences).toEqual([]);
  }, 600_000);
});
