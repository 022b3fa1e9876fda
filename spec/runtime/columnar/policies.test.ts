/** Whole policies through emitted code: from JSON text, and as inputs beside others that only the general evaluator can assess. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { emitFactsSchema } from '../../../compiler/emit/json-schema/emit.ts';
import { columnarEvaluator } from '../../../runtime/columnar/columnar-evaluator.ts';
import type { ColumnarModule } from '../../../runtime/columnar/columnar-module.ts';
import { jsonAssessor } from '../../../runtime/columnar/json/json-assessor.ts';
import { resultWriter } from '../../../runtime/columnar/result-json.ts';
import { assessmentView } from '../../../runtime/columnar/result-view.ts';
import { readFacts } from '../../../runtime/door/read-facts.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import type { EvaluationInput } from '../../../runtime/input.ts';
import { loadColumnar } from '../../testing/columnar-differential.ts';
import { shown } from '../../testing/differential.ts';
import { factsJson } from '../../testing/facts-json.ts';
import { projectRoot } from '../../testing/golden.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { seeded } from '../../testing/random.ts';
import { randomInput } from '../../testing/random-input.ts';
import { randomKnownInput } from '../../testing/random-known-input.ts';

/** How many assessments of each policy; more on demand: JIETI_CASES=1000000. */
const cases = Number(process.env.JIETI_CASES ?? 200);

async function moduleOf(file: string): Promise<ColumnarModule> {
  const { ir } = compile({ file, text: readFileSync(join(projectRoot, file), 'utf8') });
  if (ir === undefined) throw new Error(`${file} does not compile`);
  const loaded = await loadColumnar(ir);
  if ('reasons' in loaded) throw new Error(shown(loaded.reasons));
  return loaded;
}

function interpreted({ ir, layout }: ColumnarModule, input: EvaluationInput): string {
  const keys = (list: string) => (input.facts.lists.get(list) ?? []).map(({ key }) => key);
  return resultWriter(
    layout,
    input.period.label,
  )(assessmentView(layout, evaluate(ir, input), keys, { reason: 'left' }));
}

describe.each([
  'spec/runtime/columnar/small.policy',
  'policies/xiamen-ai-2023/xiamen-ai-2023.policy',
  'policies/haicang-leap-2020/haicang-leap-2020.policy',
])('%s', (file) => {
  test('many inputs, known ones and riddled ones, are told as the interpreter tells them', async () => {
    const module = await moduleOf(file);
    const { ir, layout } = module;
    const literals = literalsOf(ir);
    const inputs = Array.from({ length: cases }, (_, index) => {
      const random = seeded(5000 + index);
      return index % 4 === 0 ? randomInput(ir, random, literals) : randomKnownInput(ir, layout, random, literals);
    });
    const by = { code: 0, general: 0 };
    columnarEvaluator(module, (input) => evaluate(ir, input), 32).assess(inputs, (view, input) => {
      by[view.general === undefined ? 'code' : 'general'] += 1;
      if (view.general === undefined)
        expect(resultWriter(layout, input.period.label)(view)).toBe(interpreted(module, input));
    });
    expect(by.code).toBeGreaterThan(cases / 20);
    expect(by.general).toBeGreaterThan(cases / 20);
  });

  test('JSON texts are answered as by the door and the interpreter', async () => {
    const module = await moduleOf(file);
    const { ir, layout } = module;
    const literals = literalsOf(ir);
    const schema = emitFactsSchema(ir);
    let generally = 0;
    for (let index = 0; index < cases; index += 1) {
      const known = randomKnownInput(ir, layout, seeded(9000 + index), literals);
      const { period, ledger } = known;
      const evaluateCounted = (input: EvaluationInput) => {
        generally += 1;
        return evaluate(ir, input);
      };
      const text = factsJson(ir, known.facts);
      const answer = jsonAssessor(module, period, { schema, evaluate: evaluateCounted })(text, ledger);
      const { facts, decisions } = readFacts(ir, schema, text);
      const expected =
        facts === undefined
          ? undefined
          : interpreted(module, { ...known, facts, decisions, readings: layout.readings });
      expect(answer.json).toBe(expected);
    }
    expect(cases - generally).toBeGreaterThan(cases / 20);
  });
});
