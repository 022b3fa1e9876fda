import type { Expression } from '../../grammar/ast.ts';
import type { ClauseSymbol, FieldSymbol, ListSymbol } from '../resolve/symbol.ts';
import type { Type } from './type.ts';

/** What checking leaves beside the tree, keyed by node identity. */
export interface Types {
  /**
   * Type of every expression, definitions' expressions included (each is typed once, where it stands). Number literals have the
   * type their place asks for: a bare `50` beside a count is a count. `error` where something was reported.
   */
  readonly expressions: ReadonlyMap<Expression, ExpressionType>;
  /** Declared types of facts, item fields and parameters. */
  readonly fields: ReadonlyMap<FieldSymbol, Type>;
  readonly clauses: ReadonlyMap<ClauseSymbol, ClauseType>;
}

export interface ClauseType {
  /** Money in the currency of its amount lines; absent where the clause computes no amount. */
  readonly type?: Type;
  /** Its gate or amount hangs on the assessed year through yearly facts, parameters or other clauses (R4). */
  readonly yearly: boolean;
}

export interface ExpressionType {
  readonly type: Type;
  /** The value hangs on the assessed year: a yearly fact or parameter stands in it, or a clause. */
  readonly yearly: boolean;
  /** The list whose current item it reads (not counting items that an aggregate inside it runs over). */
  readonly item?: ListSymbol;
}

/** `error` for what was never typed, so that readers need no second case. */
export function typeOf(types: Types, expression: Expression): Type {
  return types.expressions.get(expression)?.type ?? { kind: 'error' };
}
