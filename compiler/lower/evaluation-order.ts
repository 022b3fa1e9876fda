import type { BlockIr, ClauseIr, PolicyIr } from '../../runtime/ir.ts';

import { dependencyOrder } from '../dependency-order.ts';

type Step = PolicyIr['order'][number];

/**
 * Clauses and blocks so that whatever is read stands before its reader: a clause after those its expressions name, and after the
 * blocks that it names with `after`; a block after its members; of two blocks with a common member the one written first. R2, R7.
 * Cycles were reported before. `namingOthers`: clauses that may read others; the rest are not looked through.
 */
export function evaluationOrder(
  clauses: readonly ClauseIr[],
  blocks: readonly BlockIr[],
  namingOthers: ReadonlySet<string>,
): readonly Step[] {
  const steps = new Map<string, Step>();
  const needs = new Map<string, ReadonlySet<string>>();
  const applied = new Map<string, string>();
  for (const clause of clauses) {
    steps.set(clause.id, { kind: 'clause', id: clause.id });
    if (namingOthers.has(clause.id)) needs.set(clause.id, readBy(clause));
  }
  for (const block of blocks) {
    steps.set(block.id, { kind: 'block', id: block.id });
    const earlier = block.members.map((member) => applied.get(member)).filter((id) => id !== undefined);
    needs.set(block.id, new Set([...block.members, ...readBy(block), ...earlier]));
    for (const member of block.members) applied.set(member, block.id);
  }
  return dependencyOrder([...steps.values()], ({ id }) =>
    [...(needs.get(id) ?? [])].map((read) => steps.get(read)).filter((step) => step !== undefined),
  );
}

/** Ids of the clauses and blocks that any expression of a clause or block reads. */
function readBy(root: ClauseIr | BlockIr): ReadonlySet<string> {
  const read = new Set<string>();
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const node = value as {
      readonly kind?: unknown;
      readonly clause?: unknown;
      readonly at?: { readonly block?: unknown };
    };
    if ((node.kind === 'clause' || node.kind === 'isGranted') && typeof node.clause === 'string') {
      read.add(node.clause);
      if (typeof node.at?.block === 'string') read.add(node.at.block);
    }
    const inner = Object.values(value);
    for (let index = 0; index < inner.length; index += 1) if (inner[index] !== undefined) open.push(inner[index]);
  }
  return read;
}
