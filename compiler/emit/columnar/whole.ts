/**
 * Whole numbers in emitted code, with bounds: a JavaScript number where every value between the bounds is a safe integer, else a BigInt.
 * decimal.js has no place here: every value that a policy can mean is a fraction of whole numbers.
 */
import { type CodeBlock, named } from './code-block.ts';
import { allOf, anyOf, type Condition, negated, never } from './condition.ts';

export interface Whole {
  /** A primary expression of that width. */
  readonly code: string;
  readonly width: 'number' | 'bigint';
  /** No value is below or above; where there is none they say nothing. */
  readonly low: bigint;
  readonly high: bigint;
  /** There may be no value (R8): of a number, NaN; of a BigInt, where `absent` holds. */
  readonly mayBeNone: boolean;
  readonly absent?: Condition;
}

const greatestSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** Every whole number from `low` to `high` is a number without loss. */
export function isSafe(low: bigint, high: bigint): boolean {
  return low >= -greatestSafe && high <= greatestSafe;
}

export function wholeConstant(value: bigint): Whole {
  const safe = isSafe(value, value);
  return {
    code: safe ? String(value) : `${value}n`,
    width: safe ? 'number' : 'bigint',
    low: value,
    high: value,
    mayBeNone: false,
  };
}

export function isConstant({ low, high, mayBeNone }: Whole): boolean {
  return low === high && !mayBeNone;
}

/** What is between the bounds already, as a number: a cell of a column. */
export function wholeNumber(code: string, low: bigint, high: bigint, mayBeNone: boolean): Whole {
  if (!isSafe(low, high)) throw new RangeError('not safe integers');
  return { code, width: 'number', low, high, mayBeNone };
}

export function addWholes(block: CodeBlock, left: Whole, right: Whole): Whole {
  if (isExactly(left, 0n)) return right;
  if (isExactly(right, 0n)) return left;
  return combined(block, [left, right], left.low + right.low, left.high + right.high, ([a, b]) => `(${a} + ${b})`);
}

export function subtractWholes(block: CodeBlock, left: Whole, right: Whole): Whole {
  if (isExactly(right, 0n)) return left;
  return combined(block, [left, right], left.low - right.high, left.high - right.low, ([a, b]) => `(${a} - ${b})`);
}

export function multiplyWholes(block: CodeBlock, left: Whole, right: Whole): Whole {
  if (isExactly(left, 1n)) return right;
  if (isExactly(right, 1n)) return left;
  const [low, high] = productBounds(left, right);
  return combined(block, [left, right], low, high, ([a, b]) => `(${a} * ${b})`);
}

export function productBounds(left: Whole, right: Whole): readonly [low: bigint, high: bigint] {
  const ends = [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high];
  return [least(...(ends as [bigint])), greatest(...(ends as [bigint]))];
}

export function minimumWhole(block: CodeBlock, left: Whole, right: Whole): Whole {
  if (left.high <= right.low && !right.mayBeNone) return left;
  if (right.high <= left.low && !left.mayBeNone) return right;
  return extremeWhole(block, left, right, least(left.low, right.low), least(left.high, right.high), 'min');
}

export function maximumWhole(block: CodeBlock, left: Whole, right: Whole): Whole {
  if (left.low >= right.high && !right.mayBeNone) return left;
  if (right.low >= left.high && !left.mayBeNone) return right;
  return extremeWhole(block, left, right, greatest(left.low, right.low), greatest(left.high, right.high), 'max');
}

