import type { ClauseId } from '../ir.ts';
import type { Explanation } from './explanation.ts';

/** Of some clauses alone. The totals are of all clauses; here they would only mislead. */
export function clausesAlone(explanation: Explanation, clauses: readonly ClauseId[]): Explanation {
  return {
    ...explanation,
    totals: [],
    clauses: explanation.clauses.filter(({ clause }) => clauses.includes(clause)),
  };
}
