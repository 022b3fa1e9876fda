/** R24: Σ payable per kind and currency, as intervals; of a clause with a payment plan, what falls due in the assessed period. */
import type { Assessment, BlockResult, ClauseResult } from './assessment.ts';
import { addEnds, compareEnds, leastEnd, sumOfEnds, sumTowards } from './interval.ts';
import type { BlockIr, ClauseId, PolicyIr, RoundingIr } from './ir.ts';
import { multiply, ofDecimalText, whole } from './rational.ts';
import type { End } from './value.ts';

type Total = Assessment['totals'][number];

/** In the order in which kinds and currencies first stand in the policy. What blocks allow their members together bounds the upper end. */
export function totals(
  ir: PolicyIr,
  results: readonly ClauseResult[],
  blocks: readonly BlockResult[],
  rounding: RoundingIr | null,
): readonly Total[] {
  const byClause = new Map(results.map((result) => [result.clause, result]));
  return groupsOf(ir.clauses).map(({ kind, currency, members }) => ({
    kind,
    currency,
    payable: sumOf(members, ir, byClause, blocks, rounding),
  }));
}

interface Group {
  readonly kind: Total['kind'];
  readonly currency: string;
  readonly members: ClauseId[];
}

/** Clauses by kind and currency. An IR never changes. */
function groupsOf(clauses: PolicyIr['clauses']): readonly Group[] {
  const known = groups.get(clauses);
  if (known !== undefined) return known;
  const byKey = new Map<string, Group>();
  for (const { id, kind, currency } of clauses) {
    if (kind === 'none') continue;
    const group = byKey.get(`${kind} ${currency}`) ?? { kind, currency, members: [] };
    group.members.push(id);
    byKey.set(`${kind} ${currency}`, group);
  }
  const found = [...byKey.values()];
  groups.set(clauses, found);
  return found;
}

const groups = new WeakMap<PolicyIr['clauses'], readonly Group[]>();

function sumOf(
  members: readonly ClauseId[],
  ir: PolicyIr,
  results: ReadonlyMap<ClauseId, ClauseResult>,
  blocks: readonly BlockResult[],
  rounding: RoundingIr | null,
): Total['payable'] {
  const resultOf = (clause: ClauseId): ClauseResult => results.get(clause)!;
  const payableOf = (clause: ClauseId): Total['payable'] => payableNow(resultOf(clause));
  const left = new Set(members);
  const bounds: End[] = [];
  for (const block of ir.blocks) {
    const result = blocks.find((one) => one.block === block.id);
    if (result === undefined || !result.active || !isApart(block, left)) continue;
    // Parts of earlier entitlements are not among what the block allows in this period.
    if (block.members.some((clause) => resultOf(clause).payment !== undefined)) continue;
    // What is settled adds up by itself; a bound on exact amounts would forget that payment may have been rounded upwards.
    if (block.members.every((clause) => isSettled(payableOf(clause)))) continue;
    const together = sumOfEnds(block.members.map(payableOf)).hi;
    const most = result.room?.hi ?? lifted(result.value.hi, block.members.map(resultOf), rounding);
    bounds.push(leastEnd(together, most));
    for (const clause of block.members) left.delete(clause);
  }
  const all = sumOfEnds(members.map(payableOf));
  if (left.size === members.length) return all;
  const apart = [...left].map((clause) => payableOf(clause).hi);
  return { lo: all.lo, hi: sumTowards([...bounds, ...apart]) };
}

function payableNow({ outcome, payment }: ClauseResult): Total['payable'] {
  return payment === undefined ? outcome.payable : { lo: payment.now.lo, hi: payment.now.hi };
}

function isSettled({ lo, hi }: Total['payable']): boolean {
  return compareEnds(lo, hi) === 0;
}

/** The most of a conflict, with as much more as rounding each of its payable units may add. */
function lifted(most: End, members: readonly ClauseResult[], rounding: RoundingIr | null): End {
  if (rounding === null || rounding.mode === 'down') return most;
  const units = members.reduce((total, { items }) => total + Math.max(1, items.length), 0);
  return addEnds(most, multiply(ofDecimalText(rounding.step), whole(units)));
}

/** Its members are not counted yet. A clause in several blocks is bounded by the first. */
function isApart(block: BlockIr, left: ReadonlySet<ClauseId>): boolean {
  return block.members.length > 0 && block.members.every((clause) => left.has(clause));
}
