import { clauseValue, isClauseGranted } from '../clause-value.ts';
import { paidOut } from '../history.ts';
import type { ClauseExpr, ClauseId } from '../ir.ts';
import { runOf } from '../session.ts';
import type { TruthValue } from '../value.ts';
import type { Fraction } from './amount.ts';
import type { Place } from './place.ts';
import { fractionFrom } from './record.ts';

/** R7: the value of another clause, read from its frames. */
export function clauseNumber(place: Place, clause: ClauseId, at: ClauseExpr['at']): Fraction {
  restOn(place, clause);
  return fractionFrom(clauseValue({ clause, at }, place.session, place.item));
}

export function clauseGranted(place: Place, clause: ClauseId): TruthValue {
  restOn(place, clause);
  return isClauseGranted(clause, place.session);
}

/** R5: what the ledger says was paid before P. */
export function paidUnder(place: Place, clause: ClauseId, forItem: boolean): Fraction {
  const { ir, input } = place.session;
  const item = forItem && place.item !== undefined ? { item: place.item.key } : {};
  return fractionFrom(paidOut(ir, input, { clause, ...item }));
}

/** R15: what the clause read rests on, its reader rests on too. */
function restOn(place: Place, clause: ClauseId): void {
  for (const reading of runOf(clause, place.session).restsOn) place.restsOn.add(reading);
}
