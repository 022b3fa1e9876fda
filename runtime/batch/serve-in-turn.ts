/** R21: what several applicants of a batch share goes to those who are listed first. */
import type { Assessment } from '../assessment.ts';
import { dayNumber, dayText } from '../day.ts';
import { isBefore } from '../history.ts';
import type { AwardEntry, CoverageEntry, EvaluationInput, LedgerEntry } from '../input.ts';
import type { PolicyIr } from '../ir.ts';
import { awardsOf } from '../ledger/awards.ts';
import { sharedScopes } from '../shared-scopes.ts';

/**
 * Assesses one after the other, each as if the ledger held, for P, exactly what those before it get; what is open of theirs counts as
 * anything up to its upper end, as a provisional award does. A batch is complete: others of P count as far as the ledger has them.
 */
export function serveInTurn(
  ir: PolicyIr,
  inputs: readonly EvaluationInput[],
  assess: (input: EvaluationInput) => Assessment,
): readonly Assessment[] {
  if (sharedScopes(ir).length === 0) return inputs.map(assess);
  const subjects = new Set(inputs.map(({ facts }) => facts.subject));
  const served: LedgerEntry[] = [];
  let isBounded = true;
  return inputs.map((input) => {
    const before = (input.ledger?.entries ?? []).filter((entry) => !isOfBatch(entry, ir, input, subjects));
    const entries = [...before, ...(isBounded ? [coverageOf(ir, input)] : []), ...served];
    const assessment = assess({ ...input, ledger: { entries } });
    served.push(...awardsIn(ir, assessment, served.length));
    isBounded &&= assessment.clauses.every(({ outcome }) => outcome.payable.hi !== 'infinity');
    return assessment;
  });
}

/** Recorded for another applicant of the batch, in the period that is assessed again now. */
function isOfBatch(
  entry: LedgerEntry,
  ir: PolicyIr,
  { facts, period }: EvaluationInput,
  subjects: ReadonlySet<string>,
): boolean {
  if (entry.kind !== 'award' || entry.policy !== ir.id || entry.subject === facts.subject) return false;
  return subjects.has(entry.subject) && !isBefore(entry.period, period) && !isBefore(period, entry.period);
}

function coverageOf(ir: PolicyIr, { period }: EvaluationInput): CoverageEntry {
  return { kind: 'coverage', policy: ir.id, subject: '*', from: period.from, to: dayText(dayNumber(period.to) - 1) };
}

function awardsIn(ir: PolicyIr, assessment: Assessment, count: number): readonly AwardEntry[] {
  const { subject, keys, period } = assessment;
  return awardsOf(ir, assessment, { provisional: true, undetermined: true })
    .flatMap(({ awards }) => awards)
    .map((award, index) => ({
      kind: 'award',
      id: `batch-${count + index + 1}`,
      subject,
      policy: ir.id,
      ...award,
      ...(keys === undefined ? {} : { keys }),
      period,
      recordedOn: period.from,
      readings: {},
      digests: {},
    }));
}
