/** Amounts between two ends, as in R1: the ends are one operand wherever nothing in the code leaves them open. */
import type { BoundOperator } from '../../../runtime/ir.ts';
import { type CodeBlock, named } from './code-block.ts';
import { allOf, anyOf, type Condition, negated, never } from './condition.ts';
import { namedOperand, type Operand, zeroOperand } from './operand.ts';
import { addOperands, multiplyOperands, subtractOperands } from './operand-arithmetic.ts';
import {
  atLeastZeroOperand,
  atMostZeroOperand,
  isSameOperand,
  maximumOperand,
  minimumOperand,
  selectOperand,
} from './operand-choice.ts';
import { compareOperands } from './operand-compare.ts';
import { isPresent } from './whole.ts';

export interface NumberRange {
  readonly kind: 'number';
  readonly low: Operand;
  readonly high: Operand;
  /** Surely no row of a choice, no rung of a ladder applies: both ends are 0 then. */
  readonly noRow: Condition;
}

export interface TruthRange {
  readonly kind: 'truth';
  readonly sure: Condition;
  readonly possible: Condition;
  /** Where something compared has no value: false then, and false when negated (R8). Absent: nowhere. */
  readonly undefinedWhere?: Condition;
}

export function settled(operand: Operand, noRow: Condition = never): NumberRange {
  return { kind: 'number', low: operand, high: operand, noRow };
}

export const zeroRange: NumberRange = settled(zeroOperand);

export function rangeOf(low: Operand, high: Operand, noRow: Condition = never): NumberRange {
  return isSameOperand(low, high) ? settled(high, noRow) : { kind: 'number', low, high, noRow };
}

export function isSettled({ low, high }: NumberRange): boolean {
  return low === high || isSameOperand(low, high);
}

export function known(condition: Condition): TruthRange {
  return { kind: 'truth', sure: condition, possible: condition };
}

export function isKnown({ sure, possible }: TruthRange): boolean {
  return sure === possible;
}

export function mapRange(range: NumberRange, map: (end: Operand) => Operand): NumberRange {
  if (isSettled(range)) return settled(map(range.high));
  return rangeOf(map(range.low), map(range.high));
}

type Operation = (block: CodeBlock, left: Operand, right: Operand) => Operand;

function endByEnd(block: CodeBlock, left: NumberRange, right: NumberRange, operation: Operation): NumberRange {
  if (isSettled(left) && isSettled(right)) return settled(operation(block, left.high, right.high));
  const [a, b] = [namedRange(block, left), namedRange(block, right)];
  return rangeOf(operation(block, a.low, b.low), operation(block, a.high, b.high));
}

export function addRanges(block: CodeBlock, left: NumberRange, right: NumberRange): NumberRange {
  return endByEnd(block, left, right, addOperands);
}

export function lowestRange(block: CodeBlock, left: NumberRange, right: NumberRange): NumberRange {
  return endByEnd(block, left, right, minimumOperand);
}

export function highestRange(block: CodeBlock, left: NumberRange, right: NumberRange): NumberRange {
  return endByEnd(block, left, right, maximumOperand);
}

export function subtractRanges(block: CodeBlock, left: NumberRange, right: NumberRange): NumberRange {
  return endByEnd(block, left, { ...right, low: right.high, high: right.low }, subtractOperands);
}

/** max(0, left − right). */
export function differenceFromZero(block: CodeBlock, left: NumberRange, right: NumberRange): NumberRange {
  return atLeastZero(block, subtractRanges(block, left, right));
}

export function atLeastZero(block: CodeBlock, range: NumberRange): NumberRange {
  return mapRange(range, (end) => atLeastZeroOperand(block, end));
}

/** The value or nothing. */
export function orNothing(block: CodeBlock, range: NumberRange): NumberRange {
  const { low, high } = namedRange(block, range);
  return rangeOf(atMostZeroOperand(block, low), atLeastZeroOperand(block, high), range.noRow);
}

