import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundToStep } from '../../runtime/decimal.ts';
import { displayText } from '../../runtime/display-text.ts';
import {
  add,
  ceiling,
  compare,
  divide,
  equals,
  floor,
  fraction,
  multiply,
  negate,
  ofDecimalText,
  type Rational,
  subtract,
  sum,
  toDecimalText,
} from '../../runtime/rational.ts';

const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 18n }))
  .map(([n, d]) => fraction(n, d));

describe('a rational', () => {
  test('is reduced, its denominator above 0', () => {
    expect(fraction(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(fraction(0n, -7n)).toEqual({ n: 0n, d: 1n });
  });

  test.each([
    ['12.50', '12.5'],
    ['-0.05', '-0.05'],
    ['0', '0'],
    ['100', '100'],
    ['0.000', '0'],
  ])('%s is read and written as %s', (text, canonical) => {
    expect(toDecimalText(ofDecimalText(text))).toBe(canonical);
  });

  test('is read from texts of every length, short ones digit by digit', () => {
    const digits = fc.stringMatching(/^\d{1,24}$/);
    fc.assert(
      fc.property(digits, fc.option(digits), fc.boolean(), (integer, decimals, isNegative) => {
        const text = `${isNegative ? '-' : ''}${integer}${decimals === null ? '' : `.${decimals}`}`;
        const n = BigInt(integer + (decimals ?? ''));
        expect(ofDecimalText(text)).toEqual(fraction(isNegative ? -n : n, 10n ** BigInt(decimals?.length ?? 0)));
      }),
      { numRuns: 2000 },
    );
  });

  test('is reduced whatever the size of its parts', () => {
    const part = fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 20n }), fc.bigInt({ min: 2n ** 52n, max: 2n ** 70n }));
    fc.assert(
      fc.property(part, part, part, (n, d, factor) => {
        const { n: a, d: b } = fraction(n * factor, -d * factor);
        expect([a * d, b > 0n]).toEqual([-n * b, true]);
        expect(fraction(a, b)).toEqual({ n: a, d: b });
        for (const prime of [2n, 3n, 5n, 7n]) expect(a % prime === 0n && b % prime === 0n).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('without an end has no decimal text', () => {
    expect(toDecimalText(fraction(1n, 3n))).toBeUndefined();
    expect(toDecimalText(fraction(1n, 40n))).toBe('0.025');
  });

  test.each(['1e5', '', '.5', '1.', '1.2.3', '1..2', '٣', '0x10', '+1', '1/', '1:'])('is not read from %j', (text) => {
    expect(() => ofDecimalText(text)).toThrow(SyntaxError);
  });

  test('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(equals(a, b)).toBe(compare(a, b) === 0);
      }),
    );
  });

  test('lies between its floor and its ceiling', () => {
    fc.assert(
      fc.property(rational, (a) => {
        const below = { n: floor(a), d: 1n };
        expect(compare(below, a)).toBeLessThanOrEqual(0);
        expect(compare(a, add(below, { n: 1n, d: 1n }))).toBe(-1);
        expect(ceiling(a)).toBe(-floor(negate(a)));
      }),
    );
  });
});

