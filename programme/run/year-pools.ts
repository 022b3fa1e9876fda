/** The claims on the pools of one year, from whoever has one, until all are there and can be shared. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Entrant } from '../../runtime/batch/entrants.ts';
import { type PoolResult, settlePool } from '../../runtime/batch/settle-pools.ts';
import type { PoolShare } from '../../runtime/input.ts';
import { compareEnds } from '../../runtime/interval.ts';
import type { Budget, ClauseId, PolicyIr } from '../../runtime/ir.ts';
import { add, compare, type Rational, sum } from '../../runtime/rational.ts';
import type { NumberValue } from '../../runtime/value.ts';
import type { Assessed } from './assess-applicant.ts';

export class YearPools {
  private readonly claims = new Map<ClauseId, Entrant[]>();
  private readonly shares = new Map<number, Map<ClauseId, PoolShare>>();
  readonly claimants = new Set<number>();
  private readonly causes = new Map<string, NumberValue['causes']>();

  take({ pos, claims }: Assessed): void {
    for (const { clause, entrant } of claims) {
      const known = this.claims.get(clause);
      if (known === undefined) this.claims.set(clause, [entrant]);
      else known.push(this.spared(entrant, known[0]!));
      this.claimants.add(pos);
    }
  }

  /** Each comes with copies of its budget line, of the pool and of what leaves it open: one of each is enough for all that come with the same. */
  private spared(entrant: Entrant, { budget, amount }: Entrant): Entrant {
    const { claim } = entrant;
    return {
      ...entrant,
      budget: entrant.budget.id === budget.id ? budget : entrant.budget,
      amount: isSameNumber(entrant.amount, amount) ? amount : entrant.amount,
      claim: {
        ...claim,
        lo: compareEnds(claim.lo, claim.hi) === 0 ? claim.hi : claim.lo,
        causes: this.sparedCauses(claim.causes),
      },
    };
  }

  private sparedCauses(causes: NumberValue['causes']): NumberValue['causes'] {
    if (causes.length === 0) return noCauses;
    const key = JSON.stringify(causes);
    const known = this.causes.get(key) ?? causes;
    if (this.causes.size < mostCauses) this.causes.set(key, known);
    return known;
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

const noCauses: NumberValue['causes'] = [];
/** What claims are open for is mostly one of a few things. */
const mostCauses = 1000;

function isSameNumber(one: NumberValue, other: NumberValue): boolean {
  const isPoint = one.causes.length === 0 && other.causes.length === 0;
  return isPoint && compareEnds(one.lo, other.lo) === 0 && compareEnds(one.hi, other.hi) === 0;
}

/** Σ shares + remainder = what there was to share, and what was paid before with it is the pool. */
export function isBalanced({ claims, remainder, room, amount, paidBefore }: PoolResult): boolean {
  const given = sum(claims.map(({ share }) => share));
  const isWhole = compare(add(given, remainder), room) === 0 && compare(given, room) <= 0;
  return isWhole && (compare(add(room, paidBefore), amount) === 0 || compare(paidBefore, amount) > 0);
}
