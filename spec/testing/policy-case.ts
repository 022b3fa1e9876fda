import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policyTexts } from '../../cli/policy-texts.ts';
import { type Compilation, compile } from '../../compiler/compile.ts';
import { settleInputs } from '../../runtime/batch/assess-batch.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { ExampleIr } from '../../runtime/example.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { runExample } from '../../runtime/run-example.ts';
import { compareEvaluators } from './differential.ts';
import { expectationsOf, findingsIn } from './expectations.ts';
import { projectRoot } from './golden.ts';
import { loadEmitted } from './load-emitted.ts';

/** An example's input; of one of several applicants, with the shares that the batch gives. */
export function settledInput(ir: PolicyIr, { input, batch }: ExampleIr): EvaluationInput {
  if (batch === undefined) return input;
  const alone = batch.inputs.map((one) => evaluate(ir, one));
  return settleInputs(ir, batch.inputs, alone).inputs[batch.place]!;
}

export interface PolicyCase {
  /** Path from the root of the project. */
  readonly file: string;
  readonly text: string;
  readonly compiled: Compilation;
}

function readProjectFile(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8');
}

/** A small policy with examples, compiled. Reported findings never throw here. */
export function policyCase(file: string): PolicyCase {
  const text = readProjectFile(file);
  return { file, text, compiled: compile({ file, text }, { load: policyTexts({ readFile: readProjectFile }, file) }) };
}

/**
 * Tests that a case compiles, with no finding but those that its own `//! JT… "…"` lines expect, and that its examples come out right:
 * interpreted, and emitted with the same amounts, causes and recorded values.
 */
export function testPolicyCase({ text, compiled }: PolicyCase): void {
  const { ir, origins, examples, diagnostics } = compiled;

  test('compiles', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([]);
    expect(examples.length).toBeGreaterThan(0);
  });

  test('is told no warning but those it expects (`//! JT… "…"` on the line below)', () => {
    const expected = expectationsOf(text);
    expect(findingsIn(text, diagnostics, expected)).toEqual(expected);
  });

  test('its examples come out right, interpreted and emitted', async () => {
    if (ir === undefined || origins === undefined) throw new Error('no IR');
    const emitted = await loadEmitted(ir, origins);
    for (const example of examples) {
      const { failures, passed, assessment } = runExample(ir, example, evaluate);
      expect({ title: example.title, failures, problems: assessment.diagnostics, passed }).toEqual({
        title: example.title,
        failures: [],
        problems: [],
        passed: true,
      });
      expect({ title: example.title, difference: compareEvaluators(ir, emitted, settledInput(ir, example)) }).toEqual({
        title: example.title,
        difference: undefined,
      });
    }
  });
}
