import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { evaluate } from '../../runtime/evaluate.ts';
import { displayWidth } from '../../runtime/explain/display-width.ts';
import { renderAssessment, renderExplanation } from '../../runtime/explain/render.ts';
import { explain } from '../../runtime/explain.ts';
import { projectRoot } from '../testing/golden.ts';
import { noOrigins } from '../testing/load-emitted.ts';
import { seeded } from '../testing/random.ts';
import { randomInput } from '../testing/random-input.ts';
import { randomIr } from '../testing/random-ir.ts';
import { faults } from './explain/rederive.ts';

const schema = JSON.parse(readFileSync(`${projectRoot}/spec/explanation.schema.json`, 'utf8')) as object;
const validate = new Ajv2020({ strict: true }).compile(schema);
const source = { policyDigest: 'a'.repeat(64), factsDigest: 'b'.repeat(64), compilerVersion: '0.1.0' };

/** Policies with every construct, whatever sense they make, on facts that seek their figures. */
test.each(Array.from({ length: 20 }, (_, seed) => seed))('random policies can be explained (seed %i)', (seed) => {
  const random = seeded(seed);
  for (let run = 0; run < 15; run += 1) {
    const ir = randomIr(random);
    const input = randomInput(ir, random);
    const explanation = explain(ir, noOrigins, evaluate(ir, input), source);
    const document: unknown = JSON.parse(JSON.stringify(explanation));
    expect(validate(document), `seed ${seed}, run ${run}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
    expect(document, `seed ${seed}, run ${run}`).toEqual(explanation);
    expect(faults(explanation), `seed ${seed}, run ${run}`).toEqual([]);
    for (const language of ['zh', 'en'] as const) {
      const text =
        renderExplanation(explanation, { language, width: 140 }) + renderAssessment(explanation, { language });
      expect(text, `seed ${seed}, run ${run}`).not.toMatch(/\bundefined\b(?! or|:)|NaN|\[object|infinity| = =|；；/);
      expect(text.split('\n').filter((line) => displayWidth(line) > 200)).toEqual([]);
    }
  }
});
