import type { Expression, FieldExpression, ReferenceExpression } from '../../grammar/ast.ts';
import type { DatedExpr, Expr, ExprTypeIr, FactExpr } from '../../runtime/ir.ts';
import { symbolNamed } from '../resolve/names.ts';
import type { FieldSymbol } from '../resolve/symbol.ts';
import { literalValue } from './decimal-text.ts';
import { type Draft, enter, type Place, refused, take, typeIr } from './draft.ts';
import { lowerBinary, lowerNegation } from './lower-arithmetic.ts';
import { lowerCalendar, lowerDateShift } from './lower-calendar.ts';
import { lowerChoose } from './lower-choose.ts';
import { lowerClauseReference, lowerClauseValue } from './lower-clause-value.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerAsOf, lowerDated, lowerSplitByDays } from './lower-dated.ts';
import { lowerGrowth, lowerIncrease } from './lower-growth.ts';
import { lowerLadder } from './lower-ladder.ts';
import { lowerPartInOrder, lowerRank } from './lower-ordering.ts';
import { lowerRaised } from './lower-raised.ts';
import { planRows, readingOf, switchByPlan } from './lower-reading.ts';
import { lowerSteps } from './lower-steps.ts';

/** One expression of the tree as IR. Conditions go through `lowerCondition`, which pushes negation inwards. */
export function lowerExpression(draft: Draft, expression: Expression, place: Place): Expr {
  if (!enter(draft, expression.span)) return refused;
  const made = lowerKind(draft, expression, place);
  draft.limits.depth -= 1;
  return made;
}

function lowerKind(draft: Draft, expression: Expression, place: Place): Expr {
  const lower = (child: Expression): Expr => lowerExpression(draft, child, place);
  const base = () => ({ id: take(draft, { span: expression.span }), type: typeIr(draft, expression) });
  switch (expression.kind) {
    case 'NumberLiteral':
      return { kind: 'literal', ...base(), value: literalValue(expression) };
    case 'DateLiteral':
      return { kind: 'literal', ...base(), value: expression.value };
    case 'ReferenceExpression':
    case 'FieldExpression':
      return lowerReference(draft, expression, place);
    case 'Binary':
      return lowerBinary(draft, expression, place);
    case 'Negation':
      return lowerNegation(draft, expression, place);
    case 'RateOf':
      return {
        kind: 'multiply',
        ...base(),
        left: lower(expression.rate),
        right: lower(expression.base),
        written: 'rate',
      };
    case 'UpTo': {
      const limit = { kind: 'ceiling' as const, ...base(), limit: lower(expression.limit) };
      return expression.base === undefined ? limit : { ...limit, base: lower(expression.base) };
    }
    case 'Rank':
      return lowerRank(draft, expression, place);
    case 'Part':
      if (expression.among !== undefined) return lowerPartInOrder(draft, expression, expression.among, place);
      return { kind: 'part', ...base(), side: expression.side, of: lower(expression.of), edge: lower(expression.edge) };
    case 'Steps':
      return lowerSteps(draft, expression, place);
    case 'Growth':
      return lowerGrowth(draft, expression, place);
    case 'Increase':
      return lowerIncrease(draft, expression, place);
    case 'Shift':
      return lowerExpression(draft, expression.of, { ...place, shift: place.shift + expression.years });
    case 'Choose':
      return lowerChoose(draft, expression, place);
    case 'Ladder':
      return lowerLadder(draft, expression, place);
    case 'CappedRow':
      return { kind: 'rowCap', ...base(), value: lower(expression.value), cap: lower(expression.cap) };
    case 'Extreme':
      return { kind: 'extreme', ...base(), side: expression.side, operands: expression.operands.map(lower) };
    case 'Aggregate':
      return lowerAggregate(draft, expression, place);
    case 'ClauseValue':
      return lowerClauseValue(draft, expression);
    case 'PaidUnder':
      return { kind: 'paid', ...base(), clause: clauseId(draft, expression.clause), forItem: expression.forItem };
    case 'DateShift':
      return lowerDateShift(draft, expression, place);
    case 'CalendarEdge':
    case 'Elapsed':
    case 'YearCount':
    case 'Interest':
    case 'Prorated':
      return lowerCalendar(draft, expression, place);
    case 'ReferenceDay':
      return { kind: 'referenceDay', ...base() };
    case 'Raised':
      return lowerRaised(draft, expression, place);
    case 'AsOf':
      return lowerAsOf(draft, expression, place);
    case 'SplitByDays':
      return lowerSplitByDays(draft, expression, place);
    case 'ReadingExpression':
      return lowerReadingExpression(draft, expression, place, lowerExpression);
    case 'ErrorExpression':
      return { kind: 'literal', ...base(), value: '0' };
    default:
      return lowerCondition(draft, expression, place, false);
  }
}

