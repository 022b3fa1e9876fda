import { ConfirmingWordContradicts, ListWithoutWord, MixedAndOr } from '../diagnostics/syntax.ts';
import type { BoundOperator, Expression, Logical } from './ast.ts';
import { type BoundId, boundOperators } from './bound-words.ts';
import { calendarOf, withinChineseOf, withinOf } from './build-calendar.ts';
import { casesOf, chooseOf, readingExpressionOf } from './build-choose.ts';
import { aggregateOf, countOf, eachAggregateOf, extremeOf, paidUnderOf, partOf } from './build-construct.ts';
import { firstTimeOf } from './build-ladder.ts';
import { type Building, dateOf, literalOf, reference, references, yearsOf, yearsOfLiteral } from './build-leaves.ts';
import { rankAmongOf } from './build-ordering.ts';
import { clauseNameOf, suffixed } from './build-suffix.ts';
import {
  type CstNode,
  has,
  join,
  node,
  nodes,
  optionalNode,
  optionalToken,
  spanOfNode,
  spanOfToken,
  token,
  tokensOf,
} from './cst.ts';
import type { RawToken } from './lex.ts';
import {
  AdditiveOperator,
  DateToken,
  families,
  Minus,
  MultiplicativeOperator,
  NameToken,
  NumberToken,
  UnreadName,
  words,
} from './tokens.ts';

/** An expression of any level: a level that was only passed through has left no node. */
export function expressionOf(expression: CstNode, building: Building): Expression {
  return builders[expression.name]!(expression, building);
}

function logicalOf(expression: CstNode, building: Building): Expression {
  const operands = nodes(expression, 'logicalOperand').map((operand) => expressionOf(operand, building));
  const ors = tokensOf(expression, words.or);
  const ands = tokensOf(expression, words.and);
  if (ors.length > 0 && ands.length > 0) {
    const later = ors[0]!.startOffset > ands[0]!.startOffset ? ors[0]! : ands[0]!;
    building.report(MixedAndOr, { span: spanOfToken(later) }, {});
  }
  return {
    kind: 'Logical',
    span: spanOfNode(expression),
    operator: ors.length > 0 ? 'or' : 'and',
    block: false,
    operands,
  };
}

function negatedOf(operand: CstNode, building: Building): Expression {
  const span = spanOfNode(operand);
  return tokensOf(operand, words.not).reduceRight<Expression>(
    (inner, not) => ({ kind: 'Not', span: join(spanOfToken(not), span), operand: inner }),
    expressionOf(node(operand, 'comparison'), building),
  );
}

function comparisonOf(comparison: CstNode, building: Building): Expression {
  const left = expressionOf(node(comparison, 'additive'), building);
  return tested(left, node(comparison, 'comparisonTail'), spanOfNode(comparison), building);
}

function tested(left: Expression, tail: CstNode, span: Expression['span'], building: Building): Expression {
  const range = optionalNode(tail, 'range');
  if (range) {
    const [low, high] = nodes(range, 'additive').map((one) => expressionOf(one, building));
    if (!high) return withinChineseOf(left, low!, range, span, building);
    return { kind: 'RangeTest', span, operand: left, low: low!, high };
  }
  const within = optionalNode(tail, 'withinTail');
  if (within) return withinOf(left, within, span, building);
  if (has(tail, words.hasGrown)) return { kind: 'HasGrown', span, operand: left };
  if (has(tail, words.isGranted)) return isGranted(left, span, building);
  if (optionalNode(tail, 'names')) {
    return {
      kind: 'OptionTest',
      span,
      operand: left,
      negated: has(tail, words.isNot),
      test: has(tail, words.includes) ? 'includes' : 'is',
      options: references(tail),
    };
  }
  if (has(tail, words.inTheTop) || has(tail, words.front)) {
    const places = expressionOf(node(tail, 'additive'), building);
    return { kind: 'TopRank', span, operand: left, places: withoutCounter(places) };
  }
  const { word, operator, edge } = boundOf(tail, building);
  return { kind: 'Comparison', span, operator, word, left, right: edge };
}

/** 前5名 counts places, 3次 times; the counter says nothing more. */
export function withoutCounter(places: Expression): Expression {
  return places.kind === 'NumberLiteral' && places.unit.kind === 'Counter'
    ? { ...places, unit: { kind: 'None' } }
    : places;
}

export interface Bounded {
  readonly word: string;
  readonly operator: BoundOperator;
  readonly edge: Expression;
}

/** `at least X`, 达到 X 以上, X 以上. A second word must say the same, and only the first is kept. */
export function boundOf(parent: CstNode, building: Building): Bounded {
  const suffixedFigure = optionalNode(parent, 'suffixedFigure');
  if (suffixedFigure) {
    const word = token(suffixedFigure, families.SuffixBound).tokenType.name as BoundId;
    return { word, operator: boundOperators[word], edge: literalOf(node(suffixedFigure, 'literal'), building) };
  }
  const first = token(parent, families.Bound);
  const word = first.tokenType.name as BoundId;
  const operator = boundOperators[word];
  const second = optionalToken(parent, families.SuffixBound);
  if (second && boundOperators[second.tokenType.name as BoundId] !== operator) {
    building.report(
      ConfirmingWordContradicts,
      { span: spanOfToken(second) },
      { first: first.image, second: second.image },
    );
  }
  return { word, operator, edge: expressionOf(node(parent, 'additive'), building) };
}

function isGranted(clause: Expression, span: Expression['span'], building: Building): Expression {
  const name = clauseNameOf(clause, building);
  return name ? { kind: 'IsGranted', span, clause: name } : { kind: 'ErrorExpression', span };
}

