import type { Choices } from '../../compiler/emit/columnar/specialise.ts';
import type { ClauseIr, PolicyIr } from '../../runtime/ir.ts';
import { type LoadedColumnar, loadColumnar } from './columnar-differential.ts';

/**
 * What is left of a policy once payment plans, and whatever columnar code refuses, are taken out with all that reads it. `refused`: hears of each reason. undefined where
 * nothing is left.
 */
export async function columnarPart(
  policy: PolicyIr,
  readings: Choices,
  refused: (why: string) => void = () => undefined,
): Promise<LoadedColumnar | undefined> {
  let ir: PolicyIr = { ...policy, clauses: policy.clauses.map(withoutPlan) };
  while (ir.clauses.length > 0) {
    const loaded = await loadColumnar(ir, readings);
    if (!('reasons' in loaded)) return loaded;
    for (const { why } of loaded.reasons) refused(why);
    ir = without(ir, new Set(loaded.reasons.map(({ clause }) => clause)));
  }
  return undefined;
}

function withoutPlan({ payment: _payment, ...clause }: ClauseIr): ClauseIr {
  return clause;
}

/** Clauses and blocks of these ids go, and what names a clause that went. */
function without(ir: PolicyIr, ids: ReadonlySet<string>): PolicyIr {
  const gone = new Set(ids);
  const names = (part: unknown): boolean => {
    const text = JSON.stringify(part);
    return [...gone].some((id) => text.includes(JSON.stringify(id)));
  };
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const clause of ir.clauses) if (!gone.has(clause.id) && names(clause.statements)) gone.add(clause.id);
    for (const block of ir.blocks)
      if (!gone.has(block.id) && names([block.members, block.kind === 'groupCap' ? block.amount : 0]))
        gone.add(block.id);
  }
  const isLeft = ({ id }: { readonly id: string }): boolean => !gone.has(id);
  return {
    ...ir,
    clauses: ir.clauses.filter(isLeft),
    blocks: ir.blocks.filter(isLeft),
    order: ir.order.filter(isLeft),
  };
}
