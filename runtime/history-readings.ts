/** R15: history made under another choice of a reading that the clause rests on is flagged, not changed. */
import { HistoryUnderOtherReading } from '../diagnostics/runtime.ts';
import type { ClauseResult } from './assessment.ts';
import { namesOf } from './check-decisions.ts';
import type { Frame } from './frame.ts';
import { earlierAwards } from './history.ts';
import type { Session } from './session.ts';

export function checkHistoryReadings(session: Session, results: readonly ClauseResult[]): void {
  if (session.input.ledger === undefined) return;
  for (const result of results) if (hasReadLedger(result.frame)) checkClause(result, session);
}

function checkClause(result: ClauseResult, session: Session): void {
  const clause = namesOf(session.ir.clauses.find((one) => one.id === result.clause)!);
  for (const entry of earlierAwards(session.ir, session.input, { clause: result.clause }, { kind: 'ever' })) {
    for (const reading of result.restsOn) {
      const recorded = Object.hasOwn(entry.readings, reading) ? entry.readings[reading] : undefined;
      const chosen = session.choices.get(reading)!;
      if (recorded === undefined || recorded === chosen) continue;
      session.report(
        HistoryUnderOtherReading,
        { path: 'ledger' },
        { clause, entry: entry.id, reading, recorded, chosen },
      );
    }
  }
}

function hasReadLedger(frame: Frame): boolean {
  if ([...frame.states.values()].some((state) => state.used !== undefined)) return true;
  return [...frame.inner.values()].some((frames) => frames.some((inner) => hasReadLedger(inner.frame)));
}