/** Math.min and Math.max give NaN where either is NaN, as a missing operand must. */
function extremeWhole(
  block: CodeBlock,
  left: Whole,
  right: Whole,
  low: bigint,
  high: bigint,
  side: 'min' | 'max',
): Whole {
  if (left.width === 'number' && right.width === 'number') {
    const mayBeNone = left.mayBeNone || right.mayBeNone;
    return { code: `Math.${side}(${left.code}, ${right.code})`, width: 'number', low, high, mayBeNone };
  }
  const sign = side === 'min' ? '<' : '>';
  const [a, b] = [asBigint(block, left), asBigint(block, right)].map((one) => ({
    ...one,
    code: named(block, one.code),
  })) as [Whole, Whole];
  const code = `(${a.code} ${sign} ${b.code} ? ${a.code} : ${b.code})`;
  return narrowed({ code, width: 'bigint', low, high, ...absence([a, b]) });
}

/** `condition ? left : right`. */
export function selectWhole(block: CodeBlock, condition: Condition, left: Whole, right: Whole): Whole {
  if (left.code === right.code && left.width === right.width) return left;
  const low = least(left.low, right.low);
  const high = greatest(left.high, right.high);
  const mayBeNone = left.mayBeNone || right.mayBeNone;
  if (left.width === 'number' && right.width === 'number')
    return { code: `(${condition} ? ${left.code} : ${right.code})`, width: 'number', low, high, mayBeNone };
  const test = named(block, condition);
  const [a, b] = [asBigint(block, left), asBigint(block, right)];
  const code = `(${test} ? ${a.code} : ${b.code})`;
  const absent = mayBeNone ? { absent: `(${test} ? ${a.absent ?? never} : ${b.absent ?? never})` } : {};
  return { code, width: 'bigint', low, high, mayBeNone, ...absent };
}

/**
 * The greatest whole number not above n/q, for q above 0.
 *
 * Of numbers, Math.floor(n / q) is exact while |n| < 2^53 and q is whole: with k = floor(n/q) and n/q < k + 1 the distance to k + 1 is at least 1/q, so the
 * nearest double of n/q reaches k + 1 only if 1/q ≤ half the step below k + 1, that is ≤ (k + 1) · 2^-54 where k + 1 is a power of two
 * and ≤ (k + 1) · 2^-53 elsewhere; then (k + 1) · q ≥ 2^53, while (k + 1) · q ≤ n + q − … leaves |n| ≥ 2^53. The nearest double never falls below k, a whole
 * number below 2^53. For n below 0 the same holds of the magnitudes, which are rounded alike.
 */
export function floorWhole(block: CodeBlock, n: Whole, q: Whole): Whole {
  if (isExactly(q, 1n)) return n;
  const [low, high] = quotientBounds(n, q);
  if (n.width === 'number' && q.width === 'number') {
    const mayBeNone = n.mayBeNone || q.mayBeNone;
    return { code: `Math.floor(${n.code} / ${q.code})`, width: 'number', low, high, mayBeNone };
  }
  const [a, b] = [asBigint(block, n), asBigint(block, q)];
  const x = named(block, a.code);
  // Where there is no value the divisor may be 0.
  const below = named(block, b.code);
  const y = b.low > 0n && b.absent === undefined ? below : named(block, `(${below} > 0n ? ${below} : 1n)`);
  const code = n.low >= 0n ? `(${x} / ${y})` : `((${x} - (((${x} % ${y}) + ${y}) % ${y})) / ${y})`;
  return narrowed({ code, width: 'bigint', low, high, ...absence([a, b]) });
}

/** The least whole number not below n/q: by symmetry as exact as `floorWhole`. */
export function ceilingWhole(block: CodeBlock, n: Whole, q: Whole): Whole {
  if (isExactly(q, 1n)) return n;
  if (n.width === 'number' && q.width === 'number') {
    const [low, high] = quotientBounds(n, q);
    const mayBeNone = n.mayBeNone || q.mayBeNone;
    return { code: `Math.ceil(${n.code} / ${q.code})`, width: 'number', low: low, high: high + 1n, mayBeNone };
  }
  const zero = wholeConstant(0n);
  return subtractWholes(block, zero, floorWhole(block, subtractWholes(block, zero, n), q));
}

