/** Comparisons of operands, by multiplying out: nothing is divided, so nothing is lost. */
import type { BoundOperator } from '../../../runtime/ir.ts';
import { type CodeBlock, named } from './code-block.ts';
import { always, type Condition, never } from './condition.ts';
import { greatestCommonDivisor, leastCommonMultiple, NotColumnar, type Operand } from './operand.ts';
import {
  asBigint,
  greatest,
  isPresent,
  isSafe,
  multiplyWholes,
  namedWhole,
  productBounds,
  type Whole,
  wherePresent,
  wholeConstant,
} from './whole.ts';

/** False where either has no value, whichever way the comparison points (R8). */
export function compareOperands(block: CodeBlock, operator: BoundOperator, left: Operand, right: Operand): Condition {
  if (left.mayBeInfinite && right.mayBeInfinite) throw new NotColumnar('infinite arithmetic');
  const common = leastCommonMultiple(left.denominator, right.denominator);
  const [p, q] = [common / left.denominator, common / right.denominator];
  const shared = greatestCommonDivisor(p, q);
  const isSame = left.divisor !== undefined && left.divisor.code === right.divisor?.code;
  const a = sideOf(left.numerator, p / shared, isSame ? undefined : right.divisor);
  const b = sideOf(right.numerator, q / shared, isSame ? undefined : left.divisor);
  const decided = decide(operator, a, b);
  if (decided !== undefined) return decided ? bothPresent(block, left, right) : never;
  if (isExact(a) && isExact(b)) return relation(operator, product(block, a), product(block, b));
  return isNumbers(a) && isNumbers(b) ? filtered(block, operator, a, b) : wide(block, operator, a, b);
}

/** numerator × factor × divisor. */
interface Side {
  readonly numerator: Whole;
  readonly factor: bigint;
  readonly divisor: Whole | undefined;
  readonly low: bigint;
  readonly high: bigint;
}

function sideOf(numerator: Whole, factor: bigint, divisor: Whole | undefined): Side {
  const scaled = { ...numerator, low: numerator.low * factor, high: numerator.high * factor };
  const [low, high] = divisor === undefined ? [scaled.low, scaled.high] : productBounds(scaled, divisor);
  return { numerator, factor, divisor, low, high };
}

/** What the bounds alone decide. */
function decide(operator: BoundOperator, a: Side, b: Side): boolean | undefined {
  switch (operator) {
    case 'over':
      return a.low > b.high ? true : a.high <= b.low ? false : undefined;
    case 'under':
      return decide('over', b, a);
    case 'atLeast':
      return a.low >= b.high ? true : a.high < b.low ? false : undefined;
    case 'atMost':
      return decide('atLeast', b, a);
    case 'equal':
      return a.low > b.high || b.low > a.high ? false : a.low === a.high && b.low === b.high ? true : undefined;
    case 'notEqual': {
      const same = decide('equal', a, b);
      return same === undefined ? undefined : !same;
    }
  }
}

function bothPresent(block: CodeBlock, left: Operand, right: Operand): Condition {
  const parts = [left.numerator, right.numerator].map((one) => isPresent(block, one)).filter((one) => one !== always);
  return parts.length === 0 ? always : parts.length === 1 ? parts[0]! : `(${parts.join(' && ')})`;
}

/** Every product is a safe integer. */
function isExact(side: Side): boolean {
  return (
    isNumbers(side) &&
    isSafe(side.low, side.high) &&
    isSafe(side.numerator.low * side.factor, side.numerator.high * side.factor)
  );
}

function isNumbers({ numerator, divisor, factor }: Side): boolean {
  return (
    numerator.width === 'number' && (divisor === undefined || divisor.width === 'number') && isSafe(factor, factor)
  );
}

function product(block: CodeBlock, { numerator, factor, divisor }: Side): Whole {
  const scaled = multiplyWholes(block, numerator, wholeConstant(factor));
  return divisor === undefined ? scaled : multiplyWholes(block, scaled, divisor);
}

const signs: Readonly<Record<Exclude<BoundOperator, 'notEqual'>, string>> = {
  over: '>',
  under: '<',
  atLeast: '>=',
  atMost: '<=',
  equal: '===',
};

/** NaN fails every sign but !==, which is therefore written as two. */
function relation(operator: BoundOperator, a: Whole, b: Whole): Condition {
  if (operator !== 'notEqual') return wherePresent([a, b], `(${a.code} ${signs[operator]} ${b.code})`);
  if (!a.mayBeNone && !b.mayBeNone) return `(${a.code} !== ${b.code})`;
  return wherePresent([a, b], `(${a.code} < ${b.code} || ${a.code} > ${b.code})`);
}

/**
 * Products beyond 2^53: their difference in doubles decides wherever it is greater than all rounding together, which is everywhere but
 * near a tie; there BigInts decide. A product of three factors is rounded twice and the difference once, each time by less than 2^-52 of
 * the greatest size; `margin` is 2^-49 of the greatest sizes together.
 */
function filtered(block: CodeBlock, operator: BoundOperator, left: Side, right: Side): Condition {
  const [a, b] = [namedSide(block, left), namedSide(block, right)];
  const difference = named(block, `(${roughly(a)} - ${roughly(b)})`);
  const margin = Number((sizeOf(a) + sizeOf(b)) / 2n ** 49n + 1n);
  const tie = wide(block, operator, a, b, true);
  const near = `(${difference} >= -${margin} && ${difference} <= ${margin} && ${tie})`;
  switch (operator) {
    case 'over':
    case 'atLeast':
      return `(${difference} > ${margin} || ${near})`;
    case 'under':
    case 'atMost':
      return `(${difference} < -${margin} || ${near})`;
    case 'equal':
      return near;
    case 'notEqual':
      return `(${difference} < -${margin} || ${difference} > ${margin} || ${near})`;
  }
}

function namedSide(block: CodeBlock, side: Side): Side {
  const divisor = side.divisor === undefined ? undefined : namedWhole(block, side.divisor);
  return { ...side, numerator: namedWhole(block, side.numerator), divisor };
}

function roughly({ numerator, factor, divisor }: Side): string {
  const scaled = factor === 1n ? numerator.code : `${numerator.code} * ${factor}`;
  return divisor === undefined ? scaled : `${scaled} * ${divisor.code}`;
}

function sizeOf({ low, high }: Side): bigint {
  return greatest(low < 0n ? -low : low, high < 0n ? -high : high);
}

/** `guarded`: only evaluated where both have values, so that NaN never meets BigInt. */
function wide(block: CodeBlock, operator: BoundOperator, a: Side, b: Side, guarded = false): Condition {
  const [x, y] = [a, b].map((side) => wideProduct(block, side, guarded)) as [Whole, Whole];
  if (guarded) return relation(operator, { ...x, mayBeNone: false }, { ...y, mayBeNone: false });
  return relation(operator, namedWhole(block, x), namedWhole(block, y));
}

function wideProduct(block: CodeBlock, { numerator, factor, divisor }: Side, guarded: boolean): Whole {
  const asWide = (one: Whole) =>
    asBigint(block, guarded && one.width === 'number' ? { ...one, mayBeNone: false } : one);
  // A product of constants is a constant, which would be a number again.
  const scaled = asWide(multiplyWholes(block, asWide(numerator), wideConstant(factor)));
  return divisor === undefined ? scaled : asWide(multiplyWholes(block, scaled, asWide(divisor)));
}

function wideConstant(value: bigint): Whole {
  return { ...wholeConstant(value), code: `${value}n`, width: 'bigint' };
}
