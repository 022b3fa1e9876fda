/** R6: lines act on the amount so far, in the order written. R7: which value a reference to a clause means. R11: one subject's share of a pool. */
import { describe, expect, test } from 'vitest';
import * as b from '../../testing/ir-builder.ts';

const fields = [b.field('spent', b.money), b.field('national', b.boolean), b.yearly('rd')];
const one = (...statements: Parameters<typeof b.clause>[1]) => b.policy([b.clause('c', statements)], { fields });

describe('R6: lines in order', () => {
  const bonus = one(b.grant(b.cny('50')), b.adjust('add', b.cny('20'), b.fact('national')), b.cap('60'));

  test('a condition on a line is that line’s own', () => {
    expect(b.outcome(bonus, { facts: { national: true } })).toBe('granted 60');
    expect(b.outcome(bonus, { facts: { national: false } })).toBe('granted 50');
    expect(b.outcome(bonus, {})).toBe('undetermined 50..60 [missing:national]');
  });

  test('rounding before and after a cap differ', () => {
    expect(b.outcome(one(b.grant(b.cny('99.6')), b.round('up', '1'), b.cap('99.7')))).toBe('granted 99.7');
    expect(b.outcome(one(b.grant(b.cny('99.6')), b.cap('99.7'), b.round('up', '1')))).toBe('granted 100');
  });

  test('less never goes below zero, raise is in proportion, floor lifts', () => {
    expect(b.outcome(one(b.grant(b.cny('5')), b.adjust('less', b.cny('7'))))).toBe('granted 0');
    expect(b.outcome(one(b.grant(b.cny('50')), b.adjust('raise', b.ratio('0.1'))))).toBe('granted 55');
    expect(b.outcome(one(b.grant(b.cny('5')), b.adjust('floor', b.cny('7'))))).toBe('granted 7');
  });

  test('all or nothing', () => {
    const whole = (amount: string) => one(b.grant(b.cny(amount)), b.cap('60', 'period', { allOrNothing: true }));
    expect([b.outcome(whole('60')), b.outcome(whole('61'))]).toEqual(['granted 60', 'granted 0']);
    const open = one(b.grant(b.fact('spent')), b.cap('60', 'period', { allOrNothing: true }));
    expect(b.outcome(open)).toBe('undetermined 0..60 [missing:spent]');
  });

  test('full steps, started steps, proportion', () => {
    const steps = (mode: 'everyFull' | 'everyStarted' | 'everyPart') =>
      b.outcome(one(b.grant(b.everyFull(b.fact('spent'), b.cny('200'), b.cny('10'), mode))), {
        facts: { spent: '399.99' },
      });
    expect([steps('everyFull'), steps('everyStarted'), steps('everyPart')]).toEqual([
      'granted 10',
      'granted 20',
      'granted 19.9995',
    ]);
  });

  test('once the gate is false no amount is made, but every failure is told', () => {
    const two = one(
      b.when(b.compare(b.fact('spent'), 'over', b.cny('5'))),
      b.when(b.fact('national')),
      b.grant(b.cny('1')),
    );
    const { frame } = b.result(b.assess(two, { facts: { spent: '5', national: false } }));
    expect([...frame.states.values()].map((state) => state.truth?.truth)).toEqual(['false', 'false']);
  });

  test('an amount by marginal bands', () => {
    const marginal = one(b.grant(b.bands(b.fact('spent'), ['0', '100', '0.1'], ['100', undefined, '0.2'])));
    expect(b.outcome(marginal, { facts: { spent: '150' } })).toBe('granted 20');
    expect(b.outcome(marginal, { facts: { spent: '100' } })).toBe('granted 10');
  });
});

