/** R10: no duplication among clauses, shared caps, and other policies. */
import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../runtime/input.ts';
import type { ConflictIr, GroupCapIr } from '../../runtime/ir.ts';
import * as b from '../testing/ir-builder.ts';

const fields = [
  b.field('x', b.money),
  b.field('y', b.money),
  b.field('pick', b.choices('a', 'b')),
  b.field('fit', b.boolean),
];
const two = [b.clause('a', [b.grant(b.fact('x'))]), b.clause('b', [b.grant(b.fact('y'))])];
const both = (bare: ReturnType<typeof b.policy>, given: b.Given): readonly string[] =>
  ['a', 'b'].map((id) => b.told(b.result(b.assess(bare, given), id)));
const conflict = (more: Partial<ConflictIr> = {}, clauses = two) =>
  b.policy(clauses, { fields, blocks: [b.conflict('k', ['a', 'b'], more)], readings: [b.reading('r', 'on', 'off')] });

describe('R10: the highest', () => {
  test('wins; a tie goes to the first listed', () => {
    expect(both(conflict(), { facts: { x: '5', y: '7' } })).toEqual(['superseded by b', 'granted 7']);
    expect(both(conflict(), { facts: { x: '7', y: '7' } })).toEqual(['granted 7', 'superseded by a']);
  });

  test('not met takes no part', () => {
    const gated = [b.clause('a', [b.when(b.fact('fit')), b.grant(b.fact('x'))]), two[1]!];
    expect(both(conflict({}, gated), { facts: { fit: false, x: '9', y: '7' } })).toEqual(['not met', 'granted 7']);
  });

  test('an open member leaves all open, unless it cannot win', () => {
    expect(both(conflict(), { facts: { y: '7' } })).toEqual([
      'undetermined 0..∞ [missing:x]',
      'undetermined 0..7 [missing:x]',
    ]);
    const bounded = { ...conflict(), fields: [b.field('x', b.money, { high: '6' }), fields[1]!] };
    expect(both(bounded, { facts: { y: '7' } })).toEqual(['superseded by b', 'granted 7']);
  });

  test('undecided ceilings compare by what may be paid at most', () => {
    const ceilings = [b.clause('a', [b.grant(b.upTo(b.cny('8')))]), b.clause('b', [b.grant(b.cny('7'))])];
    expect(both(conflict({}, ceilings), {})).toEqual(['up to 8 [discretion:a]', 'superseded by a']);
    expect(both(conflict({}, ceilings), { decisions: [{ clause: 'a', amount: '6' }] })).toEqual([
      'superseded by b',
      'granted 7',
    ]);
  });

  test('says so where ceilings were compared that a decision could still put in another order', () => {
    const ceilings = [b.clause('a', [b.grant(b.upTo(b.cny('8')))]), b.clause('b', [b.grant(b.cny('7'))])];
    const marks = (given: b.Given) =>
      ['a', 'b'].map((id) =>
        b.result(b.assess(conflict({}, ceilings), given), id).after.map((step) => step.provisional),
      );
    expect(marks({})).toEqual([[true], [true]]);
    expect(marks({ decisions: [{ clause: 'a', amount: '8' }] })).toEqual([[undefined], [undefined]]);
  });

  test('item by item, and the wider lines act on what is left', () => {
    const lists = [
      b.list('project', b.field('number', { kind: 'text' }), b.field('n', b.money), b.field('m', b.money)),
    ];
    const clauses = [
      b.clause('a', [b.items('project', [b.grant(b.itemFact('project', 'n'))]), b.cap('1000')]),
      b.clause('b', [b.items('project', [b.grant(b.itemFact('project', 'm'))]), b.cap('1000')]),
    ];
    const bare = b.policy(clauses, { lists, blocks: [b.conflict('k', ['a', 'b'], { per: 'item' })] });
    const given = { lists: { project: { P1: { n: '800', m: '600' }, P2: { n: '0', m: '600' } } } };
    expect(both(bare, given)).toEqual(['granted 800', 'granted 600']);
    const found = b.result(b.assess(bare, given), 'b');
    expect(found.items.map((item) => b.told(item))).toEqual(['superseded by a', 'granted 600']);
    expect([b.range(found.own), found.after.map((step) => `${step.item ?? 'all'} ${step.note}`)]).toEqual([
      '1000..1000',
      ['P1 lost', 'P2 won', 'all lost'],
    ]);
  });
});

