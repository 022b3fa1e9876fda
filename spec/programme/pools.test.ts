import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { make } from '../../diagnostics/diagnostic.ts';
import { PoolNotBalanced } from '../../diagnostics/programme-run.ts';
import { isBalanced } from '../../programme/run/year-pools.ts';
import { ofDecimalText, type Rational } from '../../runtime/rational.ts';
import { type Random, seeded } from '../policies/xiamen-companies.ts';
import { jieti } from '../testing/memory-host.ts';
import { place, rowsIn, run } from './programme-case.ts';

const here = place();
/** Claim sets that go through a whole run; ten thousand are shared in `spec/runtime/batch/settle-pools.test.ts`. More on demand: JIETI_POOL_RUNS=200. */
const sets = Number(process.env.JIETI_POOL_RUNS ?? 2);
const sharings = ['pro rata', 'uniform rate', 'first come', 'first come whole', 'by rank'] as const;

const policyOf = (sharing: string, budget: number) => `policy pot { in force 2024-01-01 }
facts company { asked : money ; place : rank ; ready : yes or no }
clause pot { cites article 1
  every year
  when ready
  grant asked
  budget ${budget} CNY per year, ${sharing} }`;

interface Applicant {
  readonly subject: string;
  readonly fen: bigint;
  readonly place: number;
  readonly ready: boolean;
}

function claimSet(random: Random, size: number): readonly Applicant[] {
  const places = Array.from({ length: size }, (_, index) => index + 1).sort(() => random(3) - 1);
  return places.map((at, index) => ({
    subject: `C${String(index).padStart(4, '0')}`,
    fen: BigInt(random(4) === 0 ? 10_000 : random(5_000_000)),
    place: at,
    ready: random(10) > 0,
  }));
}

const fen = (text: unknown) => {
  const [whole = '0', decimals = ''] = String(text).split('.');
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0').slice(0, 2));
};
const yuan = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;

describe.each(sharings)('a pool shared %s', (sharing) => {
  test(`never overspends, pays nobody above the claim, and adds up (${sets} random claim sets)`, async () => {
    for (let set = 1; set <= sets; set += 1) {
      const random = seeded(set * 7919 + sharings.indexOf(sharing));
      const applicants = claimSet(random, 20 + random(60));
      const budget = 1 + random(600_000);
      const shares = await shared(`${sharing}-${set}`.replaceAll(' ', '-'), sharing, budget, applicants);
      const total = [...shares.values()].reduce((sum, one) => sum + one, 0n);
      expect(total <= BigInt(budget) * 100n).toBe(true);
      for (const { subject, fen: claim, ready } of applicants) {
        const share = shares.get(subject) ?? 0n;
        expect(ready || share === 0n).toBe(true);
        expect(share <= claim).toBe(true);
      }
      const claims = applicants.filter(({ ready }) => ready).reduce((sum, one) => sum + one.fen, 0n);
      if (claims <= BigInt(budget) * 100n) expect(total).toBe(claims);
      else if (sharing === 'pro rata') expect(total).toBe(BigInt(budget) * 100n);
    }
  });
});

test('where shares are in proportion the order of the rows does not matter', async () => {
  const applicants = claimSet(seeded(5), 60);
  const forward = await shared('forward', 'pro rata', 9_999, applicants);
  const backward = await shared('backward', 'pro rata', 9_999, [...applicants].reverse());
  expect([...backward].sort()).toEqual([...forward].sort());
  expect(forward.size).toBeGreaterThan(40);
});

test('the check of the sum sees a fen too much or too few (JT8210)', () => {
  const amount = ofDecimalText;
  const pool = (share: Rational, remainder: Rational) =>
    ({
      clause: 'pot',
      sharing: 'proRata',
      amount: amount('100'),
      paidBefore: amount('0'),
      room: amount('100'),
      claims: [{ applicant: 0, subject: 'A', claim: amount('90'), share, state: 'paid' }],
      remainder,
    }) as const;
  expect(isBalanced(pool(amount('90'), amount('10')))).toBe(true);
  expect(isBalanced(pool(amount('90.01'), amount('10')))).toBe(false);
  expect(isBalanced(pool(amount('89.99'), amount('10')))).toBe(false);
  expect(make(PoolNotBalanced, { path: 'pot' }, { clause: 'pot', year: 2024 }).code).toBe('JT8210');
});

/** Shares in fen, by applicant. The run's own sums are checked against the rows. */
async function shared(
  name: string,
  sharing: string,
  budget: number,
  applicants: readonly Applicant[],
): Promise<ReadonlyMap<string, bigint>> {
  const folder = here.path(name);
  mkdirSync(folder, { recursive: true });
  const rows = applicants.map((one) => [one.subject, yuan(one.fen), one.place, one.ready ? 'yes' : 'no'].join(','));
  writeFileSync(`${folder}/companies.csv`, `subject,asked,place,ready\n${rows.join('\n')}\n`);
  writeFileSync(`${folder}/pot.policy`, policyOf(sharing, budget));
  const { out, error } = await run(`${folder}/pot.policy`, {
    applicants: `${folder}/companies.csv`,
    years: '2024',
    format: 'jsonl',
    out: `${folder}/out`,
  });
  expect(error).toBe('');
  expect(out).toContain('shares + remainder = to share');
  const awards = rowsIn(`${folder}/out/awards.jsonl`);
  const [pool] = rowsIn(`${folder}/out/pools.jsonl`);
  const shares = new Map(awards.map(({ subject, payable }) => [String(subject), fen(payable)]));
  const total = [...shares.values()].reduce((sum, one) => sum + one, 0n);
  const told = [pool?.paid, pool?.ceilings, pool?.reserved].map(fen).reduce((sum, one) => sum + one, 0n);
  expect(told).toBe(total);
  expect(total + fen(pool?.remainder)).toBe(BigInt(budget) * 100n);
  return shares;
}

test('a machine that two applicants list is paid to the one who is listed first', async () => {
  const shared = `policy shared { in force 2024-01-01 }
facts company { ready : yes or no ; each machine by number shared among applicants { number : text ; price : money ; bought_on : date } }
clause machines for each machine on bought_on { cites article 1
  once per machine
  grant 50% of price }`;
  const folder = here.path('shared');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/shared.policy`, shared);
  mkdirSync(`${folder}/tables`, { recursive: true });
  writeFileSync(`${folder}/tables/companies.csv`, 'subject,ready\nA,yes\nB,yes\n');
  writeFileSync(
    `${folder}/tables/machine.csv`,
    'subject,number,price,bought_on\nB,m1,300,2024-02-01\nA,m1,200,2024-02-01\nB,m2,50,2024-03-01\n',
  );
  await jieti(['ledger', `${folder}/ledger`, 'cover', '--from', '2024-01-01', '--to', '2025-12-31']);
  const options = {
    applicants: `${folder}/tables`,
    years: '2024..2025',
    format: 'jsonl',
    out: `${folder}/out`,
    ledger: `${folder}/ledger`,
  };
  const { error } = await run(`${folder}/shared.policy`, options);
  expect(error).toBe('');
  const awards = rowsIn(`${folder}/out/awards.jsonl`).map(
    ({ year, subject, item, payable }) => `${year} ${subject} ${item} ${payable}`,
  );
  expect(awards).toEqual(['2024 A m1 100', '2024 B m2 25']);
});
