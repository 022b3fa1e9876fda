/**
 * Exact rational numbers: every amount, rate and share of the meaning is one of these. Immutable, reduced, denominator above 0, so
 * equal numbers have equal parts.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

/** A fraction, reduced. `denominator` must not be 0: that is a bug of the caller, not of a user. */
export function fraction(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError('a fraction needs a denominator');
  if (denominator === 1n) return { n: numerator, d: 1n };
  if (denominator < 0n) return fraction(-numerator, -denominator);
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  if (divisor === 1n) return { n: numerator, d: denominator };
  return { n: numerator / divisor, d: denominator / divisor };
}

export function whole(value: bigint | number): Rational {
  return { n: BigInt(value), d: 1n };
}

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The number a decimal text states (`-?digits[.digits]`). Limits on its length are the door's. */
export function ofDecimalText(text: string): Rational {
  return ofShortText(text) ?? ofLongText(text);
}

/** Up to so many signs all digits together are exact in a `number`. */
const shortText = 15;
const powers = Array.from({ length: shortText }, (_, exponent) => 10n ** BigInt(exponent));

/** Most figures are short and not negative: they are read digit by digit. */
function ofShortText(text: string): Rational | undefined {
  const { length } = text;
  if (length > shortText) return undefined;
  let value = 0;
  let point = length;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (text[at] === '.' && point === length && at > 0 && at < length - 1) point = at;
    else return undefined;
  }
  if (length === 0) return undefined;
  return point === length ? whole(value) : fraction(BigInt(value), powers[length - point - 1]!);
}

function ofLongText(text: string): Rational {
  const match = decimalPattern.exec(text);
  if (match === null) throw new SyntaxError(`not a decimal text: ${text.slice(0, 40)}`);
  const [, sign = '', integer = '', decimals = ''] = match;
  const magnitude = BigInt(integer + decimals);
  return fraction(sign === '-' ? -magnitude : magnitude, 10n ** BigInt(decimals.length));
}

export function add(left: Rational, right: Rational): Rational {
  if (left.d === right.d) return fraction(left.n + right.n, left.d);
  return fraction(left.n * right.d + right.n * left.d, left.d * right.d);
}

/**
 * Decimals have few denominators and are added by each; what remains is added pair by pair and reduced but once, since many fractions of
 * different denominators make a long one.
 */
export function sum(values: readonly Rational[]): Rational {
  if (values.length <= 1) return values[0] ?? zero;
  const numerators = new Map<bigint, bigint>();
  for (const { n, d } of values) numerators.set(d, (numerators.get(d) ?? 0n) + n);
  let level: readonly Rational[] = [...numerators].map(([d, n]) => ({ n, d }));
  while (level.length > 1) level = pairwise(level);
  const [total] = level;
  return total === undefined ? zero : fraction(total.n, total.d);
}

/** Not reduced. */
function pairwise(values: readonly Rational[]): readonly Rational[] {
  return Array.from({ length: Math.ceil(values.length / 2) }, (_, index) => {
    const left = values[2 * index] as Rational;
    const right = values[2 * index + 1];
    return right === undefined ? left : { n: left.n * right.d + right.n * left.d, d: left.d * right.d };
  });
}

export function subtract(left: Rational, right: Rational): Rational {
  return add(left, negate(right));
}

export function negate(value: Rational): Rational {
  return { n: -value.n, d: value.d };
}

export function multiply(left: Rational, right: Rational): Rational {
  return fraction(left.n * right.n, left.d * right.d);
}

/** `right` must not be 0. */
export function divide(left: Rational, right: Rational): Rational {
  return fraction(left.n * right.d, left.d * right.n);
}

/** Below 0, 0, or above 0 as `left` is less than, equal to, or greater than `right`. */
export function compare(left: Rational, right: Rational): -1 | 0 | 1 {
  const isAlike = left.d === right.d;
  const a = isAlike ? left.n : left.n * right.d;
  const b = isAlike ? right.n : right.n * left.d;
  return a < b ? -1 : a > b ? 1 : 0;
}

export function equals(left: Rational, right: Rational): boolean {
  return left.n === right.n && left.d === right.d;
}

