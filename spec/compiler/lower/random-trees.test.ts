import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAnchors } from '../../../compiler/anchors/check-anchors.ts';
import { findAnchors } from '../../../compiler/anchors/find-anchors.ts';
import { check } from '../../../compiler/check/check.ts';
import { canonicalIr, numberNodes } from '../../../compiler/lower/canonical-ir.ts';
import { lower } from '../../../compiler/lower/lower.ts';
import { lowerExamples } from '../../../compiler/lower/lower-example.ts';
import { printIr } from '../../../compiler/lower/print-ir.ts';
import { originsOf } from '../../../compiler/origins.ts';
import { resolve } from '../../../compiler/resolve/resolve.ts';
import { collector } from '../../../diagnostics/diagnostic.ts';
import type { PolicyFile } from '../../../grammar/ast.ts';
import { policyDigest } from '../../../runtime/digest.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import { randomTrees } from '../../testing/random-tree.ts';

/** Ids of nodes in the order in which the IR holds them. */
function idsIn(ir: PolicyIr): readonly number[] {
  return [...JSON.stringify(ir).matchAll(/"(?:id|node)":(\d+)/g)].map((match) => Number(match[1]));
}

function lowered(file: PolicyFile) {
  const { report } = collector();
  const names = resolve(file, report);
  const types = check(file, names, report);
  checkAnchors(file, names, report);
  findAnchors(file, '第一条 给予100万元。', report);
  const found = lower(file, names, types, report);
  fc.pre(found !== undefined);
  return { file, names, ...found };
}

test('any tree is lowered: ids run 1, 2, 3 … in the order of the text, and every node has an origin', () => {
  fc.assert(
    fc.property(randomTrees().file, (tree) => {
      const { ir, origins, file, names } = lowered(tree);
      const ids = idsIn(ir);
      expect(ids).toEqual(ids.map((_, index) => index + 1));
      expect(origins.filter((origin) => origin !== undefined)).toHaveLength(ids.length);
      const read = { source: { file: 'x.policy', text: '' }, file, texts: [], changed: new Map(), cited: new Map() };
      expect(Object.keys(originsOf(read, { ir, origins }).nodes)).toHaveLength(ids.length);
      expect(lowerExamples(file, names, ir)).toHaveLength(
        file.declarations.filter(({ kind }) => kind === 'ExampleDeclaration').length,
      );
      expect(printIr(ir)).toContain('clauses:');
    }),
    { numRuns: 150 },
  );
});

test('the canonical text does not hang on the order of keys, and numbering again changes nothing', () => {
  fc.assert(
    fc.property(randomTrees().file, (tree) => {
      const { ir } = lowered(tree);
      const shuffled = JSON.parse(canonicalIr(ir), (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ) as PolicyIr;
      expect(canonicalIr(shuffled)).toBe(canonicalIr(ir));
      expect(canonicalIr(numberNodes(shuffled).ir)).toBe(canonicalIr(ir));
      expect(createHash('sha256').update(canonicalIr(ir)).digest('hex')).toBe(policyDigest(ir));
    }),
    { numRuns: 50 },
  );
});
