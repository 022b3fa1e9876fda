/** R11: the pools of a batch, from the claims that each applicant's assessment left before its budget lines. */

import { PoolClaimBoundless, PoolHistoryOpen, PoolKeyOpen, PoolOfSeveralAmounts } from '../../diagnostics/batch.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Assessment, ClauseResult } from '../assessment.ts';
import { areCeilings } from '../causes.ts';
import { linesOf } from '../clause-value.ts';
import type { EvaluationInput, PoolShare } from '../input.ts';
import { compareEnds } from '../interval.ts';
import type { Budget, ClauseId, ClauseIr, PolicyIr } from '../ir.ts';
import { add, compare, ofDecimalText, type Rational, subtract, sum, zero } from '../rational.ts';
import type { NumberValue } from '../value.ts';
import { paidFromPool } from './paid-from-pool.ts';
import { sharePool } from './share-pool.ts';

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
    const pool = settlePool(ir, clause, entrants, inputs, step, report);
    for (const [applicant, share] of pool?.shares ?? []) shares[applicant]!.set(clause.id, share);
    return pool === undefined ? [] : [pool.result];
  });
  return { pools, shares };
}

interface Entrant {
  readonly applicant: number;
  readonly subject: string;
  readonly budget: Budget;
  readonly amount: NumberValue;
  readonly claim: NumberValue;
  readonly keys: readonly (NumberValue | undefined)[];
}

/** An applicant whose budget line ran. */
function entrantOf(clause: ClauseIr, { subject, clauses }: Assessment, applicant: number): readonly Entrant[] {
  const result = clauses.find((one) => one.clause === clause.id)!;
  const budget = activeBudget(clause, result);
  if (budget === undefined) return [];
  const amount = numberAt(result, budget.amount.id);
  if (amount === undefined) return [];
  const keys = (budget.order?.keys ?? []).map(({ by }) => numberAt(result, by.id));
  return [{ applicant, subject, budget, amount, claim: result.own, keys }];
}

function activeBudget(clause: ClauseIr, { frame }: ClauseResult): Budget | undefined {
  return linesOf(clause.statements).find(
    (line): line is Budget => line.kind === 'budget' && line.sharing !== 'unlimited' && frame.states.has(line.id),
  );
}

function numberAt({ frame }: ClauseResult, node: number): NumberValue | undefined {
  const value = frame.values.get(node);
  return value?.kind === 'number' ? value : undefined;
}

type Settled = { readonly result: PoolResult; readonly shares: readonly (readonly [number, PoolShare])[] };

function settlePool(
  ir: PolicyIr,
  clause: ClauseIr,
  entrants: readonly Entrant[],
  inputs: readonly EvaluationInput[],
  step: Rational,
  report: Report,
): Settled | undefined {
  const [first] = entrants;
  if (first === undefined) return undefined;
  const place = { path: clause.id };
  const amount = exactOf(first.amount);
  if (amount === undefined || entrants.some((one) => !isSame(exactOf(one.amount), amount))) {
    report(PoolOfSeveralAmounts, place, { clause: clause.id });
    return undefined;
  }
  const paidBefore = paidFromPool(ir, clause.id, first.budget.period, inputs);
  if (paidBefore === undefined) {
    report(PoolHistoryOpen, place, { clause: clause.id });
    return undefined;
  }
  const room = compare(amount, paidBefore) > 0 ? subtract(amount, paidBefore) : zero;
  const served = inOrder(clause.id, entrants, first.budget.order, report);
  if (served === undefined) return undefined;
  // What is kept for a claim without an upper end would be everything: nobody's share is sure until it has one.
  const boundless = served.filter((one) => typeof one.claim.hi === 'string');
  if (boundless.length > 0) {
    report(PoolClaimBoundless, place, { clause: clause.id, subjects: boundless.map(({ subject }) => subject) });
    return undefined;
  }
  const claims = served.map((one) => ({ key: one.subject, amount: one.claim.hi as Rational }));
  const given = sharePool(claims, room, first.budget.sharing, step);
  const all = sum(claims.map((claim) => claim.amount));
  const isQueue = ['firstCome', 'firstComeWhole', 'byRank'].includes(first.budget.sharing);
  let ahead = zero;
  const shares = served.map(({ applicant }, index): readonly [number, PoolShare] => {
    const queue = isQueue ? { place: index + 1, ahead } : {};
    ahead = add(ahead, given[index]!);
    return [applicant, { share: given[index]!, room, claimants: claims.length, claims: all, ...queue }];
  });
  return {
    result: {
      clause: clause.id,
      sharing: first.budget.sharing,
      amount,
      paidBefore,
      room,
      claims: served.map(({ applicant, subject, claim }, index) => ({
        applicant,
        subject,
        claim: claims[index]!.amount,
        share: given[index]!,
        state: stateOf(claim),
      })),
      remainder: subtract(room, ahead),
    },
    shares,
  };
}

function stateOf(claim: NumberValue): PoolClaim['state'] {
  if (compareEnds(claim.lo, claim.hi) === 0) return 'paid';
  return areCeilings(claim.causes) ? 'ceiling' : 'reserved';
}

/** As listed, or by the line's own keys, those alike as listed; undefined where a key is open for somebody. */
function inOrder(
  clause: ClauseId,
  entrants: readonly Entrant[],
  order: Budget['order'],
  report: Report,
): readonly Entrant[] | undefined {
  if (order === undefined) return entrants;
  const open = entrants.filter(({ keys }) => keys.some((key) => key === undefined || exactOf(key) === undefined));
  if (open.length > 0) {
    report(PoolKeyOpen, { path: clause }, { clause, subjects: open.map(({ subject }) => subject) });
    return undefined;
  }
  const byKeys = (one: Entrant, other: Entrant): number => {
    for (const [index, { first }] of order.keys.entries()) {
      const ahead = compare(exactOf(one.keys[index]!)!, exactOf(other.keys[index]!)!);
      if (ahead !== 0) return first === 'least' ? ahead : -ahead;
    }
    return 0;
  };
  return [...entrants].sort(byKeys);
}

function exactOf(value: NumberValue): Rational | undefined {
  const { lo, hi } = value;
  return typeof lo !== 'string' && compareEnds(lo, hi) === 0 ? lo : undefined;
}

function isSame(one: Rational | undefined, other: Rational): boolean {
  return one !== undefined && compare(one, other) === 0;
}

/** Coins of a policy that pays every digit. */
export const smallestCoin = ofDecimalText('0.01');
