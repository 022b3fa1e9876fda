/** What the ledger says → cells: summed with the queries that every evaluator shares, over the applicant's own part of the ledger. */
import { countedText, earlierAwards, isHistoryCovered } from '../history.ts';
import type { AwardEntry, EvaluationInput } from '../input.ts';
import type { PolicyIr } from '../ir.ts';
import type { GeneralReason } from './general-row.ts';
import type { HistoryColumn } from './layout.ts';
import { beyond, scaledNumber } from './scaled-number.ts';

/** `input` has the ledger of its subject alone. `beyond`: the row is general, `whyUntold` says why. */
export function historyCell(
  ir: PolicyIr,
  input: EvaluationInput,
  column: HistoryColumn,
  item: string | undefined,
): number {
  if (!isHistoryCovered(ir, input, column.window)) return beyond;
  const awards = awardsRead(ir, input, column, item);
  return awards.some(({ state }) => state === 'provisional') ? beyond : summed(awards, column);
}

/** Where the ledger names the subject nowhere, and covers it. */
export function hasNoAwards({ ledger }: EvaluationInput): boolean {
  return ledger?.entries.every(({ kind }) => kind === 'coverage') !== false;
}

export function whyUntold(
  ir: PolicyIr,
  input: EvaluationInput,
  column: HistoryColumn,
  item: string | undefined,
): GeneralReason {
  if (!isHistoryCovered(ir, input, column.window)) return 'uncovered';
  const isProvisional = awardsRead(ir, input, column, item).some(({ state }) => state === 'provisional');
  return isProvisional ? 'provisional' : 'guard';
}

function awardsRead(
  ir: PolicyIr,
  input: EvaluationInput,
  { clause, window }: HistoryColumn,
  item: string | undefined,
): readonly AwardEntry[] {
  return earlierAwards(ir, input, item === undefined ? { clause } : { clause, item }, window);
}

function summed(awards: readonly AwardEntry[], { asks, scale, high }: HistoryColumn): number {
  if (asks === 'awarded') return awards.some((award) => isAboveZero(countedText(award))) ? 1 : 0;
  let total = 0;
  for (const award of awards) {
    total += scaledNumber(countedText(award), { scale, low: 0, high });
    if (total > high) return beyond;
  }
  return total;
}

/** The ledger holds no amount below zero. */
function isAboveZero(amount: string): boolean {
  return /[1-9]/.test(amount);
}
