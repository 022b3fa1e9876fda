/** R5: what the ledger says of the scope of a line: how much was paid in it, and how often. */
import { clauseCause, joinCauses } from './causes.ts';
import { countedText, earlierAwards, type HistoryKey, isHistoryCovered, paidAmount } from './history.ts';
import { number, orNothing, signOfEnd, sum, zeroNumber } from './interval.ts';
import type { ClauseId, ScopeIr } from './ir.ts';
import { ofDecimalText, one, zero } from './rational.ts';
import { asksLedger, isSharedScope } from './scope-sharers.ts';
import type { Session } from './session.ts';
import { type ScopeAwards, sharedAwards } from './shared-scope.ts';
import type { NumberValue } from './value.ts';

/** Σ paid in earlier periods within the scope's window, to others also in P (R21); `item` is the key of the item at hand. */
export function paidInScope(session: Session, clause: ClauseId, item: string | undefined, scope: ScopeIr): NumberValue {
  if (!asksLedger(scope)) return zeroNumber;
  const key = keyOf(clause, item, scope);
  const { surely, perhaps, causes, open } = awardsIn(session, key, scope);
  const cause = clauseCause('history', key.clause, key.item);
  const amounts = [
    ...surely.map((entry) => paidAmount(entry, cause)),
    ...perhaps.map((entry) => number(zero, ofDecimalText(countedText(entry)), causes)),
  ];
  return upTo(amounts, open);
}

/**
 * How many awards above 0 were paid: one for each item and period. An entry that names no item of a clause that pays by item may stand for
 * several.
 */
export function timesPaid(
  session: Session,
  clause: ClauseId,
  item: string | undefined,
  scope: ScopeIr,
  byItem: boolean,
): NumberValue {
  if (!asksLedger(scope)) return zeroNumber;
  const key = keyOf(clause, item, scope);
  const { surely, perhaps, causes, open } = awardsIn(session, key, scope);
  const cause = clauseCause('history', key.clause, key.item);
  const awards = new Map<string, NumberValue>();
  for (const entry of [...surely, ...perhaps]) {
    const name = JSON.stringify([entry.item ?? null, entry.period.from, entry.subject]);
    const before = awards.get(name);
    const amount = paidAmount(entry, cause);
    const counted = perhaps.includes(entry) ? orNothing(amount, causes) : amount;
    awards.set(name, before === undefined ? counted : sum([before, counted]));
  }
  const counted = [...awards].map(([name, amount]) => countOf(amount, byItem && name.startsWith('[null'), cause));
  return upTo(counted, open);
}

/** Unknown above what is known, where something is open. */
function upTo(amounts: readonly NumberValue[], open: NumberValue['causes']): NumberValue {
  const known = sum(amounts);
  return open.length === 0 ? known : number(known.lo, 'infinity', joinCauses([known.causes, open]));
}

function awardsIn({ ir, input }: Session, key: HistoryKey, scope: ScopeIr): ScopeAwards {
  if (isSharedScope(scope)) return sharedAwards(ir, input, key, scope);
  const { window } = scope;
  return {
    surely: earlierAwards(ir, input, key, window),
    perhaps: [],
    causes: [],
    open: isHistoryCovered(ir, input, window) ? [] : [clauseCause('history', key.clause, key.item)],
  };
}

function countOf(paidThere: NumberValue, mayBeSeveral: boolean, cause: NumberValue['causes'][number]): NumberValue {
  if (signOfEnd(paidThere.hi) <= 0) return zeroNumber;
  const lo = signOfEnd(paidThere.lo) > 0 ? one : zero;
  if (mayBeSeveral) return number(lo, 'infinity', [cause]);
  return number(lo, one, paidThere.causes);
}

function keyOf(clause: ClauseId, item: string | undefined, scope: ScopeIr): HistoryKey {
  return scope.per === 'item' && item !== undefined ? { clause, item } : { clause };
}
