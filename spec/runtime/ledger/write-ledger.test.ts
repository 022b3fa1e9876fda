import { expect, test } from 'vitest';
import type { Assessment, ClauseResult, Outcome, OutcomeKind } from '../../../runtime/assessment.ts';
import { newFrame } from '../../../runtime/frame.ts';
import { standingAwards } from '../../../runtime/history.ts';
import type { AwardEntry, Ledger } from '../../../runtime/input.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import { readLedger } from '../../../runtime/ledger/read-ledger.ts';
import { entriesOf, type RecordOptions } from '../../../runtime/ledger/write-ledger.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import { ofDecimalText, type Rational } from '../../../runtime/rational.ts';
import { policy, read } from '../door/sample-policy.ts';

const amountOf = (text: string): Rational | 'infinity' => (text === 'infinity' ? 'infinity' : ofDecimalText(text));

function outcome(kind: OutcomeKind, hi = '0', lo = kind === 'granted' ? hi : '0'): Outcome {
  const ends = { lo: amountOf(lo), hi: amountOf(hi) };
  return { kind, amount: ends, payable: ends, causes: [] };
}

function result(clause: string, whole: Outcome, items: Readonly<Record<string, Outcome>> = {}): ClauseResult {
  const own = { kind: 'number', lo: whole.amount.lo, hi: whole.amount.hi, causes: [] } as const;
  const listed = Object.entries(items).map(([key, one]) => ({ key, outcome: one, frame: newFrame() }));
  return { clause, outcome: whole, own, items: listed, frame: newFrame(), after: [], restsOn: ['bound'] };
}

function assessed(year: number, ...clauses: readonly ClauseResult[]): Assessment {
  return {
    policy: 'sample',
    subject: 'x',
    period: periodOfYear(year),
    readings: { bound: 'inclusive', other: 'a' },
    clauses,
    blocks: [],
    totals: [],
    diagnostics: [],
  };
}

const empty: Ledger = { entries: [] };
const record = (
  assessment: Assessment,
  ledger: Ledger = empty,
  rest: Partial<RecordOptions> = {},
  ir: PolicyIr = policy,
) => entriesOf(ir, assessment, { ledger, recordedOn: '2025-01-15', ...rest });

/** The ledger with the text appended, read again from text: what is written must be readable. */
function appended(ledger: Ledger, text: string): Ledger {
  const before = ledger.entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  const { ledger: after, diagnostics } = readLedger(before + text);
  expect(diagnostics).toEqual([]);
  return after ?? empty;
}

const paidOf = (ledger: Ledger) => standingAwards(ledger).map(({ clause, item, paid }) => [clause, item, paid]);

test('a settled clause is one entry, with the readings it rests on', () => {
  const { entries, text, count } = record(assessed(2024, result('art6', outcome('granted', '250000.5'))), empty, {
    policyDigest: 'abc',
  });
  expect(count).toBe(1);
  expect(entries).toEqual([
    {
      kind: 'award',
      id: 'x/art6/2024',
      subject: 'x',
      policy: 'sample',
      clause: 'art6',
      period: periodOfYear(2024),
      recordedOn: '2025-01-15',
      entitled: '250000.5',
      paid: '250000.5',
      state: 'decided',
      readings: { bound: 'inclusive' },
      digests: { policy: 'abc' },
    },
  ]);
  expect(appended(empty, text).entries).toEqual(entries);
});

test('an item clause is one entry an item, with the day of its event', () => {
  const facts = read({ project: [{ number: 'P1', won_on: '2024-05-01' }, { number: 'P2' }] }).facts!;
  const items = { P1: outcome('granted', '3'), P2: outcome('granted', '4'), P3: outcome('notMet') };
  const { entries } = record(assessed(2024, result('art4', outcome('granted', '7'), items)), empty, { facts });
  expect(entries.map(({ item, paid, eventDay }) => [item, paid, eventDay])).toEqual([
    ['P1', '3', '2024-05-01'],
    ['P2', '4', undefined],
  ]);
});