describe('R7: a clause read by another', () => {
  const base = b.clause('base', [
    b.when(b.compare(b.fact('spent'), 'over', b.cny('100'))),
    b.grant(b.fact('spent'), { label: 'first' }),
    b.adjust('add', b.cny('50')),
    b.cap('500'),
  ]);
  const reader = (at: Parameters<typeof b.clauseValue>[1]) =>
    b.policy([base, b.clause('c', [b.grant(b.rate(b.ratio('0.1'), b.clauseValue('base', at)))])], { fields });

  test.each([
    ['own', { kind: 'own' }, 'granted 50'],
    ['before cap', { kind: 'beforeCap' }, 'granted 85'],
    ['a named line', { kind: 'line', label: 'first' }, 'granted 80'],
  ] as const)('%s', (_, at, expected) => {
    expect(b.outcome(reader(at), { facts: { spent: '800' } })).toBe(expected);
  });

  test('not met is 0, undetermined its interval', () => {
    expect(b.outcome(reader({ kind: 'own' }), { facts: { spent: '100' } })).toBe('granted 0');
    expect(b.outcome(reader({ kind: 'line', label: 'first' }), { facts: { spent: '100' } })).toBe('granted 0');
    expect(b.outcome(reader({ kind: 'own' }), {})).toBe('undetermined 0..50 [missing:spent]');
  });

  test('exact, before payment rounding and before the pool', () => {
    const pool = b.clause('base', [b.grant(b.cny('10.005')), b.budget('1000')]);
    const bare = b.policy([pool, b.clause('c', [b.grant(b.clauseValue('base'))])], {
      payment: { kind: 'fixed', value: { mode: 'down', step: '0.01' } },
    });
    expect(b.outcome(bare)).toBe('granted 10.005');
    expect(b.outcome(bare, {}, 'base')).toBe('up to 10.005 [budget:base]');
  });

  test('a ceiling read is a ceiling, never a fact', () => {
    const voucher = b.clause('base', [b.grant(b.upTo(b.ratio('0.5'), b.fact('spent')))]);
    const gate = b.policy(
      [voucher, b.clause('c', [b.when(b.compare(b.clauseValue('base'), 'atLeast', b.cny('50'))), b.grant(b.cny('1'))])],
      { fields },
    );
    expect(b.outcome(gate, { facts: { spent: '100' } })).toBe('up to 1 [discretion:base]');
    expect(b.outcome(gate, { facts: { spent: '99' } })).toBe('not met');
  });

  test('is granted', () => {
    const gate = b.policy([base, b.clause('c', [b.when(b.granted('base')), b.grant(b.cny('1'))])], { fields });
    expect([
      b.outcome(gate, { facts: { spent: '101' } }),
      b.outcome(gate, { facts: { spent: '100' } }),
      b.outcome(gate),
    ]).toEqual(['granted 1', 'not met', 'undetermined 0..1 [missing:spent]']);
  });

  test('an item line reads the same item of another clause, a company line the sum', () => {
    const lists = [b.list('project', b.field('number', { kind: 'text' }), b.field('cost', b.money))];
    const first = b.clause('base', [b.items('project', [b.grant(b.itemFact('project', 'cost'))])]);
    const perItem = b.clause('c', [b.items('project', [b.grant(b.rate(b.ratio('0.1'), b.clauseValue('base')))])]);
    const whole = b.clause('d', [b.grant(b.rate(b.ratio('0.1'), b.clauseValue('base')))]);
    const given = { lists: { project: { P1: { cost: '10' }, P2: { cost: '30' } } } };
    const assessment = b.assess(b.policy([first, perItem, whole], { lists }), given);
    expect(b.result(assessment).items.map((item) => b.told(item))).toEqual(['granted 1', 'granted 3']);
    expect(b.told(b.result(assessment, 'd'))).toBe('granted 4');
  });
});

describe('R11: alone, a subject’s share of a pool is anything up to its claim', () => {
  test('and lines after it act on the share', () => {
    expect(b.outcome(one(b.grant(b.cny('80')), b.budget('1000'), b.cap('70')))).toBe('up to 70 [budget:c]');
    expect(b.outcome(one(b.grant(b.cny('80')), b.budget('1000', 'unlimited')))).toBe('granted 80');
    expect(b.range(b.result(b.assess(one(b.grant(b.cny('80')), b.budget('1000'), b.cap('70')))).own)).toBe('80..80');
  });
});
