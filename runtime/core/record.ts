import type { Rational } from '../rational.ts';
import type { End, NumberValue, UndefinedValue } from '../value.ts';
import type { Amount, Fixed, Fraction } from './amount.ts';
import { type FixedEnd, type FractionEnd, powerOfTen } from './ends.ts';

/** Values of emitted code as frames and outcomes hold them: reduced rationals. */
export function fixedValue(amount: Fixed, scale: number): NumberValue | UndefinedValue {
  if (amount.reason !== undefined) return { kind: 'undefined', reason: amount.reason };
  return fixedNumber(amount, scale);
}

export function fractionValue(amount: Fraction): NumberValue | UndefinedValue {
  if (amount.reason !== undefined) return { kind: 'undefined', reason: amount.reason };
  return fractionNumber(amount);
}

export function fixedNumber(amount: Fixed, scale: number): NumberValue {
  const lo = fixedToEnd(amount.lo, scale);
  return number(amount, lo, amount.lo === amount.hi ? lo : fixedToEnd(amount.hi, scale));
}

export function fractionNumber(amount: Fraction): NumberValue {
  const lo = fractionToEnd(amount.lo);
  return number(amount, lo, amount.lo === amount.hi ? lo : fractionToEnd(amount.hi));
}

function number<E>(amount: Amount<E>, lo: End, hi: End): NumberValue {
  if (!amount.none && !amount.mayBeNone && !amount.mayBeUndefined)
    return { kind: 'number', lo, hi, causes: amount.causes };
  return {
    kind: 'number',
    lo,
    hi,
    causes: amount.causes,
    ...(amount.none ? { none: true as const } : {}),
    ...(amount.mayBeNone ? { mayBeNone: true as const } : {}),
    ...(amount.mayBeUndefined ? { mayBeUndefined: true as const } : {}),
  };
}

function fixedToEnd(end: FixedEnd, scale: number): End {
  if (typeof end === 'number') return end > 0 ? 'infinity' : '-infinity';
  return scale === 0 ? { n: end, d: 1n } : reduced(end, powerOfTen(scale));
}

function fractionToEnd(end: FractionEnd): End {
  if (end.d === 0n) return end.n > 0n ? 'infinity' : '-infinity';
  return reduced(end.n, end.d);
}

function reduced(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d };
  const divisor = isSafe(n) && isSafe(d) ? BigInt(safeDivisor(Number(n), Number(d))) : divisorOf(n, d);
  return divisor <= 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

function isSafe(value: bigint): boolean {
  return value >= leastSafe && value <= mostSafe;
}

const mostSafe = BigInt(Number.MAX_SAFE_INTEGER);
const leastSafe = -mostSafe;

/** Of whole numbers that a `number` holds: nothing is made at a step. */
function safeDivisor(n: number, d: number): number {
  let a = Math.abs(n);
  let b = d;
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

function divisorOf(n: bigint, d: bigint): bigint {
  let a = n < 0n ? -n : n;
  let b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** A value made elsewhere (history, blocks) as a fraction: exact whatever it is. */
export function fractionFrom(value: NumberValue): Fraction {
  return {
    lo: endFraction(value.lo),
    hi: endFraction(value.hi),
    causes: value.causes,
    none: value.none === true,
    mayBeNone: value.mayBeNone === true,
    mayBeUndefined: value.mayBeUndefined === true,
    reason: undefined,
  };
}

function endFraction(end: End): FractionEnd {
  if (end === 'infinity') return { n: 1n, d: 0n };
  if (end === '-infinity') return { n: -1n, d: 0n };
  return end;
}
