/** R5: what the ledger says of the scope of a line: how much was paid in it, and how often. */
import { clauseCause } from './causes.ts';
import { earlierAwards, type HistoryKey, isHistoryCovered, paid, paidAmount } from './history.ts';
import { number, signOfEnd, sum, zeroNumber } from './interval.ts';
import type { ClauseId, ScopeIr } from './ir.ts';
import { one, zero } from './rational.ts';
import type { Session } from './session.ts';
import type { NumberValue } from './value.ts';

/** Σ paid in earlier periods within the scope's window; `item` is the key of the item at hand. */
export function paidInScope(session: Session, clause: ClauseId, item: string | undefined, scope: ScopeIr): NumberValue {
  return paid(session.ir, session.input, keyOf(clause, item, scope), scope.window);
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
  const { ir, input } = session;
  if (scope.window.kind === 'period') return zeroNumber;
  const key = keyOf(clause, item, scope);
  const cause = clauseCause('history', key.clause, key.item);
  const awards = new Map<string, NumberValue>();
  for (const entry of earlierAwards(ir, input, key, scope.window)) {
    const name = JSON.stringify([entry.item ?? null, entry.period.from]);
    const before = awards.get(name);
    const amount = paidAmount(entry, cause);
    awards.set(name, before === undefined ? amount : sum([before, amount]));
  }
  const counted = [...awards].map(([name, amount]) => countOf(amount, byItem && name.startsWith('[null'), cause));
  const known = counted.length === 0 ? zeroNumber : sum(counted);
  return isHistoryCovered(ir, input, scope.window) ? known : number(known.lo, 'infinity', [cause]);
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
