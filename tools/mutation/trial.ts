import type { Assessment } from '../../runtime/assessment.ts';
import type { BatchAssessment, settleInputs } from '../../runtime/batch/assess-batch.ts';
import type { ExampleIr } from '../../runtime/example.ts';
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
type Load = (file: string) => Record<string, unknown>;

/** What a case says of a mutant. Judged by modules that were not changed. */
export type Verdict = 'passed' | 'an example failed' | 'the two evaluators differ';

/** Whether an example of a case comes out otherwise, or throws. `load` is an instance of the changed modules. */
export function tryExamples({ ir, examples }: MutationCase, load: Load): Verdict {
  return examples.every((example) => passes(ir, example, load)) ? 'passed' : 'an example failed';
}

/** Whether the emitted evaluator of a case, run on the same changed modules, no longer agrees with the interpreter. */
export function tryComparison({ ir, examples, emitted }: MutationCase, load: Load): Verdict {
  return examples.every((example) => agrees(ir, example, emitted, load)) ? 'passed' : 'the two evaluators differ';
}

function passes(ir: PolicyIr, example: ExampleIr, load: Load): boolean {
  try {
    const assessment = assessed(ir, example, load);
    const { batch: _, ...alone } = example;
    return runExample(ir, alone, () => assessment).passed;
  } catch {
    return false;
  }
}

function assessed(ir: PolicyIr, { input, batch }: ExampleIr, load: Load): Assessment {
  const evaluate = load('runtime/evaluate.ts').evaluate as Evaluate;
  if (batch === undefined) return evaluate(ir, input);
  const assessBatch = load('runtime/batch/assess-batch.ts').assessBatch as AssessBatch;
  const { assessments, diagnostics } = assessBatch(ir, batch.inputs, (one) => evaluate(ir, one));
  const own = assessments[batch.place]!;
  return { ...own, diagnostics: [...own.diagnostics, ...diagnostics] };
}

function agrees(ir: PolicyIr, example: ExampleIr, emitted: string, load: Load): boolean {
  try {
    const evaluate = load('runtime/evaluate.ts').evaluate as Evaluate;
    const assess = load(emitted).assess as (input: EvaluationInput) => Assessment;
    const input = settled(ir, example, load);
    return firstDifference(evaluate(ir, input), assess(input)) === undefined;
  } catch {
    return false;
  }
}

/** Of one of several applicants, with the shares that the batch gives. */
function settled(ir: PolicyIr, { input, batch }: ExampleIr, load: Load): EvaluationInput {
  if (batch === undefined) return input;
  const evaluate = load('runtime/evaluate.ts').evaluate as Evaluate;
  const settle = load('runtime/batch/assess-batch.ts').settleInputs as typeof settleInputs;
  const alone = batch.inputs.map((one) => evaluate(ir, one));
  return settle(ir, batch.inputs, alone).inputs[batch.place]!;
}