export function clauseId(draft: Draft, reference: ReferenceExpression['reference']): string {
  return draft.names.used.get(reference)?.name.id ?? reference.text;
}

function lowerReference(draft: Draft, expression: ReferenceExpression | FieldExpression, place: Place): Expr {
  const symbol = symbolNamed(draft.names, expression);
  switch (symbol?.kind) {
    case 'fact':
    case 'itemField':
    case 'parameter':
      return lowerFact(draft, expression, symbol, place);
    case 'definition':
      return lowerExpression(draft, symbol.declaration.value, insideDefinition(place));
    default:
      return expression.kind === 'FieldExpression'
        ? zero(draft, expression, typeIr(draft, expression))
        : lowerClauseReference(draft, expression, symbol);
  }
}

/** A definition is written out at each use; `, reading R` of the using line speaks of that line's own words alone. */
export function insideDefinition(place: Place): Place {
  return place.readings.length === 0 ? place : { ...place, readings: [] };
}

/** R3: a shift moves yearly facts and yearly parameters, nothing else. */
export function lowerFact(
  draft: Draft,
  expression: Expression,
  symbol: FieldSymbol,
  place: Place,
): FactExpr | DatedExpr {
  if (symbol.kind === 'parameter' && symbol.declaration.dated) return lowerDated(draft, expression, symbol, place);
  const isYearly = symbol.kind === 'parameter' ? symbol.declaration.yearly : symbol.declaration.yearly !== undefined;
  return {
    kind: 'fact',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    field: symbol.name.id,
    ...(symbol.kind === 'itemField' ? { owner: symbol.list.name.id } : {}),
    shift: isYearly ? place.shift : 0,
  };
}

function lowerAggregate(draft: Draft, expression: Extract<Expression, { kind: 'Aggregate' }>, place: Place): Expr {
  return {
    kind: 'aggregate',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    operation: expression.operation,
    list: clauseId(draft, expression.list),
    ...(expression.where === undefined ? {} : { where: lowerExpression(draft, expression.where, place) }),
    ...(expression.of === undefined ? {} : { of: lowerExpression(draft, expression.of, place) }),
  };
}

/** `by reading R { … }` within an expression: every choice of R gets the row that names it. R15. */
export function lowerReadingExpression(
  draft: Draft,
  expression: Extract<Expression, { kind: 'ReadingExpression' }>,
  place: Place,
  lowerRow: (draft: Draft, value: Expression, place: Place) => Expr,
): Expr {
  const reading = readingOf(draft, expression.reading);
  const node = { span: expression.span, type: typeIr(draft, expression) };
  if (reading === undefined) return zero(draft, expression, node.type);
  const plan = planRows(draft, reading, expression.rows, place);
  return switchByPlan(draft, plan, node, place, (row, settled) =>
    row === undefined ? zero(draft, expression, node.type) : lowerRow(draft, row.value, settled),
  );
}

/** Stands where an earlier pass has reported that there is nothing to lower. */
function zero(draft: Draft, expression: Expression, type: ExprTypeIr): Expr {
  return { kind: 'literal', id: take(draft, { span: expression.span }), type, value: '0' };
}
