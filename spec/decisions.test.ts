/**
 * The decisions that real texts leave open (language.md, chapter 17). `open/` holds a text that leaves one open: the compiler refuses it and
 * offers the answers in words. `decided/` holds the same text with the decision taken, beside other answers: it compiles, and its examples
 * show what the answer changes.
 */
import { describe, expect, test } from 'vitest';
import { findingsAsText } from './testing/findings-text.ts';
import { cases, golden } from './testing/golden.ts';
import { policyCase, testPolicyCase } from './testing/policy-case.ts';
import { testPrinting } from './testing/print-case.ts';

const open = 'spec/decisions/open';
const decided = 'spec/decisions/decided';
const texts = cases(open);

/** An unknown fact is never a choice of the text: it is neither zero nor false (conformance/facts/r01-unknown-is-not-zero.policy). */
const neverOpen: readonly number[] = [16];

test('every decision has a text that leaves it open', () => {
  const numbers = texts.map(({ name }) => Number(/^d(\d\d)-/.exec(name)?.[1]));
  const expected = Array.from({ length: 20 }, (_, index) => index + 1);
  expect([...new Set(numbers)]).toEqual(expected.filter((decision) => !neverOpen.includes(decision)));
});

test('every open text has its decided one, and the other way round', () => {
  expect(cases(decided).map(({ name }) => name)).toEqual(texts.map(({ name }) => name));
});

describe.each(['zh', 'en'] as const)('%s', (language) => {
  golden(open, `${language}.txt`, (text, file) => findingsAsText(text, file.slice(open.length + 1), language));
});

describe.each(texts)('$name', ({ name, file, text }) => {
  const refused = policyCase(file).compiled;
  const settled = policyCase(`${decided}/${name}.policy`);

  test('left open it is refused, with one question', () => {
    expect(refused.diagnostics.map(({ severity }) => severity)).toEqual(['error']);
    expect(refused.ir).toBeUndefined();
  });

  test('decided it is the same text but for the lines blamed', () => {
    const blamed = refused.diagnostics.flatMap(({ span }) =>
      span === undefined ? [] : [lineAround(text, span.start)],
    );
    const kept = linesOf(text).filter((line) => !blamed.includes(line));
    expect(linesOf(settled.text)).toEqual(expect.arrayContaining(kept));
  });

  describe('decided', () => {
    testPolicyCase(settled);
    testPrinting(settled);
  });
});

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function lineAround(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end < 0 ? undefined : end).trim();
}
