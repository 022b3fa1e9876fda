import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { readFacts } from '../../runtime/door/read-facts.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { Ledger } from '../../runtime/input.ts';
import { periodOfYear } from '../../runtime/period.ts';
import { factsOf, randomCompany, seeded } from './xiamen-companies.ts';
import { expectedAwards, scale } from './xiamen-oracle.ts';

const file = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
const { ir, diagnostics } = compile({ file, text: readFileSync(file, 'utf8') });
const nothingReceived: Ledger = {
  entries: [{ kind: 'coverage', policy: '*', subject: '*', from: '1990-01-01', to: '2030-12-31' }],
};
const cases = Number(process.env.JIETI_CASES ?? 3000);

test(`the default readings give what the articles give by hand, on ${cases} companies at their boundaries`, () => {
  expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([]);
  if (ir === undefined) throw new Error('the policy does not compile');
  const schema = emitFactsSchema(ir);
  const random = seeded(20231010);
  const met: Record<string, number> = {};
  for (let index = 0; index < cases; index += 1) {
    const company = randomCompany(random);
    const read = readFacts(ir, schema, JSON.stringify(factsOf(company, 2024)));
    expect(read.diagnostics).toEqual([]);
    if (read.facts === undefined) throw new Error('the facts were refused');
    const assessment = evaluate(ir, {
      facts: read.facts,
      period: periodOfYear(2024),
      ledger: nothingReceived,
      decisions: [],
      readings: {},
    });
    for (const [clause, expected] of Object.entries(expectedAwards(company))) {
      const result = assessment.clauses.find((one) => one.clause === clause);
      const hi = result?.outcome.amount.hi;
      const got =
        result?.outcome.kind === 'notMet' ? undefined : typeof hi === 'object' ? (hi.n * 100n * scale) / hi.d : hi;
      expect({ clause, index, got }).toEqual({ clause, index, got: expected });
      if (expected !== undefined && expected > 0n) met[clause] = (met[clause] ?? 0) + 1;
    }
  }
  // The generator must reach every money clause, or agreement says nothing.
  for (const clause of Object.keys(expectedAwards(randomCompany(random))))
    expect({ clause, reached: (met[clause] ?? 0) > cases / 100 }).toEqual({ clause, reached: true });
});
