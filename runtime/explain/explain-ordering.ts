import type { Expr, OrderIr, PartInOrderExpr, RankExpr } from '../ir.ts';
import type { Context } from './context.ts';
import { explainExpression } from './explain-expression.ts';
import { explainNumber } from './explain-value.ts';
import { wording } from './explained-value.ts';
import type { ExplainedExpression, ExplainedMember } from './explanation.ts';

type Facets = Pick<ExplainedExpression, 'mode' | 'operands' | 'items' | 'order'>;

/** The place of an item: all items with what their places hang on. */
export function explainRank(expression: RankExpr, context: Context): Facets {
  return { operands: [], items: membersOf(expression, undefined, context), order: orderOf(expression, context) };
}

/** A limit used up in order: also what each item takes, and what is left when it is this one's turn. */
export function explainPartInOrder(expression: PartInOrderExpr, context: Context): Facets {
  const { used, room } = context.frame.states.get(expression.id) ?? {};
  return {
    mode: expression.side,
    operands: [explainExpression(expression.limit, context, 'limit')],
    items: membersOf(expression, expression.of, context),
    order: {
      ...orderOf(expression, context),
      ...(used === undefined ? {} : { used: explainNumber(used, context.naming) }),
      ...(room === undefined ? {} : { room: explainNumber(room, context.naming) }),
    },
  };
}

function orderOf(
  { list, order }: { readonly list: string; readonly order: OrderIr },
  { naming }: Context,
): NonNullable<ExplainedExpression['order']> {
  return {
    list: { id: list, names: wording(naming.list(list)?.names ?? { en: list }) },
    first: order.keys.map(({ first }) => first),
    ties: order.ties,
  };
}

function membersOf(
  { id, list, where, order }: RankExpr | PartInOrderExpr,
  of: Expr | undefined,
  context: Context,
): readonly ExplainedMember[] {
  return (context.frame.inner.get(id) ?? []).map(({ key, frame }) => {
    const inside: Context = { ...context, frame, items: new Map(context.items).set(list, key) };
    const isCounted = order.keys.every(({ by }) => frame.values.has(by.id));
    return {
      key,
      ...(where === undefined ? {} : { where: explainExpression(where, inside, 'where') }),
      ...(isCounted ? { keys: order.keys.map(({ by }) => explainExpression(by, inside, 'key')) } : {}),
      ...(isCounted && of !== undefined ? { of: explainExpression(of, inside, 'of') } : {}),
    };
  });
}
