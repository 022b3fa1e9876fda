/**
 * One policy as a library: facts as people write them in, an assessment and its explanation out. What the packages written by
 * `jieti build --package` offer; the policy's own evaluator does the computing.
 */
import { type Diagnostic, hasErrors, type Language } from '../diagnostics/diagnostic.ts';
import { assessFacts, type FactsRun } from './assess-facts.ts';
import type { Assessment, ClauseResult } from './assessment.ts';
import { factsDigest } from './digest.ts';
import { readFacts } from './door/read-facts.ts';
import type { ExampleIr } from './example.ts';
import { clausesAlone } from './explain/clauses-alone.ts';
import { type Explanation, explain, renderAssessment, renderExplanation } from './explain.ts';
import type { EvaluationInput, Facts, Ledger } from './input.ts';
import type { ChoiceId, PolicyIr, ReadingId } from './ir.ts';
import { readLedger } from './ledger/read-ledger.ts';
import type { Origins } from './origins.ts';
import { periodOfYear } from './period.ts';
import { type ExampleResult, exampleRunner } from './run-example.ts';

/** What is emitted for one policy. */
export interface PolicyModule {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  /** JSON Schema of the facts. */
  readonly schema: object;
  readonly assess: (input: EvaluationInput) => Assessment;
  readonly compilerVersion: string;
}

export interface AssessOptions<Readings extends object = Readonly<Record<ReadingId, ChoiceId>>> {
  /** Calendar year to assess. */
  readonly year: number;
  /** JSON Lines: earlier awards, and for whom and which days that is complete. Absent: received amounts are unknown. */
  readonly ledger?: string;
  /** Readings other than the defaults. */
  readonly readings?: Readings;
  /** Figures that are not the applicant's, written like facts. */
  readonly parameters?: unknown;
}

export interface ExplainOptions<Clause extends string = string> {
  readonly language: Language;
  /** One clause alone, line by line; absent: every clause. */
  readonly clause?: Clause;
  /** Columns to fit into; 120 unless said. */
  readonly width?: number;
}

/** Facts that could not be taken; every mistake is told, in Chinese and English. Nothing was assessed. */
export interface Refused {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Assessed<Clause extends string = string> {
  readonly ok: true;
  readonly assessment: Assessment;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
  readonly results: Readonly<Record<Clause, ClauseResult>>;
  /** For people: every clause and the totals, or one clause line by line. */
  text(options: ExplainOptions<Clause>): string;
  /** For programs: `jieti-explanation/1`. */
  explanation(): Explanation;
}

export interface PolicyPackage {
  /**
   * Assesses one applicant. `facts`: JSON text, or the value it stands for. Never throws for what stands in it; a year that is no whole number
   * from 1900 to 2199, or a reading or choice that does not exist, is the caller's mistake: a RangeError.
   */
  assess(facts: unknown, options: AssessOptions): Assessed | Refused;
  /** Runs one of the policy's own examples. */
  runExample(example: ExampleIr): ExampleResult;
  readonly id: string;
  readonly names: { readonly en: string; readonly zh?: string; readonly hant?: string };
  readonly title: string | undefined;
  readonly schema: object;
}

export function policyPackage(policy: PolicyModule): PolicyPackage {
  return {
    assess: (facts, options) => assessOne(policy, facts, options),
    runExample: exampleRunner(policy.ir, (_ir, input) => policy.assess(input)),
    id: policy.ir.id,
    names: policy.ir.names,
    title: policy.ir.title,
    schema: policy.schema,
  };
}

function assessOne(policy: PolicyModule, source: unknown, options: AssessOptions): Assessed | Refused {
  const { ir, schema } = policy;
  const readings = knownReadings(ir, options.readings ?? {});
  const period = periodOfYear(checkedYear(options.year));
  const parameters = readFacts(ir, schema, options.parameters ?? {});
  const history = options.ledger === undefined ? noLedger : readLedger(options.ledger);
  const around = [...parameters.diagnostics, ...history.diagnostics];
  if (parameters.facts === undefined || hasErrors(around))
    return { ok: false, diagnostics: [...readFacts(ir, schema, source).diagnostics, ...around] };
  const ledger = history.ledger === undefined ? {} : { ledger: history.ledger };
  const run: FactsRun = { ir, schema, period, readings, parameters: parameters.facts.values, ...ledger };
  const { facts, assessment, diagnostics: own } = assessFacts(run, source, policy.assess);
  const diagnostics = [...around, ...own];
  if (facts === undefined || assessment === undefined) return { ok: false, diagnostics };
  return assessed(policy, assessment, facts, diagnostics);
}

const noLedger: { readonly ledger?: Ledger; readonly diagnostics: readonly Diagnostic[] } = { diagnostics: [] };

function assessed(
  policy: PolicyModule,
  assessment: Assessment,
  facts: Facts,
  diagnostics: readonly Diagnostic[],
): Assessed {
  let made: Explanation | undefined;
  const explanation = (): Explanation => {
    made ??= explain(policy.ir, policy.origins, assessment, {
      policyDigest: policy.origins.policyDigest,
      factsDigest: factsDigest(facts),
      compilerVersion: policy.compilerVersion,
    });
    return made;
  };
  return {
    ok: true,
    assessment,
    diagnostics,
    results: Object.fromEntries(assessment.clauses.map((result) => [result.clause, result])),
    text: (options) => textOf(explanation(), options),
    explanation,
  };
}

function textOf(explanation: Explanation, { clause, ...options }: ExplainOptions): string {
  if (clause === undefined) return renderAssessment(explanation, options);
  const alone = clausesAlone(explanation, [clause]);
  if (alone.clauses.length === 0) throw new RangeError(`no clause is called ${clause}`);
  return renderExplanation(alone, options);
}

function checkedYear(year: number): number {
  if (!Number.isInteger(year) || year < 1900 || year > 2199)
    throw new RangeError(`not a year from 1900 to 2199: ${year}`);
  return year;
}

function knownReadings(
  ir: PolicyIr,
  chosen: Readonly<Record<ReadingId, ChoiceId>>,
): Readonly<Record<ReadingId, ChoiceId>> {
  for (const [id, choice] of Object.entries(chosen)) {
    const reading = ir.readings.find((one) => one.id === id);
    if (reading === undefined) throw new RangeError(`no reading is called ${id}`);
    if (!reading.choices.some((one) => one.id === choice)) throw new RangeError(`${choice} is no choice of ${id}`);
  }
  return chosen;
}

/** One text of a finding, for people: what is wrong, then what to do. */
export function messageOf({ message, help }: Diagnostic, language: Language): string {
  return language === 'zh' ? `${message.zh}；${help.zh}` : `${message.en}; ${help.en}`;
}
