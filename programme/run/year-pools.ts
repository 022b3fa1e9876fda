/** The claims on the pools of one year, from whoever has one, until all are there and can be shared. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Entrant } from '../../runtime/batch/entrants.ts';
import { type PoolResult, settlePool } from '../../runtime/batch/settle-pools.ts';
import type { PoolShare } from '../../runtime/input.ts';
import type { Budget, ClauseId, PolicyIr } from '../../runtime/ir.ts';
import { add, compare, type Rational, sum } from '../../runtime/rational.ts';
import type { Assessed } from './assess-applicant.ts';

export class YearPools {
  private readonly claims = new Map<ClauseId, Entrant[]>();
  private readonly shares = new Map<number, Map<ClauseId, PoolShare>>();
  readonly claimants = new Set<number>();

  take({ pos, claims }: Assessed): void {
    for (const { clause, entrant } of claims) {
      const known = this.claims.get(clause);
      if (known === undefined) this.claims.set(clause, [entrant]);
      // Each comes with a copy of its budget line: one is enough for all that come with the same.
      else known.push(isSameBudget(entrant, known[0]!) ? { ...entrant, budget: known[0]!.budget } : entrant);
      this.claimants.add(pos);
    }
  }

  /** Shares every pool out, in the order of the policy. */
  async settle(
    ir: PolicyIr,
    paidBefore: (clause: ClauseId, over: Budget['period']) => Promise<Rational | undefined>,
    step: Rational,
    report: Report,
  ): Promise<readonly PoolResult[]> {
    const pools: PoolResult[] = [];
    for (const clause of ir.clauses) {
      const entrants = this.claims.get(clause.id);
      if (entrants === undefined) continue;
      const paid = await paidBefore(clause.id, entrants[0]!.budget.period);
      const settled = settlePool(clause, entrants, () => paid, step, report);
      this.claims.delete(clause.id);
      if (settled === undefined) continue;
      pools.push(settled.result);
      for (const [pos, share] of settled.shares) {
        const own = this.shares.get(pos) ?? new Map<ClauseId, PoolShare>();
        this.shares.set(pos, own.set(clause.id, share));
      }
    }
    return pools;
  }

  sharesOf(pos: number): ReadonlyMap<ClauseId, PoolShare> {
    return this.shares.get(pos) ?? new Map();
  }
}

function isSameBudget({ budget }: Entrant, { budget: other }: Entrant): boolean {
  return budget.id === other.id;
}

/** Σ shares + remainder = what there was to share, and what was paid before with it is the pool. */
export function isBalanced({ claims, remainder, room, amount, paidBefore }: PoolResult): boolean {
  const given = sum(claims.map(({ share }) => share));
  const isWhole = compare(add(given, remainder), room) === 0 && compare(given, room) <= 0;
  return isWhole && (compare(add(room, paidBefore), amount) === 0 || compare(paidBefore, amount) > 0);
}
