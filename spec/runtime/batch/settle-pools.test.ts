import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { isBalanced } from '../../../programme/run/year-pools.ts';
import type { Entrant } from '../../../runtime/batch/entrants.ts';
import { type PoolClaim, settlePool } from '../../../runtime/batch/settle-pools.ts';
import { clauseCause, missingFact } from '../../../runtime/causes.ts';
import { linesOf } from '../../../runtime/clause-value.ts';
import { number } from '../../../runtime/interval.ts';
import type { Budget, ClauseIr } from '../../../runtime/ir.ts';
import { fraction, type Rational, zero } from '../../../runtime/rational.ts';
import type { Cause } from '../../../runtime/value.ts';
import { type Random, seeded } from '../../testing/random.ts';

/** Random claim sets, each shared in every way. */
const sets = Number(process.env.JIETI_POOL_SETS ?? 10_000);

const sharings = ['pro rata', 'uniform rate', 'first come', 'first come whole', 'by rank'] as const;
type Sharing = (typeof sharings)[number];

const pools = new Map(sharings.map((sharing) => [sharing, poolOf(sharing)] as const));

function poolOf(sharing: Sharing): { readonly clause: ClauseIr; readonly budget: Budget } {
  const text = `policy pot { in force 2024-01-01 }
facts company { asked : money each year ; place : rank }
clause pot { cites article 1
  when place at least 1
  grant asked
  budget 1,000 CNY per year, ${sharing}${sharing === 'by rank' ? ' by place lowest first, ties in listed order' : ''} }`;
  const { ir } = compile({ file: 'pot.policy', text });
  const clause = ir!.clauses[0]!;
  return { clause, budget: linesOf(clause.statements).find((line): line is Budget => line.kind === 'budget')! };
}

const ceiling = clauseCause('discretion', 'pot');
const fact = missingFact('asked', undefined);

/** All in fen. */
interface ClaimSet {
  readonly claims: readonly {
    readonly subject: string;
    readonly claim: bigint;
    readonly open?: Cause;
    readonly place: number;
  }[];
  readonly budget: bigint;
  readonly paidBefore: bigint;
  /** The coin of shares. */
  readonly step: bigint;
}

/** Claims of one size and of all, equal ones, nothing at all; budgets that nearly suffice, exactly, not at all; coins of a fen, a yuan, 万元. */
function claimSet(random: Random): ClaimSet {
  const step = random.pick([1n, 1n, 1n, 100n, 1_000_000n]);
  const same = BigInt(1 + random.below(5_000_000));
  const places = shuffled(
    random,
    Array.from({ length: 1 + random.below(random.pick([3, 12, 60])) }, (_, index) => index + 1),
  );
  const claims = places.map((place, index) => {
    const open = random.chance(0.1) ? random.pick([ceiling, fact]) : undefined;
    const claim = random.pick([
      () => same,
      () => BigInt(random.below(10)),
      () => BigInt(random.below(2 ** 31)),
      () => 0n,
    ])();
    return { subject: `C${index}`, claim, place, ...(open === undefined ? {} : { open }) };
  });
  const all = claims.reduce((sum, { claim }) => sum + claim, 0n);
  const share = BigInt(random.below(1_200_000));
  const budget = random.pick([all, all > 0n ? all - 1n : 0n, (all * share) / 1_000_000n, BigInt(random.below(1000))]);
  const paidBefore = random.chance(0.2) ? (budget * BigInt(random.below(1_100_000))) / 1_000_000n : 0n;
  return { claims, budget, paidBefore, step };
}

function shuffled<T>(random: Random, all: readonly T[]): readonly T[] {
  const left = [...all];
  return all.map(() => left.splice(random.below(left.length), 1)[0]!);
}

// ── What R11 says, once more, in whole fen ───────────────────────────────────

function expectedShares({ claims, step }: ClaimSet, room: bigint, sharing: Sharing): ReadonlyMap<string, bigint> {
  const total = claims.reduce((sum, { claim }) => sum + claim, 0n);
  if (total <= room) return new Map(claims.map(({ subject, claim }) => [subject, claim]));
  const cut = (amount: bigint) => amount - (amount % step);
  switch (sharing) {
    case 'pro rata':
      return largestRemainders(claims, total, room, step);
    case 'uniform rate': {
      const rate = (room * 10_000n) / total;
      return new Map(claims.map(({ subject, claim }) => [subject, cut((claim * rate) / 10_000n)]));
    }
    default: {
      const queue = sharing === 'by rank' ? [...claims].sort((one, other) => one.place - other.place) : claims;
      let left = room;
      return new Map(
        queue.map(({ subject, claim }) => {
          const share = claim <= left ? claim : sharing === 'first come whole' ? 0n : cut(left);
          left = claim <= left ? left - claim : 0n;
          return [subject, share];
        }),
      );
    }
  }
}

