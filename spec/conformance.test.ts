/**
 * The reference by cases: one small policy per rule of meaning, its examples run by the interpreter and by the emitted evaluator, which
 * must agree on every recorded value.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { evaluate } from '../runtime/evaluate.ts';
import { runExample } from '../runtime/run-example.ts';
import { compareEvaluators } from './testing/differential.ts';
import { loadEmitted } from './testing/load-emitted.ts';

const folder = 'spec/conformance';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.policy'))
  .sort();

describe.each(files)('%s', (file) => {
  const source = { file: `${folder}/${file}`, text: readFileSync(`${folder}/${file}`, 'utf8') };
  const { ir, origins, examples, diagnostics } = compile(source);

  test('compiles', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([]);
    expect(examples.length).toBeGreaterThan(0);
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
      expect({ title: example.title, difference: compareEvaluators(ir, emitted, example.input) }).toEqual({
        title: example.title,
        difference: undefined,
      });
    }
  });
});

test('the reference names every case', () => {
  const reference = readFileSync('spec/language.md', 'utf8');
  expect(files.filter((file) => !reference.includes(`conformance/${file}`))).toEqual([]);
});
