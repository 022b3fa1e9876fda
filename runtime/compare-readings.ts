/** Which results of a case hang on which reading: one reading changed at a time around the chosen set, ledger held fixed. Rule R15. */
import type { Assessment, ClauseResult, Outcome } from './assessment.ts';
import type { EvaluationInput } from './input.ts';
import type { ChoiceId, ClauseId, PolicyIr, ReadingId } from './ir.ts';
import { paidNow } from './payment/paid-now.ts';

export interface ReadingDifference {
  readonly reading: ReadingId;
  /** The choice of this run. */
  readonly chosen: ChoiceId;
  /** The other choice tried. */
  readonly other: ChoiceId;
  /** Clauses whose outcome is another one under it, or, with the same outcome, what their payment plans pay now; empty: nothing changes in this case. */
  readonly clauses: readonly { readonly clause: ClauseId; readonly before: Outcome; readonly after: Outcome }[];
  /** Set when the facts or decisions do not fit under the other choice. */
  readonly failed?: Assessment['diagnostics'];
}

/** Runs `evaluate` once per other choice. A reading that no result rests on cannot change one, but is listed, with no clauses. */
export function compareReadings(
  ir: PolicyIr,
  input: EvaluationInput,
  evaluate: (ir: PolicyIr, input: EvaluationInput) => Assessment,
): readonly ReadingDifference[] {
  const base = evaluate(ir, input);
  return ir.readings.flatMap((reading) => {
    const chosen = input.readings[reading.id] ?? reading.default;
    return reading.choices
      .filter((choice) => choice.id !== chosen)
      .map((choice) => {
        const other = evaluate(ir, { ...input, readings: { ...input.readings, [reading.id]: choice.id } });
        return { reading: reading.id, chosen, other: choice.id, ...compare(base, other) };
      });
  });
}

function compare(base: Assessment, other: Assessment): Pick<ReadingDifference, 'clauses' | 'failed'> {
  const failures = other.diagnostics.filter((found) => found.severity === 'error');
  if (failures.length > 0) return { clauses: [], failed: failures };
  const clauses = base.clauses.flatMap((before, index) => {
    const after = other.clauses[index];
    const pair = after === undefined ? undefined : differing(before, after);
    return pair === undefined ? [] : [{ clause: before.clause, ...pair }];
  });
  return { clauses };
}

/** What is paid now may hang on a reading that leaves the entitlement alone. */
function differing(
  { outcome: before, payment: one }: ClauseResult,
  { outcome: after, payment: other }: ClauseResult,
): { readonly before: Outcome; readonly after: Outcome } | undefined {
  if (!sameOutcome(before, after)) return { before, after };
  if (one === undefined || other === undefined) return undefined;
  const paid = { before: paidNow(one), after: paidNow(other) };
  return sameOutcome(paid.before, paid.after) ? undefined : paid;
}

function sameOutcome(a: Outcome, b: Outcome): boolean {
  return (
    a.kind === b.kind &&
    a.by === b.by &&
    endText(a.payable.lo) === endText(b.payable.lo) &&
    endText(a.payable.hi) === endText(b.payable.hi) &&
    endText(a.amount.lo) === endText(b.amount.lo) &&
    endText(a.amount.hi) === endText(b.amount.hi)
  );
}

function endText(end: Outcome['amount']['lo']): string {
  return typeof end === 'string' ? end : `${end.n}/${end.d}`;
}
