/** What a scope of a line is about: the applicant, each item of a list, or what several applicants share. R2, R21. */
import type { Scope } from '../../grammar/ast.ts';
import type { Names } from './names.ts';
import type { FactSymbol, ListSymbol, SubjectSymbol } from './symbol.ts';

export type ScopeOwner = SubjectSymbol | ListSymbol | FactSymbol;

/** Undefined where the scopes name a time alone. */
export function scopeOwner({ used }: Pick<Names, 'used'>, scopes: readonly Scope[]): ScopeOwner | undefined {
  for (const scope of scopes) {
    if (scope.kind !== 'PerSubject') continue;
    const symbol = used.get(scope.name);
    if (symbol?.kind === 'subject' || symbol?.kind === 'list' || symbol?.kind === 'fact') return symbol;
  }
  return undefined;
}

/** Of the applicant as a whole, or of several applicants; not of one item. */
export function isWide(owner: ScopeOwner | undefined): boolean {
  return owner !== undefined && owner.kind !== 'list';
}

/** What one applicant is paid for may be claimed by others too. */
export function isShared(owner: ScopeOwner | undefined): boolean {
  return owner !== undefined && owner.kind !== 'subject' && owner.declaration.shared;
}
