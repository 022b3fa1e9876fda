import type { CapLine, Scope } from '../../grammar/ast.ts';
import type { ScopeIr } from '../../runtime/ir.ts';
import type { Draft, Place } from './draft.ts';
import { mapPlan, type Plan, planWord } from './lower-reading.ts';

/** The item or subject that a scope names; undefined where it names only a time. */
export function ownerOf(draft: Draft, scopes: readonly Scope[]): 'item' | 'subject' | undefined {
  for (const scope of scopes) {
    if (scope.kind !== 'PerSubject') continue;
    return draft.names.used.get(scope.name)?.kind === 'list' ? 'item' : 'subject';
  }
  return undefined;
}

/** A cap's scope under each reading of its time word. An item, or a scope without time, is covered by the assessed period itself. */
export function planScope(draft: Draft, line: Pick<CapLine, 'scopes'>, place: Place): Plan<ScopeIr> {
  const per = ownerOf(draft, line.scopes) ?? place.level;
  return mapPlan(planWindow(draft, line.scopes, place), (window) => ({ per, window }));
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
