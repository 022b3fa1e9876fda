import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writePopulation } from '../../bench/population/write-population.ts';
import { projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';
import { place, rowsIn, run, smallPolicy } from './programme-case.ts';

const here = place();
const policy = join(projectRoot, 'policies/xiamen-ai-2023/xiamen-ai-2023.policy');

/** Everybody one by one; by columns, refusals counted; by columns, refusals listed. */
const ways = { singly: ['--no-columns'], brief: ['--brief'], listed: [] } as const;

describe('what columns settle comes out as it does one by one', () => {
  beforeAll(async () => {
    const plan = { folder: here.path('city'), format: 'csv', companies: 400, seed: 3, missing: 0.01 } as const;
    writePopulation({ ...plan, firstYear: 2023, lastYear: 2025 }, () => undefined);
    spoil('companies.csv', spoiledCompany);
    spoil('project.csv', spoiledProject);
    spoil('scene.csv', (line, index) => (index === 2 ? `${line},,1` : line));
    for (const name of Object.keys(ways)) {
      await jieti(['ledger', here.path(`${name}.ledger`), 'cover', '--from', '2023-01-01', '--to', '2025-12-31']);
      await runYears(name as keyof typeof ways, '2023..2025', name);
    }
  }, 300_000);

  test.each(['awards', 'undetermined', 'problems', 'pools', 'summary'])('%s', (table) => {
    expect(sorted('brief', table)).toEqual(sorted('singly', table));
    expect(sorted('listed', table)).toEqual(sorted('singly', table));
  });

  test('refusals with their reasons, where they are listed', () => {
    expect(sorted('listed', 'refusals')).toEqual(sorted('singly', 'refusals'));
    expect(sorted('singly', 'refusals').length).toBeGreaterThan(10_000);
    expect(sorted('brief', 'refusals')).toEqual([]);
  });

  test('the ledger, to the digests', async () => {
    const entries = await exported('singly');
    expect(entries.length).toBeGreaterThan(20);
    expect(await exported('brief')).toEqual(entries);
    expect(await exported('listed')).toEqual(entries);
  });

  test('the sample has awards by item, history that counts, a budget that is short, and rows that are told', () => {
    const awards = rowsIn(here.path('singly/awards.jsonl'));
    expect(awards.filter(({ item }) => item !== null).length).toBeGreaterThan(5);
    expect(new Set(awards.map(({ year }) => year)).size).toBe(3);
    expect(rowsIn(here.path('singly/pools.jsonl')).length).toBe(3);
    const codes = new Set(rowsIn(here.path('singly/problems.jsonl')).map(({ code }) => code));
    expect(codes.size).toBeGreaterThan(3);
  });

  test('again, on what the store holds: nothing changes, and a corrected figure changes the same entries', async () => {
    const before = await exported('brief');
    await runYears('brief', '2024', 'again');
    expect(await exported('brief')).toEqual(before);
    const awarded = new Set(rowsIn(here.path('singly/awards.jsonl')).map(({ subject }) => String(subject)));
    // No AI company after all: what was paid for 2024 and 2025 is taken back.
    spoil('companies.csv', (line) => (awarded.has(line.split(',')[0]!) ? line.replace(',true,', ',false,') : line));
    for (const name of ['brief', 'singly'] as const) await runYears(name, '2024..2025', 'again');
    const after = await exported('brief');
    expect(after.length).toBeGreaterThan(before.length);
    expect(after).toEqual(await exported('singly'));
  }, 300_000);
});

test('figures below headers with units', async () => {
  const spent = ['12.5', '0.0123', '3', '', '7.12345', '1,2', '0.000001', '90000', '２', '5万'];
  const rows = spent.map((cell, index) => `C${index},"${cell}",${index % 2 === 0 ? '是' : ''},${index}.25`);
  const head = '企业,2024年度支出（万元）,已备案,申请额（百元）';
  // Who claims on a budget is assessed one by one.
  const policyText = smallPolicy.slice(0, smallPolicy.indexOf('clause pot'));
  here.put({ 'units.policy': policyText, 'units.csv': [head, ...rows, ''].join('\n') });
  for (const [name, more] of [
    ['units-columns', ['--brief', '--timings']],
    ['units-singly', ['--brief', '--no-columns']],
  ] as const) {
    const options = { applicants: here.path('units.csv'), years: '2024', format: 'jsonl', out: here.path(name) };
    const { out } = await run(here.path('units.policy'), options, more);
    expect(out.includes('outside evaluation'), out).toBe(name === 'units-columns');
  }
  for (const table of ['awards', 'undetermined', 'problems', 'pools', 'summary'])
    expect(sorted('units-columns', table), table).toEqual(sorted('units-singly', table));
  const open = rowsIn(here.path('units-columns/undetermined.jsonl')).filter(({ clause }) => clause === 'yearly');
  expect(open.find(({ subject }) => subject === 'C1')?.high).toBe('12.3');
});

async function runYears(way: keyof typeof ways, years: string, out: string): Promise<void> {
  const options = {
    applicants: here.path('city'),
    years,
    parameters: here.path('city/parameters.json'),
    ledger: here.path(`${way}.ledger`),
    format: 'jsonl',
    out: here.path(out),
  };
  await run(policy, options, ways[way]);
}

function sorted(name: string, table: string): readonly string[] {
  return rowsIn(here.path(`${name}/${table}.jsonl`))
    .map((row) => JSON.stringify(row))
    .sort();
}

async function exported(name: string): Promise<readonly string[]> {
  return (await jieti(['ledger', here.path(`${name}.ledger`), 'export'])).out.split('\n').sort();
}

function spoil(name: string, spoiled: (line: string, index: number) => string): void {
  const lines = readFileSync(here.path(`city/${name}`), 'utf8').split('\n');
  here.put({ [`city/${name}`]: lines.map(spoiled).join('\n') });
}

/** Without one of its cells, every time another. */
function blanked(line: string, index: number): string {
  const cells = line.split(',');
  cells[1 + ((index >> 2) % (cells.length - 1))] = '';
  return cells.join(',');
}

/** Cells that are not plain, one that cannot be read, and some that are blank. */
function spoiledCompany(line: string, index: number): string {
  if (index === 5) return line.replace('false', '否 ');
  if (index === 6) return line.replace('false', 'perhaps');
  if (index === 7) return line.replace(/\d{4}-\d\d-\d\d/, '2010/3/1');
  return index > 7 && index % 4 === 1 ? blanked(line, index) : line;
}

/** Items twice, without a key, of a level that is none, with full-width figures, and levels in another order. */
function spoiledProject(line: string, index: number): string {
  if (index === 1) return `${line}\n${line}`;
  if (index === 2) return line.replace(/,P\d+,/, ',,');
  if (index === 3) return line.replace(/(national|provincial|municipal)/, 'cosmic');
  if (index === 4) return line.replace(/(\d)(\.\d\d)/, '１$2');
  if (index === 5) return line.replace(/(national|provincial|municipal)(?=,)/, 'municipal、national');
  return index > 5 && index % 2 === 0 ? blanked(line, index * 2) : line;
}
