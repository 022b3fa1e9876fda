/**
 * What an assessment says beside the amounts that examples can state: causes, what blocks and other policies did and why, what is paid when.
 * Each policy is a case like those of `spec/conformance`, with a golden of all that its assessments say.
 */
import { describe } from 'vitest';
import { evaluate } from '../../runtime/evaluate.ts';
import { runExample } from '../../runtime/run-example.ts';
import { assessmentText } from '../testing/assessment-text.ts';
import { golden } from '../testing/golden.ts';
import { policyCase, testPolicyCase } from '../testing/policy-case.ts';
import { projectFiles } from '../testing/project-files.ts';

const folder = 'spec/runtime/assessments';

golden(folder, 'assessment', (_, file) => {
  const { ir, examples } = policyCase(file).compiled;
  if (ir === undefined) throw new Error('no IR');
  return examples
    .map((example) => assessmentText(example.title, runExample(ir, example, evaluate).assessment))
    .join('\n');
});

describe.each(projectFiles(folder).filter((file) => file.endsWith('.policy')))('%s', (file) =>
  testPolicyCase(policyCase(file)),
);