function quotientBounds(n: Whole, q: Whole): readonly [bigint, bigint] {
  const smallest = q.low > 0n ? q.low : 1n;
  const ends = [n.low, n.high].flatMap((end) => [smallest, q.high > 0n ? q.high : 1n].map((by) => floorOf(end, by)));
  return [least(...(ends as [bigint])), greatest(...(ends as [bigint]))];
}

function floorOf(n: bigint, q: bigint): bigint {
  const quotient = n / q;
  return n < 0n && quotient * q !== n ? quotient - 1n : quotient;
}

/** No value where the condition fails. */
export function onlyWhere(block: CodeBlock, condition: Condition, whole: Whole): Whole {
  if (condition === 'true') return whole;
  if (whole.width === 'number') return { ...whole, code: `(${condition} ? ${whole.code} : NaN)`, mayBeNone: true };
  const test = named(block, condition);
  return { ...whole, mayBeNone: true, absent: anyOf([negated(test), whole.absent ?? never]) };
}

/** True where there is a value. */
export function isPresent(block: CodeBlock, whole: Whole): Condition {
  if (!whole.mayBeNone) return 'true';
  if (whole.width === 'bigint') return negated(whole.absent ?? never);
  const name = named(block, whole.code);
  return `(${name} === ${name})`;
}

export function asBigint(block: CodeBlock, whole: Whole): Whole {
  if (whole.width === 'bigint') return whole;
  if (isConstant(whole)) return { ...whole, code: `${whole.low}n`, width: 'bigint' };
  if (!whole.mayBeNone) return { ...whole, code: `BigInt(${whole.code})`, width: 'bigint' };
  const name = named(block, whole.code);
  const absent = named(block, `(${name} !== ${name})`);
  return { ...whole, code: `(${absent} ? 0n : BigInt(${name}))`, width: 'bigint', absent };
}

/** A number again where the bounds allow it. */
export function narrowed(whole: Whole): Whole {
  if (whole.width === 'number' || !isSafe(whole.low, whole.high)) return whole;
  const { absent, ...rest } = whole;
  const code = `Number(${whole.code})`;
  return { ...rest, code: absent === undefined ? code : `(${absent} ? NaN : ${code})`, width: 'number' };
}

/** A whole number whose code costs nothing to write again. */
export function namedWhole(block: CodeBlock, whole: Whole): Whole {
  return {
    ...whole,
    code: named(block, whole.code),
    ...(whole.absent === undefined ? {} : { absent: named(block, whole.absent) }),
  };
}

function combined(
  block: CodeBlock,
  parts: readonly Whole[],
  low: bigint,
  high: bigint,
  code: (codes: readonly string[]) => string,
): Whole {
  if (parts.every(isConstant) && low === high) return wholeConstant(low);
  if (isSafe(low, high) && parts.every(({ width }) => width === 'number')) {
    const mayBeNone = parts.some((part) => part.mayBeNone);
    return { code: code(parts.map((part) => part.code)), width: 'number', low, high, mayBeNone };
  }
  const wide = parts.map((part) => asBigint(block, part));
  return { code: code(wide.map((part) => part.code)), width: 'bigint', low, high, ...absence(wide) };
}

function absence(parts: readonly Whole[]): Pick<Whole, 'mayBeNone' | 'absent'> {
  const absent = anyOf(parts.map((part) => part.absent ?? never));
  return absent === never ? { mayBeNone: false } : { mayBeNone: true, absent };
}

/** Present and true. */
export function wherePresent(whole: readonly Whole[], condition: Condition): Condition {
  return allOf([...whole.map((one) => negated(one.absent ?? never)), condition]);
}

function isExactly(whole: Whole, value: bigint): boolean {
  return isConstant(whole) && whole.low === value;
}

export function least(first: bigint, ...others: readonly bigint[]): bigint {
  return others.reduce((so, one) => (one < so ? one : so), first);
}

export function greatest(first: bigint, ...others: readonly bigint[]): bigint {
  return others.reduce((so, one) => (one > so ? one : so), first);
}
