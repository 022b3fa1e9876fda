import type { Declaration } from './ast.ts';
import { conflictOf, sharedCapOf } from './build-block.ts';
import { clauseOf } from './build-clause.ts';
import { exampleOf } from './build-example.ts';
import { definitionOf, factsOf, parameterOf, readingOf, unitDeclarationOf } from './build-facts.ts';
import { policyHeadOf } from './build-head.ts';
import type { Building } from './build-leaves.ts';
import { type CstNode, isNode, onlyChild } from './cst.ts';

const builders: Readonly<Record<string, (node: CstNode, building: Building) => Declaration>> = {
  policyHead: policyHeadOf,
  factsDeclaration: factsOf,
  parameterDeclaration: parameterOf,
  unitDeclaration: unitDeclarationOf,
  definition: definitionOf,
  readingDeclaration: readingOf,
  clauseDeclaration: clauseOf,
  conflict: conflictOf,
  sharedCapDeclaration: sharedCapOf,
  exampleDeclaration: exampleOf,
};

/** From the parser's tree of one declaration to the syntax tree. The parser's tree is complete: mistakes were taken out before. */
export function buildDeclaration(declaration: CstNode, building: Building): Declaration {
  const child = onlyChild(declaration);
  if (!isNode(child)) throw new Error('a declaration is never a word alone');
  return builders[child.name]!(child, building);
}
