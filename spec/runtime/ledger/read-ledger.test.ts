import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import * as kinds from '../../../diagnostics/ledger.ts';
import { readLedger } from '../../../runtime/ledger/read-ledger.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import { projectRoot } from '../../testing/golden.ts';
import { processorTime } from '../../testing/processor-time.ts';
import { told } from '../door/sample-policy.ts';

const award = {
  kind: 'award',
  id: 'A1',
  subject: 'x',
  policy: 'sample',
  clause: 'art4',
  item: 'P1',
  period: periodOfYear(2023),
  recordedOn: '2023-12-20',
  entitled: '100000.50',
  paid: '100000.50',
  state: 'decided',
};
const coverage = {
  kind: 'coverage',
  policy: '*',
  subject: '*',
  from: '2000-01-01',
  to: '2023-12-31',
  statedBy: '市工信局',
};
const lines = (...entries: readonly unknown[]) => entries.map((entry) => JSON.stringify(entry)).join('\n');
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(join(projectRoot, 'spec/ledger.schema.json'), 'utf8')),
);

test('awards and coverage, with blank lines, BOM and either line end', () => {
  const text = `\ufeff${JSON.stringify(coverage)}\r\n\n${JSON.stringify(award)}\n`;
  const { ledger, diagnostics } = readLedger(text);
  expect(diagnostics).toEqual([]);
  expect(ledger?.entries).toEqual([
    coverage,
    { ...award, entitled: '100000.5', paid: '100000.5', readings: {}, digests: {} },
  ]);
  expect(readLedger('')).toEqual({ ledger: { entries: [] }, diagnostics: [] });
});

test('the sample ledger of the Xiamen measures', () => {
  const { ledger, diagnostics } = readLedger(
    readFileSync(join(projectRoot, 'policies/xiamen-ai-2023/ledger.jsonl'), 'utf8'),
  );
  expect(diagnostics).toEqual([]);
  expect(ledger?.entries.length).toBeGreaterThan(1);
});

test('full-width keys of items and subjects are those of the facts', () => {
  const entry = readLedger(lines({ ...award, item: 'Ｐ１', subject: ' ｘ ' })).ledger?.entries[0];
  expect(entry).toMatchObject({ item: 'P1', subject: 'x' });
});

/** Wrong by its form, so that the published schema refuses it too. */
const malformed: readonly (readonly [string, unknown, string])[] = [
  ['no object', 'A1', 'JT7102'],
  ['of no kind', { ...award, kind: 'payment' }, 'JT7102'],
  ['an award without its amount', { ...award, paid: undefined }, 'JT7103'],
  ['an award without its period', { ...award, period: null }, 'JT7103'],
  ['a period by its name alone', { ...award, period: '2023' }, 'JT7104'],
  ['a period without its end', { ...award, period: { ...award.period, to: undefined } }, 'JT7103'],
  ['an amount as a number', { ...award, paid: 100000.5 }, 'JT7104'],
  ['an amount with its unit', { ...award, paid: '10万元' }, 'JT7104'],
  ['a negative amount', { ...award, paid: '-1' }, 'JT7104'],
  ['a day in another form', { ...award, recordedOn: '2023/12/20' }, 'JT7104'],
  ['a state that is none', { ...award, state: 'paid' }, 'JT7104'],
  ['an instalment of zero', { ...award, part: 0 }, 'JT7104'],
  ['readings as a list', { ...award, readings: ['a'] }, 'JT7104'],
  ['an empty id', { ...award, id: ' ' }, 'JT7104'],
  ['coverage without an end', { ...coverage, to: undefined }, 'JT7103'],
];

test.each(malformed)('%s', (_title, entry, code) => {
  const { ledger, diagnostics } = readLedger(lines(coverage, entry));
  expect(diagnostics.map((found) => `${found.code} ${found.path}`)).toEqual([`${code} 第 2 行`]);
  expect(ledger).toBeUndefined();
  expect(validate(JSON.parse(JSON.stringify(entry)))).toBe(false);
});

test('the published schema takes what the reader takes', () => {
  for (const entry of [
    award,
    coverage,
    { ...award, reverses: 'A0', part: 2, matter: 'm', readings: { a: 'b' }, digests: {} },
  ]) {
    expect(validate(JSON.parse(JSON.stringify(entry)))).toBe(true);
  }
});

