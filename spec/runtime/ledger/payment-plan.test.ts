/** R5, R24: what is recorded of an entitlement that is paid in parts, and what later years make of it. */
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { compareReadings } from '../../../runtime/compare-readings.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import type { AwardEntry, EvaluationInput, Ledger, LedgerEntry } from '../../../runtime/input.ts';
import { readLedger } from '../../../runtime/ledger/read-ledger.ts';
import { entriesOf } from '../../../runtime/ledger/write-ledger.ts';

const text = `
policy p { in force 2023-01-01 to 2029-12-31 ; currency CNY }
facts company | 企业 { got_on | 认定日 : date ; x : money each year ; tax : money each year }
clause bonus { cites article 1
  dated by got_on
  award 10% of x
  paid in parts { in year 1 : 50% ; in year 2 : 30% ; in year 3 : the rest }, cap tax per year, excess carried over
}
`;
const { ir } = compile({ file: 'p.policy', text });

function input(year: number, facts: Readonly<Record<string, string>>, ledger: Ledger): EvaluationInput {
  const values = new Map(
    Object.entries(facts).map(([key, value]) => [key, key === 'got_on' ? { date: value } : { number: value }]),
  );
  const period = { label: String(year), from: `${year}-01-01`, to: `${year + 1}-01-01`, year };
  return { facts: { subject: 'S', values, lists: new Map() }, period, ledger, decisions: [], readings: {} };
}

const coverage: LedgerEntry = { kind: 'coverage', policy: '*', subject: '*', from: '2000-01-01', to: '2100-01-01' };

function assessed(year: number, facts: Readonly<Record<string, string>>, ledger: Ledger) {
  const assessment = evaluate(ir!, input(year, facts, ledger));
  return { assessment, recording: entriesOf(ir!, assessment, { ledger, recordedOn: `${year}-12-31` }) };
}

const got = { got_on: '2023-05-01' };
const facts2023 = { ...got, 'x@2023': '1000', 'tax@2023': '40' };

function after2023(): Ledger {
  const start: Ledger = { entries: [coverage] };
  return { entries: [coverage, ...assessed(2023, facts2023, start).recording.entries] };
}

test('the entitlement and the part that is paid are entries of their own', () => {
  const { entries, text: lines } = assessed(2023, facts2023, { entries: [coverage] }).recording;
  expect(
    entries.map(({ id, entitled, paid, inParts, part, partOf, period }) => ({
      id,
      entitled,
      paid,
      inParts,
      part,
      of: partOf?.label,
      period: period.label,
    })),
  ).toEqual([
    { id: 'S/bonus/2023', entitled: '100', paid: '0', inParts: '100', part: undefined, of: undefined, period: '2023' },
    { id: 'S/bonus/2023#1/2023', entitled: '50', paid: '40', inParts: undefined, part: 1, of: '2023', period: '2023' },
  ]);
  expect(readLedger(lines).ledger?.entries).toEqual(entries);
});

test('assessing the same year again records nothing more', () => {
  const ledger = after2023();
  expect(assessed(2023, facts2023, ledger).recording.count).toBe(0);
});

test('the next year pays what is carried over and what falls due', () => {
  const ledger = after2023();
  const { assessment, recording } = assessed(2024, { ...got, 'tax@2024': '35' }, ledger);
  expect(assessment.clauses[0]!.outcome.kind).toBe('notMet');
  expect(recording.entries.map(({ part, entitled, paid, period }) => [part, entitled, paid, period.label])).toEqual([
    [1, '50', '10', '2024'],
    [2, '30', '25', '2024'],
  ]);
  const later: Ledger = { entries: [...ledger.entries, ...recording.entries] };
  expect(assessed(2024, { ...got, 'tax@2024': '35' }, later).recording.count).toBe(0);
  const last = assessed(2025, { ...got, 'tax@2025': '1000' }, later).recording;
  expect(last.entries.map(({ part, paid }) => [part, paid])).toEqual([
    [2, '5'],
    [3, '20'],
  ]);
});