test('what is open, denied or nothing records no amount', () => {
  for (const kind of ['notMet', 'undetermined', 'outOfForce', 'superseded', 'noAmount', 'grantedUpTo'] as const) {
    expect(record(assessed(2024, result('art6', outcome(kind, '5')))).text).toBe('');
  }
  expect(record(assessed(2024, result('art6', outcome('granted', '0')))).text).toBe('');
});

test('a ceiling is recorded as provisional when asked, unless it has no end', () => {
  const ceiling = assessed(2024, result('art6', outcome('grantedUpTo', '5')));
  expect(record(ceiling, empty, { provisional: true }).entries.map(({ paid, state }) => [paid, state])).toEqual([
    ['5', 'provisional'],
  ]);
  expect(
    record(assessed(2024, result('art6', outcome('grantedUpTo', 'infinity'))), empty, { provisional: true }).count,
  ).toBe(0);
});

test('settled items of an open clause are recorded, if no later line has changed their sum', () => {
  const items = { P1: outcome('granted', '3'), P2: outcome('undetermined', '10') };
  const open = result('art4', outcome('undetermined', '13', '3'), items);
  expect(record(assessed(2024, open)).entries.map(({ item, paid }) => [item, paid])).toEqual([['P1', '3']]);
  const capped = result('art4', outcome('undetermined', '5', '3'), items);
  expect(record(assessed(2024, capped)).count).toBe(0);
});

test('where a wider cap has cut, the entries add up to what the clause pays', () => {
  const items = { P1: outcome('granted', '800'), P2: outcome('granted', '600') };
  const entries = record(assessed(2024, result('art4', outcome('granted', '1000'), items))).entries;
  expect(entries.map(({ item, paid }) => [item, paid])).toEqual([
    ['P1', '800'],
    ['P2', '200'],
  ]);
  const more = record(assessed(2024, result('art4', outcome('granted', '1500'), items))).entries;
  expect(more.map(({ item, paid }) => [item, paid])).toEqual([
    ['P1', '800'],
    ['P2', '600'],
    [undefined, '100'],
  ]);
});

test('what never ends as a decimal is cut, never lifted', () => {
  const third = { n: 2n, d: 3n };
  const whole: Outcome = {
    kind: 'granted',
    amount: { lo: third, hi: third },
    payable: { lo: third, hi: third },
    causes: [],
  };
  expect(record(assessed(2024, result('art6', whole))).entries[0]?.paid).toBe('0.666666666666');
});

test('recording the same again changes nothing', () => {
  const items = { P1: outcome('granted', '3'), P2: outcome('granted', '4') };
  const assessment = assessed(
    2024,
    result('art4', outcome('granted', '7'), items),
    result('art6', outcome('granted', '9')),
  );
  const ledger = appended(empty, record(assessment).text);
  expect(record(assessment, ledger)).toEqual({ entries: [], text: '', count: 0, stale: [] });
  expect(record(assessment, ledger, { recordedOn: '2026-01-01', policyDigest: 'mended' }).count).toBe(0);
});

test('a changed result is taken back and entered anew, again and again', () => {
  let ledger = appended(empty, record(assessed(2024, result('art6', outcome('granted', '5')))).text);
  for (const amount of ['7', '5', '7']) {
    const { text, entries } = record(assessed(2024, result('art6', outcome('granted', amount))), ledger);
    expect(entries.map(({ reverses }) => reverses !== undefined)).toEqual([true, false]);
    ledger = appended(ledger, text);
    expect(paidOf(ledger)).toEqual([['art6', undefined, amount]]);
  }
  const { text, entries } = record(assessed(2024, result('art6', outcome('notMet'))), ledger);
  expect(entries.map(({ paid, reverses }) => [paid, reverses !== undefined])).toEqual([['0', true]]);
  expect(paidOf(appended(ledger, text))).toEqual([]);
});

