/** R5: what the ledger says, what nobody says, and what an assessment must not see. */
import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../runtime/input.ts';
import * as b from '../testing/ir-builder.ts';

const lifetime = b.policy([b.clause('c', [b.grant(b.cny('80')), b.cap('100', 'ever')])]);
const left = (ledger: readonly LedgerEntry[] | undefined, year = 2024, bare = lifetime) =>
  b.outcome(bare, { year, ...(ledger === undefined ? {} : { ledger }) });

describe('R5: room left', () => {
  test('paid amounts of earlier periods are deducted', () => {
    expect(left([b.coverage(), b.award('50', 2023)])).toBe('granted 50');
    expect(left([b.coverage()])).toBe('granted 80');
  });

  test('without a ledger, and outside its coverage, history is unknown and never 0', () => {
    expect(left(undefined)).toBe('undetermined 0..80 [history:c]');
    expect(left([])).toBe('undetermined 0..80 [history:c]');
    expect(left([b.award('50', 2023)])).toBe('undetermined 0..50 [history:c]');
    expect(left([b.coverage('2023-01-01', '2023-12-30')])).toBe('undetermined 0..80 [history:c]');
  });

  test('coverage may come in pieces, and be of this policy or of all, of this subject or of all', () => {
    expect(
      left([
        b.coverage('2023-06-01', '2023-12-31', { policy: 'p' }),
        b.coverage('2022-01-01', '2023-05-31', { subject: '*' }),
      ]),
    ).toBe('granted 80');
    expect(left([b.coverage('2023-06-02', '2023-12-31'), b.coverage('2022-01-01', '2023-05-31')])).toBe(
      'undetermined 0..80 [history:c]',
    );
    expect(left([b.coverage('2000-01-01', '2030-01-01', { policy: 'q' })])).toBe('undetermined 0..80 [history:c]');
  });

  test('before the policy was in force nothing can have been paid', () => {
    expect(left(undefined, 2023)).toBe('granted 80');
  });

  test('a history that no longer matters is not asked for', () => {
    expect(left([b.award('120', 2023)])).toBe('granted 0');
  });

  test('the period itself never asks', () => {
    expect(b.outcome(b.policy([b.clause('c', [b.grant(b.cny('80')), b.cap('70')])]))).toBe('granted 70');
  });
});

describe('R5: which entries are seen', () => {
  test('its own period and later ones are not: replay changes nothing', () => {
    expect(left([b.coverage(), b.award('50', 2024), b.award('30', 2025)])).toBe('granted 80');
  });

  test('others’ are not: another subject, policy, clause', () => {
    expect(
      left([
        b.coverage(),
        b.award('50', 2023, { subject: 't' }),
        b.award('50', 2023, { policy: 'q' }),
        b.award('50', 2023, { clause: 'd' }),
      ]),
    ).toBe('granted 80');
  });

  test('ids decide, digests do not', () => {
    expect(left([b.coverage(), b.award('50', 2023, { digests: { policy: 'another' } })])).toBe('granted 50');
  });

  test('a reversed award does not count, nor does the reversal', () => {
    const first = b.award('50', 2023);
    const reversal = b.award('50', 2023, { reverses: first.id });
    expect(left([b.coverage(), first, reversal])).toBe('granted 80');
    expect(left([b.coverage(), first, reversal, b.award('30', 2023)])).toBe('granted 70');
    expect(left([b.coverage(), first, reversal, b.award('50', 2023, { reverses: reversal.id })])).toBe('granted 50');
  });

  test('a provisional ceiling counts as anything up to what it says', () => {
    expect(left([b.coverage(), b.award('50', 2023, { state: 'provisional' })])).toBe('undetermined 50..80 [history:c]');
  });

  test('paid counts, not entitled', () => {
    expect(left([b.coverage(), b.award('50', 2023, { entitled: '90' })])).toBe('granted 50');
  });

  test('a window of years', () => {
    const rolling = b.policy([b.clause('c', [b.grant(b.cny('80')), b.cap('100', 2)])], {
      inForce: { from: '2020-01-01' },
    });
    expect(left([b.coverage(), b.award('50', 2022)], 2024, rolling)).toBe('granted 80');
    expect(left([b.coverage(), b.award('50', 2023)], 2024, rolling)).toBe('granted 50');
    expect(left([b.coverage('2023-01-01', '2023-12-31')], 2024, rolling)).toBe('granted 80');
  });

  test('while in force', () => {
    const inForce = b.policy([b.clause('c', [b.grant(b.cny('80')), b.cap('100', 'inForce')])]);
    expect(left([b.coverage(), b.award('50', 2022)], 2024, inForce)).toBe('granted 80');
    expect(left([b.coverage(), b.award('50', 2023)], 2024, inForce)).toBe('granted 50');
  });
});

describe('R5: once', () => {
  const once = b.policy([b.clause('c', [b.once(), b.grant(b.cny('5'))])]);
  const perProject = b.policy([b.clause('c', [b.items('project', [b.once('item'), b.grant(b.cny('5'))])])], {
    lists: [b.list('project', b.field('number', { kind: 'text' }))],
  });

  test('is used up by a paid amount above 0 alone', () => {
    expect(left([b.coverage(), b.award('1', 2023)], 2024, once)).toBe('not met');
    expect(left([b.coverage(), b.award('0', 2023)], 2024, once)).toBe('granted 5');
    expect(left([b.coverage(), b.award('1', 2023, { state: 'provisional' })], 2024, once)).toBe(
      'undetermined 0..5 [history:c]',
    );
    expect(left(undefined, 2024, once)).toBe('undetermined 0..5 [history:c]');
  });

  test('is keyed by the item', () => {
    const given = {
      lists: { project: { P1: {}, P2: {} } },
      ledger: [b.coverage(), b.award('5', 2023, { item: 'P1' })],
    };
    const found = b.result(b.assess(perProject, given));
    expect(found.items.map((item) => b.told(item))).toEqual(['not met', 'granted 5']);
    expect(b.outcome(perProject, { lists: { project: { P1: {} } } })).toBe('undetermined 0..5 [history:c[P1]]');
  });
});

test('R5: paid under a clause', () => {
  const less = b.policy([
    b.clause('c', [b.grant(b.cny('80')), b.adjust('less', b.paidUnder('d'))]),
    b.clause('d', [b.grant(b.cny('1'))]),
  ]);
  expect(b.outcome(less, { ledger: [b.coverage(), b.award('30', 2023, { clause: 'd' })] })).toBe('granted 50');
  expect(b.outcome(less)).toBe('undetermined 0..80 [history:d]');
});

test('R15: history made under another choice of a reading that counts is flagged', () => {
  const bare = b.policy(
    [
      b.clause('c', [
        b.grant(b.cny('80')),
        b.switchLines('scope', { year: [b.cap('90')], life: [b.cap('90', 'ever')] }),
      ]),
    ],
    { readings: [b.reading('scope', 'year', 'life')] },
  );
  const ledger = [b.coverage(), b.award('50', 2023, { readings: { scope: 'year' } })];
  expect(b.assess(bare, { ledger, readings: { scope: 'life' } }).diagnostics.map((found) => found.code)).toEqual([
    'JT7211',
  ]);
  expect(b.assess(bare, { ledger }).diagnostics).toEqual([]);
});
