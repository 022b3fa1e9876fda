import { describe, expect, test } from 'vitest';
import { figureOn, stretchesOf } from '../../runtime/dated-figures.ts';
import { dayNumber, dayText } from '../../runtime/day.ts';
import type { FactValue } from '../../runtime/input.ts';
import type { FieldIr, VersionIr } from '../../runtime/ir.ts';

function rate(versions?: readonly VersionIr[]): FieldIr {
  const base = {
    id: 'rate',
    names: { en: 'rate' },
    yearly: false,
    orNone: false,
    role: 'parameter',
    dated: true,
  } as const;
  return { ...base, type: { kind: 'percent' }, ...(versions === undefined ? {} : { versions }) };
}

function given(values: Readonly<Record<string, string>>): ReadonlyMap<string, FactValue> {
  return new Map(Object.entries(values).map(([day, number]) => [`rate@${day}`, { number }]));
}

const nothing = given({});
const versions: readonly VersionIr[] = [
  { from: '2023-01-01', to: '2023-06-30', value: '0.4' },
  { from: '2023-10-01', to: '2023-12-31', value: '0.3' },
  { from: '2024-01-01' },
];

/** `value` from day to day, as one line. */
function shown(field: FieldIr, values: ReadonlyMap<string, FactValue>, from: string, to: string): readonly string[] {
  return stretchesOf(field, values, dayNumber(from), dayNumber(to)).map(
    (one) =>
      `${dayText(one.from)} ${dayText(one.to)} ${one.value ?? one.state}${one.since === undefined ? '' : ` since ${one.since}`}`,
  );
}

describe('published versions', () => {
  test.each([
    ['2022-12-31', 'none'],
    ['2023-01-01', '0.4'],
    ['2023-06-30', '0.4'],
    ['2023-07-01', 'none'],
    ['2023-09-30', 'none'],
    ['2023-10-01', '0.3'],
    ['2023-12-31', '0.3'],
    ['2024-01-01', 'unknown'],
    ['2150-01-01', 'unknown'],
  ])('on %s: %s', (day, expected) => {
    const { value, state } = figureOn(rate(versions), nothing, dayNumber(day));
    expect(value ?? state).toBe(expected);
  });

  test('the stretches of a run of days are cut to it, gaps included', () => {
    expect(shown(rate(versions), nothing, '2023-06-01', '2023-10-31')).toEqual([
      '2023-06-01 2023-06-30 0.4 since 2023-01-01',
      '2023-07-01 2023-09-30 none',
      '2023-10-01 2023-10-31 0.3 since 2023-10-01',
    ]);
  });
});

describe('values among the facts', () => {
  const values = given({ '2024-07-22': '0.0335', '2024-01-22': '0.0345' });

  test('each holds from its day until the next, the last for good; before the first nothing is known', () => {
    expect(shown(rate(), values, '2024-01-01', '2024-12-31')).toEqual([
      '2024-01-01 2024-01-21 unknown',
      '2024-01-22 2024-07-21 0.0345 since 2024-01-22',
      '2024-07-22 2024-12-31 0.0335 since 2024-07-22',
    ]);
    expect(figureOn(rate(), values, dayNumber('2099-01-01')).value).toBe('0.0335');
  });

  test('are read only where a version is announced later', () => {
    expect(
      shown(rate(versions), given({ '2023-02-01': '0.9', '2024-03-01': '0.2' }), '2023-12-01', '2024-12-31'),
    ).toEqual([
      '2023-12-01 2023-12-31 0.3 since 2023-10-01',
      '2024-01-01 2024-02-29 0.9 since 2023-02-01',
      '2024-03-01 2024-12-31 0.2 since 2024-03-01',
    ]);
  });

  test('of very many, an open day reads those that decide between what it lies', () => {
    const many = given(
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [
          dayText(dayNumber('2000-01-01') + index),
          `0.${String(5000 + index)}`,
        ]),
      ),
    );
    const stretches = stretchesOf(rate(), many, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    expect(stretches.map(({ value, state }) => value ?? state)).toEqual(['unknown', '0.5000', '0.9999']);
  });
});
