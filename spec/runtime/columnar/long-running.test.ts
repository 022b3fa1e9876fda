import { expect, test } from 'vitest';
import { columnarEvaluator } from '../../../runtime/columnar/columnar-evaluator.ts';
import type { ColumnarModule } from '../../../runtime/columnar/columnar-module.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import { type Explanation, explain } from '../../../runtime/explain.ts';
import type { EvaluationInput } from '../../../runtime/input.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { processorTime } from '../../testing/processor-time.ts';
import { seeded } from '../../testing/random.ts';
import { randomInput } from '../../testing/random-input.ts';
import { ir, origins, small } from './small-module.ts';

function never(): never {
  throw new Error('a row came to the general evaluator');
}

/** Inputs of which the code assesses every one. */
function assessable(module: ColumnarModule, count: number): readonly EvaluationInput[] {
  const random = seeded(77);
  const literals = literalsOf(module.ir);
  const found: EvaluationInput[] = [];
  while (found.length < count) {
    const input = randomInput(module.ir, random, literals);
    // Years of which the policy publishes the parameter: else each applicant has one of its own.
    if (![2023, 2024].includes(input.period.year)) continue;
    columnarEvaluator(module, () => evaluate(module.ir, input), 1).assess([input], ({ general }) => {
      if (general === undefined) found.push(input);
    });
  }
  return found;
}

const source = { policyDigest: '', factsDigest: '', compilerVersion: '' };

/** The quickest of a few goes, in processor time: what others do on the machine makes single ones slower, never quicker. */
function quickest(work: () => void): number {
  return Math.min(...Array.from({ length: 6 }, () => processorTime(work).milliseconds));
}

// V8 puts objects where it has seen such objects survive: a process that once kept many explanations can go on paying for that. Assessing by
// columns makes next to no objects, so there is nothing to be put anywhere.
test('a process that has kept many explanations assesses as quickly as before', () => {
  const inputs = assessable(small, 100);
  const evaluator = columnarEvaluator(small, never);
  let granted = 0;
  const work = (): void => {
    for (let round = 0; round < 10; round += 1) {
      evaluator.assess(inputs, (view) => {
        if (view.outcome(0) === 'granted') granted += 1;
      });
    }
  };
  quickest(work);
  const before = quickest(work);
  const kept: Explanation[] = [];
  for (let round = 0; round < 15; round += 1) {
    for (const input of inputs) kept.push(explain(ir, origins, evaluate(ir, input), source));
    evaluator.assess(inputs, () => undefined);
  }
  expect(kept).toHaveLength(1500);
  const held = quickest(work);
  kept.length = 0;
  const after = quickest(work);
  expect(granted).toBeGreaterThan(0);
  expect(held / before).toBeLessThan(2);
  expect(after / before).toBeLessThan(2);
});
