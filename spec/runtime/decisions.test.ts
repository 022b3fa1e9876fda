/** R14: decisions stand in for ceilings; what cannot be used is said. */
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../runtime/input.ts';
import * as b from '../testing/ir-builder.ts';

type Statements = Parameters<typeof b.clause>[1];
const lists = [b.list('project', b.field('number', { kind: 'text' }), b.field('cost', b.money))];
const one = (...statements: Statements) =>
  b.policy([b.clause('c', statements)], { fields: [b.field('spent', b.money), b.field('fit', b.boolean)], lists });
const upTo40 = one(b.when(b.fact('fit')), b.grant(b.upTo(b.ratio('0.4'), b.fact('spent'))), b.cap('1000'));
const facts = { fit: true, spent: '4000' };
const decide = (bare: ReturnType<typeof b.policy>, decision: Partial<Decision>, given: b.Given = { facts }) => {
  const assessment = b.assess(bare, { ...given, decisions: [decision] });
  return [b.told(b.result(assessment)), ...assessment.diagnostics.map((found) => found.code)];
};

describe('R14: a rate stands in the line, an amount at the end', () => {
  test('undecided: a ceiling', () => {
    expect(b.outcome(upTo40, { facts: { ...facts, spent: '1000' } })).toBe('up to 400 [discretion:c]');
    expect(b.outcome(upTo40, { facts })).toBe('up to 1000 [discretion:c]');
  });

  test('a rate is decided before the cap, an amount after it', () => {
    expect(decide(upTo40, { rate: '0.35' })).toEqual(['granted 1000']);
    expect(decide(upTo40, { rate: '0.2' })).toEqual(['granted 800']);
    expect(decide(upTo40, { amount: '700' })).toEqual(['granted 700']);
  });

  test('at the ceiling, not above it', () => {
    expect(decide(upTo40, { rate: '0.4' })).toEqual(['granted 1000']);
    expect(decide(upTo40, { rate: '0.41' }).slice(1)).toEqual(['JT7201']);
    expect(decide(upTo40, { amount: '1000' })).toEqual(['granted 1000']);
    expect(decide(upTo40, { amount: '1000.01' }).slice(1)).toEqual(['JT7201']);
  });

  test('a policy may cut it to the ceiling', () => {
    const cut = one(b.grant(b.upTo(b.cny('100')), { cutToCeiling: true }));
    expect(decide(cut, { amount: '130' })).toEqual(['granted 100']);
    expect(decide(cut, { amount: '70' })).toEqual(['granted 70']);
    const rate = one(b.grant(b.upTo(b.ratio('0.4'), b.fact('spent')), { cutToCeiling: true }));
    expect(decide(rate, { rate: '0.5' })).toEqual(['granted 1600']);
  });

  test('above one row’s ceiling but not above another’s it is no error, and the lower row is held', () => {
    const levels = b.choose(b.fact('levels'), 'highest', [
      b.optionRow('a', b.upTo(b.ratio('0.4'), b.cny('100'))),
      b.optionRow('b', b.upTo(b.ratio('0.3'), b.cny('120'))),
    ]);
    const bare = b.policy([b.clause('c', [b.grant(levels)])], { fields: [b.field('levels', b.choices('a', 'b'))] });
    expect(decide(bare, { rate: '0.35' }, { facts: { levels: ['a', 'b'] } })).toEqual(['granted 36']);
    expect(decide(bare, { rate: '0.35' }, { facts: { levels: ['b'] } }).slice(1)).toEqual(['JT7201']);
  });

  test('an unknown gate keeps the decision and stays open', () => {
    expect(decide(upTo40, { amount: '700' }, { facts: { spent: '4000' } })).toEqual([
      'undetermined 0..700 [missing:fit]',
    ]);
  });

  test('before the pool', () => {
    expect(decide(one(b.grant(b.upTo(b.cny('100'))), b.budget('1000')), { amount: '60' })).toEqual([
      'up to 60 [budget:c]',
    ]);
  });

  test('what it settled is kept', () => {
    const { frame, own } = b.result(b.assess(upTo40, { facts, decisions: [{ amount: '700' }] }));
    const last = [...frame.states.values()].at(-1)!;
    expect([b.range(last.it!), b.range(last.decided!), b.range(own)]).toEqual(['0..1000', '700..700', '700..700']);
  });

  test('of another year it is not for us', () => {
    expect(decide(upTo40, { rate: '0.2', year: 2023 })).toEqual(['up to 1000 [discretion:c]']);
  });
});

describe('R14: item by item', () => {
  const perItem = one(b.items('project', [b.grant(b.upTo(b.ratio('0.5'), b.itemFact('project', 'cost')))]));
  const given = { lists: { project: { P1: { cost: '10' }, P2: { cost: '20' } } } };

  test('the key says which', () => {
    const found = b.result(b.assess(perItem, { ...given, decisions: [{ item: 'P2', rate: '0.25' }] }));
    expect(found.items.map((item) => b.told(item))).toEqual(['up to 5 [discretion:c[P1]]', 'granted 5']);
    expect(b.told(found)).toBe('up to 10 [discretion:c[P1]]');
    expect(
      b.outcome(perItem, {
        ...given,
        decisions: [
          { item: 'P1', amount: '4' },
          { item: 'P2', amount: '9' },
        ],
      }),
    ).toBe('granted 13');
  });

  test('mistakes of the key are told', () => {
    expect(decide(perItem, { rate: '0.2' }, given).slice(1)).toEqual(['JT7206']);
    expect(decide(perItem, { rate: '0.2', item: 'P9' }, given).slice(1)).toEqual(['JT7205']);
    expect(decide(upTo40, { rate: '0.2', item: 'P1' }).slice(1)).toEqual(['JT7207']);
  });
});

describe('R14: reported, not used', () => {
  test('for a clause that is not met: a warning', () => {
    const assessment = b.assess(upTo40, { facts: { ...facts, fit: false }, decisions: [{ rate: '0.2' }] });
    expect(assessment.diagnostics.map(({ code, severity, path }) => `${code} ${severity} ${path}`)).toEqual([
      'JT7202 warning decisions[0]',
    ]);
    expect(assessment.diagnostics[0]!.message.zh).toBe('「c条」有核定，但该条款本期不成立，核定未采用');
  });

  test('where nothing is open', () => {
    expect(decide(one(b.grant(b.cny('5'))), { amount: '4' })).toEqual(['granted 5', 'JT7203']);
    expect(decide(one(b.grant(b.upTo(b.cny('5')))), { rate: '0.4' })).toEqual(['up to 5 [discretion:c]', 'JT7203']);
  });

  test('an unknown clause, or two decisions on one thing', () => {
    expect(decide(upTo40, { clause: 'z', rate: '0.2' }).slice(1)).toEqual(['JT7204']);
    expect(
      b
        .assess(upTo40, { facts, decisions: [{ rate: '0.2' }, { rate: '0.3' }] })
        .diagnostics.map(({ code, path }) => `${code} ${path}`),
    ).toEqual(['JT7208 decisions[1]']);
  });
});

test('readings that do not exist are told, and their defaults stand', () => {
  const bare = b.policy([b.clause('c', [b.grant(b.bySwitch('r', { x: b.cny('1'), y: b.cny('2') }))])], {
    readings: [b.reading('r', 'x', 'y')],
  });
  const assessment = b.assess(bare, { readings: { r: 'z', q: 'x' } });
  expect(assessment.diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'JT7210 readings.r',
    'JT7209 readings.q',
  ]);
  expect(b.told(b.result(assessment))).toBe('granted 1');
});
