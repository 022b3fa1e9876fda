import type { Expr } from '../../runtime/ir.ts';
import { dayExpr, elapsedExpr, yearSinceExpr } from './random-calendar.ts';
import { truthExpr } from './random-condition.ts';
import {
  choose,
  count,
  extremeOf,
  type Made,
  type Making,
  money,
  noCeilings,
  node,
  ratio,
  several,
  switchOf,
} from './random-making.ts';
import { moneyExpr } from './random-money.ts';
import { rankOf } from './random-order.ts';

export function ratioExpr(making: Making, depth: number): Expr {
  return choose(
    making,
    depth,
    [ratioLiteral, ratioLiteral, ratioFact],
    [growthOf, growthOf, shareOf, ratioSum, extremeOf(ratio, ratioExpr), switchOf(ratio, ratioExpr)],
  );
}

export const ratioLiteral: Made = (making) =>
  node(making, (id) => ({
    kind: 'literal',
    id,
    type: ratio,
    value: making.random.pick(['0', '0.05', '0.006', '0.2', '0.4', '1', '0.3333', '-0.1']),
  }));

const ratioFact: Made = (making) =>
  node(making, (id) => {
    if (making.items.includes('project') && making.random.chance(0.4))
      return { kind: 'fact', id, type: ratio, field: 'share', owner: 'project', shift: 0 };
    const field = making.random.pick(['rate', 'trend', 'sector', 'base_rate']);
    return {
      kind: 'fact',
      id,
      type: ratio,
      field,
      shift: field === 'trend' || field === 'sector' ? -making.random.below(2) : 0,
    };
  });

const growthOf: Made = (making) =>
  node(making, (id) => {
    const field = making.random.pick(['rd', 'revenue', 'profit']);
    const shift = -making.random.below(2);
    const at = (years: number) =>
      node<Expr>(making, (factId) => ({ kind: 'fact', id: factId, type: money, field, shift: years }));
    return {
      kind: 'growth',
      id,
      type: ratio,
      now: at(shift),
      before: at(shift - 1),
      zeroBase: making.random.pick(['undefined', 'unlimited']),
    };
  });

const shareOf: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'divide',
    id,
    type: ratio,
    left: moneyExpr(noCeilings(making), depth - 1),
    right: moneyExpr(noCeilings(making), depth - 1),
  }));

const ratioSum: Made = (making, depth) =>
  node(making, (id) => ({ kind: 'add', id, type: ratio, operands: several(making, depth, ratioExpr, 2, 3) }));

export function countExpr(making: Making, depth: number): Expr {
  // Few expressions stand where there is an item to be placed.
  if (depth > 0 && making.items.includes('project') && making.random.chance(0.5)) return rankOf(making, depth);
  return choose(making, depth, [countLiteral, countFact], [countOf, daysOf, elapsedExpr, yearSinceExpr]);
}

export const countLiteral: Made = (making) =>
  node(making, (id) => ({
    kind: 'literal',
    id,
    type: count,
    value: making.random.pick(['0', '1', '2', '5', '50', '365']),
  }));

const countFact: Made = (making) =>
  node(making, (id) => {
    const field = making.random.pick(['staff', 'place', 'term']);
    return { kind: 'fact', id, type: count, field, shift: field === 'staff' ? -making.random.below(2) : 0 };
  });

const countOf: Made = (making, depth) =>
  node(making, (id) => {
    const list = making.random.pick(['project', 'site']);
    const inside: Making = { ...noCeilings(making), items: [...making.items, list] };
    return {
      kind: 'aggregate',
      id,
      type: count,
      operation: 'count',
      list,
      ...(making.random.chance(0.7) ? { where: truthExpr(inside, depth - 1) } : {}),
    };
  });

const daysOf: Made = (making, depth) =>
  node(making, (id) => ({ kind: 'days', id, type: count, from: dayExpr(making, depth), to: dayExpr(making, depth) }));

export function numberExpr(making: Making, _depth: number): Expr {
  const { random } = making;
  return node(making, (id) =>
    random.chance(0.5)
      ? { kind: 'literal', id, type: { kind: 'number' }, value: random.pick(['3', '0.7', '12', '0']) }
      : { kind: 'fact', id, type: { kind: 'number' }, field: random.pick(['index', 'power']), shift: 0 },
  );
}
