/** The sample companies beside the policy: together they are paid under every clause, and what they get stays what it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import type { Assessment } from '../../runtime/assessment.ts';
import { readFacts } from '../../runtime/door/read-facts.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import { explain, renderAssessment } from '../../runtime/explain.ts';
import { readLedger } from '../../runtime/ledger/read-ledger.ts';
import { periodOfYear } from '../../runtime/period.ts';
import { expectGolden, projectRoot } from '../testing/golden.ts';

const folder = join(projectRoot, 'policies/xiamen-ai-2023');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const { ir, origins } = compile({ file: 'xiamen-ai-2023.policy', text: read('xiamen-ai-2023.policy') });
const schema = emitFactsSchema(ir!);
const { ledger } = readLedger(read('ledger.jsonl'));
const companies = readdirSync(join(folder, 'companies'))
  .filter((name) => name.endsWith('.json'))
  .sort();
const years = [2023, 2024, 2025] as const;

function assessed(file: string, year: number): Assessment {
  const { facts, decisions, diagnostics } = readFacts(ir!, schema, read(`companies/${file}`));
  expect(diagnostics).toEqual([]);
  const assessment = evaluate(ir!, {
    facts: facts!,
    decisions,
    period: periodOfYear(year),
    readings: {},
    ledger: ledger!,
  });
  expect(assessment.diagnostics).toEqual([]);
  return assessment;
}

describe.each(companies)('%s', (file) => {
  test.each(years)('in %i', async (year) => {
    const assessment = assessed(file, year);
    // The policy's digest changes with every comment; what it pays does not.
    const source = { policyDigest: '0'.repeat(64), factsDigest: '0'.repeat(64), compilerVersion: '0' };
    const explanation = explain(ir!, origins!, assessment, source, 'outcomes');
    await expectGolden(
      renderAssessment(explanation, { language: 'zh', width: 110 }),
      `spec/policies/samples/${file.replace('.json', '')}-${year}.txt`,
    );
  });
});

test('every clause with an amount is paid to some company in some year', () => {
  const results = companies.flatMap((file) => years.flatMap((year) => assessed(file, year).clauses));
  const has = (clause: string, kind: string) =>
    results.some(
      ({ clause: id, outcome }) =>
        id === clause && outcome.kind === kind && (typeof outcome.amount.hi === 'string' || outcome.amount.hi.n > 0n),
    );
  const paying = ir!.clauses.filter(({ kind }) => kind !== 'none').map(({ id }) => id);
  expect(paying.filter((clause) => !has(clause, 'granted'))).toEqual(['art3']);
  // One company alone never has its share of the yearly vouchers settled.
  expect(has('art3', 'grantedUpTo')).toBe(true);
  expect(results.some(({ clause, outcome }) => clause === 'art2' && outcome.kind === 'noAmount')).toBe(true);
});
