import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writePopulation } from '../../bench/population/write-population.ts';
import { sourceLists } from '../../programme/fast/nothing-filter.ts';
import { positionsAtOnce } from '../../programme/fast/plain-chunk.ts';
import { keptAtMost } from '../../programme/fast/row-assessor.ts';
import { SharedRows } from '../../programme/fast/shared-rows.ts';
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

describe('a list that comes in two tables', () => {
  // A and B have items in one of them, C in both, D the same item in both, E none.
  const policyText = smallPolicy.slice(0, smallPolicy.indexOf('clause pot'));
  const head = '企业,编号,价格,购置日期';
  const items = (...rows: readonly string[]) => [head, ...rows, ''].join('\n');
  const options = { applicants: here.path('split'), years: '2024', format: 'jsonl' };
  beforeAll(async () => {
    here.put({
      'split.policy': policyText,
      'split/companies.csv': ['企业,2024年度支出,已备案', ...[...'ABCDE'].map((name) => `${name},0,否`), ''].join('\n'),
      'split/machine.csv': items('A,m1,100,2024-02-01', 'C,m1,300,2024-02-01', 'D,m1,500,2024-02-01'),
      'split/设备.csv': items('B,m1,200,2024-02-01', 'C,m2,400,2024-02-01', 'D,m1,500,2024-02-01'),
    });
    for (const [way, more] of Object.entries(ways)) {
      const out = here.path(`split-${way}`);
      await jieti(['ledger', `${out}.ledger`, 'cover', '--from', '2023-01-01', '--to', '2024-12-31']);
      await run(here.path('split.policy'), { ...options, ledger: `${out}.ledger`, out }, more);
    }
  });

  test('every item counts, and who has one twice is told, by columns as one by one', () => {
    const awards = rowsIn(here.path('split-singly/awards.jsonl'));
    expect(awards.map(({ subject, payable }) => `${subject} ${payable}`).sort()).toEqual(
      ['A 50', 'B 100', 'C 150', 'C 200'].sort(),
    );
    expect(rowsIn(here.path('split-singly/problems.jsonl')).length).toBeGreaterThan(0);
    for (const way of ['brief', 'listed'])
      for (const table of ['awards', 'undetermined', 'problems', 'summary'])
        expect(sorted(`split-${way}`, table), `${way} ${table}`).toEqual(sorted('split-singly', table));
    expect(sorted('split-listed', 'refusals')).toEqual(sorted('split-singly', 'refusals'));
  });

  test('simulate sees them too', async () => {
    const out = here.path('split-simulated');
    await jieti(['ledger', `${out}.ledger`, 'cover', '--from', '2023-01-01', '--to', '2024-12-31']);
    const given = Object.entries({ ...options, ledger: `${out}.ledger`, out }).flatMap(([name, value]) => [
      `--${name}`,
      value,
    ]);
    const more = ['--threads', '0', '--set', 'machines.grant=100%'];
    await jieti(['simulate', here.path('split.policy'), ...given, ...more]);
    const changes = rowsIn(join(out, 'changes.jsonl')).filter(({ clause }) => clause === 'machines');
    expect(changes.map(({ subject, base_low, changed_low }) => `${subject} ${base_low} ${changed_low}`).sort()).toEqual(
      ['A 50 100', 'B 100 200', 'C 350 700'],
    );
  });

  test('what the chunks hold of a list twice is a fault of ours, and never lost', () => {
    const list = { list: 'machine', columns: [], hasKeys: false };
    const chunk = { offsets: new Uint32Array(2), columns: [] };
    const layout = { lists: [] } as unknown as Parameters<typeof sourceLists>[0];
    expect(() => sourceLists(layout, { lists: [list, list] }, [chunk, chunk], 1)).toThrow('comes twice');
    expect(sourceLists(layout, { lists: [list] }, [chunk], 1).size).toBe(1);
  });
});

describe('what is held at once is bounded by the results, not by the applicants', () => {
  test('chunks, and what is kept, are smaller under more clauses', () => {
    for (const clauses of [0, 1, 36]) expect(positionsAtOnce(clauses)).toBe(8192);
    for (const clauses of [0, 36]) expect(keptAtMost(clauses)).toBe(50_000);
    for (const clauses of [37, 300, 1000, 4000]) {
      expect(positionsAtOnce(clauses) * clauses).toBeLessThanOrEqual(8192 * 36);
      expect(keptAtMost(clauses) * clauses).toBeLessThanOrEqual(50_000 * 36);
    }
    expect(positionsAtOnce(1_000_000)).toBe(64);
  });

  test('rows that say the same are one object, up to a bound', () => {
    const shared = new SharedRows();
    const rows = (reason: string) =>
      shared.of({
        awards: [],
        refusals: [{ clause: 'yearly', kind: 'notMet', reason }],
        open: [{ clause: 'first', low: '0', missing: reason }],
        states: [['yearly', 'refused']],
      });
    const [first, same, other] = [rows('not ready'), rows('not ready'), rows('too small')];
    expect(same).toEqual(first);
    expect(same.refusals[0]).toBe(first.refusals[0]);
    expect(same.open[0]).toBe(first.open[0]);
    expect(same.states[0]).toBe(first.states[0]);
    expect(other.refusals[0]!.reason).toBe('too small');
    for (let index = 0; index < 10_000; index += 1) rows(`because of ${index}`);
    expect(rows('beyond').refusals[0]).not.toBe(rows('beyond').refusals[0]);
    expect(rows('not ready').refusals[0]).toBe(first.refusals[0]);
  });

  test('many clauses, several chunks: everybody comes out, and in order', async () => {
    const [clauses, companies] = [128, 3000];
    expect(positionsAtOnce(clauses)).toBeLessThan(companies);
    const written = Array.from(
      { length: clauses },
      (_, index) =>
        `clause c${index} { cites article ${index + 1}\n  every year\n  when ready\n  grant ${index + 1} CNY }\n`,
    );
    const rows = Array.from({ length: companies }, (_, index) => `C${index},${index % 600 === 7 ? '' : 'no'}`);
    here.put({
      'many.policy': `policy many { in force 2023-01-01 }\nfacts company { ready : yes or no }\n${written.join('')}`,
      'many.csv': ['subject,ready', ...rows, ''].join('\n'),
    });
    const options = { applicants: here.path('many.csv'), years: '2024', format: 'jsonl', out: here.path('many') };
    await run(here.path('many.policy'), options, ['--brief']);
    const summary = rowsIn(here.path('many/summary.jsonl'));
    expect(summary.length).toBe(clauses);
    for (const { clause, assessed, refused, open } of summary)
      expect([assessed, refused, open], String(clause)).toEqual([companies, companies - 5, 5]);
    const left = rowsIn(here.path('many/undetermined.jsonl')).filter(({ clause }) => clause === 'c99');
    expect(left.map(({ subject }) => subject)).toEqual(['C7', 'C607', 'C1207', 'C1807', 'C2407']);
  });
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