function largestRemainders(
  claims: ClaimSet['claims'],
  total: bigint,
  room: bigint,
  step: bigint,
): ReadonlyMap<string, bigint> {
  // Of the exact share claim × room ÷ total, in units of step ÷ (step × total).
  const parts = claims.map(({ subject, claim }) => ({
    subject,
    claim,
    share: ((claim * room) / (total * step)) * step,
    rest: (claim * room) % (total * step),
  }));
  let coins = (room - parts.reduce((sum, { share }) => sum + share, 0n)) / step;
  const byRest = [...parts].sort((one, other) =>
    one.rest === other.rest ? (one.subject < other.subject ? -1 : 1) : one.rest > other.rest ? -1 : 1,
  );
  const shares = new Map(parts.map(({ subject, share }) => [subject, share]));
  for (const { subject, share, claim } of byRest) {
    if (coins === 0n || share + step > claim) continue;
    shares.set(subject, share + step);
    coins -= 1n;
  }
  return shares;
}

// ── The run of one set ───────────────────────────────────────────────────────

const yuan = (fen: bigint): Rational => fraction(fen, 100n);

function settled({ claims, budget: amount, paidBefore, step }: ClaimSet, sharing: Sharing) {
  const { clause, budget } = pools.get(sharing)!;
  const entrants = claims.map(({ subject, claim, open, place }, applicant): Entrant => {
    const own = open === undefined ? number(yuan(claim), yuan(claim)) : number(zero, yuan(claim), [open]);
    const key = fraction(BigInt(place), 1n);
    const keys = sharing === 'by rank' ? [number(key, key)] : [];
    return { applicant, subject, budget, amount: number(yuan(amount), yuan(amount)), claim: own, keys };
  });
  const reported: unknown[] = [];
  const pool = settlePool(
    clause,
    entrants,
    () => yuan(paidBefore),
    yuan(step),
    (...found: unknown[]) => reported.push(found),
  );
  expect(reported).toEqual([]);
  return pool!;
}

function fenOf({ n, d }: Rational): bigint {
  if (100n % d !== 0n) throw new Error(`${n}/${d} is no whole number of fen`);
  return n * (100n / d);
}

function sharesBySubject(claims: readonly PoolClaim[]): ReadonlyMap<string, bigint> {
  return new Map(claims.map(({ subject, share }) => [subject, fenOf(share)]));
}

const ofOrder = (shares: ReadonlyMap<string, bigint>) => [...shares].sort(([one], [other]) => (one < other ? -1 : 1));

describe.each(sharings)('pools shared %s', (sharing) => {
  test(`hold to R11 to the fen, whatever is claimed (${sets} random claim sets)`, () => {
    let short = 0;
    for (let seed = 1; seed <= sets; seed += 1) {
      const random = seeded(seed);
      const set = claimSet(random);
      const room = set.budget > set.paidBefore ? set.budget - set.paidBefore : 0n;
      const { result, shares } = settled(set, sharing);
      const given = sharesBySubject(result.claims);
      const total = [...given.values()].reduce((sum, share) => sum + share, 0n);
      const where = `seed ${seed}`;
      // Never over the budget, nobody above the claim, shares and remainder are the pool.
      if (
        total > room ||
        [...set.claims].some(({ subject, claim }) => given.get(subject)! > claim || given.get(subject)! < 0n)
      )
        expect.fail(`${where}: overspent`);
      if (total + fenOf(result.remainder) !== room || fenOf(result.room) !== room || !isBalanced(result))
        expect.fail(`${where}: shares and remainder are not the pool`);
      const wanted = ofOrder(expectedShares(set, room, sharing));
      const found = ofOrder(given);
      if (found.join() !== wanted.join()) expect(found, where).toEqual(wanted);
      if (sharing !== 'first come' && sharing !== 'first come whole') {
        const turned = { ...set, claims: shuffled(random, set.claims) };
        const again = ofOrder(sharesBySubject(settled(turned, sharing).result.claims));
        if (again.join() !== found.join()) expect(again, `${where}, in another order`).toEqual(found);
      }
      if (shares.some(([applicant, { share }]) => fenOf(share) !== given.get(set.claims[applicant]!.subject)))
        expect.fail(`${where}: somebody is told another share`);
      if (total < set.claims.reduce((sum, { claim }) => sum + claim, 0n)) short += 1;
    }
    // Pools that suffice would show little.
    expect(short).toBeGreaterThan(sets / 3);
  });
});

test('a share that waits for a decision is a ceiling, one that waits for a fact is reserved, in every set', () => {
  const words = { paid: 0, ceiling: 0, reserved: 0 };
  for (let seed = 1; seed <= 500; seed += 1) {
    const set = claimSet(seeded(seed));
    for (const { subject, state } of settled(set, 'pro rata').result.claims) {
      const { open, claim } = set.claims.find((one) => one.subject === subject)!;
      const isOpen = open !== undefined && claim > 0n;
      expect(state).toBe(!isOpen ? 'paid' : open === ceiling ? 'ceiling' : 'reserved');
      words[state] += 1;
    }
  }
  for (const often of Object.values(words)) expect(often).toBeGreaterThan(50);
});
