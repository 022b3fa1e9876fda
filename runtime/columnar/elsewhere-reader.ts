/** R10: whether the ledger holds awards under other policies that the general evaluator would have to look at. */
import { dayNumber } from '../day.ts';
import { isBefore } from '../history.ts';
import type { AwardEntry, EvaluationInput } from '../input.ts';
import type { ChoiceId, PolicyIr, ReadingId } from '../ir.ts';
import { ownAwards } from '../ledger/own-awards.ts';

/** Matters that grants of this policy compare with those of others; none where it compares nothing under these readings. */
export function mattersCompared(ir: PolicyIr, readings: Readonly<Record<ReadingId, ChoiceId>>): ReadonlySet<string> {
  const { elsewhere } = ir;
  const mode = elsewhere.kind === 'fixed' ? elsewhere.value : elsewhere.cases[readings[elsewhere.reading] ?? ''];
  if (mode === 'none') return new Set();
  return new Set(ir.clauses.filter(({ kind }) => kind === 'grant').map(({ matter }) => matter));
}

/** Rather too many than too few: whether it really changes an outcome is for the general evaluator. */
export function hasAwardElsewhere(ir: PolicyIr, input: EvaluationInput, matters: ReadonlySet<string>): boolean {
  return (input.ledger?.entries ?? []).some(
    (entry) =>
      entry.kind === 'award' &&
      entry.policy !== ir.id &&
      entry.partOf === undefined &&
      entry.matter !== undefined &&
      matters.has(entry.matter) &&
      dayNumber(entry.period.from) < dayNumber(input.period.to) &&
      !isHistoryOnly(ir, input, entry),
  );
}

/** What a continued policy paid before counts as history of every clause whose matter it states, and as nothing else. */
function isHistoryOnly(ir: PolicyIr, { period }: EvaluationInput, entry: AwardEntry): boolean {
  if (!isBefore(entry.period, period)) return false;
  return ir.clauses.filter(({ matter }) => matter === entry.matter).every(({ id }) => ownAwards(ir, id)(entry));
}
