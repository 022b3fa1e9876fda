/** D5, R9: what a cap leaves of each item is what is paid for it and recorded. */
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import { entriesOf } from '../../../runtime/ledger/write-ledger.ts';

const head = `policy p { in force 2024-01-01 }
facts company { each project by code { code : text; cost : money; done : date } }`;

/** Paid by item of the first example, as recorded. */
function recorded(clause: string, costs: readonly string[]): readonly (readonly [string | undefined, string])[] {
  const items = costs.map((cost, at) => `given project "${at}" { cost = ${cost} CNY; done = 2024-0${at + 1}-01 }`);
  const text = `${head}\n${clause}\nexample "x" in 2024 { ${items.join('\n')}\nexpect c = not met }`;
  const { ir, examples, diagnostics } = compile({ file: 'p.policy', text });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([]);
  const assessment = evaluate(ir!, examples[0]!.input);
  const { entries } = entriesOf(ir!, assessment, { ledger: { entries: [] }, recordedOn: '2025-01-01' });
  return entries.map(({ item, paid }) => [item, paid]);
}

const clause = (lines: string) => `clause c for each project on done { cites article 1\ngrant cost\n${lines} }`;

test('in proportion, in whole fen by largest remainder, adding up to the cap', () => {
  expect(recorded(clause('cap 100 CNY per company per year, cut pro rata'), ['100', '100', '100'])).toEqual([
    ['0', '33.34'],
    ['1', '33.33'],
    ['2', '33.33'],
  ]);
});

test('in order: who is served last is cut, to nothing if need be', () => {
  const order = 'cut in order by cost lowest first, ties in listed order';
  expect(recorded(clause(`cap 100 CNY per company per year, ${order}`), ['90', '30', '20'])).toEqual([
    ['0', '50'],
    ['1', '30'],
    ['2', '20'],
  ]);
  expect(recorded(clause('cap 100 CNY per company per year, cut in order'), ['90', '30', '20'])).toEqual([
    ['0', '90'],
    ['1', '10'],
  ]);
});

test('items beyond a limit are not recorded', () => {
  const lines = 'limit 1 per company per year, by cost highest first, ties in listed order';
  expect(recorded(clause(lines), ['90', '95', '20'])).toEqual([['1', '95']]);
});

test('a line on the sum after the cut leaves the items as listed', () => {
  const lines = 'cap 100 CNY per company per year, cut pro rata\nround down to 30 CNY';
  expect(recorded(clause(lines), ['100', '100', '100'])).toEqual([['0', '90']]);
});

test('rounding upwards lifts no item above its share, nor all above the cap', () => {
  const rounded = `${head.replace('in force 2024-01-01', 'in force 2024-01-01; pay rounded up to 1 CNY')}`;
  const text = `${rounded}\n${clause('cap 100.5 CNY per company per year, cut in order')}
example "x" in 2024 {
given project "0" { cost = 50.2 CNY; done = 2024-01-01 }
given project "1" { cost = 50.2 CNY; done = 2024-02-01 }
expect c = 100.4 CNY }`;
  const { ir, examples } = compile({ file: 'p.policy', text });
  const { entries } = entriesOf(ir!, evaluate(ir!, examples[0]!.input), {
    ledger: { entries: [] },
    recordedOn: '2025-01-01',
  });
  expect(entries.map(({ item, paid }) => [item, paid])).toEqual([
    ['0', '50'],
    ['1', '50'],
  ]);
});
