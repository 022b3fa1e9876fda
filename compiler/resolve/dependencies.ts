import type { Expression, Reference } from '../../grammar/ast.ts';
import { expressionsOf } from '../walk.ts';
import type { Names } from './names.ts';
import type { ClauseSymbol, DefinitionSymbol } from './symbol.ts';

/** What is computed from other things of its kind: clauses and definitions. */
export type Computed = ClauseSymbol | DefinitionSymbol;

export interface Dependency {
  readonly on: Computed;
  /** Where it is named. */
  readonly reference: Reference;
  readonly expression: Expression;
}

/** The clauses and definitions that the text of one of them names, in written order. What earlier periods paid is no dependency. */
export function dependenciesOf(names: Names, symbol: Computed): readonly Dependency[] {
  let known = dependencies.get(names);
  if (known === undefined) {
    known = new Map();
    dependencies.set(names, known);
  }
  let found = known.get(symbol);
  if (found === undefined) {
    found = findDependencies(names, symbol);
    known.set(symbol, found);
  }
  return found;
}

/** Several passes go by them. */
const dependencies = new WeakMap<Names, Map<Computed, readonly Dependency[]>>();

function findDependencies(names: Names, symbol: Computed): readonly Dependency[] {
  const found: Dependency[] = [];
  for (const expression of expressionsOf(symbol.declaration)) {
    const reference = computedReference(expression);
    if (reference === undefined) continue;
    const on = names.used.get(reference);
    if (on?.kind === 'clause' || on?.kind === 'definition') found.push({ on, reference, expression });
  }
  return found;
}

function computedReference(expression: Expression): Reference | undefined {
  switch (expression.kind) {
    case 'ReferenceExpression':
      return expression.reference;
    case 'FieldExpression':
      return expression.field;
    case 'ClauseValue':
    case 'IsGranted':
      return expression.clause;
    default:
      return undefined;
  }
}

export function isComputed(symbol: { readonly kind: string }): symbol is Computed {
  return symbol.kind === 'clause' || symbol.kind === 'definition';
}
