import fc from 'fast-check';
import type { Amendment, Declaration, ImportDeclaration } from '../../../grammar/ast.ts';
import { cites } from './lines.ts';
import { anchors, dateLiteral, numberLiteral, text } from './literals.ts';
import { at, clauseReference, few, perhaps, valueReference } from './names.ts';

const prefixes = [
  { kind: 'Name' as const, id: 'common_', zh: '午甲午' },
  { kind: 'Name' as const, id: '午乙午' },
];

export const imports: fc.Arbitrary<ImportDeclaration[]> = few(
  fc
    .tuple(text, perhaps('digest', text), fc.constantFrom(...prefixes))
    .map(([path, digest, prefix]) => at({ kind: 'ImportDeclaration', path, ...digest, prefix: at(prefix) })),
  0,
  2,
);

/** `declaration` is one that may stand after `replace` and `new`. */
export function amendments(declaration: fc.Arbitrary<Declaration>): fc.Arbitrary<Amendment[]> {
  const change = fc.oneof<fc.Arbitrary<Amendment>[]>(
    fc
      .record({ path: valueReference, negative: fc.boolean(), value: numberLiteral, anchors })
      .map((parts) => at({ kind: 'FigureChange', ...parts })),
    fc
      .record({ path: valueReference, value: dateLiteral, anchors })
      .map((parts) => at({ kind: 'FigureChange', negative: false, ...parts })),
    fc
      .record({ path: clauseReference, cites, anchors })
      .map(({ cites: { article, paragraph }, ...parts }) =>
        at({ kind: 'ArticleChange', ...parts, cites: { article, ...(paragraph === undefined ? {} : { paragraph }) } }),
      ),
    fc.record({ from: text, to: text, anchors }).map((parts) => at({ kind: 'AuthorityChange', ...parts })),
  );
  const whole = fc
    .tuple(fc.constantFrom('Replacement' as const, 'Addition' as const), declaration)
    .map(([kind, one]) => at({ kind, declaration: one }));
  const omission = fc.oneof<fc.Arbitrary<Amendment>[]>(
    fc
      .tuple(
        few(valueReference),
        perhaps('word', fc.constantFrom('clause' as const, 'let' as const, 'reading' as const)),
      )
      .map(([paths, word]) => at({ kind: 'Omission', what: { kind: 'paths', ...word, paths } })),
    few(text).map((titles) => at({ kind: 'Omission', what: { kind: 'examples', titles } })),
    fc.constant(at({ kind: 'Omission', what: { kind: 'touchedExamples' } })),
  );
  return few(fc.oneof(change, whole, omission), 0, 4);
}
