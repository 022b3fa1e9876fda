import type { Expr } from '../../runtime/ir.ts';
import { dayExpr } from './random-calendar.ts';
import {
  choose,
  type Made,
  type Making,
  money,
  noCeilings,
  node,
  several,
  switchOf,
  truthType,
} from './random-making.ts';
import { moneyExpr, words } from './random-money.ts';
import { countExpr, ratioExpr } from './random-ratio.ts';

export function truthExpr(given: Making, depth: number): Expr {
  const making = noCeilings(given);
  return choose(
    making,
    depth,
    [truthFact, optionTest, comparison],
    [
      comparison,
      comparison,
      logical,
      logical,
      not,
      hasGrown,
      textComparison,
      switchOf(truthType, truthExpr),
      ...(making.clauses.length > 0 ? [isGranted] : []),
    ],
  );
}

export const truthFact: Made = (making) =>
  node(making, (id) => {
    if (making.items.includes('project') && making.random.chance(0.5))
      return { kind: 'fact', id, type: truthType, field: 'local', owner: 'project', shift: 0 };
    if (making.random.chance(0.1))
      return { kind: 'literal', id, type: truthType, value: making.random.pick(['true', 'false']) };
    return { kind: 'fact', id, type: truthType, field: making.random.pick(['large', 'new']), shift: 0 };
  });

export function optionsKey(making: Making): Expr {
  const { random } = making;
  if (random.chance(0.2)) return truthFact(making, 0);
  return node(making, (id) => {
    if (making.items.includes('project') && random.chance(0.5))
      return { kind: 'fact', id, type: { kind: 'choices', options: [] }, field: 'grades', owner: 'project', shift: 0 };
    return {
      kind: 'fact',
      id,
      type: { kind: 'choices', options: [] },
      field: random.pick(['stage', 'levels']),
      shift: 0,
    };
  });
}

const optionTest: Made = (making) =>
  node(making, (id) => {
    const operand = optionsKey(making);
    const options = operand.type.kind === 'boolean' ? ['true'] : making.random.some(['o1', 'o2', 'o3'], 0.5);
    return { kind: 'optionTest', id, type: truthType, operand, options, negated: making.random.chance(0.3) };
  });

const comparison: Made = (making, depth) =>
  node(making, (id) => {
    const made = making.random.pick([moneyExpr, moneyExpr, ratioExpr, countExpr, dayExpr]);
    const operator = making.random.pick([...words, ...words, 'equal', 'notEqual'] as const);
    return {
      kind: 'compare',
      id,
      type: truthType,
      operator,
      left: made(making, Math.max(depth - 1, 1)),
      right: made(making, depth - 1),
    };
  });

const textComparison: Made = (making) =>
  node(making, (id) => ({
    kind: 'compare',
    id,
    type: truthType,
    operator: making.random.pick(['equal', 'notEqual'] as const),
    left: node<Expr>(making, (leftId) => ({
      kind: 'fact',
      id: leftId,
      type: { kind: 'text' },
      field: 'name',
      shift: 0,
    })),
    right: node<Expr>(making, (rightId) => ({ kind: 'literal', id: rightId, type: { kind: 'text' }, value: '甲' })),
  }));

const hasGrown: Made = (making) =>
  node(making, (id) => {
    const field = making.random.pick(['rd', 'revenue', 'profit']);
    const at = (shift: number) =>
      node<Expr>(making, (factId) => ({ kind: 'fact', id: factId, type: money, field, shift }));
    return { kind: 'hasGrown', id, type: truthType, now: at(0), before: at(-1) };
  });

const logical: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'logical',
    id,
    type: truthType,
    operator: making.random.pick(['and', 'or']),
    operands: several(making, depth, truthExpr, 2, 4),
  }));

const not: Made = (making) =>
  node(making, (id) => ({
    kind: 'not',
    id,
    type: truthType,
    operand: making.random.pick([truthFact, optionTest, ...(making.clauses.length > 0 ? [isGranted] : [])])(making, 0),
  }));

const isGranted: Made = (making) =>
  node(making, (id) => ({ kind: 'isGranted', id, type: truthType, clause: making.random.pick(making.clauses).id }));
