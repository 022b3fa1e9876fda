import type { Comparison, Expression, OptionTest, RangeTest, TopRank, WithinTest } from '../../grammar/ast.ts';
import type { BoundOperator, Expr } from '../../runtime/ir.ts';
import { symbolNamed } from '../resolve/names.ts';
import { type Draft, enter, type Place, refused, take, typeIr } from './draft.ts';
import { lowerIsGranted } from './lower-clause-value.ts';
import { insideDefinition, lowerExpression, lowerReadingExpression } from './lower-expression.ts';
import { lowerHasGrown } from './lower-growth.ts';
import { planBound, switchByPlan } from './lower-reading.ts';

const booleanType = { kind: 'boolean' } as const;

const opposite: Readonly<Record<BoundOperator, BoundOperator>> = {
  atLeast: 'under',
  over: 'atMost',
  atMost: 'over',
  under: 'atLeast',
  equal: 'notEqual',
  notEqual: 'equal',
};

/**
 * A condition, or its denial. R8: denial goes into the comparison words (not over = at most; not (a and b) = not a or not b), so that
 * a comparison without a value fails in both forms. A word reading speaks of the written word: it is applied before the denial.
 */
export function lowerCondition(draft: Draft, expression: Expression, place: Place, denied: boolean): Expr {
  if (!enter(draft, expression.span)) return refused;
  const made = lowerKind(draft, expression, place, denied);
  draft.limits.depth -= 1;
  return made;
}

function lowerKind(draft: Draft, expression: Expression, place: Place, denied: boolean): Expr {
  switch (expression.kind) {
    case 'Not':
      return lowerCondition(draft, expression.operand, place, !denied);
    case 'Logical':
      return {
        kind: 'logical',
        id: take(draft, { span: expression.span }),
        type: booleanType,
        operator: (expression.operator === 'and') === denied ? 'or' : 'and',
        operands: expression.operands.map((operand) => lowerCondition(draft, operand, place, denied)),
      };
    case 'Comparison':
      return lowerComparison(draft, expression, place, denied);
    case 'RangeTest':
      return lowerRange(draft, expression, place, denied);
    case 'WithinTest':
      return lowerRange(draft, windowOf(expression), place, denied);
    case 'HasGrown':
      return lowerHasGrown(draft, expression, place, denied);
    case 'OptionTest':
      return lowerOptionTest(draft, expression, place, denied);
    case 'TopRank':
      return lowerTopRank(draft, expression, place, denied);
    case 'ReadingExpression':
      return lowerReadingExpression(draft, expression, place, (one, value, inner) =>
        lowerCondition(one, value, inner, denied),
      );
    case 'FieldExpression':
    case 'ReferenceExpression': {
      const symbol = symbolNamed(draft.names, expression);
      if (symbol?.kind === 'definition') {
        return lowerCondition(draft, symbol.declaration.value, insideDefinition(place), denied);
      }
      return denial(draft, expression, denied, () => lowerExpression(draft, expression, place));
    }
    case 'IsGranted':
      return denial(draft, expression, denied, () => lowerIsGranted(draft, expression));
    default:
      return denial(draft, expression, denied, () => lowerExpression(draft, expression, place));
  }
}

function denial(draft: Draft, expression: Expression, denied: boolean, lower: () => Expr): Expr {
  if (!denied) return lower();
  return { kind: 'not', id: take(draft, { span: expression.span }), type: booleanType, operand: lower() };
}

function lowerComparison(draft: Draft, expression: Comparison, place: Place, denied: boolean): Expr {
  const plan = planBound(draft, expression, place);
  const node = { span: expression.span, type: booleanType };
  return switchByPlan(draft, plan, node, place, (operator, inner) =>
    compare(draft, expression, denied ? opposite[operator] : operator, {
      left: () => lowerExpression(draft, expression.left, inner),
      right: () => lowerExpression(draft, expression.right, inner),
    }),
  );
}

function compare(
  draft: Draft,
  expression: Expression,
  operator: BoundOperator,
  sides: { readonly left: () => Expr; readonly right: () => Expr },
): Expr {
  const id = take(draft, { span: expression.span });
  return { kind: 'compare', id, type: booleanType, operator, left: sides.left(), right: sides.right() };
}

/** Both ends included, whatever readings say of `at least`: a stated range has no bound word. */
function lowerRange(draft: Draft, expression: RangeTest, place: Place, denied: boolean): Expr {
  const left = () => lowerExpression(draft, expression.operand, place);
  const edge = (end: Expression) => () => lowerExpression(draft, end, place);
  return {
    kind: 'logical',
    id: take(draft, { span: expression.span }),
    type: booleanType,
    operator: denied ? 'or' : 'and',
    operands: [
      compare(draft, expression, denied ? 'under' : 'atLeast', { left, right: edge(expression.low) }),
      compare(draft, expression, denied ? 'over' : 'atMost', { left, right: edge(expression.high) }),
    ],
  };
}

/** From the day on, to the day so long after it, both included. */
function windowOf({ span, operand, amount, from }: WithinTest): RangeTest {
  return { kind: 'RangeTest', span, operand, low: from, high: { kind: 'DateShift', span, amount, from } };
}

/** `in the top N` is rank 1 to N. */
function lowerTopRank(draft: Draft, expression: TopRank, place: Place, denied: boolean): Expr {
  const left = () => lowerExpression(draft, expression.operand, place);
  const last = () => lowerExpression(draft, expression.places, place);
  const first = (): Expr => ({
    kind: 'literal',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression.places),
    value: '1',
  });
  return {
    kind: 'logical',
    id: take(draft, { span: expression.span }),
    type: booleanType,
    operator: denied ? 'or' : 'and',
    operands: [
      compare(draft, expression, denied ? 'under' : 'atLeast', { left, right: first }),
      compare(draft, expression, denied ? 'over' : 'atMost', { left, right: last }),
    ],
  };
}

function lowerOptionTest(draft: Draft, expression: OptionTest, place: Place, denied: boolean): Expr {
  return {
    kind: 'optionTest',
    id: take(draft, { span: expression.span }),
    type: booleanType,
    operand: lowerExpression(draft, expression.operand, place),
    options: expression.options.map((option) => draft.names.used.get(option)?.name.id ?? option.text),
    negated: expression.negated !== denied,
  };
}