describe('R10: other choosers', () => {
  const gated = [b.clause('a', [b.when(b.fact('fit')), b.grant(b.fact('x'))]), two[1]!];

  test('the first that applies, whatever the amounts', () => {
    const first = conflict({ chooser: 'first' }, gated);
    expect(both(first, { facts: { fit: true, x: '5', y: '7' } })).toEqual(['granted 5', 'superseded by a']);
    expect(both(first, { facts: { fit: false, x: '5', y: '7' } })).toEqual(['not met', 'granted 7']);
    expect(both(first, { facts: { x: '5', y: '7' } })).toEqual([
      'undetermined 0..5 [missing:fit]',
      'undetermined 0..7 [missing:fit]',
    ]);
  });

  test('the applicant’s choice', () => {
    const choice = conflict({ chooser: 'choice', choiceField: 'pick' });
    expect(both(choice, { facts: { x: '5', y: '7', pick: ['a'] } })).toEqual(['granted 5', 'superseded by a']);
    expect(both(choice, { facts: { x: '5', y: '7' } })).toEqual([
      'undetermined 0..5 [missing:pick]',
      'undetermined 0..7 [missing:pick]',
    ]);
  });

  test('the earliest', () => {
    const dated = [
      b.clause('a', [b.grant(b.fact('x'))]),
      b.clause('b', [b.grant(b.fact('y'))], { reference: { kind: 'field', field: 'on' } }),
    ];
    const earliest = { ...conflict({ chooser: 'earliest' }, dated), fields: [...fields, b.field('on', b.date)] };
    expect(both(earliest, { facts: { x: '5', y: '7', on: '2024-03-01' } })).toEqual(['superseded by b', 'granted 7']);
  });
});

describe('R10: awards of earlier periods', () => {
  const paidBefore = [b.coverage(), b.award('4', 2023, { clause: 'a' })];

  test('difference: deducted from the winner, also when another member won then', () => {
    expect(both(conflict({ earlier: 'difference' }), { facts: { x: '5', y: '7' }, ledger: paidBefore })).toEqual([
      'superseded by b',
      'granted 3',
    ]);
    expect(both(conflict({ earlier: 'difference' }), { facts: { x: '5', y: '7' } })).toEqual([
      'superseded by b',
      'undetermined 0..7 [history:a history:b]',
    ]);
  });

  test('exclusive: bars the other members, who then cannot win either', () => {
    expect(both(conflict({ earlier: 'exclusive' }), { facts: { x: '5', y: '7' }, ledger: paidBefore })).toEqual([
      'granted 5',
      'superseded by a',
    ]);
    expect(both(conflict({ earlier: 'exclusive' }), { facts: { x: '5', y: '7' } })).toEqual([
      'undetermined 0..5 [history:a history:b]',
      'undetermined 0..7 [history:a]',
    ]);
  });
});

test('a block under another reading does nothing; its members rest on the reading', () => {
  const under = conflict({ under: { reading: 'r', choices: ['on'] } });
  expect(both(under, { facts: { x: '5', y: '7' }, readings: { r: 'off' } })).toEqual(['granted 5', 'granted 7']);
  expect(b.result(b.assess(under, { facts: { x: '5', y: '7' } }), 'a').restsOn).toEqual(['r']);
});

test('R7: a reference may read a member before or after the block', () => {
  const after = b.clause('c', [b.grant(b.clauseValue('a', { kind: 'after', block: 'k' }))]);
  const before = b.clause('d', [b.grant(b.clauseValue('a'))]);
  const clauses = [...two, after, before];
  const order = [
    ['clause', 'a'],
    ['clause', 'b'],
    ['block', 'k'],
    ['clause', 'c'],
    ['clause', 'd'],
  ].map(([kind, id]) => ({ kind: kind as 'clause' | 'block', id: id! }));
  const bare = b.policy(clauses, { fields, blocks: [b.conflict('k', ['a', 'b'])], order });
  expect([
    b.outcome(bare, { facts: { x: '5', y: '7' } }, 'c'),
    b.outcome(bare, { facts: { x: '5', y: '7' } }, 'd'),
  ]).toEqual(['granted 0', 'granted 5']);
});

describe('shared caps', () => {
  const shared = (more: Partial<GroupCapIr> = {}) =>
    b.policy(two, { fields, blocks: [b.groupCap('g', ['a', 'b'], '100', more)] });

  test('in the listed order', () => {
    expect(both(shared(), { facts: { x: '80', y: '60' } })).toEqual(['granted 80', 'granted 20']);
    expect(both(shared(), { facts: { x: '100', y: '60' } })).toEqual(['granted 100', 'granted 0']);
    expect(both(shared(), { facts: { x: '40', y: '60' } })).toEqual(['granted 40', 'granted 60']);
  });

  test('in proportion', () => {
    expect(both(shared({ cut: 'proRata' }), { facts: { x: '150', y: '50' } })).toEqual(['granted 75', 'granted 25']);
  });

  test('an unknown member leaves the others what is sure', () => {
    expect(both(shared(), { facts: { y: '60' } })).toEqual([
      'undetermined 0..100 [missing:x]',
      'undetermined 0..60 [missing:x]',
    ]);
    expect(both(shared({ cut: 'proRata' }), { facts: { y: '60' } })).toEqual([
      'undetermined 0..100 [missing:x]',
      'undetermined 0..60 [missing:x]',
    ]);
  });

  test('over a wider window, what was paid to all members counts', () => {
    const ever = shared({ scope: { per: 'subject', window: { kind: 'ever' } } });
    expect(
      both(ever, { facts: { x: '80', y: '60' }, ledger: [b.coverage(), b.award('30', 2023, { clause: 'b' })] }),
    ).toEqual(['granted 70', 'granted 0']);
  });

  test('the room is told', () => {
    const [block] = b.assess(shared(), { facts: { x: '80', y: '60' } }).blocks;
    expect([b.range(block!.room!), b.range(block!.value), block!.frame.values.size]).toEqual([
      '100..100',
      '100..100',
      1,
    ]);
  });
});

