import {
  CannotAdd,
  CannotMultiply,
  DateArithmetic,
  DifferentCurrencies,
  MissingUnit,
  NotANumber,
  NotARate,
  PointsForPercent,
} from '../../diagnostics/types.ts';
import type { Binary, Expression, NumberLiteral, RateOf, UpTo } from '../../grammar/ast.ts';
import { type Checking, retype } from './checking.ts';
import { isQuotient, unify } from './fit.ts';
import {
  countType,
  errorType,
  isError,
  isNumeric,
  moneyIn,
  numberType,
  percentType,
  pointsType,
  sameType,
  type Type,
} from './type.ts';
import { figureAs, fixesOf, literalWords, typeWords } from './type-words.ts';

/** Reports and gives error where a figure is needed and something else stands. */
export function requireNumber(state: Checking, expression: Expression): Type {
  const type = state.infer(expression);
  if (isNumeric(type)) return type;
  state.report(NotANumber, { span: expression.span }, { found: typeWords(type) });
  return errorType;
}

export function checkLiteral(state: Checking, { unit }: NumberLiteral): Type {
  switch (unit.kind) {
    case 'None':
      return numberType;
    case 'Money':
      return moneyIn(unit.currency);
    case 'Percent':
      return percentType;
    case 'Points':
      return pointsType;
    case 'Counter':
      return countType;
    case 'Duration':
      return { kind: 'duration', unit: unit.unit };
    case 'Unit': {
      const symbol = state.names.used.get(unit.name);
      return symbol === undefined ? errorType : { kind: 'quantity', unit: symbol.name.id };
    }
  }
}

export function checkBinary(state: Checking, binary: Binary): Type {
  const types = [state.infer(binary.left), state.infer(binary.right)];
  if (types.some((type) => type.kind === 'date')) {
    state.report(DateArithmetic, { span: binary.span }, {});
    return errorType;
  }
  const left = requireNumber(state, binary.left);
  const right = requireNumber(state, binary.right);
  if (isError(left, right)) return errorType;
  if (binary.operator === '+' || binary.operator === '-') return addition(state, binary, left, right);
  return binary.operator === '*' ? product(state, binary, left, right) : quotient(state, binary, left, right);
}

function addition(state: Checking, binary: Binary, left: Type, right: Type): Type {
  const minus = binary.operator === '-';
  if (left.kind === 'percent' && right.kind === 'percent') return minus ? pointsType : percentType;
  if (left.kind === 'percent' && right.kind === 'points') return percentType;
  if (left.kind === 'points' && right.kind === 'percent' && !minus) return percentType;
  return unify(state, [binary.left, binary.right], () => {
    if (left.kind === 'money' && right.kind === 'money')
      state.report(DifferentCurrencies, { span: binary.right.span }, { left: left.currency, right: right.currency });
    else state.report(CannotAdd, { span: binary.span }, { left: typeWords(left), right: typeWords(right), minus });
  });
}

/** What a factor may be beside something with a dimension. */
const scalars: readonly Type['kind'][] = ['percent', 'number', 'count'];

function product(state: Checking, binary: Binary, left: Type, right: Type): Type {
  const result = productOf(left, right);
  if (result !== undefined) return result;
  const points = left.kind === 'points' ? binary.left : right.kind === 'points' ? binary.right : undefined;
  if (points !== undefined) reportPoints(state, points);
  else {
    const words = { left: typeWords(left), right: typeWords(right), divide: false };
    state.report(CannotMultiply, { span: binary.span }, words);
  }
  return errorType;
}

/** `undefined` where two dimensions have no product that the language knows. */
export function productOf(left: Type, right: Type): Type | undefined {
  if (isError(left, right)) return errorType;
  if (left.kind === 'points' || right.kind === 'points') return undefined;
  if (left.kind === 'number' || left.kind === 'percent' || left.kind === 'count') {
    if (!scalars.includes(right.kind)) return left.kind === 'percent' && right.kind === 'duration' ? numberType : right;
    if (left.kind === 'percent' && right.kind === 'percent') return percentType;
    if (left.kind === 'count' && right.kind === 'count') return countType;
    return left.kind === 'percent' || right.kind === 'percent' ? shareOf(left, right) : numberType;
  }
  if (scalars.includes(right.kind)) return productOf(right, left);
  const money = left.kind === 'money' ? left : right.kind === 'money' ? right : undefined;
  const other = money === left ? right : left;
  return money !== undefined && (other.kind === 'quantity' || other.kind === 'duration') ? money : undefined;
}

/** 5% × 3 stays a percentage; 5% of a count is no longer whole. */
function shareOf(left: Type, right: Type): Type {
  return left.kind === 'count' || right.kind === 'count' ? numberType : percentType;
}

function quotient(state: Checking, binary: Binary, left: Type, right: Type): Type {
  if (sameType(left, right)) return numberType;
  if (left.kind === 'money' && right.kind === 'money') {
    state.report(DifferentCurrencies, { span: binary.right.span }, { left: left.currency, right: right.currency });
    return errorType;
  }
  if (right.kind === 'number' || right.kind === 'count') return left.kind === 'count' ? numberType : left;
  if (right.kind === 'percent' && left.kind !== 'points') return left.kind === 'count' ? numberType : left;
  if (left.kind === 'money' && (right.kind === 'quantity' || right.kind === 'duration')) return left;
  const words = { left: typeWords(left), right: typeWords(right), divide: true };
  state.report(CannotMultiply, { span: binary.span }, words);
  return errorType;
}

export function checkRateOf(state: Checking, { rate, base }: RateOf): Type {
  return applyRate(state, rate, base);
}

/** `up to R of X` takes a rate; `up to A` is an amount. */
export function checkUpTo(state: Checking, { limit, base }: UpTo): Type {
  return base === undefined ? requireNumber(state, limit) : applyRate(state, limit, base);
}

function applyRate(state: Checking, rate: Expression, base: Expression): Type {
  const baseType = requireNumber(state, base);
  const rateType = state.infer(rate);
  if (isError(rateType)) return errorType;
  if (!isRate(state, rate, rateType)) return errorType;
  if (isError(baseType)) return errorType;
  const result = productOf(percentType, baseType);
  if (result === undefined) reportPoints(state, base);
  return result ?? errorType;
}

function isRate(state: Checking, rate: Expression, type: Type): boolean {
  if (type.kind === 'percent' || (type.kind === 'number' && isQuotient(rate))) return true;
  if (type.kind === 'points') reportPoints(state, rate);
  else if (rate.kind === 'NumberLiteral' && rate.unit.kind === 'None') {
    const words = {
      figure: literalWords(rate),
      expected: typeWords(percentType),
      fixes: fixesOf(rate.value, percentType),
    };
    state.report(MissingUnit, { span: rate.span }, words);
  } else state.report(NotARate, { span: rate.span }, { found: typeWords(type) });
  retype(state, rate, errorType);
  return false;
}

function reportPoints(state: Checking, expression: Expression): void {
  const isLiteral = expression.kind === 'NumberLiteral' && expression.unit.kind === 'Points';
  state.report(
    PointsForPercent,
    { span: expression.span },
    isLiteral ? { fix: figureAs(expression.value, percentType) } : {},
  );
}
