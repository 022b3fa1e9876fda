/** Where a policy looks at what several subjects share. R21. */
import { linesOf } from './clause-value.ts';
import type { ClauseId, ClauseIr, PolicyIr, ScopeIr } from './ir.ts';
import { isSharedScope } from './scope-sharers.ts';

export interface SharedScope {
  /** Whose awards it counts. */
  readonly clauses: readonly ClauseId[];
  readonly scope: ScopeIr;
}

export function sharedScopes(ir: PolicyIr): readonly SharedScope[] {
  const ofClauses = ir.clauses.flatMap((clause) => scopesOf(clause).map((scope) => ({ clauses: [clause.id], scope })));
  const ofBlocks = ir.blocks.flatMap((block) =>
    block.kind === 'groupCap' ? [{ clauses: block.members, scope: block.scope }] : [],
  );
  return [...ofClauses, ...ofBlocks].filter(({ scope }) => isSharedScope(scope));
}

function scopesOf({ statements }: ClauseIr): readonly ScopeIr[] {
  const lines = linesOf(statements);
  return lines
    .flatMap((line) => (line.kind === 'items' ? [line, ...linesOf(line.statements)] : [line]))
    .flatMap((line) => (line.kind === 'cap' || line.kind === 'once' || line.kind === 'limit' ? [line.scope] : []));
}
