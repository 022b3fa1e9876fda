/** R18: first time over a rung, settled against what was paid. */
import { describe, expect, test } from 'vitest';
import type { LadderExpr } from '../../../runtime/ir.ts';
import * as b from '../../testing/ir-builder.ts';

const fields = [
  b.yearly('revenue', b.money, { since: 'founded' }),
  b.field('founded', b.date),
  b.field('peak', b.money),
];
const rungs = { '50': '10', '100': '20', '200': '50' };
const since = { kind: 'sinceFact', field: 'founded' } as const;
const step = (
  settlement: LadderExpr['settlement'] = 'toppingUp',
  range: LadderExpr['range'] = since,
  more: Partial<LadderExpr> = {},
  shift = 0,
) =>
  b.policy([b.clause('c', [b.grant(b.ladder(b.fact('revenue', shift), range, settlement, rungs, more))])], { fields });
const years = (...values: readonly (string | null | undefined)[]) =>
  Object.fromEntries(
    values.map((value, index) => [`revenue@${2024 - index}`, value]).filter(([, value]) => value !== undefined),
  ) as Record<string, string | null>;
const ledger = [b.coverage()];

describe('R18: newly passed', () => {
  test('over, not at, and the highest of several in one year', () => {
    const facts = (now: string) => ({ founded: '2023-03-01', ...years(now, '40') });
    expect([
      b.outcome(step(), { ledger, facts: facts('50') }),
      b.outcome(step(), { ledger, facts: facts('50.01') }),
      b.outcome(step(), { ledger, facts: facts('250') }),
    ]).toEqual(['not met', 'granted 10', 'granted 50']);
  });

  test('not again after falling back', () => {
    expect(b.outcome(step(), { ledger, facts: { founded: '2022-03-01', ...years('60', '40', '70') } })).toBe('not met');
  });

  test('an unknown year leaves it open, unless a known one decides', () => {
    expect(b.outcome(step(), { ledger, facts: { founded: '2022-03-01', ...years('60', '40') } })).toBe(
      'undetermined 0..10 [missing:revenue@2022]',
    );
    expect(b.outcome(step(), { ledger, facts: { founded: '2022-03-01', ...years('60', '55') } })).toBe('not met');
    expect(b.outcome(step(), { ledger, facts: { founded: '2022-03-01', ...years(undefined, '60', '70') } })).toBe(
      'undetermined 0..50 [missing:revenue@2024]',
    );
  });

  test('years before the firm began do not count, nor are they missing', () => {
    expect(b.outcome(step(), { ledger, facts: { founded: '2024-01-05', ...years('60') } })).toBe('granted 10');
  });

  test('an unknown beginning leaves the years before the first given one open', () => {
    expect(b.outcome(step(), { ledger, facts: years('60', '40') })).toBe('undetermined 0..10 [missing:founded]');
    expect(b.outcome(step(), { ledger, facts: years('60', '55') })).toBe('not met');
  });

  test('the years given, or since a year', () => {
    expect(b.outcome(step('toppingUp', { kind: 'given' }), { ledger, facts: years('60', undefined, '40') })).toBe(
      'granted 10',
    );
    expect(
      b.outcome(step('toppingUp', { kind: 'sinceYear', year: 2022 }), { ledger, facts: years('60', undefined, '40') }),
    ).toBe('undetermined 0..10 [missing:revenue@2023]');
  });

  test('a stated peak answers for the years before its own', () => {
    const peaked = step('toppingUp', since, { peak: { field: 'peak', before: 2023 } });
    const facts = { founded: '1999-01-01', ...years('60', '40') };
    expect(b.outcome(peaked, { ledger, facts: { ...facts, peak: '50' } })).toBe('granted 10');
    expect(b.outcome(peaked, { ledger, facts: { ...facts, peak: '51' } })).toBe('not met');
    expect(b.outcome(peaked, { ledger, facts: { ...facts, peak: null } })).toBe('granted 10');
    expect(b.outcome(peaked, { ledger, facts: { ...years('60', '40'), peak: '50' } })).toBe('granted 10');
    expect(b.result(b.assess(peaked, { ledger, facts })).outcome.kind).toBe('undetermined');
  });

  test('a clause on last year’s figures looks back from there', () => {
    const shifted = step('toppingUp', since, {}, -1);
    expect(
      b.outcome(shifted, {
        ledger,
        facts: { founded: '2022-03-01', 'revenue@2024': '999', 'revenue@2023': '60', 'revenue@2022': '40' },
      }),
    ).toBe('granted 10');
    const { frame } = b.result(b.assess(shifted, { ledger, facts: { founded: '2021-03-01' } }));
    expect([...frame.inner.values()].map((inner) => inner.map(({ key }) => key))).toEqual([['2021', '2022']]);
  });
});

describe('R18: settlement', () => {
  const facts = { founded: '2022-03-01', ...years('120', '60', '10') };

  test('topping up deducts what was paid, whatever was held', () => {
    expect(b.outcome(step(), { facts, ledger: [b.coverage(), b.award('10', 2023)] })).toBe('granted 10');
    expect(b.outcome(step(), { facts, ledger })).toBe('granted 20');
    expect(b.outcome(step(), { facts, ledger: [b.coverage(), b.award('30', 2023)] })).toBe('granted 0');
    expect(b.outcome(step(), { facts })).toBe('undetermined 0..20 [history:c]');
  });

  test('per tier held deducts the tier held, paid or not', () => {
    expect(b.outcome(step('perTierHeld'), { facts })).toBe('granted 10');
  });

  test('every tier adds up, in full takes the highest', () => {
    const two = { founded: '2022-03-01', ...years('120', '10', '10') };
    expect([b.outcome(step('everyTier'), { facts: two }), b.outcome(step('inFull'), { facts: two })]).toEqual([
      'granted 30',
      'granted 20',
    ]);
  });

  test('if not yet rewarded: earlier years are not asked', () => {
    expect(b.outcome(step('toppingUp', { kind: 'unrewarded' }), { facts: years('60', '70'), ledger })).toBe(
      'granted 10',
    );
    expect(
      b.outcome(step('toppingUp', { kind: 'unrewarded' }), {
        facts: years('60', '70'),
        ledger: [b.coverage(), b.award('10', 2023)],
      }),
    ).toBe('granted 0');
  });

  test('what was deducted from what is kept for the explanation', () => {
    const { frame } = b.result(b.assess(step(), { facts, ledger: [b.coverage(), b.award('10', 2023)] }));
    const kept = [...frame.states.values()].find((state) => state.used !== undefined)!;
    expect([b.range(kept.it!), b.range(kept.used!)]).toEqual(['20..20', '10..10']);
  });
});
