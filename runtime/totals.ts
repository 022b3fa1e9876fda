/** R24: Σ payable per kind and currency, as intervals. */
import type { Assessment, BlockResult, ClauseResult } from './assessment.ts';
import { addEnds, leastEnd } from './interval.ts';
import type { BlockIr, ClauseId, PolicyIr } from './ir.ts';
import { zero } from './rational.ts';
import type { End } from './value.ts';

type Total = Assessment['totals'][number];

/** In the order in which kinds and currencies first stand in the policy. What blocks allow their members together bounds the upper end. */
export function totals(
  ir: PolicyIr,
  results: readonly ClauseResult[],
  blocks: readonly BlockResult[],
): readonly Total[] {
  const sums = new Map<string, Total>();
  for (const clause of ir.clauses) {
    if (clause.kind === 'none') continue;
    const key = `${clause.kind} ${clause.currency}`;
    if (sums.has(key)) continue;
    const members = ir.clauses
      .filter((other) => other.kind === clause.kind && other.currency === clause.currency)
      .map((other) => other.id);
    sums.set(key, { kind: clause.kind, currency: clause.currency, payable: sumOf(members, ir, results, blocks) });
  }
  return [...sums.values()];
}

function sumOf(
  members: readonly ClauseId[],
  ir: PolicyIr,
  results: readonly ClauseResult[],
  blocks: readonly BlockResult[],
): Total['payable'] {
  const payableOf = (clause: ClauseId): Total['payable'] =>
    results.find((result) => result.clause === clause)!.outcome.payable;
  const lo = members.reduce<End>((total, clause) => addEnds(total, payableOf(clause).lo, '-infinity'), zero);
  const left = new Set(members);
  let hi: End = zero;
  for (const block of ir.blocks) {
    const result = blocks.find((one) => one.block === block.id);
    if (result === undefined || !result.active || !isApart(block, left)) continue;
    const together = block.members.reduce<End>(
      (total, clause) => addEnds(total, payableOf(clause).hi, 'infinity'),
      zero,
    );
    hi = addEnds(hi, leastEnd(together, result.value.hi), 'infinity');
    for (const clause of block.members) left.delete(clause);
  }
  return { lo, hi: [...left].reduce<End>((total, clause) => addEnds(total, payableOf(clause).hi, 'infinity'), hi) };
}

/** Its members are not counted yet. A clause in several blocks is bounded by the first. */
function isApart(block: BlockIr, left: ReadonlySet<ClauseId>): boolean {
  return block.members.length > 0 && block.members.every((clause) => left.has(clause));
}
