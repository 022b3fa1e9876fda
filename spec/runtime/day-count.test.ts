/** Months and parts of a year: known figures, and two implementations against a third that walks day by day. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsFrom, yearPart } from '../../runtime/core/day-count.ts';
import { dayNumber, dayText, shiftDay } from '../../runtime/day.ts';
import { elapsedUnits, partOfYear } from '../../runtime/day-count.ts';
import type { BasisIr } from '../../runtime/ir.ts';
import { add, divide, equals, fraction, type Rational, whole, zero } from '../../runtime/rational.ts';

const text = ({ n, d }: Rational): string => `${n}/${d}`;
const part = (basis: BasisIr, from: string, to: string) => text(partOfYear(basis, dayNumber(from), dayNumber(to)));

describe('parts of a year', () => {
  test.each<readonly [BasisIr, string, string, string]>([
    ['actual/365', '2024-01-01', '2025-01-01', '366/365'],
    ['actual/360', '2023-01-01', '2023-07-01', '181/360'],
    ['actual/actual', '2024-01-01', '2025-01-01', '1/1'],
    ['actual/actual', '2023-11-01', '2024-05-01', text(add(fraction(61n, 365n), fraction(121n, 366n)))],
    ['actual/actual', '2022-07-01', '2026-07-01', '4/1'],
    ['bond 30/360', '2024-01-31', '2024-02-29', '29/360'],
    ['bond 30/360', '2024-01-29', '2024-01-31', '1/180'],
    ['eurobond 30/360', '2024-01-29', '2024-01-31', '1/360'],
    ['bond 30/360', '2024-01-30', '2024-03-31', '1/6'],
    ['eurobond 30/360', '2024-02-28', '2024-03-31', '4/45'],
    ['bond 30/360', '2024-02-28', '2024-03-31', '11/120'],
    ['full months/12', '2024-01-15', '2024-04-14', '1/6'],
    ['full months/12', '2024-01-15', '2024-04-15', '1/4'],
    ['started months/12', '2024-01-15', '2024-04-14', '1/4'],
    ['started months/12', '2024-01-15', '2024-04-16', '1/3'],
  ])('%s from %s to %s is %s', (basis, from, to, expected) => {
    expect(part(basis, from, to)).toBe(expected);
  });
});

describe('months and years', () => {
  test.each([
    ['2024-01-31', '2024-02-29', 'months', 'full', 1],
    ['2024-01-31', '2024-02-28', 'months', 'full', 0],
    ['2023-01-31', '2023-02-28', 'months', 'started', 1],
    ['2023-01-31', '2023-03-01', 'months', 'started', 2],
    ['2024-02-29', '2025-02-28', 'years', 'full', 1],
    ['2024-02-29', '2025-02-27', 'years', 'full', 0],
    ['2024-02-29', '2028-02-28', 'years', 'full', 3],
    ['2024-05-01', '2024-05-01', 'years', 'started', 0],
    ['2024-05-01', '2024-05-02', 'years', 'started', 1],
    ['2024-05-01', '2024-04-30', 'years', 'full', -1],
    ['2024-05-01', '2024-03-15', 'months', 'full', -2],
  ] as const)('%s to %s in %s, %s: %i', (from, to, unit, rounding, expected) => {
    expect(elapsedUnits(dayNumber(from), dayNumber(to), unit, rounding)).toBe(expected);
  });
});

const day = fc.integer({ min: dayNumber('1999-12-01'), max: dayNumber('2033-03-01') });
const span = fc.tuple(day, fc.integer({ min: 0, max: 1600 })).map(([from, length]) => [from, from + length] as const);

describe('two implementations', () => {
  test.each<BasisIr>([
    'actual/365',
    'actual/360',
    'actual/actual',
    'bond 30/360',
    'eurobond 30/360',
    'full months/12',
    'started months/12',
  ])('%s agrees', (basis) => {
    fc.assert(
      fc.property(span, ([from, to]) => {
        const { n, d } = yearPart(basis, from, to);
        return equals(partOfYear(basis, from, to), fraction(n, d));
      }),
      { numRuns: 2000 },
    );
  });

  test('counts agree, backwards too', () => {
    const unit = fc.constantFrom('days' as const, 'months' as const, 'years' as const);
    const rounding = fc.constantFrom('full' as const, 'started' as const);
    fc.assert(
      fc.property(day, day, unit, rounding, (from, to, one, how) => {
        expect(unitsFrom(from, to, one, how)).toBe(elapsedUnits(from, to, one, how));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('against a walk', () => {
  test('full months are those that can be stepped', () => {
    fc.assert(
      fc.property(span, ([from, to]) => {
        let months = 0;
        while (shiftDay(from, months + 1, 'months') <= to) months += 1;
        expect(elapsedUnits(from, to, 'months', 'full')).toBe(months);
        const started = shiftDay(from, months, 'months') < to ? months + 1 : months;
        expect(elapsedUnits(from, to, 'months', 'started')).toBe(started);
      }),
      { numRuns: 500 },
    );
  });

  test('actual/actual is a sum over days', () => {
    fc.assert(
      fc.property(span, ([from, to]) => {
        let total = zero;
        for (let one = from; one < to; one += 1) {
          const year = Number(dayText(one).slice(0, 4));
          total = add(total, divide(whole(1), whole(dayNumber(`${year + 1}-01-01`) - dayNumber(`${year}-01-01`))));
        }
        expect(text(partOfYear('actual/actual', from, to))).toBe(text(total));
      }),
      { numRuns: 30 },
    );
  });
});
