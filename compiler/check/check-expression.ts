import { CannotAdd, ClauseWithoutAmount, NoSuchDay } from '../../diagnostics/types.ts';
import type {
  Aggregate,
  CalendarExpression,
  DateLiteral,
  Expression,
  Part,
  Reference,
  Steps,
} from '../../grammar/ast.ts';
import { amongOf, childrenOf } from '../walk.ts';
import { lastDayOfMonth } from './calendar-day.ts';
import { checkAmong } from './check-among.ts';
import { checkBinary, checkLiteral, checkRateOf, checkUpTo, requireNumber } from './check-arithmetic.ts';
import { checkCalendar, checkDaysExtreme, hangsOnPeriod } from './check-calendar.ts';
import { checkChoose, requireType, valuesAgree } from './check-choose.ts';
import {
  checkComparison,
  checkLogical,
  checkOptionTest,
  checkRangeTest,
  checkTopRank,
  compare,
  requireCondition,
  requireOrdered,
} from './check-condition.ts';
import { checkAsOf, checkSplitByDays } from './check-dated.ts';
import { checkRaised } from './check-raised.ts';
import { checkGrowth, checkHasGrown, checkIncrease, checkLadder, checkShift } from './check-time.ts';
import { type Checking, isNotYearly, isYearly, record, type Traits } from './checking.ts';
import { booleanType, countType, dateType, errorType, isError, moneyIn, rankType, type Type } from './type.ts';
import { typeWords } from './type-words.ts';
import type { ExpressionType } from './types.ts';

/** Types an expression and everything in it, once. Children come first, so that a record can sum up what they hang on. */
export function inferExpression(state: Checking, expression: Expression): Type {
  const known = state.expressions.get(expression);
  if (known !== undefined) return known.type;
  for (const child of typedFirst(expression)) state.infer(child);
  return record(state, expression, check(state, expression), traitsOf(state, expression));
}

/** A cap in a band is on what the band comes to, which is not of the kind of its rate: it is typed with the choice. */
function typedFirst(expression: Expression): readonly Expression[] {
  const children = childrenOf(expression);
  if (expression.kind !== 'Choose' || expression.mode !== 'bands') return children;
  return children.flatMap((child) => (child.kind === 'CappedRow' ? [child.value, child.cap] : [child]));
}

function check(state: Checking, expression: Expression): Type {
  switch (expression.kind) {
    case 'NumberLiteral':
      return checkLiteral(state, expression);
    case 'DateLiteral':
      return checkDate(state, expression);
    case 'ReferenceExpression':
      return referenceType(state, expression.reference);
    case 'FieldExpression':
      return referenceType(state, expression.field);
    case 'Binary':
      return checkBinary(state, expression);
    case 'Negation':
      return requireNumber(state, expression.operand);
    case 'RateOf':
      return checkRateOf(state, expression);
    case 'UpTo':
      return checkUpTo(state, expression);
    case 'Part':
      return checkPart(state, expression);
    case 'Rank':
      checkAmong(state, expression.among);
      return rankType;
    case 'Steps':
      return checkSteps(state, expression);
    case 'Growth':
      return checkGrowth(state, expression);
    case 'Increase':
      return checkIncrease(state, expression);
    case 'Shift':
      return checkShift(state, expression);
    case 'Choose':
      return checkChoose(state, expression);
    case 'Ladder':
      return checkLadder(state, expression);
    case 'CappedRow':
      return requireType(state, expression.cap, requireNumber(state, expression.value));
    case 'Extreme':
      return expression.days ? checkDaysExtreme(state, expression) : compare(state, expression.operands);
    case 'Aggregate':
      return checkAggregate(state, expression);
    case 'ClauseValue':
    case 'PaidUnder':
      return clauseAmount(state, expression.clause);
    case 'ReadingExpression':
      return valuesAgree(
        state,
        expression.rows.map((row) => row.value),
      );
    case 'Raised':
      return checkRaised(state, expression);
    case 'AsOf':
      return checkAsOf(state, expression);
    case 'SplitByDays':
      return checkSplitByDays(state, expression);
    case 'ErrorExpression':
      return errorType;
    default:
      return checkTimeOrCondition(state, expression);
  }
}

type TimeOrCondition = Extract<
  Expression,
  {
    kind:
      | CalendarExpression['kind']
      | 'ReferenceDay'
      | 'Logical'
      | 'Not'
      | 'Comparison'
      | 'RangeTest'
      | 'HasGrown'
      | 'OptionTest'
      | 'TopRank'
      | 'IsGranted';
  }
>;

