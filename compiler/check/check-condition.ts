import {
  CannotCompare,
  ChoiceNeedsOptions,
  DifferentCurrencies,
  DurationUnits,
  NotAChoice,
  NotACondition,
  WrongType,
} from '../../diagnostics/types.ts';
import type { Comparison, Expression, Logical, OptionTest, RangeTest, TopRank } from '../../grammar/ast.ts';
import type { Checking } from './checking.ts';
import { fitTo, unify } from './fit.ts';
import { booleanType, errorType, isChoice, isError, isOrdered, rankType, type Type } from './type.ts';
import { typeWords } from './type-words.ts';

/** Reports where a condition is needed and something else stands. */
export function requireCondition(state: Checking, expression: Expression): void {
  const type = state.infer(expression);
  if (type.kind !== 'boolean' && type.kind !== 'error')
    state.report(NotACondition, { span: expression.span }, { found: typeWords(type, state) });
}

export function checkLogical(state: Checking, { operands }: Logical): Type {
  for (const operand of operands) requireCondition(state, operand);
  return booleanType;
}

export function checkComparison(state: Checking, { left, right }: Comparison): Type {
  compare(state, [left, right]);
  return booleanType;
}

export function checkRangeTest(state: Checking, { operand, low, high }: RangeTest): Type {
  compare(state, [operand, low, high]);
  return booleanType;
}

/** Things measured against each other have one kind and unit. Returns it. */
export function compare(state: Checking, operands: readonly Expression[]): Type {
  for (const operand of operands) if (isError(requireOrdered(state, operand))) return errorType;
  return unify(state, operands, (expression, first, found) => reportIncomparable(state, expression, first, found));
}

export function requireOrdered(state: Checking, expression: Expression): Type {
  const type = state.infer(expression);
  if (isError(type) || isOrdered(type)) return type;
  state.report(ChoiceNeedsOptions, { span: expression.span }, { found: typeWords(type, state) });
  return errorType;
}

function reportIncomparable(state: Checking, expression: Expression, first: Type, found: Type): void {
  const place = { span: expression.span };
  if (first.kind === 'money' && found.kind === 'money')
    state.report(DifferentCurrencies, place, { left: first.currency, right: found.currency });
  else if (first.kind === 'duration' && found.kind === 'duration')
    state.report(DurationUnits, place, { left: typeWords(first, state), right: typeWords(found, state) });
  else state.report(CannotCompare, place, { left: typeWords(first, state), right: typeWords(found, state) });
}

export function checkOptionTest(state: Checking, { operand }: OptionTest): Type {
  requireChoice(state, operand);
  return booleanType;
}

export function requireChoice(state: Checking, expression: Expression): Type {
  const type = state.infer(expression);
  if (isError(type) || isChoice(type)) return type;
  const parameters = { found: typeWords(type, state), boolean: type.kind === 'boolean' };
  state.report(NotAChoice, { span: expression.span }, parameters);
  return errorType;
}

export function checkTopRank(state: Checking, { operand, places }: TopRank): Type {
  const type = state.infer(operand);
  if (!isError(type) && type.kind !== 'rank')
    state.report(
      WrongType,
      { span: operand.span },
      { expected: typeWords(rankType, state), found: typeWords(type, state) },
    );
  const found = state.infer(places);
  // 前 员工数 的 10%: what lies beyond the whole number has no place.
  if (places.kind !== 'NumberLiteral' && (found.kind === 'number' || found.kind === 'count')) return booleanType;
  fitTo(state, places, rankType, (found) =>
    state.report(
      WrongType,
      { span: places.span },
      { expected: typeWords(rankType, state), found: typeWords(found, state) },
    ),
  );
  return booleanType;
}
