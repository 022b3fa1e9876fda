import type { Expression, Name, Reference } from '../../grammar/ast.ts';
import type { DefinitionSymbol, ListSymbol, PolicySymbol, SubjectSymbol } from './symbol.ts';

/**
 * What resolving leaves beside the tree. Keyed by node identity: the nodes of a tree are never copied or changed.
 * A reference that is absent from `used` was reported; later passes stay quiet about it.
 */
export interface Names {
  /** In the order of their declarations. */
  readonly symbols: readonly PolicySymbol[];
  /** Every use: names in expressions, options of rows and tests, readings and their choices, members, scopes, labels, units, names in examples. */
  readonly used: ReadonlyMap<Reference, PolicySymbol>;
  /** Every declaring name node (labels of alternatives and matters named twice share one symbol). */
  readonly declared: ReadonlyMap<Name, PolicySymbol>;
  readonly subject?: SubjectSymbol;
  /** Definitions that speak of the current item of a list, directly or through other definitions. All others may stand anywhere. */
  readonly itemDefinitions: ReadonlyMap<DefinitionSymbol, ListSymbol>;
}

/** What an expression names, alone or with whose it is before it (`company's x`, R20). */
export function symbolNamed(names: Names, expression: Expression): PolicySymbol | undefined {
  if (expression.kind === 'FieldExpression') return names.used.get(expression.field);
  return expression.kind === 'ReferenceExpression' ? names.used.get(expression.reference) : undefined;
}

/** The symbol of a use, when it is of one of the wanted kinds. */
export function symbolOf<K extends PolicySymbol['kind']>(
  names: Names,
  reference: Reference,
  ...kinds: readonly K[]
): Extract<PolicySymbol, { kind: K }> | undefined {
  const symbol = names.used.get(reference);
  return symbol !== undefined && (kinds as readonly string[]).includes(symbol.kind)
    ? (symbol as Extract<PolicySymbol, { kind: K }>)
    : undefined;
}