test('a changed entitlement is taken back and entered anew, with its part; later parts are stale', () => {
  const ledger = after2023();
  const later: Ledger = {
    entries: [...ledger.entries, ...assessed(2024, { ...got, 'tax@2024': '35' }, ledger).recording.entries],
  };
  const { entries, stale } = assessed(2023, { ...facts2023, 'x@2023': '600' }, later).recording;
  expect(entries.map(({ reverses, inParts, part, paid }) => [reverses !== undefined, inParts, part, paid])).toEqual([
    [true, '0', undefined, '0'],
    [true, undefined, 1, '0'],
    [false, '60', undefined, '0'],
    [false, undefined, 1, '30'],
  ]);
  expect(stale.map(({ part }) => part)).toEqual([1, 2]);
});

test('a part whose condition or most is open is not recorded', () => {
  const { assessment, recording } = assessed(2024, got, after2023());
  expect(recording.count).toBe(0);
  expect(assessment.clauses[0]!.payment?.now.causes).toEqual(['missing:tax@2024']);
});

test('an instalment says of which period it is a part', () => {
  const line = JSON.stringify({ ...after2023().entries.at(-1), part: undefined });
  expect(readLedger(line).diagnostics.map(({ code }) => code)).toEqual(['JT7103']);
});

test('what another policy has promised in parts counts in full, and is told as promised', () => {
  const other = compile({
    file: 'q.policy',
    text: `
policy q { in force 2023-01-01 to 2029-12-31 ; no duplication with other policies, paying the difference }
facts company | 企业 { x : money each year }
clause own { cites article 1 ; matter bonus ; award 10% of x }
`,
  });
  const [promise, part] = after2023().entries.slice(1) as AwardEntry[];
  const ledger = { entries: [coverage, { ...promise!, matter: 'bonus' }, { ...part!, matter: 'bonus' }] };
  const result = evaluate(other.ir!, input(2023, { 'x@2023': '1500' }, ledger)).clauses[0]!;
  expect(result.outcome.amount.hi).toEqual({ n: 50n, d: 1n });
  expect(result.after[0]!.awards).toEqual([
    { entry: 'S/bonus/2023', policy: 'p', period: '2023', entitled: '100', paid: '100', inParts: true },
  ]);
});

test('R15: a reading that only a plan rests on is told to change what is paid now', () => {
  const { ir: read } = compile({
    file: 'r.policy',
    text: `
policy r { in force 2023-01-01 to 2029-12-31 }
facts company | 企业 { got_on | 认定日 : date ; x : money each year }
reading when_due | 何时 "From which day?" { at_once | 认定日起 (default) ; year_later | 次年起 }
clause bonus { cites article 1
  dated by got_on
  award 10% of x
  paid in parts { on by reading when_due { at_once : got_on ; year_later : 1 year after got_on } : 50% ; in year 5 : the rest }
}
`,
  });
  const facts = input(2023, { ...got, 'x@2023': '1000' }, { entries: [coverage] });
  const [difference] = compareReadings(read!, facts, evaluate);
  expect(difference!.clauses.map(({ before, after }) => [before.payable.hi, after.payable.hi])).toEqual([
    [
      { n: 50n, d: 1n },
      { n: 0n, d: 1n },
    ],
  ]);
});

test('a ledger of very many awards is refused in time', () => {
  const [promise] = after2023().entries.slice(1) as AwardEntry[];
  const many = Array.from({ length: 20_000 }, (_, index) => ({ ...promise!, id: `e${index}`, item: `i${index}` }));
  const { diagnostics } = evaluate(ir!, input(2024, { ...got, 'tax@2024': '35' }, { entries: [coverage, ...many] }));
  expect(diagnostics.map(({ code }) => code)).toEqual(['JT7220']);
});
