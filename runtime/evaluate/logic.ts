import type { LogicalExpr, NotExpr, OptionTestExpr } from '../ir.ts';
import { conjunction, disjunction, known, negation, undefinedTruth, unknown } from '../truth.ts';
import type { TruthValue, Value } from '../value.ts';
import type { Context } from './context.ts';
import { evaluateExpression, evaluateTruth } from './expression.ts';

export function logical(node: LogicalExpr, context: Context): TruthValue {
  const operands = node.operands.map((operand) => evaluateTruth(operand, context));
  return node.operator === 'and' ? conjunction(operands) : disjunction(operands);
}

export function not(node: NotExpr, context: Context): TruthValue {
  return negation(evaluateTruth(node.operand, context));
}

export function optionTest(node: OptionTestExpr, context: Context): TruthValue {
  const held = holdsOneOf(evaluateExpression(node.operand, context), node.options);
  return node.negated ? negation(held) : held;
}

/** Whether a choice holds one of these options; a yes/no value holds 'true' or 'false'. What is none holds nothing, negated or not. */
export function holdsOneOf(value: Value, options: readonly string[]): TruthValue {
  switch (value.kind) {
    case 'undefined':
      return undefinedTruth(value.reason);
    case 'options':
      return value.options === undefined
        ? unknown(value.causes)
        : known(value.options.some((option) => options.includes(option)));
    case 'truth':
      return value.truth === 'unknown' || value.reason !== undefined ? value : known(options.includes(value.truth));
    default:
      throw new Error(`a ${value.kind} holds no options`);
  }
}
