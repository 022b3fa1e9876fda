import { joinCauses } from '../causes.ts';
import { compareEnds, isEnd } from '../interval.ts';
import type { BoundOperator, CompareExpr, HasGrownExpr } from '../ir.ts';
import { known, undefinedTruth, unknown } from '../truth.ts';
import type { NumberValue, TextValue, TruthValue, Value } from '../value.ts';
import type { Context } from './context.ts';
import { evaluateExpression } from './expression.ts';

export function compare(node: CompareExpr, context: Context): TruthValue {
  const left = evaluateExpression(node.left, context);
  return compareValues(node.operator, left, evaluateExpression(node.right, context));
}

export function hasGrown(node: HasGrownExpr, context: Context): TruthValue {
  const now = evaluateExpression(node.now, context);
  return compareValues('over', now, evaluateExpression(node.before, context));
}

/** True or false where the intervals decide, else unknown. An undefined operand fails the comparison whichever way it points (R8). */
export function compareValues(operator: BoundOperator, left: Value, right: Value): TruthValue {
  if (left.kind === 'undefined') return undefinedTruth(left.reason);
  if (right.kind === 'undefined') return undefinedTruth(right.reason);
  if (left.kind === 'text' && right.kind === 'text') return compareTexts(operator, left, right);
  if (left.kind !== 'number' || right.kind !== 'number')
    throw new Error(`cannot compare ${left.kind} with ${right.kind}`);
  const decided = decide(operator, left, right);
  const perhapsUndefined = left.mayBeUndefined === true || right.mayBeUndefined === true;
  if (decided === false || (decided === true && !perhapsUndefined)) return known(decided);
  return unknown(joinCauses([left.causes, right.causes]));
}

function decide(operator: BoundOperator, left: NumberValue, right: NumberValue): boolean | undefined {
  switch (operator) {
    case 'over':
      return isOver(left, right);
    case 'under':
      return isOver(right, left);
    case 'atMost':
      return opposite(isOver(left, right));
    case 'atLeast':
      return opposite(isOver(right, left));
    case 'equal':
      return isSame(left, right);
    case 'notEqual':
      return opposite(isSame(left, right));
  }
}

function isOver(left: NumberValue, right: NumberValue): boolean | undefined {
  if (compareEnds(left.lo, right.hi) > 0) return true;
  return compareEnds(left.hi, right.lo) <= 0 ? false : undefined;
}

function isSame(left: NumberValue, right: NumberValue): boolean | undefined {
  if (compareEnds(left.lo, right.hi) > 0 || compareEnds(left.hi, right.lo) < 0) return false;
  return isEnd(left.lo, left.hi) && isEnd(right.lo, right.hi) ? true : undefined;
}

function opposite(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function compareTexts(operator: BoundOperator, left: TextValue, right: TextValue): TruthValue {
  if (left.text === undefined || right.text === undefined) return unknown(joinCauses([left.causes, right.causes]));
  return known((left.text === right.text) === (operator === 'equal'));
}
