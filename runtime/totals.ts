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
  const sums = new Map<string, Total>();
  for (const clause of ir.clauses) {
    if (clause.kind === 'none') continue;
    const key = `${clause.kind} ${clause.currency}`;
    if (sums.has(key)) continue;
    const members = ir.clauses
      .filter((other) => other.kind === clause.kind && other.currency === clause.currency)
      .map((other) => other.id);
    sums.set(key, {
      kind: clause.kind,
      currency: clause.currency,
      payable: sumOf(members, ir, results, blocks, rounding),
    });
  }
  return [...sums.values()];
}

function sumOf(
  members: readonly ClauseId[],
  ir: PolicyIr,
  results: readonly ClauseResult[],
  blocks: readonly BlockResult[],
  rounding: RoundingIr | null,
): Total['payable'] {
  const resultOf = (clause: ClauseId): ClauseResult => results.find((result) => result.clause === clause)!;
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
  const apart = [...left].map((clause) => payableOf(clause).hi);
  return { lo: sumOfEnds(members.map(payableOf)).lo, hi: sumTowards([...bounds, ...apart]) };
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