/** All four products, least and greatest; two of factors that are never below 0. */
export function multiplyRanges(block: CodeBlock, left: NumberRange, right: NumberRange): NumberRange {
  const noRow = anyOf([left.noRow, right.noRow]);
  if ((isSettled(left) && isSettled(right)) || [left.low, right.low].every(({ numerator }) => numerator.low >= 0n))
    return { ...endByEnd(block, left, right, multiplyOperands), noRow };
  const [a, b] = [namedRange(block, left), namedRange(block, right)];
  const products = [a.low, a.high]
    .flatMap((x) => [b.low, b.high].map((y) => multiplyOperands(block, x, y)))
    .map((product) => namedOperand(block, product));
  const extreme = (operation: Operation) => products.reduce((so, one) => operation(block, so, one));
  return rangeOf(extreme(minimumOperand), extreme(maximumOperand), noRow);
}

export function selectRange(
  block: CodeBlock,
  condition: Condition,
  left: NumberRange,
  right: NumberRange,
): NumberRange {
  const noRow = left.noRow === right.noRow ? left.noRow : selectCondition(condition, left.noRow, right.noRow);
  if (isSettled(left) && isSettled(right))
    return settled(selectOperand(block, condition, left.high, right.high), noRow);
  return rangeOf(
    selectOperand(block, condition, left.low, right.low),
    selectOperand(block, condition, left.high, right.high),
    noRow,
  );
}

export function selectCondition(condition: Condition, left: Condition, right: Condition): Condition {
  if (left === right) return left;
  return anyOf([allOf([condition, left]), allOf([negated(condition), right])]);
}

/** False as well where it holds that something is undefined. */
export function opposite({ sure, possible, undefinedWhere }: TruthRange): TruthRange {
  if (undefinedWhere === undefined) return { kind: 'truth', sure: negated(possible), possible: negated(sure) };
  const isDefined = negated(undefinedWhere);
  const [least, most] = [possible, sure].map((end) => allOf([isDefined, negated(end)])) as [Condition, Condition];
  return { kind: 'truth', sure: least, possible: most, undefinedWhere };
}

export function compareRanges(
  block: CodeBlock,
  operator: BoundOperator,
  left: NumberRange,
  right: NumberRange,
): TruthRange {
  const ends = [left.low, left.high, right.low, right.high];
  if (ends.every(({ numerator }) => !numerator.mayBeNone)) return compareDefined(block, operator, left, right);
  const [a, b] = [namedRange(block, left), namedRange(block, right)];
  const parts = [a.low, a.high, b.low, b.high].map(({ numerator }) => isPresent(block, numerator));
  const undefinedWhere = named(block, negated(allOf(parts)));
  const { sure, possible } = compareDefined(block, operator, a, b);
  if (sure === possible) return { ...known(sure), undefinedWhere };
  const isDefined = negated(undefinedWhere);
  return { kind: 'truth', sure: allOf([isDefined, sure]), possible: allOf([isDefined, possible]), undefinedWhere };
}

function compareDefined(block: CodeBlock, operator: BoundOperator, left: NumberRange, right: NumberRange): TruthRange {
  if (isSettled(left) && isSettled(right)) return known(compareOperands(block, operator, left.high, right.high));
  const [a, b] = [namedRange(block, left), namedRange(block, right)];
  const truth = (sureLeft: Operand, sureRight: Operand, left: Operand, right: Operand): TruthRange => ({
    kind: 'truth',
    sure: compareOperands(block, operator, sureLeft, sureRight),
    possible: compareOperands(block, operator, left, right),
  });
  switch (operator) {
    case 'over':
    case 'atLeast':
      return truth(a.low, b.high, a.high, b.low);
    case 'under':
    case 'atMost':
      return truth(a.high, b.low, a.low, b.high);
    case 'equal':
      return { kind: 'truth', sure: bothExactly(block, a, b), possible: meet(block, a, b) };
    case 'notEqual':
      return { kind: 'truth', sure: negated(meet(block, a, b)), possible: negated(bothExactly(block, a, b)) };
  }
}

function meet(block: CodeBlock, a: NumberRange, b: NumberRange): Condition {
  return allOf([compareOperands(block, 'atMost', a.low, b.high), compareOperands(block, 'atMost', b.low, a.high)]);
}

function bothExactly(block: CodeBlock, a: NumberRange, b: NumberRange): Condition {
  return allOf([compareOperands(block, 'atLeast', a.low, b.high), compareOperands(block, 'atMost', a.high, b.low)]);
}

export function namedRange(block: CodeBlock, range: NumberRange): NumberRange {
  if (isSettled(range)) return { ...settled(namedOperand(block, range.high)), noRow: range.noRow };
  return { ...range, low: namedOperand(block, range.low), high: namedOperand(block, range.high) };
}
