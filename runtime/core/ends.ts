/**
 * The numbers emitted code computes with. Its arithmetic is its own, apart from the reference interpreter's, so that the two can
 * disagree and be caught. Two forms: whole numbers of 10^-scale, the scale known to the emitter, and fractions.
 */

/** A whole number at the scale of its node; `Infinity` and `-Infinity` are the only binary numbers among them. */
export type FixedEnd = bigint | number;

/** n/d with d > 0, not reduced; infinity is 1/0, its opposite -1/0. */
export interface FractionEnd {
  readonly n: bigint;
  readonly d: bigint;
}

/** What intervals need of their ends. */
export interface Ends<E> {
  readonly zero: E;
  readonly infinity: E;
  readonly minusInfinity: E;
  readonly isFinite: (end: E) => boolean;
  /** Below 0, 0 or above 0. */
  readonly compare: (a: E, b: E) => number;
  readonly sign: (a: E) => number;
  readonly negate: (a: E) => E;
  /** For lower ends: where +∞ meets −∞ the answer is −∞, the side that stays sound. */
  readonly addDown: (a: E, b: E) => E;
  /** For upper ends, the other way about. */
  readonly addUp: (a: E, b: E) => E;
  /** 0 × ∞ = 0. Of fixed numbers the scales add up. */
  readonly multiply: (a: E, b: E) => E;
}

export const fixedEnds: Ends<FixedEnd> = {
  zero: 0n,
  infinity: Infinity,
  minusInfinity: -Infinity,
  isFinite: (end) => typeof end === 'bigint',
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  sign: (a) => (a < 0 ? -1 : a > 0 ? 1 : 0),
  negate: (a) => -a,
  addDown: (a, b) => {
    if (typeof a === 'bigint' && typeof b === 'bigint') return a + b;
    return a === -Infinity || b === -Infinity ? -Infinity : Infinity;
  },
  addUp: (a, b) => {
    if (typeof a === 'bigint' && typeof b === 'bigint') return a + b;
    return a === Infinity || b === Infinity ? Infinity : -Infinity;
  },
  multiply: (a, b) => {
    if (typeof a === 'bigint' && typeof b === 'bigint') return a * b;
    const sign = fixedEnds.sign(a) * fixedEnds.sign(b);
    return sign === 0 ? 0n : sign > 0 ? Infinity : -Infinity;
  },
};

const zero: FractionEnd = { n: 0n, d: 1n };
const infinity: FractionEnd = { n: 1n, d: 0n };
const minusInfinity: FractionEnd = { n: -1n, d: 0n };

export const fractionEnds: Ends<FractionEnd> = {
  zero,
  infinity,
  minusInfinity,
  isFinite: (end) => end.d !== 0n,
  compare: (a, b) => {
    // Two infinities cross-multiply to 0 = 0.
    if (a.d === 0n && b.d === 0n) return a.n < b.n ? -1 : a.n > b.n ? 1 : 0;
    if (a.d === b.d) return a.n < b.n ? -1 : a.n > b.n ? 1 : 0;
    const left = a.n * b.d;
    const right = b.n * a.d;
    return left < right ? -1 : left > right ? 1 : 0;
  },
  sign: (a) => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0),
  negate: (a) => ({ n: -a.n, d: a.d }),
  addDown: (a, b) => addFractions(a, b, minusInfinity),
  addUp: (a, b) => addFractions(a, b, infinity),
  multiply: (a, b) => {
    if (a.n === 0n || b.n === 0n) return zero;
    const d = a.d * b.d;
    return d === 0n ? (a.n > 0n === b.n > 0n ? infinity : minusInfinity) : { n: a.n * b.n, d };
  },
};

function addFractions(a: FractionEnd, b: FractionEnd, towards: FractionEnd): FractionEnd {
  if (a.d === 0n) return b.d === 0n && a.n !== b.n ? towards : a;
  if (b.d === 0n) return b;
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

/** a/b for b ≠ 0; anything over an infinity is 0. */
export function divideEnds(a: FractionEnd, b: FractionEnd): FractionEnd {
  if (b.d === 0n || a.n === 0n) return zero;
  const n = a.n * b.d;
  const d = a.d * b.n;
  if (d === 0n) return n > 0n === b.n > 0n ? infinity : minusInfinity;
  return d > 0n ? { n, d } : { n: -n, d: -d };
}

const powers: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));

/** 10^exponent. */
export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

export function fractionOf(end: FixedEnd, scale: number): FractionEnd {
  if (typeof end === 'number') return end > 0 ? infinity : minusInfinity;
  return { n: end, d: powerOfTen(scale) };
}

/** Greatest whole number not above n/d, d > 0. */
export function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d !== 0n && n < 0n ? quotient - 1n : quotient;
}

/** Digits of exact decimal text as a whole number at `scale`. The door limits decimals; more than fit would be lost, so they are refused. */
export function scaledInteger(text: string, scale: number): bigint {
  return shortInteger(text, scale) ?? longInteger(text, scale);
}

/** So many digits and no more are exact in a `number`, whatever they are. */
const shortText = 15;

/** Digits with a point among them, no sign and no more digits than a `number` holds; `undefined` for any other text. */
function shortInteger(text: string, scale: number): bigint | undefined {
  const { length } = text;
  if (length === 0 || length > shortText) return undefined;
  let value = 0;
  let point = -1;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2 && point < 0 && at > 0) point = at;
    else return undefined;
  }
  const missing = scale - (point < 0 ? 0 : length - point - 1);
  if (missing < 0 || point === length - 1) return undefined;
  return missing === 0 ? BigInt(value) : BigInt(value) * powerOfTen(missing);
}

function longInteger(text: string, scale: number): bigint {
  const point = text.indexOf('.');
  if (point < 0) return BigInt(text) * powerOfTen(scale);
  const decimals = text.length - point - 1;
  if (decimals > scale) throw new RangeError(`a number has more than ${scale} decimals: ${text.slice(0, 40)}`);
  return BigInt(text.slice(0, point) + text.slice(point + 1)) * powerOfTen(scale - decimals);
}