/** Wrong in meaning, or beside other lines. */
const mistaken: readonly (readonly [string, string, readonly string[]])[] = [
  ['a line that is not JSON', `${lines(coverage)}\n{"kind": "award",}`, ['JT6002 第 2 行']],
  ['a key twice', '{"kind": "coverage", "kind": "coverage"}', ['JT6004 第 1 行', ...Array(4).fill('JT7103 第 1 行')]],
  ['a day that does not exist', lines({ ...award, recordedOn: '2023-02-29' }), ['JT7104 第 1 行']],
  ['a name with no effect', lines({ ...award, payed: '1' }), ['JT7105 第 1 行']],
  ['one id twice', lines(award, { ...award, item: 'P2' }), ['JT7106 第 2 行']],
  ['a reversal of nothing', lines({ ...award, reverses: 'A0' }), ['JT7107 第 1 行']],
  ['a reversal of itself', lines({ ...award, reverses: 'A1' }), ['JT7107 第 1 行']],
  ['a reversal before what it takes back', lines({ ...award, id: 'R', reverses: 'A1' }, award), ['JT7107 第 1 行']],
  [
    'a reversal twice',
    lines(award, { ...award, id: 'R1', reverses: 'A1' }, { ...award, id: 'R2', reverses: 'A1' }),
    ['JT7108 第 3 行'],
  ],
  ['a reversal of another item', lines(award, { ...award, id: 'R1', item: 'P2', reverses: 'A1' }), ['JT7109 第 2 行']],
  ['a period of no day', lines({ ...award, period: { ...award.period, to: '2023-01-01' } }), ['JT7110 第 1 行']],
  ['a coverage that runs backwards', lines({ ...coverage, to: '1999-12-31' }), ['JT7110 第 1 行']],
  ['a period of another year', lines({ ...award, period: { ...award.period, year: 2024 } }), ['JT7111 第 1 行']],
  ['an award entered twice', lines(award, { ...award, id: 'A2' }), ['JT7112 第 2 行']],
];

test.each(mistaken)('%s', (_title, text, expected) => {
  expect(readLedger(text).diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
});

test('an award taken back may be entered anew; a reversal taken back restores', () => {
  const again = lines(award, { ...award, id: 'R1', reverses: 'A1' }, { ...award, id: 'A2', paid: '5' });
  expect(readLedger(again).diagnostics).toEqual([]);
  const restored = lines(award, { ...award, id: 'R1', reverses: 'A1' }, { ...award, id: 'R2', reverses: 'R1' });
  expect(readLedger(restored).diagnostics).toEqual([]);
  const reversedAgain = `${restored}\n${lines({ ...award, id: 'R3', reverses: 'A1' })}`;
  expect(readLedger(reversedAgain).diagnostics).toEqual([]);
  const instalments = lines({ ...award, part: 1 }, { ...award, id: 'A2', part: 2 });
  expect(readLedger(instalments).diagnostics).toEqual([]);
});

test('every bad line is told, each with its number and in the words of a clerk', () => {
  const text = [...malformed.map(([, entry]) => lines(entry)), ...mistaken.map(([, line]) => line)].join('\n');
  const report = told(readLedger(text));
  expect(report).not.toMatch(/undefined|\[object|NaN/);
  for (const line of malformed.keys()) expect(report).toContain(`@ 第 ${line + 1} 行`);
});

test('every code of the ledger is met by a case', () => {
  const met = new Set([
    'JT7101',
    ...malformed.map(([, , code]) => code),
    ...mistaken.flatMap(([, , codes]) => codes.map((one) => one.slice(0, 6))),
  ]);
  expect(
    Object.values(kinds)
      .map(({ code }) => code)
      .filter((code) => !met.has(code)),
  ).toEqual([]);
});

describe('hostile ledgers end soon', () => {
  const codes = (text: string) => {
    const { result, milliseconds } = processorTime(() => readLedger(text));
    const { ledger, diagnostics } = result;
    expect(milliseconds).toBeLessThan(2000);
    return { known: ledger !== undefined, codes: [...new Set(diagnostics.map(({ code }) => code))] };
  };
  test('beyond the limit', () => expect(codes('x'.repeat(20_000_001)).codes).toEqual(['JT7101']));
  test('nothing but line ends', () => expect(codes('\n'.repeat(10_000_000))).toEqual({ known: true, codes: [] }));
  test('200,000 bad lines', () =>
    expect(codes('{"kind":"award"}\n'.repeat(200_000)).codes).toEqual(['JT7103', 'JT6059']));
  test('one line of megabytes', () => expect(codes(`"${'x'.repeat(5_000_000)}"`).codes).toEqual(['JT6001']));
  test('brackets without end', () => expect(codes('['.repeat(900_000)).codes).toEqual(['JT6003']));
  test('names that programs use themselves', () => {
    const entry = `{"kind":"award","__proto__":{"paid":"5"},"constructor":1,${JSON.stringify({ ...award, readings: {} }).slice(16)}`;
    expect(codes(entry)).toEqual({ known: true, codes: ['JT7105'] });
    const readings = readLedger(`${JSON.stringify(award).slice(0, -1)},"readings":{"__proto__":"x"}}`).ledger
      ?.entries[0];
    expect(Object.keys((readings as { readings: object }).readings)).toEqual(['__proto__']);
  });
  test('10,000 honest lines', () => {
    const text = Array.from({ length: 10_000 }, (_, index) =>
      lines({ ...award, id: `A${index}`, item: `P${index}` }),
    ).join('\n');
    expect(codes(text)).toEqual({ known: true, codes: [] });
  });
});
