import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writePopulation } from '../../bench/population/write-population.ts';
import { projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';
import { place, rowsIn, run } from './programme-case.ts';

const here = place();
const policy = join(projectRoot, 'policies/xiamen-ai-2023/xiamen-ai-2023.policy');

describe('a brief run settles by columns those who get nothing', () => {
  test('and all else comes out as it does one by one: awards, what is open, budgets, sums, the ledger', async () => {
    const plan = {
      companies: 400,
      format: 'csv',
      folder: here.path('city'),
      firstYear: 2023,
      lastYear: 2025,
      seed: 3,
      missing: 0.01,
    } as const;
    writePopulation(plan, () => undefined);
    // Some rows that are not plain, and one that cannot be read.
    here.put({ 'city/companies.csv': spoiled(await text('city/companies.csv')) });
    await runBoth();
    for (const table of ['awards', 'undetermined', 'problems', 'pools', 'summary'])
      expect(sorted('brief', table), table).toEqual(sorted('whole', table));
    expect(await exported('brief')).toEqual(await exported('whole'));
    expect(sorted('whole', 'awards').length).toBeGreaterThan(30);
    expect(sorted('whole', 'refusals').length).toBeGreaterThan(10_000);
    expect(sorted('brief', 'refusals')).toEqual([]);
  });
});

async function runBoth(): Promise<void> {
  for (const name of ['brief', 'whole']) {
    await jieti(['ledger', here.path(`${name}.ledger`), 'cover', '--from', '2023-01-01', '--to', '2025-12-31']);
    const options = {
      applicants: here.path('city'),
      years: '2023..2025',
      parameters: here.path('city/parameters.json'),
      ledger: here.path(`${name}.ledger`),
      format: 'jsonl',
      out: here.path(name),
    };
    await run(policy, options, name === 'brief' ? ['--brief'] : []);
  }
}

function sorted(name: string, table: string): readonly string[] {
  return rowsIn(here.path(`${name}/${table}.jsonl`))
    .map((row) => JSON.stringify(row))
    .sort();
}

async function exported(name: string): Promise<readonly string[]> {
  return (await jieti(['ledger', here.path(`${name}.ledger`), 'export'])).out.split('\n').sort();
}

async function text(name: string): Promise<string> {
  const { readFileSync } = await import('node:fs');
  return readFileSync(here.path(name), 'utf8');
}

function spoiled(csv: string): string {
  const lines = csv.split('\n');
  return lines
    .map((line, index) => {
      if (index === 5) return line.replace('false', '否 ');
      if (index === 6) return line.replace('false', 'perhaps');
      return index === 7 ? line.replace(/\d{4}-\d\d-\d\d/, '2010/3/1') : line;
    })
    .join('\n');
}
