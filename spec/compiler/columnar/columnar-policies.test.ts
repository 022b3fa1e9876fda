import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import { compareColumnar, type LoadedColumnar, loadColumnar } from '../../testing/columnar-differential.ts';
import { shown } from '../../testing/differential.ts';
import { projectRoot } from '../../testing/golden.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { seeded } from '../../testing/random.ts';
import { randomKnownInput } from '../../testing/random-known-input.ts';

/** How many assessments are compared; more on demand: JIETI_CASES=1000000. */
const cases = Number(process.env.JIETI_CASES ?? 600);

function policyIr(name: string): PolicyIr {
  const file = join(projectRoot, 'policies', name, `${name}.policy`);
  const { ir } = compile({ file, text: readFileSync(file, 'utf8') });
  if (ir === undefined) throw new Error(`${name} does not compile`);
  return ir;
}

function* inputs(loaded: LoadedColumnar, seed: number, count: number) {
  const literals = literalsOf(loaded.ir);
  for (let index = 0; index < count; index += 1)
    yield randomKnownInput(loaded.ir, loaded.layout, seeded(seed + index), literals);
}

test.each([
  ['xiamen-ai-2023', ['granted', 'grantedUpTo', 'notMet', 'noAmount', 'outOfForce']],
  ['haicang-leap-2020', ['granted', 'notMet', 'outOfForce']],
  ['singapore-eis-2024', ['granted', 'notMet', 'outOfForce']],
] as const)('columnar code of %s gives what the interpreter gives', async (name, statuses) => {
  const loaded = await loadColumnar(policyIr(name));
  if ('reasons' in loaded) throw new Error(shown(loaded.reasons));
  const compared = compareColumnar(loaded, inputs(loaded, 1, cases));
  expect(shown(compared.differences.slice(0, 3))).toBe('[]');
  expect(compared.rows).toBeGreaterThan(cases / 4);
  expect([...compared.statuses.keys()]).toEqual(expect.arrayContaining([...statuses]));
});
