/** R3: period, reference day, in force. */
import { describe, expect, test } from 'vitest';
import * as b from '../testing/ir-builder.ts';

const fields = [b.field('claimed_on', b.date), b.yearly('rd')];
const inForce = { from: '2023-10-10', to: '2025-06-30' };
const yearEnd = b.policy([b.clause('c', [b.grant(b.cny('5'))])], { fields, inForce });
const claimed = b.policy(
  [b.clause('c', [b.grant(b.cny('5'))], { reference: { kind: 'field', field: 'claimed_on' } })],
  { fields, inForce },
);

describe('R3: the last day of the period in force', () => {
  test.each([
    [2022, 'out of force'],
    [2023, 'granted 5'],
    [2025, 'granted 5'],
    [2026, 'out of force'],
  ])('%i: %s', (year, expected) => {
    expect(b.outcome(yearEnd, { year })).toBe(expected);
  });

  test('is told', () => {
    expect(b.result(b.assess(yearEnd, { year: 2024 })).referenceDay).toEqual({ from: '2024-12-31', to: '2024-12-31' });
    expect(b.result(b.assess(yearEnd, { year: 2025 })).referenceDay).toEqual({ from: '2025-06-30', to: '2025-06-30' });
    expect(b.result(b.assess(yearEnd, { year: 2026 })).referenceDay).toBeUndefined();
  });

  test('both stated days are in force', () => {
    const oneDay = { ...yearEnd, inForce: { from: '2024-12-31', to: '2024-12-31' } };
    expect(b.outcome(oneDay)).toBe('granted 5');
  });
});

describe('R3: dated by a fact', () => {
  test.each([
    [2023, '2023-10-10', 'granted 5'],
    [2023, '2023-10-09', 'out of force'],
    [2024, '2023-10-10', 'not met'],
    [2025, '2025-06-30', 'granted 5'],
    [2025, '2025-07-01', 'out of force'],
    [2024, null, 'not met'],
  ])('in %i on %s: %s', (year, day, expected) => {
    expect(b.outcome(claimed, { year, facts: { claimed_on: day } })).toBe(expected);
  });

  test('an unknown day may lie outside the period; that of a yearly date fact cannot', () => {
    expect(b.outcome(claimed, { year: 2024 })).toBe('undetermined 0..5 [missing:claimed_on]');
    const yearlyDate = { ...claimed, fields: [b.yearly('claimed_on', b.date)] };
    expect(b.outcome(yearlyDate, { year: 2024 })).toBe('granted 5');
    expect(b.outcome(yearlyDate, { year: 2025 })).toBe('undetermined 0..5 [missing:claimed_on@2025]');
    expect(b.result(b.assess(yearlyDate, { year: 2024 })).referenceDay).toEqual({
      from: '2024-01-01',
      to: '2024-12-31',
    });
  });

  test('a failed dating test is kept for the explanation', () => {
    const found = b.result(b.assess(claimed, { year: 2024, facts: { claimed_on: '2023-10-10' } }));
    expect([...found.frame.states.values()].map((state) => state.truth?.truth)).toEqual(['false']);
  });
});

test('R3: last year’s figure is that of the period before, whatever the clause does elsewhere', () => {
  const both = b.policy([b.clause('c', [b.grant(b.subtract(b.fact('rd'), b.fact('rd', -1)))])], { fields, inForce });
  expect(b.outcome(both, { year: 2024, facts: { 'rd@2024': '9', 'rd@2023': '4', 'rd@2022': '1' } })).toBe('granted 5');
  expect(b.outcome(both, { year: 2024, facts: { 'rd@2024': '9' } })).toBe('undetermined 0..9 [missing:rd@2023]');
});

test('parameters are dated too: the published figure of the year, else the given one', () => {
  const parameter = b.yearly('average', b.percent, { role: 'parameter', published: { '2023': '0.1' } });
  const bare = b.policy([b.clause('c', [b.grant(b.rate(b.fact('average', -1), b.cny('100')))])], {
    fields: [parameter],
    inForce,
  });
  expect(b.outcome(bare, { year: 2024 })).toBe('granted 10');
  expect(b.outcome(bare, { year: 2025, facts: { 'average@2024': '0.2' } })).toBe('granted 20');
  expect(b.result(b.assess(bare, { year: 2025 })).outcome.causes).toEqual(['missing:average@2024']);
});

test('a year before the series begins is none, and unknown while that is unknown', () => {
  const started = b.policy([b.clause('c', [b.when(b.hasGrown('rd')), b.grant(b.cny('5'))])], {
    fields: [b.yearly('rd', b.money, { since: 'founded' }), b.field('founded', b.date)],
    inForce,
  });
  const facts = { 'rd@2024': '9' };
  expect(b.outcome(started, { facts: { ...facts, founded: '2024-02-01' } })).toBe('not met');
  expect(b.outcome(started, { facts: { ...facts, founded: '2023-02-01' } })).toBe(
    'undetermined 0..5 [missing:rd@2023]',
  );
  expect(b.outcome(started, { facts })).toBe('undetermined 0..5 [missing:rd@2023]');
});
