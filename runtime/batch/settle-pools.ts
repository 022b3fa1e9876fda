/** R11: the pools of a batch, from the claims that each applicant's assessment left before its budget lines. */

import { PoolClaimBoundless, PoolHistoryOpen, PoolOfSeveralAmounts } from '../../diagnostics/batch.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Assessment } from '../assessment.ts';
import { areCeilings } from '../causes.ts';
import type { EvaluationInput, PoolShare } from '../input.ts';
import { compareEnds, knownPoint } from '../interval.ts';
import type { Budget, ClauseId, ClauseIr, PolicyIr } from '../ir.ts';
import { add, compare, type Rational, subtract, sum, zero } from '../rational.ts';
import type { NumberValue } from '../value.ts';
import { type Entrant, entrantOf, inOrder } from './entrants.ts';
import { paidFromPool } from './paid-from-pool.ts';
import { type Claim, sharePool } from './share-pool.ts';

/** One applicant in one pool. */
export interface PoolClaim {
  /** Position in the batch. */
  readonly applicant: number;
  readonly subject: string;
  /** At its upper end while it is open. */
  readonly claim: Rational;
  readonly share: Rational;
  /** `paid`: settled; `ceiling`: open for a decision alone, the share is the most; `reserved`: otherwise open, the share is kept for it. */
  readonly state: 'paid' | 'ceiling' | 'reserved';
}

/** A pool after sharing: Σ shares + remainder = room, always. */
export interface PoolResult {
  readonly clause: ClauseId;
  readonly sharing: Budget['sharing'];
  /** What the line writes. */
  readonly amount: Rational;
  /** Paid from it before, to applicants and in periods that the batch does not assess. */
  readonly paidBefore: Rational;
  readonly room: Rational;
  readonly claims: readonly PoolClaim[];
  readonly remainder: Rational;
}

export interface SettledPools {
  readonly pools: readonly PoolResult[];
  /** By position in the batch. */
  readonly shares: readonly ReadonlyMap<ClauseId, PoolShare>[];
}

/** `step`: the coin that shares are whole multiples of where claims do not fit. */
export function settlePools(
  ir: PolicyIr,
  inputs: readonly EvaluationInput[],
  assessments: readonly Assessment[],
  step: Rational,
  report: Report,
): SettledPools {
  const shares = inputs.map(() => new Map<ClauseId, PoolShare>());
  const pools = ir.clauses.flatMap((clause) => {
    const entrants = assessments.flatMap((assessment, applicant) => entrantOf(clause, assessment, applicant));
    const paid = (period: Budget['period']) => paidFromPool(ir, clause.id, period, inputs);
    const pool = settlePool(clause, entrants, paid, step, report);
    for (const [applicant, share] of pool?.shares ?? []) shares[applicant]!.set(clause.id, share);
    return pool === undefined ? [] : [pool.result];
  });
  return { pools, shares };
}

export type SettledPool = { readonly result: PoolResult; readonly shares: readonly (readonly [number, PoolShare])[] };

/** What was paid from the pool before, over P or over the whole term; undefined where the ledger does not answer. */
type PaidBefore = (period: Budget['period']) => Rational | undefined;

/** One pool, from those who enter it. Undefined: it cannot be shared, which is reported, or nobody enters. */
export function settlePool(
  clause: ClauseIr,
  entrants: readonly Entrant[],
  paid: PaidBefore,
  step: Rational,
  report: Report,
): SettledPool | undefined {
  const [first] = entrants;
  if (first === undefined) return undefined;
  const { budget } = first;
  const stock = stockOf(clause, entrants, paid, report);
  const served = stock === undefined ? undefined : inOrder(clause.id, entrants, budget.order, report);
  if (stock === undefined || served === undefined) return undefined;
  const claims = claimsOf(clause, served, report);
  if (claims === undefined) return undefined;
  const given = sharePool(claims, stock.room, budget.sharing, step);
  return {
    result: {
      clause: clause.id,
      sharing: budget.sharing,
      ...stock,
      claims: served.map(({ applicant, subject, claim }, index) => ({
        applicant,
        subject,
        claim: claims[index]!.amount,
        share: given[index]!,
        state: stateOf(claim),
      })),
      remainder: subtract(stock.room, sum(given)),
    },
    shares: sharesOf(budget, served, claims, stock.room, given),
  };
}

/** What the pool holds; undefined where it differs between applicants, or where what was paid from it is not known. */
function stockOf(
  clause: ClauseIr,
  entrants: readonly Entrant[],
  paid: PaidBefore,
  report: Report,
): Pick<PoolResult, 'amount' | 'paidBefore' | 'room'> | undefined {
  const { budget, amount: written } = entrants[0]!;
  const amount = knownPoint(written);
  if (amount === undefined || entrants.some((one) => !isSame(knownPoint(one.amount), amount))) {
    report(PoolOfSeveralAmounts, { path: clause.id }, { clause: clause.id });
    return undefined;
  }
  const paidBefore = paid(budget.period);
  if (paidBefore === undefined) {
    report(PoolHistoryOpen, { path: clause.id }, { clause: clause.id });
    return undefined;
  }
  const room = compare(amount, paidBefore) > 0 ? subtract(amount, paidBefore) : zero;
  return { amount, paidBefore, room };
}

function isSame(one: Rational | undefined, other: Rational): boolean {
  return one !== undefined && compare(one, other) === 0;
}

/** At their upper ends. What is kept for a claim without one would be everything: nobody's share is sure until it has one. */
function claimsOf(clause: ClauseIr, served: readonly Entrant[], report: Report): readonly Claim[] | undefined {
  const boundless = served.filter((one) => typeof one.claim.hi === 'string');
  if (boundless.length > 0) {
    const subjects = boundless.map(({ subject }) => subject);
    report(PoolClaimBoundless, { path: clause.id }, { clause: clause.id, subjects });
    return undefined;
  }
  return served.map((one) => ({ key: one.subject, amount: one.claim.hi as Rational }));
}

const queues: ReadonlySet<Budget['sharing']> = new Set(['firstCome', 'firstComeWhole', 'byRank']);

/** What each is told of the pool: its own share and the size of all; in a queue its place too, and what went to those ahead. */
function sharesOf(
  { sharing }: Budget,
  served: readonly Entrant[],
  claims: readonly Claim[],
  room: Rational,
  given: readonly Rational[],
): SettledPool['shares'] {
  const all = sum(claims.map(({ amount }) => amount));
  let ahead = zero;
  return served.map(({ applicant }, index): readonly [number, PoolShare] => {
    const queue = queues.has(sharing) ? { place: index + 1, ahead } : {};
    ahead = add(ahead, given[index]!);
    return [applicant, { share: given[index]!, room, claimants: claims.length, claims: all, ...queue }];
  });
}

function stateOf(claim: NumberValue): PoolClaim['state'] {
  if (compareEnds(claim.lo, claim.hi) === 0) return 'paid';
  return areCeilings(claim.causes) ? 'ceiling' : 'reserved';
}
