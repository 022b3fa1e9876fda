/** Sums, products and quotients of operands, exact and undivided. */
import type { CodeBlock } from './code-block.ts';
import { allOf, anyOf, type Condition } from './condition.ts';
import {
  constantOf,
  constantOperand,
  greatestCommonDivisor,
  hasSameDivisor,
  isZero,
  leastCommonMultiple,
  mustBeFinite,
  NotColumnar,
  namedOperand,
  numeratorOver,
  type Operand,
} from './operand.ts';
import {
  addWholes,
  isConstant,
  isPresent,
  multiplyWholes,
  namedWhole,
  onlyWhere,
  selectWhole,
  subtractWholes,
  type Whole,
  wholeConstant,
} from './whole.ts';

export function addOperands(block: CodeBlock, left: Operand, right: Operand): Operand {
  if (isZero(left)) return right;
  if (isZero(right)) return left;
  return overCommon(block, left, right, addWholes);
}

export function subtractOperands(block: CodeBlock, left: Operand, right: Operand): Operand {
  if (isZero(right)) return left;
  return overCommon(block, left, right, subtractWholes);
}

function overCommon(
  block: CodeBlock,
  left: Operand,
  right: Operand,
  operation: (block: CodeBlock, left: Whole, right: Whole) => Whole,
): Operand {
  mustBeFinite(left, right);
  const { a, b, denominator, divisor } = alike(block, left, right);
  return reduced({ numerator: operation(block, a, b), denominator, ...divisorOf(divisor) });
}

/** Both numerators over one denominator and one divisor. */
export function alike(
  block: CodeBlock,
  left: Operand,
  right: Operand,
): { readonly a: Whole; readonly b: Whole; readonly denominator: bigint; readonly divisor: Whole | undefined } {
  const denominator = leastCommonMultiple(left.denominator, right.denominator);
  if (hasSameDivisor(left, right)) {
    const [a, b] = [left, right].map((one) => numeratorOver(block, one, denominator)) as [Whole, Whole];
    return { a, b, denominator, divisor: left.divisor };
  }
  const [x, y] = [left, right].map((one) => namedOperand(block, one)) as [Operand, Operand];
  return {
    a: timesDivisor(block, numeratorOver(block, x, denominator), y.divisor),
    b: timesDivisor(block, numeratorOver(block, y, denominator), x.divisor),
    denominator,
    divisor: productOfDivisors(block, x.divisor, y.divisor),
  };
}

export function multiplyOperands(block: CodeBlock, left: Operand, right: Operand): Operand {
  mustBeFinite(left, right);
  const [a, byLeft] = cancelled(left.numerator, right.denominator);
  const [b, byRight] = cancelled(right.numerator, left.denominator);
  return reduced({
    numerator: multiplyWholes(block, a, b),
    denominator: (left.denominator / byRight) * (right.denominator / byLeft),
    ...divisorOf(productOfDivisors(block, left.divisor, right.divisor)),
  });
}

/** left ÷ right; none where right is 0 (a divisor of 0 makes no number). */
export function divideOperands(block: CodeBlock, left: Operand, right: Operand): Operand {
  mustBeFinite(left, right);
  const known = constantOf(right);
  if (known !== undefined && known.n !== 0n) {
    const sign = known.n < 0n ? -1n : 1n;
    return multiplyOperands(block, left, constantOperand({ n: sign * known.d, d: sign * known.n }));
  }
  const divisor = namedWhole(block, right.numerator);
  const isDefined = differsFromZero(divisor);
  if (divisor.low >= 0n) return quotient(block, left, { ...right, numerator: divisor }, isDefined);
  const zero = wholeConstant(0n);
  const isNegative = `(${divisor.code} < 0)`;
  const size = namedWhole(block, selectWhole(block, isNegative, subtractWholes(block, zero, divisor), divisor));
  const magnitude = { ...size, low: 0n };
  const turned = namedWhole(block, left.numerator);
  const numerator = selectWhole(block, isNegative, subtractWholes(block, zero, turned), turned);
  return quotient(block, { ...left, numerator }, { ...right, numerator: magnitude }, isDefined);
}

