import type { CapLine, Scope } from '../../grammar/ast.ts';
import type { ScopeIr } from '../../runtime/ir.ts';
import { scopeOwner } from '../resolve/scope-owner.ts';
import type { Draft, Place } from './draft.ts';
import { mapPlan, type Plan, planWord } from './lower-reading.ts';

/** Whom a scope names; undefined where it names only a time. */
export function ownerOf(draft: Draft, scopes: readonly Scope[]): ScopeIr['per'] | undefined {
  const owner = scopeOwner(draft.names, scopes);
  if (owner === undefined) return undefined;
  return ({ list: 'item', subject: 'subject', fact: 'fact' } as const)[owner.kind];
}

/** What a scope counts, but for its time. */
export function perOf(draft: Draft, scopes: readonly Scope[], place: Place): Omit<ScopeIr, 'window'> {
  const owner = scopeOwner(draft.names, scopes);
  const per = ownerOf(draft, scopes) ?? place.level;
  if (owner?.kind === 'fact') return { per, fact: owner.name.id };
  return owner?.kind === 'list' && owner.declaration.shared ? { per, shared: true } : { per };
}

/** A cap's scope under each reading of its time word. An item, or a scope without time, is covered by the assessed period itself. */
export function planScope(draft: Draft, line: Pick<CapLine, 'scopes'>, place: Place): Plan<ScopeIr> {
  const per = perOf(draft, line.scopes, place);
  return mapPlan(planWindow(draft, line.scopes, place), (window) => ({ ...per, window }));
}

export function planWindow(draft: Draft, scopes: readonly Scope[], place: Place): Plan<ScopeIr['window']> {
  for (const scope of scopes) {
    if (scope.kind === 'OverYears') return { kind: 'one', value: { kind: 'years', years: scope.years } };
    if (scope.kind === 'PerSubject') continue;
    const word = ({ PerYear: 'perYear', Ever: 'ever', WhileInForce: 'whileInForce' } as const)[scope.kind];
    return mapPlan(planWord(draft, word, place), windowOf);
  }
  return { kind: 'one', value: { kind: 'period' } };
}

function windowOf(word: string): ScopeIr['window'] {
  if (word === 'ever') return { kind: 'ever' };
  return word === 'whileInForce' ? { kind: 'inForce' } : { kind: 'period' };
}
