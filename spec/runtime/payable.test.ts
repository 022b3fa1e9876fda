/** R9: rounding once, last, per payable unit, never above a written bound. R24: totals. */
import { describe, expect, test } from 'vitest';
import type { RoundingIr } from '../../runtime/ir.ts';
import * as b from '../testing/ir-builder.ts';

type Statements = Parameters<typeof b.clause>[1];
const lists = [b.list('project', b.field('number', { kind: 'text' }), b.field('cost', b.money))];
const paying = (mode: RoundingIr['mode'], step: string, ...statements: Statements) =>
  b.policy([b.clause('c', statements)], {
    lists,
    fields: [b.field('spent', b.money)],
    payment: { kind: 'fixed', value: { mode, step } },
  });
function paid(bare: ReturnType<typeof b.policy>, given: b.Given = {}): string {
  const { amount, payable } = b.result(b.assess(bare, given)).outcome;
  return `${b.end(amount.hi)} → ${b.end(payable.hi)}`;
}
const cost = () => b.itemFact('project', 'cost');

describe('R9: payable', () => {
  test('all is exact until payment', () => {
    expect(paid(paying('down', '0.01', b.grant(b.divide(b.cny('10'), b.cny('3')))))).toBe('10/3 → 3.33');
    expect(paid(paying('halfUp', '0.01', b.grant(b.cny('0.005'))))).toBe('0.005 → 0.01');
  });

  test('never above a ceiling, a cap or a pool: there it goes down', () => {
    expect(paid(paying('halfUp', '0.01', b.grant(b.upTo(b.ratio('0.5'), b.cny('100.01')))))).toBe('50.005 → 50');
    expect(paid(paying('up', '1', b.grant(b.cny('80')), b.cap('70.5')))).toBe('70.5 → 70');
    expect(paid(paying('up', '1', b.grant(b.cny('70.5')), b.budget('1000')))).toBe('70.5 → 70');
  });

  test('up to the bound it may rise', () => {
    expect(paid(paying('up', '1', b.grant(b.cny('69.5')), b.cap('70.5')))).toBe('69.5 → 70');
    const decided = { decisions: [{ rate: '0.4' }] };
    expect(paid(paying('up', '1', b.grant(b.upTo(b.ratio('0.5'), b.cny('100.01')))), decided)).toBe('40.004 → 41');
  });

  test('a written round line is arithmetic in its place', () => {
    expect(paid(paying('up', '1', b.grant(b.cny('80')), b.cap('70.5'), b.round('up', '1')))).toBe('71 → 71');
  });

  test('per item where the clause pays by item, once where a company line follows', () => {
    const given = { lists: { project: { P1: { cost: '1.9' }, P2: { cost: '1.9' } } } };
    expect(paid(paying('down', '1', b.items('project', [b.grant(cost())])), given)).toBe('3.8 → 2');
    expect(paid(paying('down', '1', b.items('project', [b.grant(cost())]), b.cap('100')), given)).toBe('3.8 → 3');
  });

  test('an item’s own cap bounds it', () => {
    const given = { lists: { project: { P1: { cost: '9' } } } };
    expect(
      paid(
        paying(
          'up',
          '1',
          b.items('project', [
            b.grant(cost()),
            b.cap('1.5', 'period', { scope: { per: 'item', window: { kind: 'period' } } }),
          ]),
        ),
        given,
      ),
    ).toBe('1.5 → 1');
  });

  test('the payment reading is one the result rests on, if there is anything to pay', () => {
    const bare = b.policy([b.clause('c', [b.grant(b.fact('spent'))])], {
      fields: [b.field('spent', b.money)],
      readings: [b.reading('rounding', 'exact', 'fen')],
      payment: { kind: 'switch', reading: 'rounding', cases: { exact: null, fen: { mode: 'down', step: '0.01' } } },
    });
    expect(b.result(b.assess(bare, { facts: { spent: '0.019' } })).restsOn).toEqual(['rounding']);
    expect(paid(bare, { facts: { spent: '0.019' }, readings: { rounding: 'fen' } })).toBe('0.019 → 0.01');
    expect(b.result(b.assess(bare, { facts: { spent: '0' } })).restsOn).toEqual([]);
  });
});

describe('R24: totals', () => {
  test('Σ payable per kind and currency, as intervals', () => {
    const bare = b.policy(
      [
        b.clause('a', [b.grant(b.cny('1.9'))]),
        b.clause('loan', [b.grant(b.cny('500'))], { kind: 'loan' }),
        b.clause('b', [b.grant(b.fact('spent'))]),
        b.clause('text', [], { kind: 'none' }),
      ],
      {
        fields: [b.field('spent', b.money, { high: '2.9' })],
        payment: { kind: 'fixed', value: { mode: 'down', step: '1' } },
      },
    );
    const totals = b
      .assess(bare)
      .totals.map(({ kind, payable }) => `${kind} ${b.end(payable.lo)}..${b.end(payable.hi)}`);
    expect(totals).toEqual(['grant 1..3', 'loan 500..500']);
  });

  test('what members of a block may have together bounds the total', () => {
    const ceilings = ['a', 'b'].map((id) => b.clause(id, [b.grant(b.upTo(b.cny('80')))]));
    const total = (blocks: NonNullable<Parameters<typeof b.policy>[1]>['blocks']) =>
      b.end(b.assess(b.policy(ceilings, { blocks: blocks ?? [] })).totals[0]!.payable.hi);
    expect(total([])).toBe('160');
    expect(total([b.groupCap('g', ['a', 'b'], '100')])).toBe('100');
  });
});

test('a clause of text has no amount; its conditions still tell whether it applies', () => {
  const text = b.policy([b.clause('c', [b.when(b.compare(b.fact('spent'), 'over', b.cny('5')))], { kind: 'none' })], {
    fields: [b.field('spent', b.money)],
  });
  expect([
    b.outcome(text, { facts: { spent: '6' } }),
    b.outcome(text, { facts: { spent: '5' } }),
    b.outcome(text),
  ]).toEqual(['no amount', 'not met', 'undetermined 0..0 [missing:spent]']);
});
