import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, dayExists, dayNumber, dayText, shiftDay, yearOf } from '../../runtime/day.ts';

describe('a civil day', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2023-04-31', false],
    ['2023-00-10', false],
    ['2023-1-1', false],
    ['0000-01-01', false],
  ])('%s exists: %s', (text, exists) => {
    expect(dayExists(text)).toBe(exists);
  });

  test.each(['2024-1-01', '2024/01/01', '24-01-01', ' 2024-01-0', '2024-01-011', '2024-0a-01', '202٤-01-01', ''])(
    '%j is none',
    (text) => {
      expect(dayExists(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow(SyntaxError);
    },
  );

  test('counts from 1970-01-01', () => {
    expect([
      dayNumber('1970-01-01'),
      dayNumber('1970-01-02'),
      dayNumber('1969-12-31'),
      dayNumber('2000-03-01'),
    ]).toEqual([0, 1, -1, 11017]);
  });

  test('comes back from its number, and the next day is the next number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const text = dayText(number);
        expect(dayExists(text)).toBe(true);
        expect(dayNumber(text)).toBe(number);
        expect(dayText(number + 1) > text).toBe(true);
      }),
    );
  });

  test('months later is the last day of a shorter month', () => {
    const later = (text: string, months: number) => dayText(addMonths(dayNumber(text), months));
    expect([later('2023-01-31', 1), later('2024-01-31', 1), later('2023-03-31', -1), later('2023-11-30', 3)]).toEqual([
      '2023-02-28',
      '2024-02-29',
      '2023-02-28',
      '2024-02-29',
    ]);
  });

  test('a year after 29 February is 28 February', () => {
    expect(dayText(shiftDay(dayNumber('2024-02-29'), 1, 'years'))).toBe('2025-02-28');
    expect(dayText(shiftDay(dayNumber('2023-10-10'), 30, 'days'))).toBe('2023-11-09');
    expect(yearOf('2023-10-10')).toBe(2023);
  });
});
