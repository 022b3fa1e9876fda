/**
 * The reference by cases: one small policy per rule of meaning, its examples run by the interpreter and by the emitted evaluator, which
 * must agree on every recorded value.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { policyCase, testPolicyCase } from './testing/policy-case.ts';
import { projectFiles } from './testing/project-files.ts';

const files = projectFiles('spec/conformance').filter((file) => file.endsWith('.policy'));

describe.each(files)('%s', (file) => testPolicyCase(policyCase(file)));

test('the reference names every case', () => {
  const reference = readFileSync('spec/language.md', 'utf8');
  expect(files.filter((file) => !reference.includes(file.replace('spec/', '')))).toEqual([]);
});
