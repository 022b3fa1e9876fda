import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../compiler/anchors/numerals.ts';
import { compareDecimals, dividedByHundred, negated } from '../../../compiler/lower/decimal-text.ts';
import { compare, fraction, multiply, negate, ofDecimalText, toDecimalText, whole } from '../../../runtime/rational.ts';

/** Canonical decimal texts, with few digits so that equal ones and shared beginnings occur. */
const decimal = fc
  .tuple(fc.bigInt({ min: -2000n, max: 2000n }), fc.integer({ min: 0, max: 5 }))
  .map(([digits, places]) => toDecimalText(fraction(digits, 10n ** BigInt(places)))!);

test('a hundredth is exact', () => {
  fc.assert(
    fc.property(decimal, (text) => {
      expect(dividedByHundred(text)).toBe(toDecimalText(multiply(ofDecimalText(text), fraction(1n, 100n))));
    }),
  );
});

test('decimals compare as numbers, and turn their sign', () => {
  fc.assert(
    fc.property(decimal, decimal, (left, right) => {
      expect(Math.sign(compareDecimals(left, right))).toBe(compare(ofDecimalText(left), ofDecimalText(right)));
      expect(negated(left)).toBe(toDecimalText(negate(ofDecimalText(left))));
    }),
  );
});

test('万 and 亿 move the point', () => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: -4, max: 8 }), (text, power) => {
      const magnitude = text.replace('-', '');
      const factor = power < 0 ? fraction(1n, 10n ** BigInt(-power)) : whole(10n ** BigInt(power));
      expect(scaled(magnitude, power)).toBe(toDecimalText(multiply(ofDecimalText(magnitude), factor)));
    }),
  );
  expect(scaled('1,200', 4)).toBe('12000000');
});
