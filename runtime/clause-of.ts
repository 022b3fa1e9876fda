/** The clause of this id: an IR never changes, and every assessment asks for each of its clauses. */
import type { ClauseId, ClauseIr, PolicyIr } from './ir.ts';

export function clauseOf(ir: PolicyIr, id: ClauseId): ClauseIr {
  let known = indices.get(ir.clauses);
  if (known === undefined) {
    known = new Map(ir.clauses.map((clause) => [clause.id, clause]));
    indices.set(ir.clauses, known);
  }
  const clause = known.get(id);
  if (clause === undefined) throw new Error(`no such clause: ${id}`);
  return clause;
}

const indices = new WeakMap<PolicyIr['clauses'], ReadonlyMap<ClauseId, ClauseIr>>();
