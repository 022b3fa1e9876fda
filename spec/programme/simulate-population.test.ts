import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writePopulation } from '../../bench/population/write-population.ts';
import { add, ofDecimalText, type Rational, toDecimalText, zero } from '../../runtime/rational.ts';
import { projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';
import { place, rowsIn, run } from './programme-case.ts';

const here = place();
const policy = join(projectRoot, 'policies/xiamen-ai-2023/xiamen-ai-2023.policy');
const changed = here.path('changed.policy');
const reading = 'art11_leading=required';
const city = here.path('city');

/** Clause and year → both ends of what all get together, from the tables of a whole run: a ceiling may come to nothing. */
function costs(folder: string): ReadonlyMap<string, readonly [Rational, Rational]> {
  const sums = new Map<string, readonly [Rational, Rational]>();
  const count = ({ year, clause }: Readonly<Record<string, unknown>>, low: Rational, high: Rational) => {
    const key = `${year} ${clause}`;
    const [least, most] = sums.get(key) ?? [zero, zero];
    sums.set(key, [add(least, low), add(most, high)]);
  };
  const open = rowsIn(`${folder}/undetermined.jsonl`);
  const isOpen = new Set(open.map(({ year, subject, clause }) => `${year} ${subject} ${clause}`));
  const amount = (cell: unknown) => ofDecimalText(String(cell ?? '0'));
  for (const row of open) count(row, amount(row.low), amount(row.high ?? row.low));
  for (const row of rowsIn(`${folder}/awards.jsonl`)) {
    if (isOpen.has(`${row.year} ${row.subject} ${row.clause}`)) continue;
    count(row, row.state === 'granted up to' ? zero : amount(row.payable), amount(row.payable));
  }
  return sums;
}

test('what a change costs on a city is the difference of two whole runs, applicant by applicant assessed', async () => {
  const plan = { seed: 5, firstYear: 2023, lastYear: 2024, missing: 0.02 };
  writePopulation({ ...plan, companies: 250, folder: city, format: 'csv' }, () => undefined);
  const parameters = here.path('parameters.json');
  writeFileSync(parameters, readFileSync(join(city, 'parameters.json')));
  const text = readFileSync(policy, 'utf8');
  const draft = text
    .replaceAll('新注册企业放款不超过1000万元', 'implied')
    .replace('每家 企业 每年 1000万元  「', '每家 企业 每年 700万元  「');
  expect(draft).not.toBe(text);
  writeFileSync(changed, draft);
  const covered = ['cover', '--from', '2023-01-01', '--to', '2024-12-31'];
  for (const store of ['store', 'base-store', 'changed-store']) await jieti(['ledger', here.path(store), ...covered]);
  const options = { applicants: city, years: '2023..2024', format: 'jsonl', parameters };
  await run(policy, { ...options, ledger: here.path('base-store'), out: here.path('base') });
  await run(changed, { ...options, ledger: here.path('changed-store'), out: here.path('changed') }, [
    '--reading',
    reading,
  ]);
  const given = Object.entries({
    ...options,
    ledger: here.path('store'),
    against: changed,
    reading,
    out: here.path('out'),
  });
  const { code, error } = await jieti([
    'simulate',
    policy,
    '--threads',
    '0',
    ...given.flatMap(([name, value]) => [`--${name}`, value]),
  ]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const [before, after] = [costs(here.path('base')), costs(here.path('changed'))];
  const ends = (side: ReadonlyMap<string, readonly [Rational, Rational]>, key: string) =>
    (side.get(key) ?? [zero, zero]).map(toDecimalText);
  const clauses = rowsIn(`${here.path('out')}/clauses.jsonl`);
  for (const row of clauses) {
    const key = `${row.year} ${row.clause}`;
    expect([key, row.base_low, row.base_high].join(' ')).toBe([key, ...ends(before, key)].join(' '));
    expect([key, row.changed_low, row.changed_high].join(' ')).toBe([key, ...ends(after, key)].join(' '));
  }
  const told = new Set(clauses.map(({ year, clause }) => `${year} ${clause}`));
  expect([...before.keys(), ...after.keys()].filter((key) => !told.has(key))).toEqual([]);
  // Both changes bite.
  const differs = (clause: string) => clauses.some((row) => row.clause === clause && row.difference_high !== '0');
  expect([differs('art11'), differs('art17_2'), differs('art3')]).toEqual([true, true, false]);
}, 120_000);
