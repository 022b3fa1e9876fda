import type { OrderIr, PartInOrderExpr, RankExpr } from '../../runtime/ir.ts';
import { dayExpr } from './random-calendar.ts';
import { truthExpr } from './random-condition.ts';
import { count, type Made, type Making, money, node } from './random-making.ts';
import { moneyExpr } from './random-money.ts';
import { ratioExpr } from './random-ratio.ts';

/** The place of the project at hand. */
export const rankOf: Made<RankExpr> = (making, depth) =>
  node(making, (id) => ({
    kind: 'rank',
    id,
    type: count,
    list: 'project',
    ...filter(making, depth),
    order: randomOrder(making, making.random.pick(['share', 'listed'])),
  }));

/** The part of the project at hand of a limit that all use up. */
export const partInOrder: Made<PartInOrderExpr> = (making, depth) =>
  node(making, (id) => ({
    kind: 'partInOrder',
    id,
    type: money,
    side: making.random.pick(['over', 'upTo']),
    list: 'project',
    ...filter(making, depth),
    of: moneyExpr(ofEachItem(making), depth - 1),
    limit: moneyExpr({ ...ofEachItem(making), items: [] }, 0),
    order: randomOrder(making, 'listed'),
  }));

/** Orders read figures of the items alone: no clauses, no ledger, no ceilings. */
export function randomOrder(making: Making, ties: OrderIr['ties']): OrderIr {
  const inside = ofEachItem(making);
  const keys = Array.from({ length: making.random.pick([1, 1, 2]) }, () => ({
    by: making.random.pick([moneyExpr, moneyExpr, dayExpr, ratioExpr])(inside, making.random.pick([0, 0, 1])),
    first: making.random.pick(['greatest', 'least'] as const),
  }));
  return { keys, ties };
}

function filter(making: Making, depth: number): Pick<RankExpr, 'where'> {
  return making.random.chance(0.4) ? { where: truthExpr(ofEachItem(making), depth - 1) } : {};
}

function ofEachItem(making: Making): Making {
  return { ...making, items: ['project'], list: undefined, clauses: [], blocks: [], inClause: false, ceilings: false };
}
