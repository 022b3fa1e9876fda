import type { AccrualExpr, BasisIr, Expr } from '../../runtime/ir.ts';
import { dailyFigure } from './random-dated.ts';
import {
  choose,
  count,
  day,
  extremeOf,
  type Made,
  type Making,
  money,
  noCeilings,
  node,
  ratio,
  switchOf,
} from './random-making.ts';
import { moneyExpr } from './random-money.ts';
import { countExpr, ratioExpr } from './random-ratio.ts';

/** Days, what is counted between them, and what accrues over them. */
export const dayExpr: Made = (making, depth) =>
  choose(
    making,
    depth,
    [dayLiteral, dayFact, dayFact, referenceDay, assessedEdge],
    [dayShift, edgeOf, extremeOf(day, dayExpr), switchOf(day, dayExpr)],
  );

const dayLiteral: Made = (making) =>
  node(making, (id) => ({
    kind: 'literal',
    id,
    type: day,
    value: making.random.pick(['2023-10-10', '2024-02-29', '2022-12-31', '2023-01-31', '2024-01-30', '2021-07-01']),
  }));
const referenceDay: Made = (making) => node(making, (id) => ({ kind: 'referenceDay', id, type: day }));
const dayFact: Made = (making) =>
  node(making, (id) => {
    if (making.items.includes('project') && making.random.chance(0.5))
      return { kind: 'fact', id, type: day, field: 'won_on', owner: 'project', shift: 0 };
    return { kind: 'fact', id, type: day, field: making.random.pick(['registered_on', 'claimed_on']), shift: 0 };
  });
const dayShift: Made = (making, depth) =>
  node(making, (id) => {
    const unit = making.random.pick(['years', 'months', 'days'] as const);
    const from = dayExpr(making, depth);
    const amount = making.random.between(-20, 40);
    const isLookedUp = making.random.chance(0.3);
    const shift = { kind: 'dateShift' as const, id, type: day, from, amount, unit };
    return isLookedUp ? { ...shift, by: countExpr(noCeilings(making), depth - 1) } : shift;
  });
const assessedEdge: Made = (making) =>
  node(making, (id) => ({
    kind: 'calendarEdge',
    id,
    type: day,
    side: making.random.pick(['start', 'end']),
    unit: making.random.pick(['period', 'year']),
    shift: -making.random.below(2),
  }));
const edgeOf: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'calendarEdge',
    id,
    type: day,
    side: making.random.pick(['start', 'end']),
    unit: making.random.pick(['year', 'month']),
    of: dayExpr(making, depth),
    shift: 0,
  }));

export const elapsedExpr: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'elapsed',
    id,
    type: count,
    from: dayExpr(making, depth),
    to: dayExpr(making, depth),
    unit: making.random.pick(['days', 'months', 'years']),
    rounding: making.random.pick(['full', 'started']),
    through: making.random.chance(0.5),
  }));

export const yearSinceExpr: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'yearSince',
    id,
    type: count,
    since: dayExpr(making, depth),
    now: making.random.pick([referenceDay, assessedEdge])(making, 0),
    years: making.random.pick(['calendar', 'anniversary']),
  }));

const bases: readonly BasisIr[] = [
  'actual/365',
  'actual/360',
  'actual/actual',
  'bond 30/360',
  'eurobond 30/360',
  'full months/12',
  'started months/12',
];

export const accrualExpr: Made = (making, depth) =>
  node(making, (id): Expr => {
    return {
      kind: 'accrual',
      id,
      type: money,
      ...yearly(noCeilings(making), depth - 1),
      begin: dayExpr(making, depth - 1),
      end: dayExpr(making, depth - 1),
      through: making.random.chance(0.5),
      basis: making.random.pick(bases),
      window: making.random.pick(['term', 'period']),
      shift: -making.random.below(2),
    };
  });

/** A rate of a principal, or an amount for a whole year; either may be read day by day. */
function yearly(making: Making, depth: number): Pick<AccrualExpr, 'principal' | 'rate'> {
  const { random } = making;
  if (random.chance(0.3)) return { rate: random.pick([moneyExpr, dailyAmount])(making, depth) };
  return { principal: moneyExpr(making, depth), rate: random.pick([ratioExpr, ratioExpr, dailyShare])(making, depth) };
}

const dailyShare: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'divide',
    id,
    type: ratio,
    left: dailyAmount(making, depth),
    right: moneyExpr(making, depth),
  }));

const dailyAmount: Made = (making, depth) =>
  choose(making, depth, [dailyFigure], [dailySum, extremeOf(money, dailyAmount), switchOf(money, dailyAmount)]);
const dailySum: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'add',
    id,
    type: money,
    operands: [dailyFigure(making, 0), moneyExpr(making, depth)],
  }));
