import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../compiler/analyse.ts';
import { everyExpression, rootsOf } from '../../compiler/walk.ts';
import { collector } from '../../diagnostics/diagnostic.ts';
import type { Expression } from '../../grammar/ast.ts';
import { randomTrees } from '../testing/random-tree.ts';

test('any tree is analysed without an exception, every expression gets a type, every message has its words', () => {
  fc.assert(
    fc.property(randomTrees(3).file, (file) => {
      const { report, diagnostics } = collector();
      const { types } = analyse(file, report);
      for (const declaration of file.declarations)
        for (const root of rootsOf(declaration))
          for (const expression of everyExpression(root)) expect(types.expressions.has(expression)).toBe(true);
      for (const { message, help } of diagnostics)
        for (const words of [message.zh, message.en, help.zh, help.en])
          expect(words).not.toMatch(/undefined|\[object|NaN|^\s*$/);
    }),
    { numRuns: 100 },
  );
});

const place = { span: { start: 0, end: 0 } };

test('the longest chain that the grammar allows fits the stack', () => {
  const literal: Expression = { kind: 'NumberLiteral', ...place, value: '1', unit: { kind: 'None' } };
  let sum: Expression = literal as Expression;
  for (let count = 0; count < 2_000; count += 1)
    sum = { kind: 'Binary', ...place, operator: '+', left: sum, right: literal };
  const name = { kind: 'Name', ...place, id: 'long' } as const;
  const { report, diagnostics } = collector();
  const declarations = [{ kind: 'Definition', ...place, name, value: sum, anchors: [] }] as const;
  analyse({ kind: 'PolicyFile', ...place, declarations, comments: [] }, report);
  expect(diagnostics.map(({ code }) => code)).toEqual(['JT4003']);
});

test('a long chain of definitions fits the stack', () => {
  const declarations = Array.from({ length: 20_000 }, (_, index) => ({
    kind: 'Definition' as const,
    ...place,
    name: { kind: 'Name' as const, ...place, id: `d${index}` },
    value: {
      kind: 'ReferenceExpression' as const,
      ...place,
      reference: { kind: 'Reference' as const, ...place, text: `d${index + 1}` },
    },
    anchors: [],
  }));
  const { report, diagnostics } = collector();
  analyse({ kind: 'PolicyFile', ...place, declarations, comments: [] }, report);
  expect(diagnostics.map(({ code }) => code)).toContain('JT2001');
});
