import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jieti } from '../testing/memory-host.ts';
import { place, rowsIn, run, smallPolicy } from './programme-case.ts';

const here = place();
here.put({
  'city.policy': smallPolicy,
  'companies.csv':
    'subject,spent@2023,spent@2024,asked,ready\nA,40000,60000,800,yes\nB,10000,20000,400,yes\nC,1,1,1,no\n',
  'lists/companies.csv':
    'subject,spent@2023,spent@2024,asked,ready\nA,40000,60000,800,yes\nB,10000,20000,400,yes\nC,1,1,1,no\n',
  'lists/machine.csv': 'subject,number,price,bought_on\nB,m1,300,2024-02-01\n',
});
const policy = here.path('city.policy');

async function ledger(store: string, ...more: readonly string[]) {
  return await jieti(['ledger', here.path(store), ...more]);
}

async function runInto(store: string, years = '2023..2024', out?: string) {
  const options = { applicants: here.path('lists'), years, ledger: here.path(store) };
  return await run(policy, out === undefined ? options : { ...options, format: 'jsonl', out: here.path(out) });
}

async function covered(store: string): Promise<void> {
  await ledger(store, 'cover', '--from', '2023-01-01', '--to', '2024-12-31', '--by', 'treasury');
}

describe('a store', () => {
  test('carries what a year paid into the next, and a year that is run again changes nothing', async () => {
    await covered('a');
    await runInto('a', '2023..2024', 'first');
    const awards = rowsIn(here.path('first/awards.jsonl')).map(({ year, subject, clause, payable }) =>
      [year, subject, clause, payable].join(' '),
    );
    // Once and for all: in the first year alone.
    expect(awards.filter((one) => one.includes('first'))).toEqual(['2023 A first 1000', '2023 B first 1000']);
    const before = (await ledger('a', 'export')).out;
    expect(before.trim().split('\n')).toHaveLength(1 + awards.length);
    const { out } = await runInto('a');
    expect(out).toContain('is as it was');
    await runInto('a', '2023');
    expect((await ledger('a', 'export')).out).toBe(before);
    expect((await ledger('a', 'verify')).code).toBe(0);
  });

  test('names policy, facts and assessment by their digests', async () => {
    const { out } = await ledger('a', 'list', '--json', '--subject', 'A', '--year', '2023', '--clause', 'first');
    const { digests, id, paid } = JSON.parse(out) as { digests: Record<string, string>; id: string; paid: string };
    expect([id, paid]).toEqual(['A/first/2023', '1000']);
    expect(Object.keys(digests).sort()).toEqual(['assessment', 'facts', 'policy']);
    for (const digest of Object.values(digests)) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('exported, imported and exported is the same', async () => {
    const { out } = await ledger('a', 'export');
    here.put({ 'a.jsonl': out });
    const { out: told } = await ledger('b', 'import', here.path('a.jsonl'));
    expect(told).toContain(`${out.trim().split('\n').length} entries added`);
    const parsed = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
    expect(parsed((await ledger('b', 'export')).out)).toEqual(parsed(out));
    expect((await ledger('b', 'import', here.path('a.jsonl'))).out).toContain('0 entries added');
    expect((await ledger('b', 'totals')).out).toBe((await ledger('a', 'totals')).out);
    const { files } = await ledger('a', 'export', 'x.jsonl');
    expect(files['x.jsonl']).toBe(out);
  });

  test('totals by clause and year count what stands', async () => {
    const { out } = await ledger('a', 'totals', '--json', '--year', '2024');
    const sums = (JSON.parse(out) as { clause: string; paid: string }[]).map(({ clause, paid }) => `${clause} ${paid}`);
    expect(sums).toEqual(['machines 150', 'pot 1000', 'yearly 7000']);
  });

  test('takes entries back by counter-entries; a run then pays them anew', async () => {
    await covered('c');
    await runInto('c');
    const { out: before } = await ledger('c', 'totals', '--json');
    const whole = (await ledger('c', 'export')).out.trim().split('\n').length;
    expect((await ledger('c', 'reverse', '--subject', 'A', '--year', '2024')).out).toContain('2 entries taken back');
    expect((await ledger('c', 'export')).out.trim().split('\n')).toHaveLength(whole + 2);
    expect((await ledger('c', 'totals', '--json')).out).not.toBe(before);
    expect((await ledger('c', 'verify')).code).toBe(0);
    await runInto('c');
    expect((await ledger('c', 'totals', '--json')).out).toBe(before);
    expect((await ledger('c', 'reverse', '--run', '1')).error).toContain('JT8208');
    expect((await ledger('c', 'reverse', '--subject', 'Z')).error).toContain('JT8208');
    const { error, code } = await ledger('c', 'reverse');
    expect([error.includes('JT8209'), code]).toEqual([true, 2]);
  });

  test('shows what was changed behind its back', async () => {
    const changes = [
      `update ledger.entries set line = replace(line, '"1000"', '"1001"') where id = 'A/first/2023'`,
      `update ledger.entries set paid = 7 where id = 'A/first/2023'`,
      `delete from ledger.entries where id = 'A/first/2023'`,
    ];
    for (const [index, change] of changes.entries()) {
      const name = `d${index}`;
      await covered(name);
      await runInto(name);
      await sql(name, change);
      const { error, code } = await ledger(name, 'verify');
      expect(error).toContain('JT8204');
      expect(code).toBe(1);
    }
  });

  test('that is not there, or is no store, is refused', async () => {
    expect((await ledger('none', 'list')).error).toContain('JT8202');
    here.put({ 'text.ledger': 'not a database, though long enough to be looked at'.repeat(100) });
    expect((await ledger('text.ledger', 'list')).error).toContain('JT8203');
    await sql('other', 'create table ledger.x (y integer)');
    expect((await ledger('other', 'list')).error).toContain('JT8203');
    const { error, code } = await ledger('a', 'burn');
    expect([error.includes('JT8211'), code]).toEqual([true, 2]);
  });

  test('a second run is refused while the first one holds it', async () => {
    await covered('held');
    const hold = `const { DuckDBInstance } = require('@duckdb/node-api');
      DuckDBInstance.create(${JSON.stringify(here.path('held'))}).then(() => { console.log('held'); setInterval(() => {}, 1000); });`;
    const child = spawn(process.execPath, ['-e', hold], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await once(child.stdout, 'data');
      const before = readFileSync(here.path('held'));
      const { error, code } = await runInto('held');
      expect(error).toContain('JT8201');
      expect(error).toContain(`process ${child.pid}`);
      expect(code).toBe(1);
      expect(readFileSync(here.path('held')).equals(before)).toBe(true);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });
});

/** Does to a store what nobody should. */
async function sql(store: string, statement: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`attach '${here.path(store)}' as ledger`);
  await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}