/**
 * (now − before) ÷ before where before is above 0, else none (R8). With `fromZero` a rise from exactly 0 is infinite: its divisor is 0 and its numerator
 * above 0, which cross-multiplication compares as it must with any number.
 */
export function growthOperand(block: CodeBlock, now: Operand, before: Operand, fromZero: boolean): Operand {
  if (now.divisor !== undefined || before.divisor !== undefined) {
    if (fromZero) throw new NotColumnar('infinite arithmetic');
    const base = namedOperand(block, before);
    const rise = subtractOperands(block, now, base);
    const positive = { ...base, numerator: onlyWhere(block, `(${base.numerator.code} > 0)`, base.numerator) };
    return divideOperands(block, rise, positive);
  }
  mustBeFinite(now, before);
  const base = namedWhole(block, before.numerator);
  const isAbove: Condition = `(${base.code} > 0)`;
  const rise = subtractOperands(block, now, { ...before, numerator: base });
  if (!fromZero) return quotient(block, rise, { ...before, numerator: base }, isAbove);
  const later = namedWhole(block, now.numerator);
  const isDefined = anyOf([isAbove, `(${base.code} == 0 && ${later.code} > 0)`]);
  const rate = quotient(block, rise, { ...before, numerator: base }, isDefined);
  return { ...rate, mayBeInfinite: true };
}

/** left ÷ right, whose numerator is named and not below 0 wherever `isDefined` holds. */
function quotient(block: CodeBlock, left: Operand, right: Operand, isDefined: Condition): Operand {
  const common = greatestCommonDivisor(right.denominator, left.denominator);
  const scaled = multiplyWholes(block, left.numerator, wholeConstant(right.denominator / common));
  const numerator = right.divisor === undefined ? scaled : multiplyWholes(block, scaled, right.divisor);
  const below = positivePart(right.numerator);
  const divisor = left.divisor === undefined ? below : multiplyWholes(block, left.divisor, below);
  return {
    numerator: onlyWhere(
      block,
      allOf([isDefined, ...(right.numerator.absent === undefined ? [] : [isPresent(block, right.numerator)])]),
      numerator,
    ),
    denominator: left.denominator / common,
    divisor: namedWhole(block, divisor),
  };
}

/** Where the quotient has a value its divisor is at least 0; elsewhere nobody looks at it. */
function positivePart(whole: Whole): Whole {
  return { ...whole, low: whole.low > 0n ? whole.low : 0n, high: whole.high > 0n ? whole.high : 0n };
}

/** False where there is no value. */
function differsFromZero({ code, low, mayBeNone }: Whole): Condition {
  if (low > 0n && !mayBeNone) return 'true';
  return low >= 0n ? `(${code} > 0)` : `(${code} > 0 || ${code} < 0)`;
}

/** What constant factors and the denominator have in common is taken out. */
export function reduced(operand: Operand): Operand {
  const { numerator, denominator } = operand;
  if (!isConstant(numerator)) return operand;
  const common = greatestCommonDivisor(numerator.low, denominator);
  return { ...operand, numerator: wholeConstant(numerator.low / common), denominator: denominator / common };
}

function cancelled(numerator: Whole, denominator: bigint): readonly [Whole, bigint] {
  if (!isConstant(numerator)) return [numerator, 1n];
  const common = greatestCommonDivisor(numerator.low, denominator);
  return [wholeConstant(numerator.low / common), common];
}

function timesDivisor(block: CodeBlock, numerator: Whole, divisor: Whole | undefined): Whole {
  return divisor === undefined ? numerator : multiplyWholes(block, numerator, divisor);
}

function productOfDivisors(block: CodeBlock, left: Whole | undefined, right: Whole | undefined): Whole | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return namedWhole(block, multiplyWholes(block, left, right));
}

function divisorOf(divisor: Whole | undefined): Pick<Operand, 'divisor'> {
  return divisor === undefined ? {} : { divisor };
}
