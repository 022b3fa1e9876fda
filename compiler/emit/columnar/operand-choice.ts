/** The lesser, the greater, one or the other of two operands. */
import type { CodeBlock } from './code-block.ts';
import { allOf, always, type Condition, never } from './condition.ts';
import { constantOf, isZero, mustBeFinite, namedOperand, type Operand, zeroOperand } from './operand.ts';
import { alike, reduced } from './operand-arithmetic.ts';
import { compareOperands } from './operand-compare.ts';
import {
  isPresent,
  maximumWhole,
  minimumWhole,
  multiplyWholes,
  onlyWhere,
  selectWhole,
  type Whole,
  wholeConstant,
} from './whole.ts';

export function minimumOperand(block: CodeBlock, left: Operand, right: Operand): Operand {
  return extremeOperand(block, left, right, 'min');
}

export function maximumOperand(block: CodeBlock, left: Operand, right: Operand): Operand {
  return extremeOperand(block, left, right, 'max');
}

function extremeOperand(block: CodeBlock, left: Operand, right: Operand, side: 'min' | 'max'): Operand {
  mustBeFinite(left, right);
  if (left.divisor === undefined && right.divisor === undefined) {
    const { a, b, denominator } = alike(block, left, right);
    return reduced({ numerator: (side === 'min' ? minimumWhole : maximumWhole)(block, a, b), denominator });
  }
  const [x, y] = [left, right].map((one) => namedOperand(block, one)) as [Operand, Operand];
  const chosen = selectOperand(block, compareOperands(block, side === 'min' ? 'atMost' : 'atLeast', x, y), x, y);
  const isDefined = allOf([isPresent(block, x.numerator), isPresent(block, y.numerator)]);
  return { ...chosen, numerator: onlyWhere(block, isDefined, chosen.numerator) };
}

/** max(0, operand). */
export function atLeastZeroOperand(block: CodeBlock, operand: Operand): Operand {
  return signed(block, operand, maximumWhole);
}

/** min(0, operand). */
export function atMostZeroOperand(block: CodeBlock, operand: Operand): Operand {
  return signed(block, operand, minimumWhole);
}

/** The divisor is above 0: the sign is the numerator's. */
function signed(
  block: CodeBlock,
  operand: Operand,
  extreme: (block: CodeBlock, left: Whole, right: Whole) => Whole,
): Operand {
  mustBeFinite(operand);
  const numerator = extreme(block, operand.numerator, wholeConstant(0n));
  return numerator.low === 0n && numerator.high === 0n && !numerator.mayBeNone
    ? zeroOperand
    : { ...operand, numerator };
}

/** `condition ? left : right`. */
export function selectOperand(block: CodeBlock, condition: Condition, left: Operand, right: Operand): Operand {
  if (condition === always) return left;
  if (condition === never) return right;
  const [x, y] = [left, right];
  const denominator = x.denominator === y.denominator ? x.denominator : undefined;
  const mayBeInfinite = x.mayBeInfinite || y.mayBeInfinite ? ({ mayBeInfinite: true } as const) : {};
  if (x.divisor?.code === y.divisor?.code) {
    const { a, b, denominator: common } = denominator === undefined ? alike(block, x, y) : sameOver(x, y, denominator);
    const numerator = selectWhole(block, condition, a, b);
    return {
      numerator,
      denominator: common,
      ...(x.divisor === undefined ? {} : { divisor: x.divisor }),
      ...mayBeInfinite,
    };
  }
  const { a, b, common } = scaled(block, x, y);
  const one = wholeConstant(1n);
  const divisor = selectWhole(block, condition, x.divisor ?? one, y.divisor ?? one);
  return { numerator: selectWhole(block, condition, a, b), denominator: common, divisor, ...mayBeInfinite };
}

function sameOver(left: Operand, right: Operand, denominator: bigint) {
  return { a: left.numerator, b: right.numerator, denominator };
}

/** Numerators over one denominator, divisors left as they are. */
function scaled(block: CodeBlock, left: Operand, right: Operand) {
  const { denominator: common } = alike(
    block,
    { ...zeroOperand, denominator: left.denominator },
    { ...zeroOperand, denominator: right.denominator },
  );
  const [a, b] = [left, right].map(({ numerator, denominator }) =>
    multiplyWholes(block, numerator, wholeConstant(common / denominator)),
  ) as [Whole, Whole];
  return { a, b, common };
}

/** Both are surely the same number. */
export function isSameOperand(left: Operand, right: Operand): boolean {
  if (left === right) return true;
  if (isZero(left) && isZero(right)) return true;
  const [a, b] = [constantOf(left), constantOf(right)];
  if (a !== undefined && b !== undefined) return a.n === b.n && a.d === b.d;
  return (
    left.numerator.code === right.numerator.code &&
    left.denominator === right.denominator &&
    left.divisor?.code === right.divisor?.code
  );
}
