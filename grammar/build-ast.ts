import type { FileEntry } from './ast.ts';
import { conflictOf, sharedCapOf } from './build-block.ts';
import { clauseOf } from './build-clause.ts';
import { exampleOf } from './build-example.ts';
import { definitionOf, factsOf, readingOf, unitDeclarationOf } from './build-facts.ts';
import { policyHeadOf } from './build-head.ts';
import type { Building } from './build-leaves.ts';
import { parameterOf } from './build-parameter.ts';
import { changeOf, importOf, omissionOf } from './build-sharing.ts';
import { type CstNode, isNode, onlyChild } from './cst.ts';

const builders: Readonly<Record<string, (node: CstNode, building: Building) => FileEntry>> = {
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
  importDeclaration: importOf,
  changeStatement: changeOf,
  omission: omissionOf,
};

/** From the parser's tree of one declaration to the syntax tree. The parser's tree is complete: mistakes were taken out before. */
export function buildDeclaration(declaration: CstNode, building: Building): FileEntry {
  const child = onlyChild(declaration);
  if (!isNode(child)) throw new Error('a declaration is never a word alone');
  return builders[child.name]!(child, building);
}
