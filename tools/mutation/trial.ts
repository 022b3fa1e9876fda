import type { Assessment } from '../../runtime/assessment.ts';
import type { BatchAssessment, settleInputs } from '../../runtime/batch/assess-batch.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { runExample } from '../../runtime/run-example.ts';
import { firstDifference } from '../../spec/testing/differential.ts';
import type { MutationCase } from './cases.ts';

type Evaluate = (ir: PolicyIr, input: EvaluationInput) => Assessment;
type AssessBatch = (
  ir: PolicyIr,
  inputs: readonly EvaluationInput[],
  assess: (input: EvaluationInput) => Assessment,
) => BatchAssessment;
export type Load = (file: string) => Record<string, unknown>;

/** What the cases say of a mutant. Judged by modules that were not changed. */
export type Verdict = 'passed' | 'an example failed' | 'the two evaluators differ' | 'too long';

/** What an example comes to, and the input of its applicant with what pools gave. Undefined where it fails, or throws. */
export interface Passed {
  readonly assessment: Assessment;
  readonly input: EvaluationInput;
  readonly alone: Assessment;
}

/** `load` is an instance of the changed modules. */
export function tryExample({ ir, example }: MutationCase, load: Load): Passed | undefined {
  try {
    const assessment = assessed({ ir, example }, load);
    const { batch, ...alone } = example;
    if (!runExample(ir, alone, () => assessment).passed) return undefined;
    if (batch === undefined) return { assessment, input: example.input, alone: assessment };
    const input = settled(ir, batch, load);
    return { assessment, input, alone: (load('runtime/evaluate.ts').evaluate as Evaluate)(ir, input) };
  } catch {
    return undefined;
  }
}

/** Whether the emitted evaluator of a policy, run on the same changed modules, comes to the same as the interpreter. */
export function emittedAgrees({ emitted }: MutationCase, { input, alone }: Passed, load: Load): boolean {
  try {
    const assess = load(emitted).assess as (input: EvaluationInput) => Assessment;
    return firstDifference(alone, assess(input)) === undefined;
  } catch {
    return false;
  }
}

function assessed({ ir, example }: Pick<MutationCase, 'ir' | 'example'>, load: Load): Assessment {
  const { input, batch } = example;
  const evaluate = load('runtime/evaluate.ts').evaluate as Evaluate;
  if (batch === undefined) return evaluate(ir, input);
  const assessBatch = load('runtime/batch/assess-batch.ts').assessBatch as AssessBatch;
  const { assessments, diagnostics } = assessBatch(ir, batch.inputs, (one) => evaluate(ir, one));
  const own = assessments[batch.place]!;
  return { ...own, diagnostics: [...own.diagnostics, ...diagnostics] };
}

/** Of one of several applicants, with the shares that the batch gives. */
function settled(
  ir: PolicyIr,
  { inputs, place }: NonNullable<MutationCase['example']['batch']>,
  load: Load,
): EvaluationInput {
  const evaluate = load('runtime/evaluate.ts').evaluate as Evaluate;
  const settle = load('runtime/batch/assess-batch.ts').settleInputs as typeof settleInputs;
  const alone = inputs.map((one) => evaluate(ir, one));
  return settle(ir, inputs, alone).inputs[place]!;
}
