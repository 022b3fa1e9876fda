/** Dispatch: one small function per kind of expression, each in the file of its subject. What is evaluated is recorded. */
import type { Num } from '../interval.ts';
import type { Expr } from '../ir.ts';
import type { TruthValue, Value } from '../value.ts';
import { accrual } from './accrual.ts';
import { aggregate } from './aggregate.ts';
import { add, bands, ceiling, divide, extreme, growth, multiply, part, rowCap, steps, subtract } from './arithmetic.ts';
import { choose } from './choose.ts';
import { clauseExpression, isGranted, paidUnder } from './clause-reference.ts';
import { compare, hasGrown } from './compare.ts';
import type { Context } from './context.ts';
import { dated } from './dated.ts';
import { calendarEdge, dateShift, days, elapsed, referenceDay, yearSince } from './dates.ts';
import { fact, literal, optionsNamed } from './facts.ts';
import { ladder } from './ladder.ts';
import { logical, not, optionTest } from './logic.ts';
import { partInOrder, rank } from './ordering.ts';
import { switchExpression } from './switch.ts';

type Evaluators = { readonly [K in Expr['kind']]: (node: Extract<Expr, { kind: K }>, context: Context) => Value };

const evaluators: Evaluators = {
  literal,
  fact,
  options: optionsNamed,
  add,
  subtract,
  multiply,
  divide,
  ceiling,
  part,
  steps,
  growth,
  choose,
  bands,
  ladder,
  rowCap,
  extreme,
  aggregate,
  rank,
  partInOrder,
  clause: clauseExpression,
  paid: paidUnder,
  dateShift,
  days,
  calendarEdge,
  elapsed,
  yearSince,
  accrual,
  referenceDay,
  dated,
  logical,
  not,
  compare,
  hasGrown,
  optionTest,
  isGranted,
  switch: switchExpression,
};

export function evaluateExpression(node: Expr, context: Context): Value {
  const evaluator = evaluators[node.kind] as (node: Expr, context: Context) => Value;
  const value = evaluator(node, context);
  context.frame.values.set(node.id, value);
  return value;
}

export function evaluateNumber(node: Expr, context: Context): Num {
  const value = evaluateExpression(node, context);
  if (value.kind === 'number' || value.kind === 'undefined') return value;
  throw new Error(`node ${node.id} (${node.kind}) is no number`);
}

export function evaluateTruth(node: Expr, context: Context): TruthValue {
  const value = evaluateExpression(node, context);
  if (value.kind === 'truth') return value;
  throw new Error(`node ${node.id} (${node.kind}) is no condition`);
}
