/** R21: what counts in a scope that several subjects share: one item of a shared key, or one text that they all give. */
import { clauseCause, joinCauses, missingFact } from './causes.ts';
import { dayNumber } from './day.ts';
import { type HistoryKey, isBefore, isCovered, isHistoryCovered, isInWindow, standingAwards } from './history.ts';
import type { AwardEntry, EvaluationInput } from './input.ts';
import type { PolicyIr, ScopeIr } from './ir.ts';
import { ownAwards } from './ledger/own-awards.ts';
import type { Cause } from './value.ts';

/** Awards that a scope counts, and what else it may have to count. */
export interface ScopeAwards {
  readonly surely: readonly AwardEntry[];
  /** Whether they count hangs on `causes`. */
  readonly perhaps: readonly AwardEntry[];
  readonly causes: readonly Cause[];
  /** Empty where the ledger answers for everything that the scope could count. */
  readonly open: readonly Cause[];
}

/**
 * Own awards of periods before P, those of others of P as well: who was recorded first is served first, and assessing again after recording
 * changes nothing.
 */
export function sharedAwards(ir: PolicyIr, input: EvaluationInput, key: HistoryKey, scope: ScopeIr): ScopeAwards {
  const { surely, perhaps, causes, alone, missing } = sharersOf(input, key, scope);
  const isOfClause = ownAwards(ir, key.clause);
  const candidates = standingAwards(input.ledger).filter(
    (entry) =>
      entry.partOf === undefined &&
      isOfClause(entry) &&
      (key.item === undefined || entry.item === key.item) &&
      counts(ir, input, entry, scope),
  );
  return {
    surely: candidates.filter(surely),
    perhaps: candidates.filter((entry) => !surely(entry) && perhaps(entry)),
    causes,
    open: uncovered(ir, input, key, scope, { alone, missing }),
  };
}

function counts(ir: PolicyIr, { facts, period }: EvaluationInput, entry: AwardEntry, { window }: ScopeIr): boolean {
  if (isBefore(entry.period, period)) return isInWindow(entry.period, window, ir, period);
  return entry.subject !== facts.subject && dayNumber(entry.period.from) < dayNumber(period.to);
}

/** Whose awards count. */
interface Sharers {
  readonly surely: (entry: AwardEntry) => boolean;
  readonly perhaps: (entry: AwardEntry) => boolean;
  readonly causes: readonly Cause[];
  /** Nobody else shares. */
  readonly alone: boolean;
  /** The text, where it is unknown. */
  readonly missing: readonly Cause[];
}

/** An entry that names no text: of the subject itself it counts, of others it may. */
function sharersOf({ facts }: EvaluationInput, key: HistoryKey, { fact }: ScopeIr): Sharers {
  if (fact === undefined) return { surely: () => true, perhaps: () => false, causes: [], alone: false, missing: [] };
  const value = facts.values.get(fact);
  const isOwn = (entry: AwardEntry) => entry.subject === facts.subject;
  const named = (entry: AwardEntry) =>
    entry.keys !== undefined && Object.hasOwn(entry.keys, fact) ? entry.keys[fact] : undefined;
  const history = clauseCause('history', key.clause, key.item);
  if (value === undefined) {
    const missing = [missingFact(fact, undefined)];
    return {
      surely: (entry) => isOwn(entry) && named(entry) === undefined,
      perhaps: (entry) => named(entry) !== '' || isOwn(entry),
      causes: [...missing, history],
      alone: false,
      missing,
    };
  }
  const text = 'text' in value ? value.text : '';
  return {
    surely: (entry) => (isOwn(entry) ? (named(entry) ?? text) === text : text !== '' && named(entry) === text),
    perhaps: (entry) => text !== '' && !isOwn(entry) && named(entry) === undefined,
    causes: [history],
    alone: text === '',
    missing: [],
  };
}

function uncovered(
  ir: PolicyIr,
  input: EvaluationInput,
  key: HistoryKey,
  { window }: ScopeIr,
  { alone, missing }: Pick<Sharers, 'alone' | 'missing'>,
): readonly Cause[] {
  const whom = alone ? input.facts.subject : '*';
  const isHistoryOpen = window.kind !== 'period' && !isHistoryCovered(ir, input, window, whom);
  const { from, to } = input.period;
  const isNowOpen = !alone && !isCovered(input.ledger, ir.id, '*', dayNumber(from), dayNumber(to) - 1);
  if (!isHistoryOpen && !isNowOpen) return [];
  return joinCauses([
    missing,
    isHistoryOpen ? [clauseCause('history', key.clause, key.item)] : [],
    isNowOpen ? [clauseCause('other-claims', key.clause, key.item)] : [],
  ]);
}
