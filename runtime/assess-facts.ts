/** From facts as people write them in to an assessment. */
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Assessment } from './assessment.ts';
import { readFacts } from './door/read-facts.ts';
import type { Decision, EvaluationInput, Facts, FactValues, Ledger, Period } from './input.ts';
import type { ChoiceId, PolicyIr, ReadingId } from './ir.ts';

/** What does not depend on the applicant. */
export interface FactsRun {
  readonly ir: PolicyIr;
  /** JSON Schema of the facts; one object for all applicants of a run, since the door compiles it once. */
  readonly schema: object;
  readonly period: Period;
  readonly ledger?: Ledger;
  /** Figures that are not the applicant's; facts of the same key go before them. */
  readonly parameters: FactValues;
  readonly readings: Readonly<Record<ReadingId, ChoiceId>>;
}

export interface AssessedFacts {
  readonly facts?: Facts;
  readonly decisions: readonly Decision[];
  /** None where something is an error. */
  readonly assessment?: Assessment;
  /** Of the facts, then of the evaluation. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `source`: facts and decisions of one applicant, as JSON text or the value it stands for. */
export function assessFacts(
  run: FactsRun,
  source: unknown,
  assess: (input: EvaluationInput) => Assessment,
): AssessedFacts {
  const { facts: own, decisions, diagnostics } = readFacts(run.ir, run.schema, source);
  if (own === undefined || hasErrors(diagnostics)) return { decisions, diagnostics };
  const facts: Facts = { ...own, values: new Map([...run.parameters, ...own.values]) };
  const { period, readings, ledger } = run;
  const assessment = assess({ facts, period, decisions, readings, ...(ledger === undefined ? {} : { ledger }) });
  const all = [...diagnostics, ...assessment.diagnostics];
  return hasErrors(all) ? { facts, decisions, diagnostics: all } : { facts, decisions, assessment, diagnostics: all };
}