function checkTimeOrCondition(state: Checking, expression: TimeOrCondition): Type {
  switch (expression.kind) {
    case 'ReferenceDay':
      return dateType;
    case 'Logical':
      return checkLogical(state, expression);
    case 'Not':
      requireCondition(state, expression.operand);
      return booleanType;
    case 'Comparison':
      return checkComparison(state, expression);
    case 'RangeTest':
      return checkRangeTest(state, expression);
    case 'HasGrown':
      return checkHasGrown(state, expression);
    case 'OptionTest':
      return checkOptionTest(state, expression);
    case 'TopRank':
      return checkTopRank(state, expression);
    case 'IsGranted':
      clauseAmount(state, expression.clause);
      return booleanType;
    default:
      return checkCalendar(state, expression);
  }
}

/** What the node itself, apart from its children, hangs on. */
function traitsOf(state: Checking, expression: Expression): Traits {
  const reference = namedBy(expression);
  const symbol = reference === undefined ? undefined : state.names.used.get(reference);
  switch (symbol?.kind) {
    case 'fact':
      return symbol.declaration.yearly === undefined ? isNotYearly : isYearly;
    case 'itemField':
      return { yearly: symbol.declaration.yearly !== undefined, item: symbol.list };
    case 'parameter':
      return symbol.declaration.yearly ? isYearly : isNotYearly;
    case 'definition':
      return state.expressions.get(symbol.declaration.value) ?? isNotYearly;
    case 'clause':
      // R4 holds for the other clause already, so whatever is computed from it is settled in the same way.
      return { yearly: expression.kind !== 'PaidUnder' };
    default:
      if (amongOf(expression) === undefined) return hangsOnPeriod(expression) ? isYearly : isNotYearly;
      return { yearly: hangsOnPeriod(expression), ...itemOf(state, expression) };
  }
}

/** A place in an order is that of the item at hand. */
function itemOf(state: Checking, expression: Expression): Pick<ExpressionType, 'item'> {
  const among = amongOf(expression);
  const list = among === undefined ? undefined : state.names.used.get(among.list);
  return list?.kind === 'list' ? { item: list } : {};
}

function namedBy(expression: Expression): Reference | undefined {
  switch (expression.kind) {
    case 'ReferenceExpression':
      return expression.reference;
    case 'FieldExpression':
      return expression.field;
    case 'ClauseValue':
    case 'IsGranted':
    case 'PaidUnder':
      return expression.clause;
    default:
      return undefined;
  }
}

function referenceType(state: Checking, reference: Reference): Type {
  const symbol = state.names.used.get(reference);
  switch (symbol?.kind) {
    case 'fact':
    case 'itemField':
    case 'parameter':
      return state.fields.get(symbol) ?? errorType;
    case 'definition':
      return state.expressions.get(symbol.declaration.value)?.type ?? errorType;
    case 'clause':
      return clauseAmount(state, reference);
    default:
      return errorType;
  }
}

/** A clause that was not checked yet is in a cycle, which has its own message. */
function clauseAmount(state: Checking, reference: Reference): Type {
  const symbol = state.names.used.get(reference);
  if (symbol?.kind !== 'clause') return errorType;
  const clause = state.clauses.get(symbol);
  if (clause === undefined) return moneyIn(state.currency);
  if (clause.type !== undefined) return clause.type;
  state.report(ClauseWithoutAmount, { span: reference.span }, { clause: reference.text });
  return errorType;
}

export function checkDate(state: Checking, { span, value }: DateLiteral): Type {
  const [year = '', month = '', day = ''] = value.split('-');
  const last = lastDayOfMonth(Number(year), Number(month));
  const exists = last !== undefined && Number(day) >= 1 && Number(day) <= last;
  if (exists) return dateType;
  const isMonth = last !== undefined && Number(day) > last;
  state.report(NoSuchDay, { span }, isMonth ? { day: value, last: `${year}-${month}-${last}` } : { day: value });
  return errorType;
}

function checkPart(state: Checking, { of, edge, among }: Part): Type {
  if (among !== undefined) checkAmong(state, among);
  const type = requireNumber(state, of);
  return isError(type) ? type : requireType(state, edge, type);
}

function checkSteps(state: Checking, { amount, step, of }: Steps): Type {
  const counted = requireNumber(state, of);
  if (!isError(counted)) requireType(state, step, counted);
  return requireNumber(state, amount);
}

const additive: readonly Type['kind'][] = ['money', 'count', 'number', 'quantity', 'duration', 'compound', 'error'];

function checkAggregate(state: Checking, { operation, where, of }: Aggregate): Type {
  if (where !== undefined) requireCondition(state, where);
  if (operation === 'count' || of === undefined) return countType;
  if (operation !== 'total') return requireOrdered(state, of);
  const type = requireNumber(state, of);
  if (additive.includes(type.kind)) return type;
  state.report(
    CannotAdd,
    { span: of.span },
    { left: typeWords(type, state), right: typeWords(type, state), minus: false },
  );
  return errorType;
}
