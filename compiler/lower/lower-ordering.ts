import type { Among, Ordering, Part, Rank } from '../../grammar/ast.ts';
import type { Expr, OrderIr } from '../../runtime/ir.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { lowerCondition } from './lower-condition.ts';
import { clauseId, lowerExpression } from './lower-expression.ts';

export function lowerRank(draft: Draft, expression: Rank, place: Place): Expr {
  const { among } = expression;
  return {
    kind: 'rank',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    ...itemsOf(draft, among, place),
    order: lowerOrdering(draft, among.order, place),
  };
}

export function lowerPartInOrder(draft: Draft, expression: Part, among: Among, place: Place): Expr {
  return {
    kind: 'partInOrder',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    side: expression.side,
    ...itemsOf(draft, among, place),
    of: lowerExpression(draft, expression.of, place),
    limit: lowerExpression(draft, expression.edge, place),
    order: lowerOrdering(draft, among.order, place),
  };
}

function itemsOf(draft: Draft, { list, where }: Among, place: Place): { readonly list: string; readonly where?: Expr } {
  const id = clauseId(draft, list);
  return where === undefined ? { list: id } : { list: id, where: lowerCondition(draft, where, place, false) };
}

export function lowerOrdering(draft: Draft, { keys, ties }: Ordering, place: Place): OrderIr {
  return {
    keys: keys.map(({ by, direction }) => ({
      by: lowerExpression(draft, by, place),
      first: direction === 'highestFirst' || direction === 'latestFirst' ? 'greatest' : 'least',
    })),
    ties: ties ?? 'listed',
  };
}
