/**
 * The operations on amounts, end by end (R1). Sound, not tight: a thing unknown twice is not recognised. All functions take defined
 * numbers; what an undefined operand does is decided once, in `defined`.
 */
import { joinCauses } from './causes.ts';
import * as rational from './rational.ts';
import type { Cause, End, Ends, NumberValue, UndefinedValue } from './value.ts';

export type Num = NumberValue | UndefinedValue;

const none: readonly Cause[] = [];

interface Flags {
  readonly mayBeNone?: boolean;
  readonly mayBeUndefined?: boolean;
}

/** Makes a number value; causes are dropped where nothing is open any more. */
export function number(lo: End, hi: End, causes: readonly Cause[] = [], flags: Flags = {}): NumberValue {
  const open = flags.mayBeNone === true || flags.mayBeUndefined === true || compareEnds(lo, hi) !== 0;
  if (!open) return { kind: 'number', lo, hi, causes: none };
  return {
    kind: 'number',
    lo,
    hi,
    causes,
    ...(flags.mayBeNone === true ? { mayBeNone: true as const } : {}),
    ...(flags.mayBeUndefined === true ? { mayBeUndefined: true as const } : {}),
  };
}

export function exactly(value: End): NumberValue {
  return { kind: 'number', lo: value, hi: value, causes: [] };
}

export const zeroNumber: NumberValue = exactly(rational.zero);
/** Surely no row applies. */
export const noneNumber: NumberValue = { ...zeroNumber, none: true };

/** The value of ends that meet, whatever else may be open. */
export function knownPoint({ lo, hi }: Ends): rational.Rational | undefined {
  return typeof lo !== 'string' && isEnd(lo, hi) ? lo : undefined;
}

/** lo = hi and nothing else open. */
export function isKnown(value: NumberValue): boolean {
  return value.mayBeNone !== true && value.mayBeUndefined !== true && compareEnds(value.lo, value.hi) === 0;
}

export function isExactlyZero(value: NumberValue): boolean {
  return isEnd(value.lo, rational.zero) && isEnd(value.hi, rational.zero);
}

// ── Ends ─────────────────────────────────────────────────────────────────────

export function compareEnds(left: End, right: End): -1 | 0 | 1 {
  if (left === right) return 0;
  if (left === '-infinity' || right === 'infinity') return -1;
  if (left === 'infinity' || right === '-infinity') return 1;
  return rational.compare(left, right);
}

export function isEnd(left: End, right: End): boolean {
  return compareEnds(left, right) === 0;
}

export function leastEnd(first: End, ...others: readonly End[]): End {
  return others.reduce((least, end) => (compareEnds(end, least) < 0 ? end : least), first);
}

export function greatestEnd(first: End, ...others: readonly End[]): End {
  return others.reduce((greatest, end) => (compareEnds(end, greatest) > 0 ? end : greatest), first);
}

/** Sum of two ends; where +∞ meets −∞ the answer is `towards`, the side that stays sound. */
export function addEnds(left: End, right: End, towards: 'infinity' | '-infinity' = 'infinity'): End {
  if (typeof left === 'string') return typeof right === 'string' && right !== left ? towards : left;
  return typeof right === 'string' ? right : rational.add(left, right);
}

/** The sums of many lower and of many upper ends; see `addEnds`. What is known is added once. */
export function sumEnds(lows: readonly End[], highs: readonly End[]): readonly [End, End] {
  const lo = sumTowards(lows, '-infinity');
  const isKnown = lows.every((end, index) => end === highs[index]);
  return [lo, isKnown ? lo : sumTowards(highs)];
}

/** The sums of both ends; of none: 0. */
export function sumOfEnds(all: readonly Ends[]): Ends {
  if (all.length === 1) return { lo: all[0]!.lo, hi: all[0]!.hi };
  const [lo, hi] = sumEnds(
    all.map((one) => one.lo),
    all.map((one) => one.hi),
  );
  return { lo, hi };
}

/** Where +∞ meets −∞ the answer is `towards`. */
export function sumTowards(ends: readonly End[], towards: 'infinity' | '-infinity' = 'infinity'): End {
  const finite: rational.Rational[] = [];
  const endless: End[] = [];
  for (const end of ends) {
    if (typeof end === 'string') endless.push(end);
    else finite.push(end);
  }
  if (endless.length > 0) return endless.includes(towards) ? towards : endless[0]!;
  return rational.sum(finite);
}

export function negateEnd(end: End): End {
  if (end === 'infinity') return '-infinity';
  return end === '-infinity' ? 'infinity' : rational.negate(end);
}

export function signOfEnd(end: End): -1 | 0 | 1 {
  return compareEnds(end, rational.zero);
}

