/** R2 within a clause, R4, R20: items, their scope, period and outcomes. */
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../runtime/day.ts';
import * as b from '../../testing/ir-builder.ts';

const project = b.list(
  'project',
  b.field('number', { kind: 'text' }),
  b.field('spent', b.money),
  b.field('won_on', b.date),
  b.field('good', b.boolean),
  b.field('levels', b.choices('national', 'provincial')),
);
const spent = () => b.itemFact('project', 'spent');
const policy = (statements: Parameters<typeof b.clause>[1], more: Parameters<typeof b.policy>[1] = {}) =>
  b.policy([b.clause('c', statements)], { lists: [project], fields: [b.field('fit', b.boolean)], ...more });
const perItem = policy([
  b.items(
    'project',
    [
      b.grant(b.rate(b.ratio('0.5'), spent())),
      b.cap('10', 'period', { scope: { per: 'item', window: { kind: 'period' } } }),
    ],
    { on: 'won_on' },
  ),
]);
const P = (spentText: string, on = '2024-05-01') => ({ spent: spentText, won_on: on });

describe('R2: scopes only widen', () => {
  test('a company cap acts on the sum of items that were capped one by one', () => {
    const both = policy([b.items('project', [b.grant(spent()), b.cap('10')], { on: 'won_on' }), b.cap('25')]);
    expect(b.outcome(both, { lists: { project: { P1: P('40'), P2: P('4') } } })).toBe('granted 14');
    expect(b.outcome(both, { lists: { project: { P1: P('40'), P2: P('40'), P3: P('40') } } })).toBe('granted 25');
  });

  test('a cap decides although an item is unknown', () => {
    const both = policy([b.items('project', [b.grant(spent()), b.cap('10')], { on: 'won_on' }), b.cap('20')]);
    expect(b.outcome(both, { lists: { project: { P1: P('40'), P2: P('40'), P3: { won_on: '2024-01-01' } } } })).toBe(
      'granted 20',
    );
  });
});

describe('R4: an item belongs to the period that holds its date', () => {
  test('the same file gives it once over several years', () => {
    const lists = { project: { P1: P('4', '2023-12-31'), P2: P('8', '2024-01-01') } };
    expect([2023, 2024, 2025].map((year) => b.outcome(perItem, { year, lists }))).toEqual([
      'granted 2',
      'granted 4',
      'not met',
    ]);
  });

  test('an unknown date leaves the item open, since it may lie outside', () => {
    expect(b.outcome(perItem, { lists: { project: { P1: { spent: '4' }, P2: P('8') } } })).toBe(
      'undetermined 4..6 [missing:project[P1].won_on]',
    );
  });

  test('an item dated before the policy was in force is out of force', () => {
    const late = { ...perItem, inForce: { from: '2024-06-01', to: '2025-12-31' } };
    const { items } = b.result(
      b.assess(late, { lists: { project: { P1: P('4', '2024-05-31'), P2: P('8', '2024-06-01') } } }),
    );
    expect(items.map((item) => `${item.key} ${b.told(item)}`)).toEqual(['P1 out of force', 'P2 granted 4']);
  });

  test('an item whose date is stated not to exist is left out', () => {
    const { outcome, items } = b.result(
      b.assess(perItem, { lists: { project: { P1: { spent: '4', won_on: null } } } }),
    );
    expect([outcome.kind, items.length]).toEqual(['notMet', 0]);
  });

  test('the reference day in an item line is the item’s date', () => {
    const days = policy([b.items('project', [b.grant({ ...b.referenceDay() })], { on: 'won_on' })]);
    expect(b.outcome(days, { lists: { project: { P1: P('1', '2024-05-01') } } })).toBe(
      `granted ${dayNumber('2024-05-01')}`,
    );
  });
});

