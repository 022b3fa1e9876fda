import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { stringLiteral } from '../../compiler/emit/typescript/literal.ts';
import type { Origins } from '../../runtime/origins.ts';
import { compareEvaluators, shown } from '../testing/differential.ts';
import { emittedTokens } from '../testing/emitted-tokens.ts';
import { hostileIr, hostileTexts } from '../testing/hostile-ir.ts';
import { loadEmitted } from '../testing/load-emitted.ts';
import { seeded } from '../testing/random.ts';
import { randomInput } from '../testing/random-input.ts';
import { randomIr } from '../testing/random-ir.ts';
import { cachedRuntime, strictProblems } from '../testing/strict-compiler.ts';

const origins: Origins = {
  file: hostileTexts.join(''),
  policyDigest: '',
  nodes: {
    1: { start: 0, end: 1, line: 1, zh: hostileTexts.join('\n'), en: hostileTexts.join('"'), anchors: hostileTexts },
  },
};
const policies = Array.from({ length: 40 }, (_, index) => hostileIr(randomIr(seeded(index + 1))));
const emitted = policies.flatMap((ir) => emitTypeScript(ir, origins, { runtime: hostileTexts.join('') }));

describe('names and texts of a policy reach emitted code as string literals alone', () => {
  test('the hostile policies hold their texts', () => {
    const all = emitted
      .flatMap((file) => emittedTokens(file.content).strings.map((literal) => JSON.parse(literal) as string))
      .join('');
    for (const text of hostileTexts) expect(all).toContain(text);
  });

  test('code beside literals is plain ASCII and holds nothing of them', () => {
    for (const file of emitted) {
      const { code } = emittedTokens(file.content);
      expect(code).not.toMatch(/[^\x20-\x7e\n]/);
      expect(code).not.toMatch(/evil|script|__proto__|hasOwnProperty|[`'$\\/]/);
    }
  });

  test('comments are the same in every emitted file, whatever the policy', () => {
    const plain = emitTypeScript(randomIr(seeded(1)), { file: '', policyDigest: '', nodes: {} });
    const known = new Set(plain.flatMap((file) => emittedTokens(file.content).comments));
    expect(
      emitted.flatMap((file) => emittedTokens(file.content).comments).filter((comment) => !known.has(comment)),
    ).toEqual([]);
  });

  test('the code around the literals is that of the same policy with plain names', () => {
    for (const [index, ir] of policies.entries()) {
      const [evaluator, types] = emitTypeScript(ir, origins).map((file) => emittedTokens(file.content).code);
      const plain = emitTypeScript(randomIr(seeded(index + 1)), origins).map(
        (file) => emittedTokens(file.content).code,
      );
      expect([evaluator, types]).toEqual(plain.slice(0, 2));
    }
  });
});

test('a literal says exactly its text and can be placed anywhere', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts)), (text) => {
      const literal = stringLiteral(text);
      expect(JSON.parse(literal)).toBe(text);
      expect(literal.slice(1, -1)).not.toMatch(/[\n\r\u2028\u2029<>`$\u202a-\u202e]/);
    }),
    { numRuns: 2000 },
  );
});

test('hostile names change nothing of what a policy means', async () => {
  for (const [index, ir] of policies.slice(0, 12).entries()) {
    const assess = await loadEmitted(ir, origins);
    for (let round = 0; round < 10; round += 1) {
      const difference = compareEvaluators(ir, assess, randomInput(ir, seeded(index * 100 + round)));
      expect(difference, shown(difference)).toBeUndefined();
    }
  }
});

test('emitted files pass the strict compiler', async () => {
  const irs = [...policies.slice(0, 10), ...Array.from({ length: 20 }, (_, index) => randomIr(seeded(index + 300)))];
  const files = irs.flatMap((ir, index) => emitTypeScript(ir, origins, { name: `p${index}`, runtime: cachedRuntime }));
  expect(await strictProblems('strict-random', files)).toEqual([]);
});

test('the strict compiler is asked indeed', async () => {
  const wrong = {
    path: 'wrong.ts',
    content: `import type { Fixed } from '${cachedRuntime}';\nexport const wrong: Fixed = 1;\n`,
  };
  expect(await strictProblems('strict-wrong', [wrong])).toHaveLength(1);
});
