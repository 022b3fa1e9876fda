import { type Fixed, type Fraction, interval, undefinedFixed, undefinedFraction, union } from './amount.ts';
import { fraction } from './arithmetic.ts';
import { divideEnds, type FixedEnd, type FractionEnd, fixedEnds, fractionEnds } from './ends.ts';

const { infinity, minusInfinity } = fractionEnds;
const minusOne: FractionEnd = { n: -1n, d: 1n };

/** left ÷ right; by a known 0 undefined, by what may be 0 anything. */
export function divide(left: Fraction, right: Fraction): Fraction {
  if (left.reason !== undefined) return left;
  if (right.reason !== undefined) return right;
  const causes = union(left.causes, right.causes);
  if (fractionEnds.sign(right.lo) === 0 && fractionEnds.sign(right.hi) === 0) return undefinedFraction('zero divisor');
  if (fractionEnds.sign(right.lo) <= 0 && fractionEnds.sign(right.hi) >= 0)
    return interval(fractionEnds, minusInfinity, infinity, causes, true);
  const quotients = [left.lo, left.hi].flatMap((a) => [divideEnds(a, right.lo), divideEnds(a, right.hi)]);
  const lo = quotients.reduce((a, b) => (fractionEnds.compare(b, a) < 0 ? b : a));
  const hi = quotients.reduce((a, b) => (fractionEnds.compare(b, a) > 0 ? b : a));
  return interval(fractionEnds, lo, hi, causes, left.mayBeUndefined || right.mayBeUndefined);
}

/** (now − before) ÷ before over a base above 0; over any other there is no rate (R8). */
export function growth(now: Fraction, before: Fraction, zeroBase: 'undefined' | 'unlimited'): Fraction {
  if (now.reason !== undefined) return now;
  if (before.reason !== undefined) return before.reason === 'none' ? undefinedFraction('no base') : before;
  const baseLow = fractionEnds.sign(before.lo);
  const baseHigh = fractionEnds.sign(before.hi);
  const causes = union(now.causes, before.causes);
  const open = now.mayBeUndefined || before.mayBeUndefined;
  if (baseHigh < 0) return undefinedFraction('negative base');
  if (baseHigh === 0) {
    if (zeroBase === 'undefined') return undefinedFraction(baseLow === 0 ? 'zero base' : 'negative base');
    if (fractionEnds.sign(now.hi) <= 0) return undefinedFraction('zero base');
    return interval(fractionEnds, infinity, infinity, causes, open || baseLow < 0 || fractionEnds.sign(now.lo) <= 0);
  }
  const lowest =
    fractionEnds.sign(now.lo) >= 0 ? rate(now.lo, before.hi) : baseLow > 0 ? rate(now.lo, before.lo) : minusInfinity;
  const highest = baseLow <= 0 ? infinity : rate(now.hi, fractionEnds.sign(now.hi) >= 0 ? before.lo : before.hi);
  return interval(fractionEnds, lowest, highest, causes, open || baseLow <= 0);
}

/** now ÷ before − 1; anything over an infinite base is −1. */
function rate(now: FractionEnd, before: FractionEnd): FractionEnd {
  return fractionEnds.addDown(divideEnds(now, before), minusOne);
}

/** Number of full (or started) steps in `of`, which counts as 0 below 0. Both at one scale; the step is a figure above 0. */
export function stepsFixed(of: Fixed, step: Fixed, started: boolean): Fixed {
  if (of.reason !== undefined) return of;
  if (step.reason !== undefined) return step;
  return interval(
    fixedEnds,
    wholeSteps(of.lo, step.lo, started),
    wholeSteps(of.hi, step.lo, started),
    of.causes,
    of.mayBeUndefined,
  );
}

function wholeSteps(end: FixedEnd, step: FixedEnd, started: boolean): FixedEnd {
  if (typeof end === 'number' || typeof step === 'number') return end <= 0 ? 0n : Infinity;
  if (end <= 0n) return 0n;
  return started ? (end + step - 1n) / step : end / step;
}

/** As `stepsFixed`, of fractions; the count itself is whole. */
export function stepsFraction(of: Fraction, step: Fraction, started: boolean): Fixed {
  if (of.reason !== undefined) return undefinedFixed(of.reason);
  if (step.reason !== undefined) return undefinedFixed(step.reason);
  const count = (end: FractionEnd): FixedEnd => {
    if (end.n <= 0n) return 0n;
    if (end.d === 0n) return Infinity;
    const { n, d } = divideEnds(end, step.lo);
    return started ? (n + d - 1n) / d : n / d;
  };
  return interval(fixedEnds, count(of.lo), count(of.hi), of.causes, of.mayBeUndefined);
}

/** of ÷ step, not below 0. */
export function stepsInPart(of: Fraction, step: Fraction): Fraction {
  if (of.reason !== undefined) return of;
  if (step.reason !== undefined) return step;
  const { lo, hi, causes, mayBeUndefined } = fraction.notBelowZero(of);
  return interval(fractionEnds, divideEnds(lo, step.lo), divideEnds(hi, step.lo), causes, mayBeUndefined);
}
