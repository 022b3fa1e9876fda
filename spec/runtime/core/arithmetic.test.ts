import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber as emittedDay, scaledInteger } from '../../../compiler/emit/typescript/literal.ts';
import { type Amount, known, rescale, toFraction } from '../../../runtime/core/amount.ts';
import { fixed, fraction } from '../../../runtime/core/arithmetic.ts';
import {
  type FixedEnd,
  type FractionEnd,
  fixedEnds,
  fractionEnds,
  scaledInteger as readAtScale,
} from '../../../runtime/core/ends.ts';
import { growth, stepsFixed, stepsFraction } from '../../../runtime/core/quotients.ts';
import { fixedNumber, fixedValue, fractionNumber, fractionValue } from '../../../runtime/core/record.ts';
import { roundFixedEnd, roundFractionEnd } from '../../../runtime/core/rounding.ts';
import { dayNumber, dayText } from '../../../runtime/day.ts';
import { roundToStep } from '../../../runtime/decimal.ts';
import * as intervals from '../../../runtime/interval.ts';
import * as rational from '../../../runtime/rational.ts';
import type { Cause, NumberValue } from '../../../runtime/value.ts';

const end: fc.Arbitrary<FixedEnd> = fc.oneof(
  { weight: 8, arbitrary: fc.bigInt({ min: -300n, max: 300n }) },
  { weight: 1, arbitrary: fc.constantFrom(Infinity, -Infinity) },
);

/** Intervals at scale 2, small so that zeros and equal ends meet. */
const amount = (cause: Cause): fc.Arbitrary<Amount<FixedEnd>> =>
  fc.tuple(end, end, fc.boolean()).map(([a, b, open]) => {
    const [lo, hi] = a <= b ? [a, b] : [b, a];
    const isOpen = open || lo !== hi;
    return { ...known<FixedEnd>(lo), hi, mayBeUndefined: open, causes: isOpen ? [cause] : [] };
  });
const pair = fc.tuple(amount('missing:a'), amount('missing:b'));

const interpreted = (value: Amount<FixedEnd>, scale = 2): NumberValue => fixedNumber(value, scale);

test('sums, differences, products and extremes are those of exact intervals, in both forms', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const [left, right] = [interpreted(a), interpreted(b)];
      const [x, y] = [toFraction(a, 2), toFraction(b, 2)];
      expect(fixedNumber(fixed.add([a, b]), 2)).toEqual(intervals.sum([left, right]));
      expect(fractionNumber(fraction.add([x, y]))).toEqual(intervals.sum([left, right]));
      expect(fixedNumber(fixed.subtract(a, b), 2)).toEqual(intervals.difference(left, right));
      expect(fractionNumber(fraction.subtract(x, y))).toEqual(intervals.difference(left, right));
      expect(fixedNumber(fixed.multiply(a, b), 4)).toEqual(intervals.product(left, right));
      expect(fractionNumber(fraction.multiply(x, y))).toEqual(intervals.product(left, right));
      expect(fixedNumber(fixed.lowest([a, b]), 2)).toEqual(intervals.lowest([left, right]));
      expect(fractionNumber(fraction.highest([x, y]))).toEqual(intervals.highest([left, right]));
      expect(fixedNumber(fixed.partOver(a, b), 2)).toEqual(intervals.differenceFromZero(left, right));
    }),
    { numRuns: 3000 },
  );
});

test('a number means the same at every scale and as a fraction', () => {
  fc.assert(
    fc.property(amount('missing:a'), (a) => {
      expect(fixedValue(rescale(a, 1000n), 5)).toEqual(fixedValue(a, 2));
      expect(fractionValue(toFraction(a, 2))).toEqual(fixedValue(a, 2));
      expect(fixedEnds.compare(a.lo, a.hi)).toBe(fractionEnds.compare(toFraction(a, 2).lo, toFraction(a, 2).hi));
    }),
  );
});

const modes = fc.constantFrom('halfUp', 'halfEven', 'up', 'down', 'awayFromZero' as const);
const steps = fc.constantFrom('0.01', '0.5', '1', '25', '10000');

test('rounding by name is the same on whole numbers of a scale, on fractions and on rationals', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -60_000n, max: 60_000n }),
      fc.bigInt({ min: 1n, max: 12n }),
      modes,
      steps,
      (n, d, mode, step) => {
        const exact = roundToStep(rational.fraction(n, 200n), mode, rational.ofDecimalText(step));
        const rounded = roundFixedEnd(n * 5n, 3, { mode, step }) as bigint;
        expect(rational.fraction(rounded, 1000n)).toEqual(exact);
        const part: FractionEnd = roundFractionEnd({ n, d }, { mode, step });
        expect(rational.fraction(part.n, part.d)).toEqual(
          roundToStep(rational.fraction(n, d), mode, rational.ofDecimalText(step)),
        );
      },
    ),
    { numRuns: 3000 },
  );
});

test('full and started steps count alike in both forms', () => {
  fc.assert(
    fc.property(amount('missing:a'), fc.bigInt({ min: 1n, max: 40n }), fc.boolean(), (of, step, started) => {
      const whole = stepsFixed(of, known<FixedEnd>(step), started);
      expect(stepsFraction(toFraction(of, 2), toFraction(known<FixedEnd>(step), 2), started)).toEqual(whole);
    }),
  );
});

test('57.5 over 50 million is growth of 15%, not a hair less', () => {
  const grown = growth(
    toFraction(known<FixedEnd>(57_500_000n), 0),
    toFraction(known<FixedEnd>(50_000_000n), 0),
    'undefined',
  );
  expect(fractionValue(grown)).toEqual({ kind: 'number', lo: { n: 3n, d: 20n }, hi: { n: 3n, d: 20n }, causes: [] });
});

test('decimals that a scale cannot hold are refused, never cut', () => {
  expect(readAtScale('-12.5', 2)).toBe(-1250n);
  expect(readAtScale('-0.05', 2)).toBe(-5n);
  expect(() => readAtScale('0.125', 2)).toThrow(RangeError);
  expect(() => scaledInteger('0.125', 2)).toThrow(RangeError);
  expect(scaledInteger('-0.125', 4)).toBe(-1250n);
});

test('figures of facts are read at their scale as they are written, short ones digit by digit', () => {
  const digits = fc.stringMatching(/^\d{1,20}$/);
  fc.assert(
    fc.property(digits, fc.option(digits), fc.nat(6), (integer, decimals, more) => {
      const text = decimals === null ? integer : `${integer}.${decimals}`;
      const scale = (decimals?.length ?? 0) + more;
      expect(readAtScale(text, scale)).toBe(BigInt(integer + (decimals ?? '').padEnd(scale, '0')));
      if (decimals !== null) expect(() => readAtScale(text, decimals.length - 1)).toThrow(RangeError);
    }),
    { numRuns: 2000 },
  );
  for (const text of ['1e5', 'x', '1:', '1/2', '1.2.3']) expect(() => readAtScale(text, 4)).toThrow();
});

test('days in emitted code are those of the runtime, leap years and early centuries included', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }), (day) => {
      expect(emittedDay(dayText(day))).toBe(BigInt(day));
    }),
  );
});
