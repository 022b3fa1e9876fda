import { describe, expect, test } from 'vitest';
import { emitColumnar } from '../../../compiler/emit/columnar/emit-columnar.ts';
import type { EmittedFile } from '../../../compiler/emit/typescript/emit.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import { columnarPart } from '../../testing/columnar-part.ts';
import { emittedTokens } from '../../testing/emitted-tokens.ts';
import { hostileIr, hostileTexts } from '../../testing/hostile-ir.ts';
import { seeded } from '../../testing/random.ts';
import { randomIr } from '../../testing/random-ir.ts';
import { strictProblems } from '../../testing/strict-compiler.ts';

const types = '../../runtime/columnar/layout.ts';

/** Parts of random policies of which there is columnar code. */
async function plainPolicies(): Promise<readonly PolicyIr[]> {
  const parts = await Promise.all(
    Array.from({ length: 60 }, (_, index) => columnarPart(randomIr(seeded(index + 1)), {})),
  );
  return parts.flatMap((part) => (part === undefined ? [] : [part.ir])).slice(0, 16);
}

function fileOf(ir: PolicyIr, name: string): EmittedFile {
  const emitted = emitColumnar(ir, { types, name });
  if (emitted.kind === 'refused') throw new Error(JSON.stringify(emitted.reasons));
  return emitted.file;
}

describe('names and texts of a policy reach columnar code as string literals alone', async () => {
  const plain = await plainPolicies();
  const hostile = plain.map(hostileIr);

  test('the words of the code around the literals are those of policies with plain names', () => {
    expect(plain.length).toBeGreaterThan(8);
    const wordsOf = (ir: PolicyIr) => emittedTokens(fileOf(ir, 'p').content, true).code.match(/[A-Za-z_]+/g) ?? [];
    const words = new Set(plain.flatMap(wordsOf));
    for (const ir of hostile) {
      const { code, strings } = emittedTokens(fileOf(ir, 'p').content, true);
      expect(code).not.toMatch(/[^\x20-\x7e\n]/);
      expect(code).not.toMatch(/evil|script|__proto__|hasOwnProperty|[`'$\\]/);
      expect(wordsOf(ir).filter((word) => !words.has(word))).toEqual([]);
      expect(
        strings.some((literal) => hostileTexts.some((text) => literal.includes(JSON.stringify(text).slice(1, -1)))),
      ).toBe(true);
    }
  });

  test('emitted files pass the strict compiler', async () => {
    expect(
      await strictProblems(
        'strict-columnar',
        hostile.map((ir, index) => fileOf(ir, `p${index}`)),
      ),
    ).toEqual([]);
  });
});