describe('R10: other policies', () => {
  const with_ = (
    mode: 'difference' | 'exclusive' | 'none',
    clauses = [b.clause('c', [b.grant(b.cny('10'))])],
    lists = [b.list('project', b.field('number', { kind: 'text' }))],
  ) => b.policy(clauses, { lists, elsewhere: { kind: 'fixed', value: mode } });
  const other = (more: Partial<Parameters<typeof b.award>[2]> & { paid?: string; entitled?: string }, year = 2024) =>
    b.award('0', year, { policy: 'province', clause: 'their 3', matter: 'c', ...more });
  const due = (mode: 'difference' | 'exclusive' | 'none', ...ledger: readonly LedgerEntry[]) =>
    b.outcome(with_(mode), { ledger: [b.coverage(), ...ledger] });

  test('without coverage the amount stands as a ceiling', () => {
    expect(b.outcome(with_('difference'))).toBe('up to 10 [other-awards:c]');
    expect(b.outcome(with_('difference'), { ledger: [b.coverage('2024-01-01', '2024-12-31', { policy: 'p' })] })).toBe(
      'up to 10 [other-awards:c]',
    );
    expect(b.outcome(with_('none'))).toBe('granted 10');
    expect(due('difference')).toBe('granted 10');
  });

  test('a lower one paid: the difference, or barred', () => {
    expect(due('difference', other({ paid: '4', entitled: '4' }))).toBe('granted 6');
    expect(due('exclusive', other({ paid: '4', entitled: '4' }))).toBe('superseded by elsewhere');
    expect(b.outcome(with_('difference'), { ledger: [other({ paid: '4', entitled: '4' })] })).toBe(
      'up to 6 [other-awards:c]',
    );
  });

  test('a higher or equal one paid: nothing is left', () => {
    expect(due('difference', other({ paid: '10', entitled: '10' }))).toBe('superseded by elsewhere');
  });

  test('one not yet paid is taken there if higher; a tie is paid here', () => {
    expect(due('difference', other({ entitled: '10.01' }))).toBe('superseded by elsewhere');
    expect(due('difference', other({ entitled: '10' }))).toBe('granted 10');
    expect(due('difference', other({ entitled: '9' }))).toBe('granted 10');
  });

  test('only the same matter, in the same period', () => {
    expect(
      due('difference', other({ paid: '4', matter: 'd' }), other({ paid: '4' }, 2023), other({ paid: '4' }, 2025)),
    ).toBe('granted 10');
  });

  test('loans are no grants', () => {
    expect(b.outcome(with_('difference', [b.clause('c', [b.grant(b.cny('10'))], { kind: 'loan' })]))).toBe(
      'granted 10',
    );
  });

  test('an item clause is compared item by item, earlier periods too', () => {
    const clauses = [b.clause('c', [b.items('project', [b.grant(b.cny('10'))]), b.cap('15')])];
    const given = {
      lists: { project: { P1: {}, P2: {} } },
      ledger: [b.coverage(), other({ paid: '4', item: 'P1' }, 2023), other({ paid: '99', item: 'P3' })],
    };
    const found = b.result(b.assess(with_('difference', clauses), given));
    expect(found.items.map((item) => b.told(item))).toEqual(['granted 6', 'granted 10']);
    expect(b.told(found)).toBe('granted 15');
    expect(b.outcome(with_('difference', clauses), { lists: { project: { P1: {} } } })).toBe(
      'up to 10 [other-awards:c[P1]]',
    );
  });

  test('an unknown amount stays open on both sides', () => {
    const open = { ...with_('difference', [b.clause('c', [b.grant(b.fact('x'))])]), fields };
    expect(b.outcome(open, { ledger: [b.coverage(), other({ paid: '4', entitled: '4' })] })).toBe(
      'undetermined 0..∞ [missing:x]',
    );
    expect(b.outcome(open, { ledger: [b.coverage(), other({ entitled: '4' })] })).toBe('undetermined 0..∞ [missing:x]');
  });
});