/** 0 × ∞ = 0. */
export function multiplyEnds(left: End, right: End): End {
  const sign = signOfEnd(left) * signOfEnd(right);
  if (sign === 0) return rational.zero;
  if (typeof left === 'string' || typeof right === 'string') return sign > 0 ? 'infinity' : '-infinity';
  return rational.multiply(left, right);
}

/** Maps a finite end, leaves an infinite one. */
export function mapEnd(end: End, map: (value: rational.Rational) => rational.Rational): End {
  return typeof end === 'string' ? end : map(end);
}

function reciprocal(end: End): End {
  return typeof end === 'string' ? rational.zero : rational.divide(rational.one, end);
}

// ── Operations ───────────────────────────────────────────────────────────────

/**
 * Applies an operation to operands of which some may be undefined: the first undefined one is the result; otherwise causes are joined in
 * operand order and `mayBeUndefined` is passed on.
 */
export function defined(operands: readonly Num[], operation: (...values: readonly NumberValue[]) => NumberValue): Num {
  const values: NumberValue[] = [];
  for (const operand of operands) {
    if (operand.kind === 'undefined') return operand;
    values.push(operand);
  }
  return operation(...values);
}

/** Builds the result of an operation on `operands` with these ends. */
export function result(operands: readonly NumberValue[], lo: End, hi: End): NumberValue {
  const mayBeUndefined = operands.some((operand) => operand.mayBeUndefined === true);
  return number(lo, hi, joinCauses(operands.map((operand) => operand.causes)), { mayBeUndefined });
}

/** Of none: 0. */
export function sum(operands: readonly NumberValue[]): NumberValue {
  const { lo, hi } = sumOfEnds(operands);
  return result(operands, lo, hi);
}

export function difference(left: NumberValue, right: NumberValue): NumberValue {
  const lo = addEnds(left.lo, negateEnd(right.hi), '-infinity');
  const hi = addEnds(left.hi, negateEnd(right.lo));
  return result([left, right], lo, hi);
}

/** max(0, left − right). */
export function differenceFromZero(left: NumberValue, right: NumberValue): NumberValue {
  return atLeastZero(difference(left, right));
}

export function product(left: NumberValue, right: NumberValue): NumberValue {
  const [lo, hi] = productEnds(left, right);
  return result([left, right], lo, hi);
}

/** The divisor is surely not 0. A divisor that can be 0 is the caller's question. */
export function quotient(left: NumberValue, right: NumberValue): NumberValue {
  const inverse = { lo: reciprocal(right.hi), hi: reciprocal(right.lo) };
  const [lo, hi] = productEnds(left, inverse);
  return result([left, right], lo, hi);
}

export function lowest(operands: readonly [NumberValue, ...NumberValue[]]): NumberValue {
  const [first, ...rest] = operands;
  return result(
    operands,
    leastEnd(first.lo, ...rest.map((value) => value.lo)),
    leastEnd(first.hi, ...rest.map((value) => value.hi)),
  );
}

export function highest(operands: readonly [NumberValue, ...NumberValue[]]): NumberValue {
  const [first, ...rest] = operands;
  return result(
    operands,
    greatestEnd(first.lo, ...rest.map((value) => value.lo)),
    greatestEnd(first.hi, ...rest.map((value) => value.hi)),
  );
}

/** Any of these may be the value. */
export function hull(operands: readonly [NumberValue, ...NumberValue[]]): NumberValue {
  const [first, ...rest] = operands;
  return result(
    operands,
    leastEnd(first.lo, ...rest.map((value) => value.lo)),
    greatestEnd(first.hi, ...rest.map((value) => value.hi)),
  );
}

export function atLeastZero(value: NumberValue): NumberValue {
  return number(greatestEnd(value.lo, rational.zero), greatestEnd(value.hi, rational.zero), value.causes, value);
}

/** Applies a monotone map to both finite ends (whole steps, rounding). */
export function monotone(value: NumberValue, map: (end: rational.Rational) => rational.Rational): NumberValue {
  return number(mapEnd(value.lo, map), mapEnd(value.hi, map), value.causes, value);
}

/** The value or nothing: [min(0, lo), max(0, hi)], the causes of `why` first. Exactly 0 stays 0 without causes. */
export function orNothing(value: NumberValue, why: readonly Cause[]): NumberValue {
  const causes = joinCauses([why, value.causes]);
  return number(leastEnd(value.lo, rational.zero), greatestEnd(value.hi, rational.zero), causes);
}

function productEnds(left: Ends, right: Ends): readonly [End, End] {
  const ends = [
    multiplyEnds(left.lo, right.lo),
    multiplyEnds(left.lo, right.hi),
    multiplyEnds(left.hi, right.lo),
    multiplyEnds(left.hi, right.hi),
  ] as const;
  return [leastEnd(...ends), greatestEnd(...ends)];
}
