import { itemsStatements } from '../clause-value.ts';
import type { Cap, NodeId, OrderIr } from '../ir.ts';
import type { Context } from './context.ts';
import { explainExpression } from './explain-expression.ts';
import { explainNumber, explainTruth } from './explain-value.ts';
import type { StepDetail } from './explanation.ts';

type Facets = Pick<StepDetail, 'order' | 'shares' | 'cut'>;

/** What a line on all items together leaves of each, and what its place hangs on. */
export function sharesOfItems(line: NodeId, order: OrderIr | undefined, context: Context): Facets {
  const list = context.clause === undefined ? undefined : itemsStatements(context.clause)[0]?.list;
  const shares = (context.frame.inner.get(line) ?? []).flatMap(({ key, frame }) => {
    const { truth, it } = frame.states.get(line) ?? {};
    if (truth === undefined || it === undefined) return [];
    const inside: Context = {
      ...context,
      frame,
      items: list === undefined ? context.items : new Map(context.items).set(list, key),
    };
    return [
      {
        key,
        keys: (order?.keys ?? []).map(({ by }) => explainExpression(by, inside, 'key')),
        kept: explainTruth(truth, context.naming),
        left: explainNumber(it, context.naming),
      },
    ];
  });
  return {
    ...(order === undefined ? {} : { order: { first: order.keys.map(({ first }) => first), ties: order.ties } }),
    ...(shares.length === 0 ? {} : { shares }),
  };
}

export function cutOfItems({ id, cut }: Cap, context: Context): Facets {
  if (cut === undefined) return {};
  return { cut: cut.kind, ...sharesOfItems(id, cut.kind === 'inOrder' ? cut.order : undefined, context) };
}