describe('rounding by name (R9)', () => {
  const to = (text: string, mode: Parameters<typeof roundToStep>[1], step = '0.01') =>
    toDecimalText(roundToStep(ofDecimalText(text), mode, ofDecimalText(step)));

  test('half up takes a tie away from zero, half even to the even multiple', () => {
    expect([to('50.005', 'halfUp'), to('50.015', 'halfUp'), to('-50.005', 'halfUp')]).toEqual([
      '50.01',
      '50.02',
      '-50.01',
    ]);
    expect([to('50.005', 'halfEven'), to('50.015', 'halfEven'), to('50.0051', 'halfEven')]).toEqual([
      '50',
      '50.02',
      '50.01',
    ]);
  });

  test('down never lifts, up never lowers, away from zero goes outwards', () => {
    expect([to('1.999', 'down'), to('-1.991', 'down')]).toEqual(['1.99', '-2']);
    expect([to('1.991', 'up'), to('-1.999', 'up')]).toEqual(['2', '-1.99']);
    expect([to('1.991', 'awayFromZero'), to('-1.991', 'awayFromZero')]).toEqual(['2', '-2']);
  });

  test('goes to any step', () => {
    expect([to('123456', 'down', '10000'), to('0.126', 'halfUp', '0.05')]).toEqual(['120000', '0.15']);
  });

  test('is exact where binary fractions are not: 1.15 × 100', () => {
    expect(to('1.15', 'down')).toBe('1.15');
    expect(to('57.5', 'down', '0.1')).toBe('57.5');
  });

  test('stays within one step', () => {
    fc.assert(
      fc.property(rational, fc.constantFrom('halfUp', 'halfEven', 'up', 'down', 'awayFromZero'), (a, mode) => {
        const step: Rational = { n: 1n, d: 100n };
        const distance = subtract(roundToStep(a, mode, step), a);
        expect(compare(distance.n < 0n ? negate(distance) : distance, step)).toBe(-1);
      }),
    );
  });
});

test('display shows as many digits as asked, without exponent', () => {
  expect(displayText(fraction(1n, 3n), 10)).toBe('0.3333333333');
  expect(displayText(fraction(2n, 3n), 3)).toBe('0.667');
  expect(displayText(ofDecimalText('123456789012345678901234567890'), 40)).toBe('123456789012345678901234567890');
  expect(displayText(fraction(-5n, 2n), 1)).toBe('-2');
  expect(displayText(fraction(999_951n, 100n), 4)).toBe('10000');
});

test('display agrees with decimal.js, which divides by digits', () => {
  const Exact = Decimal.clone({ precision: 600, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -9e15, toExpPos: 9e15 });
  const anyWhole = fc.oneof(fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }), fc.bigInt({ min: -1000n, max: 1000n }));
  const divisor = fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 60n }), fc.constantFrom(1n, 2n, 8n, 10n ** 9n, 625n));
  fc.assert(
    fc.property(anyWhole, divisor, fc.integer({ min: 1, max: 100 }), (n, d, digits) => {
      const expected = new Exact(n.toString()).div(d.toString()).toSignificantDigits(digits).toFixed();
      expect(displayText(fraction(n, d), digits)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

/** Plain Euclid, the definition. */
function commonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

describe('numbers of very many digits', () => {
  const long = fc
    .tuple(fc.bigInt({ min: 1n, max: 2n ** 400n }), fc.nat(900))
    .map(([n, bits]) => (n >> BigInt(bits % 400)) + 1n);

  test('are reduced like short ones', () => {
    fc.assert(
      fc.property(long, long, long, fc.boolean(), (a, b, shared, isNegative) => {
        const n = (isNegative ? -a : a) * shared;
        const d = b * shared;
        const divisor = commonDivisor(n, d);
        expect(fraction(n, d)).toEqual({ n: n / divisor, d: d / divisor });
      }),
      { numRuns: 2_000 },
    );
  });

  test('are reduced where every step of Euclid is needed, and where the first is enough', () => {
    let [a, b] = [1n, 1n];
    for (let index = 0; index < 3_000; index += 1) [a, b] = [b, a + b];
    expect(fraction(6n * a, 9n * b)).toEqual({ n: 2n * a, d: 3n * b });
    expect(fraction(2n ** 5000n, 2n ** 4999n)).toEqual({ n: 2n, d: 1n });
    expect(fraction(2n ** 500n, 2n ** 500n + 1n)).toEqual({ n: 2n ** 500n, d: 2n ** 500n + 1n });
  });

  test('add up all at once to what they add up to one by one', () => {
    fc.assert(
      fc.property(fc.array(rational, { maxLength: 20 }), (values) => {
        expect(sum(values)).toEqual(values.reduce(add, fraction(0n, 1n)));
      }),
    );
  });
});