export function sign(value: Rational): -1 | 0 | 1 {
  return value.n < 0n ? -1 : value.n > 0n ? 1 : 0;
}

/** The greatest whole number not above `value`. */
export function floor(value: Rational): bigint {
  const quotient = value.n / value.d;
  return value.n < 0n && quotient * value.d !== value.n ? quotient - 1n : quotient;
}

/** The least whole number not below `value`. */
export function ceiling(value: Rational): bigint {
  return -floor(negate(value));
}

/** Canonical decimal text, or undefined where the decimals would not end. */
export function toDecimalText(value: Rational): string | undefined {
  if (value.d === 1n) return value.n.toString();
  const places = decimalPlaces(value.d);
  if (places === undefined) return undefined;
  const { n, d } = value;
  const scaled = (n * (powers[places] ?? 10n ** BigInt(places))) / d;
  return scaled < 0n ? `-${withPoint((-scaled).toString(), places)}` : withPoint(scaled.toString(), places);
}

function withPoint(digits: string, places: number): string {
  const padded = digits.length > places ? digits : digits.padStart(places + 1, '0');
  const point = padded.length - places;
  return `${padded.slice(0, point)}.${padded.slice(point)}`;
}

/** How many decimals a reduced fraction over `denominator` has: the greater power of 2 and of 5; undefined with another factor. */
function decimalPlaces(denominator: bigint): number | undefined {
  if (denominator <= mostExact) return fewPlaces(Number(denominator));
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

const mostExact = BigInt(Number.MAX_SAFE_INTEGER);

/** The same of a denominator that a `number` holds exactly. */
function fewPlaces(denominator: number): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2 === 0; rest /= 2) twos += 1;
  for (; rest % 5 === 0; rest /= 5) fives += 1;
  return rest === 1 ? Math.max(twos, fives) : undefined;
}

/** Below it a step of Euclid's is a division of machine words. */
const small = 2n ** 64n;
/** How much of the leading digits is divided in place of the whole; whole numbers of that size and their sums are exact in a `number`. */
const leadingBits = 50;

/**
 * Lehmer's: many steps of Euclid's are found from the leading digits alone and taken at once. The fractions of a long sum have very many
 * digits, where plain Euclid is too slow.
 */
function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = left < right ? [right, left] : [left, right];
  let bits = b < small ? 0 : a.toString(16).length * 4;
  while (b >= small) {
    bits = lengthOf(a, bits);
    const shift = BigInt(bits - leadingBits);
    const [p, q, r, s] = leadingSteps(Number(a >> shift), Number(b >> shift));
    [a, b] = q === 0 ? [b, a % b] : [BigInt(p) * a + BigInt(q) * b, BigInt(r) * a + BigInt(s) * b];
  }
  while (b > safe) [a, b] = [b, a % b];
  if (b === 0n) return a === 0n ? 1n : a;
  // What is left is divided as numbers: a BigInt would be made at every step.
  let [x, y] = [Number(b), Number(a % b)];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

/** Up to here whole numbers are exact in a `number`. */
const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** Bits of a number that has at most `most`. */
function lengthOf(value: bigint, most: number): number {
  let bits = most;
  for (;;) {
    const leading = Number(value >> BigInt(bits - leadingBits));
    if (leading >= 2 ** (leadingBits - 1)) return bits;
    bits -= leading === 0 ? leadingBits : leadingBits - leading.toString(2).length;
  }
}

type Steps = readonly [p: number, q: number, r: number, s: number];

/** Steps that are the same whatever the digits left out: a becomes pa + qb, b becomes ra + sb. `q` is 0 where there is none. */
function leadingSteps(high: number, low: number): Steps {
  let [x, y] = [high, low];
  let [p, q, r, s] = [1, 0, 0, 1];
  while (y + r !== 0 && y + s !== 0) {
    const quotient = Math.floor((x + p) / (y + r));
    if (quotient !== Math.floor((x + q) / (y + s))) break;
    [p, q, r, s] = [r, s, p - quotient * r, q - quotient * s];
    [x, y] = [y, x - quotient * y];
  }
  return [p, q, r, s];
}
