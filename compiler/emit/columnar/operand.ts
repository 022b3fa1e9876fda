/**
 * Exact numbers in emitted code: a whole number over a denominator that is known when the code is made, and, after a division, over a second
 * whole number that is known when it runs. Nothing is divided before a comparison, a rounding or a count of steps asks for it.
 */
import type { NotColumnarReason } from '../../../diagnostics/columnar.ts';
import { ofDecimalText, type Rational } from '../../../runtime/rational.ts';
import type { CodeBlock } from './code-block.ts';
import { isConstant, multiplyWholes, namedWhole, type Whole, wholeConstant, wholeNumber } from './whole.ts';

/** numerator ÷ (denominator × divisor). */
export interface Operand {
  readonly numerator: Whole;
  readonly denominator: bigint;
  /** Above 0 wherever the numerator is present; 0 where `mayBeInfinite` and the numerator is above 0. */
  readonly divisor?: Whole;
  readonly mayBeInfinite?: true;
}

/** No code was made, for this reason: whoever asked says where. */
export class NotColumnar extends Error {
  readonly why: NotColumnarReason;
  constructor(why: NotColumnarReason) {
    super(why);
    this.name = 'NotColumnar';
    this.why = why;
  }
}

export function constantOperand(value: Rational): Operand {
  return { numerator: wholeConstant(value.n), denominator: value.d };
}

export function decimalOperand(text: string): Operand {
  return constantOperand(ofDecimalText(text));
}

export const zeroOperand: Operand = constantOperand({ n: 0n, d: 1n });
export const oneOperand: Operand = constantOperand({ n: 1n, d: 1n });

/** A cell that holds a whole number of 10^-scale between the bounds, NaN where it may be none. */
export function columnOperand(code: string, scale: number, low: bigint, high: bigint, mayBeNone: boolean): Operand {
  return { numerator: wholeNumber(code, low, high, mayBeNone), denominator: 10n ** BigInt(scale) };
}

export function wholeOperand(numerator: Whole): Operand {
  return { numerator, denominator: 1n };
}

/** The exact value of an operand that is one. */
export function constantOf({ numerator, denominator, divisor }: Operand): Rational | undefined {
  if (divisor !== undefined || !isConstant(numerator)) return undefined;
  const common = greatestCommonDivisor(numerator.low, denominator);
  return { n: numerator.low / common, d: denominator / common };
}

export function isZero(operand: Operand): boolean {
  return isConstant(operand.numerator) && operand.numerator.low === 0n;
}

/** Each part has a name, so that the operand can be used more than once. */
export function namedOperand(block: CodeBlock, operand: Operand): Operand {
  const { numerator, divisor } = operand;
  const named = { ...operand, numerator: namedWhole(block, numerator) };
  return divisor === undefined ? named : { ...named, divisor: namedWhole(block, divisor) };
}

/** The numerator over a multiple of the operand's denominator. */
export function numeratorOver(block: CodeBlock, { numerator, denominator }: Operand, common: bigint): Whole {
  return multiplyWholes(block, numerator, wholeConstant(common / denominator));
}

export function mustBeFinite(...operands: readonly Operand[]): void {
  if (operands.some(({ mayBeInfinite }) => mayBeInfinite)) throw new NotColumnar('infinite arithmetic');
}

export function hasSameDivisor(left: Operand, right: Operand): boolean {
  return left.divisor?.code === right.divisor?.code;
}

export function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

export function leastCommonMultiple(left: bigint, right: bigint): bigint {
  return (left / greatestCommonDivisor(left, right)) * right;
}
