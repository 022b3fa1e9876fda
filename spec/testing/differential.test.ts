import { describe, expect, test } from 'vitest';
import { firstDifference } from './differential.ts';

describe('the comparison of two assessments', () => {
  const one = { clauses: [{ frame: { values: new Map([[17, { lo: { n: 1n, d: 2n }, causes: ['missing:rd'] }]]) } }] };
  const same = {
    clauses: [{ by: undefined, frame: { values: new Map([[17, { causes: ['missing:rd'], lo: { d: 2n, n: 1n } }]]) } }],
  };

  test('finds nothing between equals, whatever the order of keys', () => {
    expect(firstDifference(one, same)).toBeUndefined();
    expect(firstDifference(same, one)).toBeUndefined();
  });

  test.each([
    ['another numerator', { lo: { n: 2n, d: 2n }, causes: ['missing:rd'] }, '.clauses.0.frame.values[17].lo.n'],
    [
      'a cause too many',
      { lo: { n: 1n, d: 2n }, causes: ['missing:rd', 'missing:x'] },
      '.clauses.0.frame.values[17].causes.1',
    ],
    ['a flag', { lo: { n: 1n, d: 2n }, causes: ['missing:rd'], none: true }, '.clauses.0.frame.values[17].none'],
    ['an infinite end', { lo: 'infinity', causes: ['missing:rd'] }, '.clauses.0.frame.values[17].lo'],
  ])('finds %s', (_idea, value, path) => {
    const other = { clauses: [{ frame: { values: new Map([[17, value]]) } }] };
    expect(firstDifference(one, other)?.path).toBe(path);
    expect(firstDifference(other, one)?.path).toBe(path);
  });

  test('finds a node that one of them did not record', () => {
    const more = new Map([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(firstDifference(new Map([[1, 'a']]), more)?.path).toBe('[2]');
    expect(firstDifference(more, new Map([[1, 'a']]))?.path).toBe('[2]');
  });

  test('an evaluator that throws agrees with no other', () => {
    expect(firstDifference({ thrown: 'a' }, { thrown: 'a' })).toBeDefined();
  });
});
