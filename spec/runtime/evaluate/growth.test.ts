/** R8: a rate exists only over a base above 0; undefined is not unknown, and not the contrary of met. */
import { describe, expect, test } from 'vitest';
import * as b from '../../testing/ir-builder.ts';

const fields = [b.yearly('rd'), b.yearly('profit', b.money, {})].map((one) =>
  one.id === 'profit' ? (({ low: _low, ...rest }) => rest)(one) : one,
);
type Operator = 'over' | 'atMost' | 'atLeast' | 'under';
const grown = (operator: Operator, rate: string, name = 'rd', zeroBase: 'undefined' | 'unlimited' = 'undefined') =>
  b.policy(
    [b.clause('c', [b.when(b.compare(b.growth(name, zeroBase), operator, b.ratio(rate))), b.grant(b.cny('5'))])],
    { fields },
  );

describe('R8: growth', () => {
  test('is exact where binary fractions are not', () => {
    const facts = { 'rd@2024': '57500000', 'rd@2023': '50000000' };
    expect([b.outcome(grown('atLeast', '0.15'), { facts }), b.outcome(grown('over', '0.15'), { facts })]).toEqual([
      'granted 5',
      'not met',
    ]);
  });

  test.each([
    ['zero base', '0'],
    ['no base', null],
  ])('over a %s is undefined: neither over nor at most', (reason, before) => {
    const facts = { 'rd@2024': '10', 'rd@2023': before };
    for (const operator of ['over', 'atMost'] as const) {
      const found = b.result(b.assess(grown(operator, '0.2'), { facts }));
      expect(b.told(found)).toBe('not met');
      expect([...found.frame.states.values()][0]?.truth?.reason).toBe(reason);
    }
  });

  test('over a negative base is undefined', () => {
    const facts = { 'profit@2024': '-5', 'profit@2023': '-10' };
    expect([
      b.outcome(grown('over', '0.2', 'profit'), { facts }),
      b.outcome(grown('atMost', '0.2', 'profit'), { facts }),
    ]).toEqual(['not met', 'not met']);
  });

  test('from zero may be read as unlimited; 0 → 0 never grows', () => {
    const unlimited = grown('over', '1000', 'rd', 'unlimited');
    expect(b.outcome(unlimited, { facts: { 'rd@2024': '0.01', 'rd@2023': '0' } })).toBe('granted 5');
    expect(b.outcome(unlimited, { facts: { 'rd@2024': '0', 'rd@2023': '0' } })).toBe('not met');
    expect(b.outcome(unlimited, { facts: { 'rd@2023': '0' } })).toBe('undetermined 0..5 [missing:rd@2024]');
  });

  test('over an unknown base is open, since it may be 0', () => {
    expect(b.outcome(grown('over', '-1'), { facts: { 'rd@2024': '10' } })).toBe('undetermined 0..5 [missing:rd@2023]');
    expect(b.outcome(grown('over', '0.2'), { facts: { 'rd@2023': '10' } })).toBe('undetermined 0..5 [missing:rd@2024]');
    expect(b.outcome(grown('under', '-1'), { facts: { 'rd@2023': '10' } })).toBe('not met');
  });

  test('in a tier takes no row', () => {
    const tiers = b.policy(
      [
        b.clause('c', [
          b.grant(
            b.choose(b.growth('rd'), 'hardest', [
              b.row('over', b.ratio('0.2'), b.cny('30')),
              b.row('over', b.ratio('0.4'), b.cny('50')),
            ]),
          ),
        ]),
      ],
      { fields },
    );
    expect(b.outcome(tiers, { facts: { 'rd@2024': '10', 'rd@2023': '0' } })).toBe('not met');
    expect(b.outcome(tiers, { facts: { 'rd@2024': '10' } })).toBe('undetermined 0..50 [missing:rd@2023]');
  });

  test('a bound on what is open keeps both signs of the amounts', () => {
    const facts = { 'profit@2024': '-6' };
    const bounded = (low: string, high: string) => ({
      ...grown('over', '0', 'profit'),
      fields: [b.yearly('profit', b.money, { low, high })],
    });
    expect(b.outcome(bounded('2', '4'), { facts })).toBe('not met');
    expect(b.outcome(bounded('-4', '-2'), { facts })).toBe('not met');
  });
});

describe('R8: “has grown” compares amounts', () => {
  const has = b.policy([b.clause('c', [b.when(b.hasGrown('rd')), b.grant(b.cny('5'))])], { fields });

  test('from zero too, but not from what never was', () => {
    expect(b.outcome(has, { facts: { 'rd@2024': '1', 'rd@2023': '0' } })).toBe('granted 5');
    expect(b.outcome(has, { facts: { 'rd@2024': '1', 'rd@2023': '1' } })).toBe('not met');
    expect(b.outcome(has, { facts: { 'rd@2024': '1', 'rd@2023': null } })).toBe('not met');
    expect(b.outcome(has, { facts: { 'rd@2024': '0' } })).toBe('not met');
  });
});

test('R8: what is stated not to exist fails a condition and its contrary', () => {
  const choice = [b.field('levels', b.choices('national'))];
  const test = (negated: boolean) =>
    b.policy(
      [
        b.clause('c', [
          b.when(negated ? b.not(b.includes(b.fact('levels'), 'national')) : b.includes(b.fact('levels'), 'national')),
          b.grant(b.cny('5')),
        ]),
      ],
      { fields: choice },
    );
  expect([
    b.outcome(test(false), { facts: { levels: null } }),
    b.outcome(test(true), { facts: { levels: null } }),
  ]).toEqual(['not met', 'not met']);
  expect([b.outcome(test(false), { facts: { levels: [] } }), b.outcome(test(true), { facts: { levels: [] } })]).toEqual(
    ['not met', 'granted 5'],
  );
});