function sumOf(additive: CstNode, building: Building): Expression {
  return leftToRight(additive, 'multiplicative', tokensOf(additive, AdditiveOperator), building);
}

function productOf(multiplicative: CstNode, building: Building): Expression {
  return leftToRight(multiplicative, 'unary', tokensOf(multiplicative, MultiplicativeOperator), building);
}

function leftToRight(parent: CstNode, rule: string, operators: readonly RawToken[], building: Building): Expression {
  const [first, ...others] = nodes(parent, rule).map((operand) => expressionOf(operand, building));
  return others.reduce<Expression>((left, right, index) => {
    const operator = operators[index]!.image as '+' | '-' | '*' | '/';
    return { kind: 'Binary', span: join(left.span, right.span), operator, left, right };
  }, first!);
}

function unaryOf(unary: CstNode, building: Building): Expression {
  const span = spanOfNode(unary);
  return tokensOf(unary, Minus).reduceRight<Expression>(
    (operand, minus) => ({ kind: 'Negation', span: join(spanOfToken(minus), span), operand }),
    expressionOf(node(unary, 'chain'), building),
  );
}

function chainOf(chain: CstNode, building: Building): Expression {
  return suffixed(expressionOf(node(chain, 'prefixed'), building), nodes(chain, 'suffix'), building);
}

function prefixedOf(prefixed: CstNode, building: Building): Expression {
  const end = spanOfNode(prefixed);
  return nodes(prefixed, 'prefix').reduceRight<Expression>(
    (of, prefix) => prefixOf(prefix, of, join(spanOfNode(prefix), end), building),
    expressionOf(node(prefixed, 'primary'), building),
  );
}

function prefixOf(prefix: CstNode, of: Expression, span: Expression['span'], building: Building): Expression {
  if (has(prefix, words.growthOf)) return { kind: 'Growth', span, of };
  if (has(prefix, words.increaseIn)) return { kind: 'Increase', span, of };
  if (has(prefix, words.lastYears)) return { kind: 'Shift', span, years: -1, of };
  const years = yearsOf(token(prefix, NumberToken), token(prefix, families.DurationUnit), building);
  return { kind: 'Shift', span, years: -years, of };
}

type ExpressionBuilder = (node: CstNode, building: Building) => Expression;

/** By the rule that made the node; the first are levels, from loosest to tightest. */
const builders: Readonly<Record<string, ExpressionBuilder>> = {
  expression: logicalOf,
  logicalOperand: negatedOf,
  comparison: comparisonOf,
  additive: sumOf,
  multiplicative: productOf,
  unary: unaryOf,
  chain: chainOf,
  prefixed: prefixedOf,
  primary: wordAloneOf,
  figure: figureOf,
  literal: literalOf,
  nameExpression: nameExpressionOf,
  bracketed: bracketedOf,
  ceiling: (ceiling, building) => {
    const base = optionalNode(ceiling, 'chain');
    const limit = expressionOf(node(ceiling, 'prefixed'), building);
    return { kind: 'UpTo', span: spanOfNode(ceiling), limit, ...(base ? { base: expressionOf(base, building) } : {}) };
  },
  part: partOf,
  aggregate: aggregateOf,
  extreme: extremeOf,
  count: countOf,
  eachAggregate: eachAggregateOf,
  rankAmong: rankAmongOf,
  amountPaid: paidUnderOf,
  calendarPrimary: calendarOf,
  choose: chooseOf,
  cases: casesOf,
  readingExpression: readingExpressionOf,
  firstTimeLadder: firstTimeOf,
  conditionBlock: conditionBlockOf,
};

/** A day, or the word for the day of reference. */
function wordAloneOf(primary: CstNode): Expression {
  const date = optionalToken(primary, DateToken);
  return date ? dateOf(date) : { kind: 'ReferenceDay', span: spanOfNode(primary) };
}

function figureOf(figure: CstNode, building: Building): Expression {
  const literal = literalOf(node(figure, 'literal'), building);
  const span = spanOfNode(figure);
  const earlier = optionalNode(figure, 'prefixed');
  if (earlier) {
    return { kind: 'Shift', span, years: -yearsOfLiteral(literal, building), of: expressionOf(earlier, building) };
  }
  return { kind: 'DateShift', span, amount: literal, from: expressionOf(node(figure, 'chain'), building) };
}

export function nameExpressionOf(expression: CstNode): Expression {
  const span = spanOfNode(expression);
  const [first, second] = tokensOf(expression, NameToken);
  if (first!.tokenType === UnreadName || second?.tokenType === UnreadName) return { kind: 'ErrorExpression', span };
  if (second) return { kind: 'FieldExpression', span, owner: reference(first!), field: reference(second) };
  return { kind: 'ReferenceExpression', span, reference: reference(first!) };
}

export function bracketedOf(bracketed: CstNode, building: Building): Expression {
  const operands = listOf(bracketed, building);
  if (operands.length > 1) building.report(ListWithoutWord, { span: spanOfNode(bracketed) }, {});
  return operands[0]!;
}

export function listOf(bracketed: CstNode, building: Building): readonly Expression[] {
  return nodes(bracketed, 'expression').map((one) => expressionOf(one, building));
}

function conditionBlockOf(block: CstNode, building: Building): Logical {
  return {
    kind: 'Logical',
    span: spanOfNode(block),
    operator: has(block, words.allOf) ? 'and' : 'or',
    block: true,
    operands: nodes(block, 'expression').map((one) => expressionOf(one, building)),
  };
}
