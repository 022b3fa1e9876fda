import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as decisionKinds from '../../../diagnostics/decisions.ts';
import { hasErrors } from '../../../diagnostics/diagnostic.ts';
import * as formKinds from '../../../diagnostics/facts.ts';
import * as nameKinds from '../../../diagnostics/facts-names.ts';
import * as textKinds from '../../../diagnostics/facts-text.ts';
import { projectRoot } from '../../testing/golden.ts';
import { read, told } from './sample-policy.ts';
import { slips } from './slips.ts';

test.each(slips)('$title', ({ text, codes }) => {
  const result = read(text);
  expect(result.diagnostics.map(({ code }) => code).sort()).toEqual([...codes].sort());
  expect(result.facts === undefined).toBe(hasErrors(result.diagnostics));
});

test('what clerks are told', async () => {
  const report = slips.map(({ title, text }) => `# ${title}\n${text}\n${told(read(text))}\n`).join('\n');
  await expect(report).toMatchFileSnapshot(join(projectRoot, 'spec/runtime/door/slips.golden.txt'));
});

test('no message shows its parameters as our words', () => {
  for (const { text } of slips) expect(told(read(text))).not.toMatch(/undefined|\[object|NaN|instancePath/);
});

test('every code of the catalogue is met by a slip, or by the tests named here', () => {
  const elsewhere = ['JT6001', 'JT6003', 'JT6006', 'JT6007', 'JT6038', 'JT6039', 'JT6058', 'JT6059'];
  const kinds = [textKinds, nameKinds, formKinds, decisionKinds].flatMap((module) => Object.values(module));
  const declared = kinds.map(({ code }) => code);
  const met = new Set([...elsewhere, ...slips.flatMap(({ codes }) => codes)]);
  expect(declared.filter((code) => !met.has(code))).toEqual([]);
  expect(new Set(declared).size).toBe(declared.length);
});
