/** Which clauses' later results depend on what an earlier period recorded. */
import type { ClauseId, ClauseIr, PolicyIr, ScopeIr } from '../ir.ts';
import { asksLedger } from '../scope-sharers.ts';

/**
 * Clauses that may read, in a later period, what was recorded under `clause`: through once, caps over more than a period, topping up, paid amounts, blocks that
 * deduct, and through clauses that read those. May name too many, never too few: a stale entry that nobody looks at again is money.
 */
export function readersOfHistory(ir: PolicyIr, clause: ClauseId): ReadonlySet<ClauseId> {
  const readers = new Set<ClauseId>();
  for (const one of ir.clauses) if (readsLedgerOf(one, clause)) readers.add(one.id);
  for (const block of ir.blocks) {
    const reads = block.kind === 'groupCap' ? asksLedger(block.scope) : block.earlier !== 'none';
    if (reads && block.members.includes(clause)) for (const member of block.members) readers.add(member);
  }
  // Whoever reads a stale result is stale itself; each round adds a clause or ends.
  for (let size = -1; size !== readers.size; ) {
    size = readers.size;
    for (const one of ir.clauses) if (!readers.has(one.id) && readsAnyOf(one, readers)) readers.add(one.id);
    for (const block of ir.blocks) {
      if (block.members.some((member) => readers.has(member))) for (const member of block.members) readers.add(member);
    }
  }
  return readers;
}

function readsLedgerOf(reader: ClauseIr, clause: ClauseId): boolean {
  return someNode(reader, (node) => {
    if (node.kind === 'paid') return node.clause === clause;
    if (reader.id !== clause) return false;
    // Parts paid later hang on the entitlement and on the parts before them.
    if (Array.isArray(node.instalments)) return true;
    if (node.kind === 'once') return true;
    if (node.kind === 'ladder') return node.settlement === 'toppingUp';
    return (node.kind === 'cap' || node.kind === 'limit') && asksLedger(node.scope as ScopeIr);
  });
}

function readsAnyOf(reader: ClauseIr, clauses: ReadonlySet<ClauseId>): boolean {
  return someNode(
    reader,
    (node) => (node.kind === 'clause' || node.kind === 'isGranted') && clauses.has(String(node.clause)),
  );
}

/** Over the IR as plain JSON, so that no kind of node can be forgotten; with a list of its own instead of recursion, since sums can be long. */
function someNode(root: object, test: (node: Readonly<Record<string, unknown>>) => boolean): boolean {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value) && test(value as Readonly<Record<string, unknown>>)) return true;
    for (const inner of Object.values(value)) open.push(inner);
  }
  return false;
}
