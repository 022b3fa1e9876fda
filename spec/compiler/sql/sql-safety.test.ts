import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { emitSqlQuery } from '../../../compiler/emit/sql/emit.ts';
import { emitSqlTables } from '../../../compiler/emit/sql/tables.ts';
import type { Origins } from '../../../runtime/origins.ts';
import { cases } from '../../testing/golden.ts';
import { hostileIr, hostileTexts } from '../../testing/hostile-ir.ts';
import { queried } from '../../testing/sql-differential.ts';
import type { TableRows } from '../../testing/sql-tables.ts';

const compiled = [...cases('spec/shapes'), ...cases('spec/compiler/emit/policies')].flatMap(({ file, text }) => {
  const { ir } = compile({ file, text });
  return ir === undefined ? [] : [ir];
});

const origins: Origins = {
  file: hostileTexts.join(''),
  policyDigest: hostileTexts.join(''),
  nodes: Object.fromEntries(
    Array.from({ length: 400 }, (_, id) => [
      id,
      { start: 0, end: 1, line: 1, zh: hostileTexts.join('\n'), en: hostileTexts.join('"'), anchors: hostileTexts },
    ]),
  ),
};

describe('names and texts of a policy reach a query as names, literals and comments alone', () => {
  const policies = compiled.map((ir) => hostileIr(ir));

  test('what stands beside them is plain ASCII and holds nothing of them', () => {
    for (const ir of policies) {
      for (const text of [emitSqlQuery(ir, origins).text ?? '', emitSqlTables(ir)]) {
        expect(codeOf(text)).toMatch(/^[\x20-\x7e\n]*$/u);
        expect(codeOf(text)).not.toMatch(/evil|script|__proto__|hasOwnProperty|constructor|[`$\\]/u);
      }
    }
  });

  test('the tables can be made and the query runs, whatever the names', async () => {
    let run = 0;
    for (const ir of policies.slice(0, 25)) {
      const { text } = emitSqlQuery(ir, origins);
      if (text === undefined) continue;
      expect(await queried(emitSqlTables(ir), new Map(), text)).toEqual([]);
      run += 1;
    }
    expect(run).toBeGreaterThan(8);
  }, 120_000);
});

/** SQL without its comments, quoted names and literals. */
function codeOf(text: string): string {
  return text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|--[^\n]*/gu, (part) => (part.startsWith('--') ? '' : '_'));
}

describe('figures and facts that the tables do not hold as declared', () => {
  const text = `
policy p { in force 2024-01-01 to 2024-12-31 pay exact }
facts firm { spent : money each year ; rate : percent }
clause c { cites article 1 ; grant 50% of spent }
clause d { cites article 1 ; grant rate of spent }`;
  const { ir, origins: places } = compile({ file: 'p.policy', text });
  if (ir === undefined || places === undefined) throw new Error('the policy does not compile');
  const query = emitSqlQuery(ir, places).text ?? '';
  const subject: TableRows = new Map([['firm', [{ subject: "'A'", rate: '0.5' }]]]);
  const spent = (amount: string): TableRows =>
    new Map([...subject, ['firm_year', [{ subject: "'A'", year: '2024', spent: amount }]]]);

  test('what is NULL is undetermined, without an amount', async () => {
    const results = await queried(emitSqlTables(ir), subject, query);
    expect(results.map(({ status, amounts }) => [status, ...amounts])).toEqual([
      ['undetermined', null, null, null, null],
      ['undetermined', null, null, null, null],
    ]);
  });

  test('a figure with more decimals than declared ends the query', async () => {
    const loose = emitSqlTables(ir).replace('"spent" DECIMAL(15, 2)', '"spent" DECIMAL(18, 4)');
    expect(loose).toContain('DECIMAL(18, 4)');
    await expect(queried(loose, spent('1.005'), query)).rejects.toThrow(/spent: more than 2 decimals/u);
    expect((await queried(loose, spent('1.01'), query)).map(({ amounts }) => Number(amounts[3]))).toEqual([
      0.505, 0.505,
    ]);
  });

  test('a figure beyond the declared digits ends the query', async () => {
    const loose = emitSqlTables(ir).replace('"spent" DECIMAL(15, 2)', '"spent" DECIMAL(30, 2)');
    await expect(queried(loose, spent('99999999999999999.00'), query)).rejects.toThrow(/DECIMAL\(15,2\)/u);
  });

  test('negative money, and two rows for one applicant, are refused by the tables', async () => {
    await expect(queried(emitSqlTables(ir), spent('-1'), query)).rejects.toThrow(/constraint/iu);
    const twice = new Map([['firm', [{ subject: "'A'" }, { subject: "'A'" }]]]);
    await expect(queried(emitSqlTables(ir), twice, query)).rejects.toThrow(/constraint|duplicate/iu);
  });
});

test('names that differ in case alone, or that the query uses itself, stay apart', async () => {
  const text = `
policy p { in force 2024-01-01 to 2024-12-31 pay exact }
facts elsewhere { Spent : money ; spent : money ; position : count }
clause elsewhere_facts { cites article 1 ; every year ; when position over 0 ; grant Spent }
clause Decision { cites article 1 ; every year ; grant spent }`;
  const { ir, origins: places, diagnostics } = compile({ file: 'p.policy', text });
  if (ir === undefined || places === undefined)
    throw new Error(diagnostics.map(({ message }) => message.en).join('; '));
  const rows = new Map([['elsewhere', [{ subject: "'A'", Spent: '1', spent_2: '2', position_2: '1' }]]]);
  const results = await queried(emitSqlTables(ir), rows, emitSqlQuery(ir, places).text ?? '');
  expect(results.map(({ clause, amounts }) => [clause, Number(amounts[3])])).toEqual([
    ['elsewhere_facts', 1],
    ['Decision', 2],
  ]);
});
