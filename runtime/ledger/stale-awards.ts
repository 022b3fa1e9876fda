/** Which recorded awards have to be looked at again, once something was recorded before them. */
import type { Assessment } from '../assessment.ts';
import { isBefore, standingAwards } from '../history.ts';
import type { AwardEntry, Ledger } from '../input.ts';
import type { ClauseId, PolicyIr } from '../ir.ts';
import { type SharedScope, sharedScopes } from '../shared-scopes.ts';
import { readersOfHistory } from './readers-of-history.ts';

/**
 * Of the subject itself: later awards of clauses that read what has changed. Of others who share something with it (R21): the same, and
 * awards of the same period where something was taken back, since it may now be theirs; what is newly recorded left theirs as it is.
 */
export function staleAwards(
  ir: PolicyIr,
  { subject, period }: Assessment,
  changes: readonly AwardEntry[],
  ledger: Ledger,
): readonly AwardEntry[] {
  const standing = standingAwards(ledger).filter((entry) => entry.policy === ir.id && !isBefore(entry.period, period));
  const reversed = new Set(changes.flatMap(({ reverses }) => reverses ?? []));
  const kept = standing.filter(({ id }) => !reversed.has(id));
  const readers = readersOf(ir);
  const changed = [...new Set(changes.map(({ clause }) => clause))];
  const scopes = changed.length === 0 ? [] : sharedScopes(ir);
  const isOwn = (entry: AwardEntry) =>
    entry.subject === subject &&
    isBefore(period, entry.period) &&
    changed.some((clause) => readers(clause).has(entry.clause));
  // A scope of one period looks at no other.
  const isSeen = ({ scope }: SharedScope, change: AwardEntry, entry: AwardEntry) =>
    isBefore(period, entry.period) ? scope.window.kind !== 'period' : change.reverses !== undefined;
  const touched = kept.filter(
    (entry) =>
      entry.subject !== subject &&
      changes.some((change) =>
        scopes.some((scope) => isSeen(scope, change, entry) && haveInCommon(scope, change, entry)),
      ),
  );
  const follows = (entry: AwardEntry) =>
    touched.some(
      (first) =>
        first.subject === entry.subject &&
        !isBefore(entry.period, first.period) &&
        (first === entry || (isBefore(first.period, entry.period) && readers(first.clause).has(entry.clause))),
    );
  return kept.filter((entry) => isOwn(entry) || follows(entry));
}

/** An entry that does not say what its subject shares may share it. */
function haveInCommon({ clauses, scope }: SharedScope, one: AwardEntry, other: AwardEntry): boolean {
  if (!clauses.includes(one.clause) || !clauses.includes(other.clause)) return false;
  const { fact } = scope;
  if (fact === undefined) return one.item !== undefined && one.item === other.item;
  const [left, right] = [one.keys?.[fact], other.keys?.[fact]];
  return left !== '' && right !== '' && (left === undefined || right === undefined || left === right);
}

function readersOf(ir: PolicyIr): (clause: ClauseId) => ReadonlySet<ClauseId> {
  const known = new Map<ClauseId, ReadonlySet<ClauseId>>();
  return (clause) => {
    const readers = known.get(clause) ?? readersOfHistory(ir, clause);
    known.set(clause, readers);
    return readers;
  };
}
