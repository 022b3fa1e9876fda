import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Expression } from '../../grammar/ast.ts';
import type { UnitNames } from '../../runtime/compound.ts';
import type { Names } from '../resolve/names.ts';
import type { ClauseSymbol, FieldSymbol, PolicySymbol } from '../resolve/symbol.ts';
import { childrenOf } from '../walk.ts';
import type { Type } from './type.ts';
import type { ClauseType, ExpressionType } from './types.ts';

/** State of one run of `check`. */
export interface Checking {
  readonly names: Names;
  readonly report: Report;
  /** Currency of the policy head. */
  readonly currency: string;
  /** For messages. */
  readonly units: UnitNames;
  /** Figures that were told to be of no year: told once, where they were first asked for one. */
  readonly notYearly: Set<PolicySymbol>;
  readonly expressions: Map<Expression, ExpressionType>;
  readonly fields: Map<FieldSymbol, Type>;
  /** Clauses checked so far; they are checked after those they refer to. `type` is absent where a clause computes no amount. */
  readonly clauses: Map<ClauseSymbol, ClauseType>;
  /** Type of an expression, bottom up; each is looked at once. */
  readonly infer: (expression: Expression) => Type;
}

export type Traits = Omit<ExpressionType, 'type'>;

export const isYearly: Traits = { yearly: true };
export const isNotYearly: Traits = { yearly: false };

/** Writes down the type of an expression whose children are typed already; what hangs on year and item comes from them. */
export function record(state: Checking, expression: Expression, type: Type, own: Traits = isNotYearly): Type {
  const ranOver = expression.kind === 'Aggregate' ? state.names.used.get(expression.list) : undefined;
  let { yearly, item } = own;
  const children = childrenOf(expression);
  for (let index = 0; index < children.length; index += 1) {
    const child = state.expressions.get(children[index]!);
    if (child?.yearly === true) yearly = true;
    if (child?.item !== ranOver) item ??= child?.item;
  }
  state.expressions.set(expression, item === undefined ? { type, yearly } : { type, yearly, item });
  return type;
}

/** Gives a literal the type that its place asks for. */
export function retype(state: Checking, expression: Expression, type: Type): Type {
  const before = state.expressions.get(expression);
  state.expressions.set(expression, { ...(before ?? { yearly: false }), type });
  return type;
}
