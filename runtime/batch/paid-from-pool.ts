import { dayNumber } from '../day.ts';
import { countedText, isBefore, isCovered, standingAwards } from '../history.ts';
import type { AwardEntry, EvaluationInput } from '../input.ts';
import type { Budget, ClauseId, PolicyIr } from '../ir.ts';
import { ofDecimalText, type Rational, sum } from '../rational.ts';

/**
 * What was paid from a pool before this batch: in P to applicants whom the batch does not assess, and, for a pool over the whole term, in
 * earlier periods to anybody. Undefined: the ledger does not answer for everybody over those earlier periods. R5, R11.
 */
export function paidFromPool(
  ir: PolicyIr,
  clause: ClauseId,
  period: Budget['period'],
  inputs: readonly EvaluationInput[],
): Rational | undefined {
  const [first] = inputs;
  if (first === undefined) return undefined;
  const { ledger, period: assessed } = first;
  const from = dayNumber(ir.inForce.from);
  const to = dayNumber(assessed.from) - 1;
  if (period === 'whileInForce' && !isCovered(ledger, ir.id, '*', from, to)) return undefined;
  const subjects = new Set(inputs.map(({ facts }) => facts.subject));
  const counts = (entry: AwardEntry): boolean => {
    if (entry.policy !== ir.id || entry.clause !== clause || entry.partOf !== undefined) return false;
    if (isBefore(entry.period, assessed)) return period === 'whileInForce' && dayNumber(entry.period.to) > from;
    return entry.period.from === assessed.from && !subjects.has(entry.subject);
  };
  return sum(
    standingAwards(ledger)
      .filter(counts)
      .map((entry) => ofDecimalText(countedText(entry))),
  );
}
