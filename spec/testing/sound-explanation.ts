import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { displayWidth } from '../../runtime/explain/display-width.ts';
import { renderAssessment, renderExplanation } from '../../runtime/explain/render.ts';
import type { Explanation } from '../../runtime/explain.ts';
import { faults } from '../runtime/explain/rederive.ts';
import { projectRoot } from './golden.ts';

const schema = JSON.parse(readFileSync(`${projectRoot}/spec/explanation.schema.json`, 'utf8')) as object;
const validate = new Ajv2020({ strict: true }).compile(schema);

/** The document keeps to the published schema, loses nothing as JSON, and every step of it follows from what it says. */
export function expectSoundDocument(explanation: Explanation, told: string): void {
  const document: unknown = JSON.parse(JSON.stringify(explanation));
  validate(document);
  expect(validate.errors?.slice(0, 3) ?? [], told).toEqual([]);
  expect(document, told).toEqual(explanation);
  expect(faults(explanation), told).toEqual([]);
}

/** In both languages the text has no hole; the explanation keeps within its width, the assessment's table has none. */
export function expectSoundText(explanation: Explanation, told: string, width = 100): void {
  for (const language of ['zh', 'en'] as const) {
    const text = renderExplanation(explanation, { language, width });
    const holes = /\bundefined\b(?! or|:)|NaN|\[object|\binfinity\b|= =|；；|\{…\}/;
    expect(text + renderAssessment(explanation, { language }), told).not.toMatch(holes);
    const wide = text.split('\n').filter((line) => displayWidth(line) > width);
    expect(wide, told).toEqual([]);
  }
}

/** Every line that ran has its words in both languages and its place in the text. */
export function expectNamedSteps({ clauses }: Explanation, told: string): void {
  const steps = clauses.flatMap((clause) => [...clause.steps, ...clause.items.flatMap((item) => item.steps)]);
  const bare = steps.filter(
    ({ label, origin, kind }) => kind !== 'switch' && (label.zh === '' || label.en === '' || origin.line === 0),
  );
  expect(bare, told).toEqual([]);
}
