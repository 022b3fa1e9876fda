import {
  CannotAdd,
  CannotMultiply,
  DateArithmetic,
  DifferentCurrencies,
  MissingUnit,
  NotANumber,
  NotARate,
  PointsForPercent,
  UnitTwice,
} from '../../diagnostics/types.ts';
import type { Binary, Expression, NumberLiteral, PerUnit, RateOf, UpTo } from '../../grammar/ast.ts';
import type { UnitIr } from '../../runtime/ir.ts';
import { type Checking, retype } from './checking.ts';
import { perUnits, productOf, quotientOf } from './dimensions.ts';
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
  state.report(NotANumber, { span: expression.span }, { found: typeWords(type, state) });
  return errorType;
}

export function checkLiteral(state: Checking, { unit, per, span }: NumberLiteral): Type {
  const of = literalType(state, unit);
  if (per === undefined || isError(of)) return of;
  return perEach(state, of, per, span);
}

function literalType(state: Checking, unit: NumberLiteral['unit']): Type {
  switch (unit.kind) {
    case 'None':
      return numberType;
    case 'Percent':
      return percentType;
    case 'Points':
      return pointsType;
    case 'Counter':
      return countType;
    default:
      return unitOf(state.names, unit) ?? errorType;
  }
}

/** A type per units, in a figure or a declaration. Reports a unit written twice. */
export function perEach(
  state: Pick<Checking, 'names' | 'report'>,
  of: Type,
  per: readonly PerUnit[],
  span: Expression['span'],
): Type {
  const units = per.map((one) => unitOf(state.names, one));
  if (isError(of) || units.includes(undefined)) return errorType;
  const type = perUnits(
    of,
    units.filter((one) => one !== undefined),
  );
  if (type === undefined || type.kind !== 'compound') {
    state.report(UnitTwice, { span }, {});
    return errorType;
  }
  return type;
}

/** Undefined where a unit is not declared, which was told. */
function unitOf(names: Checking['names'], unit: PerUnit): UnitIr | undefined {
  switch (unit.kind) {
    case 'Money':
      return moneyIn(unit.currency);
    case 'Counter':
      return { kind: 'count' };
    case 'Duration':
      return { kind: 'duration', unit: unit.unit };
    case 'Unit': {
      const symbol = names.used.get(unit.name);
      return symbol === undefined ? undefined : { kind: 'quantity', unit: symbol.name.id };
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
  if (isShareType(left) && right.kind === 'points') return left;
  if (left.kind === 'points' && isShareType(right) && !minus) return right;
  return unify(state, [binary.left, binary.right], () => {
    if (left.kind === 'money' && right.kind === 'money')
      state.report(DifferentCurrencies, { span: binary.right.span }, { left: left.currency, right: right.currency });
    else
      state.report(
        CannotAdd,
        { span: binary.span },
        { left: typeWords(left, state), right: typeWords(right, state), minus },
      );
  });
}

/** Percentages, and percentages per year and the like: points may be added to both. */
export function isShareType(type: Type): boolean {
  return type.kind === 'percent' || (type.kind === 'compound' && type.share);
}

function product(state: Checking, binary: Binary, left: Type, right: Type): Type {
  const result = productOf(left, right);
  if (result !== undefined) return result;
  const points = left.kind === 'points' ? binary.left : right.kind === 'points' ? binary.right : undefined;
  if (points !== undefined) reportPoints(state, points);
  else {
    const words = { left: typeWords(left, state), right: typeWords(right, state), divide: false };
    state.report(CannotMultiply, { span: binary.span }, words);
  }
  return errorType;
}

function quotient(state: Checking, binary: Binary, left: Type, right: Type): Type {
  if (left.kind === 'money' && right.kind === 'money' && !sameType(left, right)) {
    state.report(DifferentCurrencies, { span: binary.right.span }, { left: left.currency, right: right.currency });
    return errorType;
  }
  const result = quotientOf(left, right);
  if (result !== undefined) return result;
  state.report(
    CannotMultiply,
    { span: binary.span },
    { left: typeWords(left, state), right: typeWords(right, state), divide: true },
  );
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
  const result = productOf(isShareType(rateType) ? rateType : percentType, baseType);
  if (result === undefined) reportPoints(state, base);
  return result ?? errorType;
}

function isRate(state: Checking, rate: Expression, type: Type): boolean {
  if (isShareType(type) || (type.kind === 'number' && isQuotient(state, rate))) return true;
  if (type.kind === 'points') reportPoints(state, rate);
  else if (rate.kind === 'NumberLiteral' && rate.unit.kind === 'None') {
    const words = {
      figure: literalWords(rate),
      expected: typeWords(percentType, state),
      fixes: fixesOf(rate.value, percentType, state),
    };
    state.report(MissingUnit, { span: rate.span }, words);
  } else state.report(NotARate, { span: rate.span }, { found: typeWords(type, state) });
  retype(state, rate, errorType);
  return false;
}

function reportPoints(state: Checking, expression: Expression): void {
  const isLiteral = expression.kind === 'NumberLiteral' && expression.unit.kind === 'Points';
  state.report(
    PointsForPercent,
    { span: expression.span },
    isLiteral ? { fix: figureAs(expression.value, percentType, state) } : {},
  );
}
