/** What the ledger says → cells: summed with the queries that every evaluator shares, over the applicant's own part of the ledger. */
import { linesOf } from '../clause-value.ts';
import { countedText, entriesBefore, isHistoryCovered } from '../history.ts';
import type { AwardEntry, EvaluationInput } from '../input.ts';
import type { ClauseId, PolicyIr } from '../ir.ts';
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
  if (awards.some(({ state }) => state === 'provisional')) return beyond;
  switch (column.asks) {
    case 'paid':
      return sumOf(awards.map(countedText), column);
    case 'paidOut':
      return sumOf(
        awards.map(({ paid }) => paid),
        column,
      );
    case 'awarded':
      return awards.some(isPaid) ? 1 : 0;
    case 'times':
      return timesOf(ir, awards.filter(isPaid), column, item);
  }
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
  { clause, window, asks }: HistoryColumn,
  item: string | undefined,
): readonly AwardEntry[] {
  const entries = entriesBefore(ir, input, item === undefined ? { clause } : { clause, item }, window);
  // Instalments count with their entitlement, and by themselves where it is asked what was paid out.
  return asks === 'paidOut' ? entries : entries.filter(({ partOf }) => partOf === undefined);
}

function sumOf(amounts: readonly string[], { scale, high }: HistoryColumn): number {
  let total = 0;
  for (const amount of amounts) {
    total += scaledNumber(amount, { scale, low: 0, high });
    if (total > high) return beyond;
  }
  return total;
}

/** The ledger holds no amount below zero. */
function isPaid(award: AwardEntry): boolean {
  return /[1-9]/.test(countedText(award));
}

/** One for each item and period, as `timesPaid` counts; an entry that names no item of a clause that pays by item may stand for several. */
function timesOf(
  ir: PolicyIr,
  awards: readonly AwardEntry[],
  { clause, high }: HistoryColumn,
  item: string | undefined,
): number {
  if (item === undefined && paysByItem(ir, clause) && awards.some((award) => award.item === undefined)) return beyond;
  const times = new Set(awards.map((award) => JSON.stringify([award.item ?? null, award.period.from]))).size;
  return times <= high ? times : beyond;
}

function paysByItem({ clauses }: PolicyIr, clause: ClauseId): boolean {
  const statements = clauses.find(({ id }) => id === clause)?.statements ?? [];
  return linesOf(statements).some(({ kind }) => kind === 'items');
}
