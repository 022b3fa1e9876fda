import type { Among, Expression, Ordering, OrderKey, Rank } from './ast.ts';
import { filterOf } from './build-construct.ts';
import { expressionOf } from './build-expression.ts';
import { type Building, reference, references } from './build-leaves.ts';
import { type CstNode, has, node, nodes, spanOfNode, token } from './cst.ts';
import { families, NameToken, words } from './tokens.ts';

/** `rank among each I where C by K highest first, ties share the rank`. */
export function rankAmongOf(rank: CstNode, building: Building): Rank {
  return { kind: 'Rank', span: spanOfNode(rank), among: amongOf(rank, filterOf(rank, building), building) };
}

/** The list that a construct names, and the order of its items; the filter is written differently in each language. */
export function amongOf(parent: CstNode, filter: { readonly where?: Expression }, building: Building): Among {
  const list = reference(token(parent, NameToken));
  return { list, ...filter, order: orderingOf(node(parent, 'ordering'), building) };
}

export function orderingOf(ordering: CstNode, building: Building): Ordering {
  const ties = has(ordering, words.tiesShare) ? 'share' : has(ordering, words.tiesListed) ? 'listed' : undefined;
  return {
    span: spanOfNode(ordering),
    keys: nodes(ordering, 'orderKey').map((key) => orderKeyOf(key, building)),
    ...(ties === undefined ? {} : { ties }),
  };
}

function orderKeyOf(key: CstNode, building: Building): OrderKey {
  const parts = { span: spanOfNode(key), by: expressionOf(node(key, 'additive'), building) };
  if (has(key, words.inTheOrder)) return { ...parts, direction: 'inTheOrder', options: references(key) };
  const direction = token(key, families.Order).tokenType.name as Exclude<OrderKey['direction'], 'inTheOrder'>;
  return { ...parts, direction };
}
