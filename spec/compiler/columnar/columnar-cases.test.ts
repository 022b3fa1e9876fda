/** The small policies by which the reference is written, over columns: whatever columns hold of them gives what the interpreter gives, plain and traced. */
import { describe, expect, test } from 'vitest';
import type { ExampleIr } from '../../../runtime/example.ts';
import type { EvaluationInput } from '../../../runtime/input.ts';
import { agreementOf, bothColumns, holding } from '../../testing/agreement.ts';
import { columnarPart } from '../../testing/columnar-part.ts';
import { policyCase } from '../../testing/policy-case.ts';
import { projectFiles } from '../../testing/project-files.ts';

const folders = ['spec/conformance', 'spec/runtime/assessments'];
const files = folders.flatMap((folder) => projectFiles(folder).filter((file) => file.endsWith('.policy')));
const randomCases = 40;

describe('columnar code of the cases of the reference', () => {
  const held = new Map<string, number>();

  test.each(files)('%s', async (file) => {
    const { ir, examples } = policyCase(file).compiled;
    if (ir === undefined) throw new Error(`${file} does not compile`);
    const part = await columnarPart(ir, {});
    const columns = part && (await bothColumns(part.ir));
    if (part === undefined || columns === undefined) return;
    const holds = await holding(part.ir, columns);
    const ofExamples = examples.flatMap(inputsOf).map(holds);
    const agreement = (await agreementOf(part.ir, columns))(1, randomCases);
    expect([...ofExamples.flatMap(({ found }) => found), ...agreement.differences].slice(0, 3)).toEqual([]);
    held.set(file, agreement.rows + ofExamples.filter(({ said }) => said === 'row').length);
  });

  test('most of them are held by columns, in part at least', () => {
    expect(held.size).toBeGreaterThan(files.length / 2);
    expect([...held].filter(([, rows]) => rows === 0).map(([file]) => file)).toEqual([]);
  });
});

function inputsOf({ input, batch }: ExampleIr): readonly EvaluationInput[] {
  return batch?.inputs ?? [input];
}
