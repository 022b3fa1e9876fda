import { NeedsClauseName, WrongWordHere } from '../diagnostics/syntax.ts';
import type { ClauseValue, Expression, Part, Reference, Steps } from './ast.ts';
import { type BoundId, boundOperators } from './bound-words.ts';
import { calendarAfter } from './build-calendar.ts';
import { expressionOf } from './build-expression.ts';
import { ladderOf } from './build-ladder.ts';
import { type Building, literalOf, reference } from './build-leaves.ts';
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
} from './cst.ts';
import { wordTerm } from './describe-tokens.ts';
import type { RawToken } from './lex.ts';
import { families, NameToken, PartBound, words } from './tokens.ts';

/** Wraps an operand in what follows it, left to right: each suffix takes the tree so far (R13). */
export function suffixed(operand: Expression, suffixes: readonly CstNode[], building: Building): Expression {
  return suffixes.reduce((of, suffix) => suffixOf(of, suffix, join(of.span, spanOfNode(suffix)), building), operand);
}

function suffixOf(of: Expression, suffix: CstNode, span: Expression['span'], building: Building): Expression {
  const chain = () => expressionOf(node(suffix, 'chain'), building);
  if (has(suffix, words.of)) return { kind: 'RateOf', span, rate: of, base: chain() };
  if (has(suffix, words.de)) return rateAfter(of, node(suffix, 'primary'), span, building);
  if (has(suffix, words.deGrowth)) return { kind: 'Growth', span, of };
  if (has(suffix, words.deIncrease)) return { kind: 'Increase', span, of };
  const calendar = optionalNode(suffix, 'calendarSuffix');
  if (calendar) return calendarAfter(of, calendar, span, building);
  if (has(suffix, words.fullyAfter))
    return { kind: 'DateShift', span, amount: literalOf(node(suffix, 'literal'), building), from: of };
  if (has(suffix, words.splitByDays)) return { kind: 'SplitByDays', span, of };
  const asOf = optionalNode(suffix, 'asOfDay');
  if (asOf) return { kind: 'AsOf', span, of, day: dayOf(asOf, building) };
  const bound = optionalToken(suffix, PartBound);
  if (bound) return { kind: 'Part', span, side: partSide(bound, building), of, edge: chain() };
  const steps = optionalNode(suffix, 'steps');
  if (steps) return stepsOf(of, steps, span, building);
  const ladder = optionalNode(suffix, 'ladder');
  if (ladder) return ladderOf(of, ladder, span, building);
  const clause = clauseNameOf(of, building);
  if (!clause) return { kind: 'ErrorExpression', span };
  if (has(suffix, words.alreadyPaid))
    return { kind: 'PaidUnder', span, clause, forItem: has(suffix, words.forThisItem) };
  return { kind: 'ClauseValue', span, clause, at: placeOf(node(suffix, 'clauseValue')) };
}

function dayOf(asOf: CstNode, building: Building): Expression {
  const prefixed = optionalNode(asOf, 'prefixed');
  return prefixed ? expressionOf(prefixed, building) : expressionOf(node(asOf, 'chain'), building);
}

/** X 的 40%; X 的 最高 40%. Brackets keep a ceiling to itself. */
function rateAfter(base: Expression, primary: CstNode, span: Expression['span'], building: Building): Expression {
  const rate = expressionOf(primary, building);
  if (primary.name === 'ceiling' && rate.kind === 'UpTo' && !rate.base)
    return { kind: 'UpTo', span, limit: rate.limit, base };
  return { kind: 'RateOf', span, rate, base };
}

export function partSide(bound: RawToken, building: Building): Part['side'] {
  const id = (bound.payload ?? bound.tokenType.name) as BoundId | 'upTo';
  const operator = id === 'upTo' ? 'atMost' : boundOperators[id];
  if (operator !== 'over' && operator !== 'atMost') {
    const expected = [wordTerm('over'), wordTerm('atMost')];
    building.report(WrongWordHere, { span: spanOfToken(bound) }, { word: bound.image, expected });
  }
  return operator === 'atMost' || operator === 'under' ? 'upTo' : 'over';
}

/** `A for every full S of P`; P 每满 S 给予 A: the joining word tells which of the two is amount and base. */
function stepsOf(operand: Expression, steps: CstNode, span: Expression['span'], building: Building): Steps {
  const mode = token(steps, families.StepWord).tokenType.name as Steps['mode'];
  const [step, given] = nodes(steps, 'primary').map((one) => expressionOf(one, building));
  const chain = optionalNode(steps, 'chain');
  if (chain) return { kind: 'Steps', span, mode, amount: operand, step: step!, of: expressionOf(chain, building) };
  return { kind: 'Steps', span, mode, amount: given!, step: step!, of: operand };
}

function placeOf(value: CstNode): ClauseValue['at'] {
  const name = optionalToken(value, NameToken);
  if (!name) return { kind: 'beforeCap' };
  if (has(value, words.at)) return { kind: 'line', label: reference(name) };
  const before = has(value, words.before) || has(value, words.front);
  return { kind: before ? 'beforeBlock' : 'afterBlock', block: reference(name) };
}

/** The name a clause is meant by; an unread word has been told already. */
export function clauseNameOf(expression: Expression, building: Building): Reference | undefined {
  if (expression.kind === 'ReferenceExpression') return expression.reference;
  if (expression.kind !== 'ErrorExpression') building.report(NeedsClauseName, { span: expression.span }, {});
  return undefined;
}
