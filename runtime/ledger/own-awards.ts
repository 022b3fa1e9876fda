/** R5: which awards of a ledger are a clause's own: by id, by the ids it had before, and under the policies that this one continues. */
import type { AwardEntry } from '../input.ts';
import type { ClauseId, PolicyIr } from '../ir.ts';

type IsOwn = (entry: Pick<AwardEntry, 'policy' | 'clause'>) => boolean;

/** Whether an award is one of this clause, by policy and clause alone. */
export function ownAwards(ir: PolicyIr, clause: ClauseId): IsOwn {
  let ofClauses = known.get(ir);
  if (ofClauses === undefined) {
    ofClauses = new Map();
    known.set(ir, ofClauses);
  }
  let isOwn = ofClauses.get(clause);
  if (isOwn === undefined) {
    isOwn = ownOf(ir, clause);
    ofClauses.set(clause, isOwn);
  }
  return isOwn;
}

/** An IR never changes, and every item of every applicant asks for its clause. */
const known = new WeakMap<PolicyIr, Map<ClauseId, IsOwn>>();

function ownOf(ir: PolicyIr, clause: ClauseId): IsOwn {
  const former = ir.clauses.find(({ id }) => id === clause)?.formerly;
  // An id that another clause bears now is that clause's in this policy, whoever had it before.
  const others = new Set(ir.clauses.map(({ id }) => id));
  const here = new Set([clause, ...(former ?? []).filter((id) => !others.has(id))]);
  // What a continued policy calls by this id may be another clause: where former ids are stated, these alone count.
  const before = new Set(former ?? [clause]);
  const continued = new Set((ir.continues ?? []).map(({ policy }) => policy));
  return (entry) =>
    entry.policy === ir.id ? here.has(entry.clause) : continued.has(entry.policy) && before.has(entry.clause);
}
