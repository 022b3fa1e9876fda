import fc from 'fast-check';
import type { Expression, PolicyFile } from '../../grammar/ast.ts';
import {
  betweenClauses,
  clauses,
  definitions,
  facts,
  parameters,
  policyHead,
  readings,
} from './random-tree/declarations.ts';
import { examples } from './random-tree/examples.ts';
import { type Expressions, expressions } from './random-tree/expressions.ts';
import { at, declared, few } from './random-tree/names.ts';
import { amendments, imports } from './random-tree/sharing.ts';

export { declared };

/**
 * Random syntax trees over every construct, with empty spans and no comments. Names are declared and used in any of their forms;
 * types are not respected, for the printer must not rely on them.
 */
export interface RandomTrees {
  readonly file: fc.Arbitrary<PolicyFile>;
  readonly amount: fc.Arbitrary<Expression>;
  readonly condition: fc.Arbitrary<Expression>;
}

/** `depth` limits the nesting of expressions. */
export function randomTrees(depth = 2): RandomTrees {
  const made = expressions(depth);
  return { file: policyFile(made), amount: made.amount, condition: made.condition };
}

function policyFile(made: Expressions): fc.Arbitrary<PolicyFile> {
  const declarations = fc.tuple(
    policyHead(),
    facts(),
    ...parameters(),
    ...declared.units.map((name) => fc.constant(at({ kind: 'UnitDeclaration' as const, name }))),
    ...definitions(made),
    ...readings(),
    ...clauses(made, 1),
    ...betweenClauses(made),
    few(examples(), 0, 2),
  );
  const amended = fc.oneof(fc.oneof(...clauses(made, 0)), fc.oneof(...definitions(made)));
  return fc.tuple(declarations, imports, amendments(amended)).map(([all, imported, changes]) =>
    at({
      kind: 'PolicyFile',
      declarations: all.flat(),
      comments: [],
      ...(imported.length === 0 ? {} : { imports: imported }),
      ...(changes.length === 0 ? {} : { amendments: changes }),
    }),
  );
}