test('an open result takes nothing back; an item that is gone is taken back', () => {
  const items = { P1: outcome('granted', '3'), P2: outcome('granted', '4') };
  const ledger = appended(empty, record(assessed(2024, result('art4', outcome('granted', '7'), items))).text);
  expect(record(assessed(2024, result('art4', outcome('undetermined', 'infinity'))), ledger).count).toBe(0);
  const { text } = record(
    assessed(2024, result('art4', outcome('granted', '3'), { P1: outcome('granted', '3') })),
    ledger,
  );
  expect(paidOf(appended(ledger, text))).toEqual([['art4', 'P1', '3']]);
});

test('a ceiling that has been decided replaces its provisional entry', () => {
  const ceiling = assessed(2024, result('art6', outcome('grantedUpTo', '5')));
  const ledger = appended(empty, record(ceiling, empty, { provisional: true }).text);
  const { text } = record(assessed(2024, result('art6', outcome('granted', '5'))), ledger);
  expect(standingAwards(appended(ledger, text)).map(({ state }) => state)).toEqual(['decided']);
});

test('instalments that others keep are left alone', () => {
  const first = record(assessed(2024, result('art6', outcome('granted', '5')))).entries[0]!;
  const parts: Ledger = {
    entries: [
      { ...first, id: 'a', part: 1, paid: '2' },
      { ...first, id: 'b', part: 2, paid: '3' },
    ],
  };
  expect(record(assessed(2024, result('art6', outcome('granted', '6'))), parts).count).toBe(0);
});

test('later entries that may have read a changed result are listed as stale', () => {
  const cap = {
    id: 9,
    kind: 'cap',
    amount: {},
    allOrNothing: false,
    scope: { per: 'subject', window: { kind: 'ever' } },
  } as never;
  const [art4, art6] = policy.clauses as readonly [PolicyIr['clauses'][number], PolicyIr['clauses'][number]];
  const reader = {
    ...art6,
    id: 'art7',
    node: 5,
    statements: [{ id: 6, kind: 'when', condition: { kind: 'clause', clause: 'art6' } } as never],
  };
  const ir: PolicyIr = { ...policy, clauses: [art4, { ...art6, statements: [cap] }, reader] };
  const entry = (clause: string, year: number): AwardEntry => ({
    ...record(assessed(year, result('art6', outcome('granted', '5')))).entries[0]!,
    id: `${clause}-${year}`,
    clause,
  });
  const ledger: Ledger = {
    entries: [entry('art4', 2024), entry('art6', 2023), entry('art6', 2024), entry('art7', 2024), entry('art7', 2022)],
  };
  const late = record(assessed(2023, result('art6', outcome('granted', '6'))), ledger, {}, ir);
  expect(late.stale.map(({ id }) => id)).toEqual(['art6-2024', 'art7-2024']);
  expect(record(assessed(2023, result('art6', outcome('granted', '5'))), ledger, {}, ir).stale).toEqual([]);
  expect(record(assessed(2023, result('art4', outcome('granted', '6'))), ledger, {}, ir).stale).toEqual([]);
});

test('hostile keys of items make entries that can be read again', () => {
  const keys = ['__proto__', '"}\n{"kind":"award"', '长'.repeat(1000), ']', ''.padEnd(3, '\u2028x')];
  const items = Object.fromEntries(keys.map((key) => [key, outcome('granted', '1')]));
  Object.defineProperty(items, '__proto__', { value: outcome('granted', '1'), enumerable: true });
  const { text, count } = record(assessed(2024, result('art4', outcome('granted', String(keys.length)), items)));
  expect(count).toBe(keys.length);
  expect(text.split('\n').length).toBe(keys.length + 1);
  expect(readLedger(text).ledger?.entries.length).toBe(keys.length);
});
