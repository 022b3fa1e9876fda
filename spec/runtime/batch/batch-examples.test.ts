/** Examples of several applicants: assessed once for all of them, written once for all of them. */
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import { exampleText, reviveExamples } from '../../../runtime/example-text.ts';
import { exampleRunner } from '../../../runtime/run-example.ts';

const applicants = ['A', 'B', 'C', 'D'];
const { ir, examples } = compile({
  file: 'pot.policy',
  text: `policy pot { in force 2023-01-01 }
facts company { asked : money each year }
clause yearly { cites article 1
  grant asked
  budget 1,000 CNY per year, pro rata }
example "alone" in 2024 { given asked = 7 CNY expect yearly = up to 7 CNY }
example "together" in 2024 {
${applicants.map((name) => `  applicant "${name}" { given asked = 500 CNY expect yearly = 250 CNY }`).join('\n')}
}`,
});
if (ir === undefined) throw new Error('no IR');

test('a batch is assessed once, not once for each of its applicants', () => {
  let assessed = 0;
  const run = exampleRunner(ir, (policy, input) => {
    assessed += 1;
    return evaluate(policy, input);
  });
  expect(examples.map((example) => run(example).passed)).toEqual([true, true, true, true, true]);
  // One alone; four before the pool is shared, and four after.
  expect(assessed).toBe(9);
});

test('as text, what applicants share is written once, and comes back shared', () => {
  const text = exampleText(examples);
  expect(text.match(/"subject": "C"/g)).toHaveLength(1);
  const revived = reviveExamples(text);
  expect(revived).toEqual(examples);
  const batches = revived.flatMap(({ batch }) => (batch === undefined ? [] : [batch.inputs]));
  expect([batches.length, new Set(batches).size]).toEqual([4, 1]);
});