describe('R20: lists and the outcomes of their items', () => {
  test('an absent list is unknown, an empty one is not', () => {
    expect(b.outcome(perItem, {})).toBe('undetermined 0..∞ [missing:project]');
    expect(b.outcome(perItem, { lists: { project: {} } })).toBe('not met');
  });

  test('each item has its own outcome; the clause has that of the sum', () => {
    const gated = policy([
      b.items('project', [b.when(b.itemFact('project', 'good')), b.grant(spent())], { on: 'won_on' }),
    ]);
    const lists = { project: { P1: { ...P('4'), good: true }, P2: { ...P('8'), good: false }, P3: P('16') } };
    const found = b.result(b.assess(gated, { lists }));
    expect(found.items.map((item) => b.told(item))).toEqual([
      'granted 4',
      'not met',
      'undetermined 0..16 [missing:project[P3].good]',
    ]);
    expect(b.told(found)).toBe('undetermined 4..20 [missing:project[P3].good]');
  });

  test('not met if every item is', () => {
    const gated = policy([
      b.items('project', [b.when(b.itemFact('project', 'good')), b.grant(spent())], { on: 'won_on' }),
    ]);
    const assessment = b.assess(gated, { lists: { project: { P1: { ...P('4'), good: false } } } });
    expect(b.told(b.result(assessment))).toBe('not met');
    expect([...b.result(assessment).frame.states.values()].map((state) => state.failed)).toEqual(['no item met']);
  });

  test('a filtered item has no outcome, one perhaps filtered is open', () => {
    const filtered = policy([
      b.items('project', [b.grant(spent())], { on: 'won_on', where: b.itemFact('project', 'good') }),
    ]);
    const found = b.result(
      b.assess(filtered, {
        lists: { project: { P1: { ...P('4'), good: true }, P2: { ...P('8'), good: false }, P3: P('16') } },
      }),
    );
    expect(found.items.map((item) => item.key)).toEqual(['P1', 'P3']);
    expect(b.told(found)).toBe('undetermined 4..20 [missing:project[P3].good]');
  });

  test('an item of several levels takes the highest row', () => {
    const levels = policy([
      b.items(
        'project',
        [
          b.grant(
            b.choose(b.itemFact('project', 'levels'), 'highest', [
              b.optionRow('national', b.rowCap(spent(), b.cny('8'))),
              b.optionRow('provincial', b.rowCap(spent(), b.cny('6'))),
            ]),
          ),
        ],
        { on: 'won_on' },
      ),
    ]);
    const lists = {
      project: {
        P1: { ...P('10'), levels: ['provincial', 'national'] },
        P2: { ...P('10'), levels: ['provincial'] },
        P3: { ...P('10'), levels: [] },
      },
    };
    const found = b.result(b.assess(levels, { lists }));
    expect(found.items.map((item) => b.told(item))).toEqual(['granted 8', 'granted 6', 'not met']);
    expect(b.outcome(levels, { lists: { project: { P1: P('10') } } })).toBe(
      'undetermined 0..8 [missing:project[P1].levels]',
    );
  });
});

describe('sums and counts over a list', () => {
  const good = () => b.itemFact('project', 'good');
  const sum = policy([b.grant(b.total(spent(), 'project', good()))]);
  const number = policy([b.when(b.compare(b.countOf('project', good()), 'atLeast', b.cny('2'))), b.grant(b.cny('5'))]);

  test('what perhaps counts adds nothing or its value', () => {
    const lists = { project: { P1: { spent: '4', good: true }, P2: { spent: '8' }, P3: { spent: '16', good: false } } };
    expect(b.outcome(sum, { lists })).toBe('undetermined 4..12 [missing:project[P2].good]');
    expect(b.outcome(number, { lists })).toBe('undetermined 0..5 [missing:project[P2].good]');
  });

  test('of an absent list [0, ∞), of an empty one 0', () => {
    expect(b.outcome(sum, {})).toBe('undetermined 0..∞ [missing:project]');
    expect(b.outcome(sum, { lists: { project: {} } })).toBe('granted 0');
    expect(b.outcome(number, { lists: { project: {} } })).toBe('not met');
  });

  test('a sum that may be negative is open below as well', () => {
    const net = policy([b.grant(b.add(b.cny('10'), b.total(b.subtract(spent(), b.cny('1')), 'project')))]);
    const { frame } = b.result(b.assess(net, {}));
    expect([...frame.values.values()].map((value) => (value.kind === 'number' ? b.range(value) : ''))).toContain(
      '-∞..∞',
    );
  });
});
