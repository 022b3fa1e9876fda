import { NotARate, WrongType } from '../../diagnostics/types.ts';
import type {
  CalendarEdge,
  CalendarExpression,
  DateShift,
  Elapsed,
  Expression,
  Extreme,
  Interest,
  Prorated,
  YearCount,
} from '../../grammar/ast.ts';
import { requireNumber } from './check-arithmetic.ts';
import { requireDate } from './check-time.ts';
import type { Checking } from './checking.ts';
import { productOf } from './dimensions.ts';
import { isQuotient } from './fit.ts';
import { booleanType, countType, dateType, errorType, isError, percentType, type Type } from './type.ts';
import { typeWords } from './type-words.ts';

/** Days, spans, years of a schedule, and what accrues over a span. */
export function checkCalendar(state: Checking, expression: CalendarExpression): Type {
  switch (expression.kind) {
    case 'CalendarEdge':
      return checkEdge(state, expression);
    case 'DateShift':
      return checkDateShift(state, expression);
    case 'Elapsed':
      return checkElapsed(state, expression);
    case 'YearCount':
      return checkYearCount(state, expression);
    case 'WithinTest':
      requireDate(state, expression.operand);
      requireDate(state, expression.from);
      requireDuration(state, expression.amount);
      return booleanType;
    case 'Interest':
      return checkInterest(state, expression);
    case 'Prorated':
      return checkProrated(state, expression);
  }
}

/**
 * Whether the value hangs on the assessed period by itself, as a yearly fact does (R4). Bare 年末 does not count: a condition with it may
 * well hold every year, and the award would be paid again.
 */
export function hangsOnPeriod(expression: Expression): boolean {
  switch (expression.kind) {
    case 'Interest':
      return expression.ofYear;
    case 'YearCount':
    case 'Prorated':
      return true;
    default:
      return false;
  }
}

function checkEdge(state: Checking, { of }: CalendarEdge): Type {
  if (of !== undefined) requireDate(state, of);
  return dateType;
}

function checkDateShift(state: Checking, { amount, from }: DateShift): Type {
  requireDate(state, from);
  return requireDuration(state, amount) ? dateType : errorType;
}

function requireDuration(state: Checking, amount: Expression): boolean {
  const found = state.infer(amount);
  if (found.kind === 'duration' || isError(found)) return true;
  const words = { expected: typeWords({ kind: 'duration', unit: 'years' }, state), found: typeWords(found, state) };
  state.report(WrongType, { span: amount.span }, words);
  return false;
}

function checkElapsed(state: Checking, { from, to, unit }: Elapsed): Type {
  requireDate(state, from);
  requireDate(state, to);
  return { kind: 'duration', unit };
}

function checkYearCount(state: Checking, { since }: YearCount): Type {
  requireDate(state, since);
  return countType;
}

/** A percentage, per year or without saying so; points, too, are a rate of interest: 贴息 2个百分点. */
function checkInterest(state: Checking, { principal, rate, from, to }: Interest): Type {
  requireDate(state, from);
  requireDate(state, to);
  const type = state.infer(rate);
  const isRate = isYearlyRate(type) || (type.kind === 'number' && isQuotient(state, rate));
  if (!isRate && !isError(type)) state.report(NotARate, { span: rate.span }, { found: typeWords(type, state) });
  return isRate ? sharedOf(state, principal) : errorType;
}

function checkProrated(state: Checking, { amount, from, to }: Prorated): Type {
  requireDate(state, from);
  requireDate(state, to);
  return sharedOf(state, amount);
}

function isYearlyRate(type: Type): boolean {
  if (type.kind !== 'compound') return type.kind === 'percent' || type.kind === 'points';
  return type.share && type.over.length === 0 && type.per.length === 1 && isPerYear(type);
}

function isPerYear(type: Type): boolean {
  return type.kind === 'compound' && type.per.some((unit) => unit.kind === 'duration' && unit.unit === 'years');
}

/** A part of an amount keeps its unit, but for a `per year`; of a count it is a number. */
function sharedOf(state: Checking, amount: Expression): Type {
  const type = requireNumber(state, amount);
  if (isError(type)) return errorType;
  return productOf(isPerYear(type) ? { kind: 'duration', unit: 'years' } : percentType, type) ?? errorType;
}

/** `the earlier of (D, E)`. */
export function checkDaysExtreme(state: Checking, { operands }: Extreme): Type {
  for (const day of operands) requireDate(state, day);
  return dateType;
}
