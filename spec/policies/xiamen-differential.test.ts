import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import type { Origins } from '../../runtime/origins.ts';
import { compareEvaluators, shown } from '../testing/differential.ts';
import { projectRoot } from '../testing/golden.ts';
import { type EmittedAssess, loadEmitted } from '../testing/load-emitted.ts';
import { literalsOf } from '../testing/policy-literals.ts';
import { seeded } from '../testing/random.ts';
import { randomInput } from '../testing/random-input.ts';
import { cachedRuntime, strictProblems } from '../testing/strict-compiler.ts';

const file = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
/** How many random companies are assessed by both; more on demand: JIETI_XIAMEN_CASES=100000. */
const cases = Number(process.env.JIETI_XIAMEN_CASES ?? 400);

describe('the emitted evaluator of the Xiamen measures', () => {
  let ir: PolicyIr;
  let origins: Origins;
  let assess: EmittedAssess;
  beforeAll(async () => {
    const compiled = compile({ file, text: readFileSync(join(projectRoot, file), 'utf8') });
    if (compiled.ir === undefined || compiled.origins === undefined) throw new Error('the policy does not compile');
    ({ ir, origins } = { ir: compiled.ir, origins: compiled.origins });
    assess = await loadEmitted(ir, origins);
  });

  test(`agrees with the interpreter on ${cases} random companies, frames included`, { timeout: 36_000_000 }, () => {
    const literals = literalsOf(ir);
    const outcomes = new Map<string, number>();
    for (let seed = 1; seed <= cases; seed += 1) {
      const input = randomInput(ir, seeded(seed), literals);
      const difference = compareEvaluators(ir, assess, input);
      if (difference !== undefined) expect.fail(`case ${seed}: ${shown(difference)}`);
      if (seed > 400) continue;
      for (const { clause, outcome } of assess(input).clauses) {
        const key = `${clause} ${outcome.kind}`;
        outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
      }
    }
    console.info(`${cases} assessments compared, ${outcomes.size} pairs of clause and outcome`);
    // Every clause with an amount is paid in some case, and in some case is not.
    const paying = ir.clauses.filter((clause) => clause.kind !== 'none').map((clause) => clause.id);
    const isSeen = (clause: string, kinds: readonly string[]): boolean =>
      kinds.some((kind) => outcomes.has(`${clause} ${kind}`));
    if (cases >= 400) {
      expect(paying.filter((clause) => !isSeen(clause, ['granted', 'grantedUpTo']))).toEqual([]);
      expect(paying.filter((clause) => !isSeen(clause, ['notMet']))).toEqual([]);
    }
  });

  test('passes the strict compiler, and its types take the sample companies as they are written', async () => {
    const emitted = emitTypeScript(ir, origins, { name: 'xiamen', runtime: cachedRuntime });
    const folder = join(projectRoot, 'policies/xiamen-ai-2023/companies');
    const companies = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(companies).not.toEqual([]);
    const typed = companies.map((name, index) => {
      const facts = readFileSync(join(folder, name), 'utf8');
      return {
        path: `company${index}.ts`,
        content: `import type { Facts } from './xiamen.types.ts';\nexport const facts: Facts = ${facts};\n`,
      };
    });
    expect(await strictProblems('strict-xiamen', [...emitted, ...typed])).toEqual([]);
  });
});
