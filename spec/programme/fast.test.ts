import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writePopulation } from '../../bench/population/write-population.ts';
import { projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';
import { place, rowsIn, run } from './programme-case.ts';

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

/** Cells that are not plain, and one that cannot be read. */
function spoiledCompany(line: string, index: number): string {
  if (index === 5) return line.replace('false', '否 ');
  if (index === 6) return line.replace('false', 'perhaps');
  return index === 7 ? line.replace(/\d{4}-\d\d-\d\d/, '2010/3/1') : line;
}

/** Items twice, without a key, of a level that is none, with full-width figures, and levels in another order. */
function spoiledProject(line: string, index: number): string {
  if (index === 1) return `${line}\n${line}`;
  if (index === 2) return line.replace(/,P\d+,/, ',,');
  if (index === 3) return line.replace(/(national|provincial|municipal)/, 'cosmic');
  if (index === 4) return line.replace(/(\d)(\.\d\d)/, '１$2');
  return index === 5 ? line.replace(/(national|provincial|municipal)(?=,)/, 'municipal、national') : line;
}
