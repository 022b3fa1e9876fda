import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { lineStarts, positionAt } from '../../diagnostics/span.ts';
import { projectRoot } from '../testing/golden.ts';

/** A policy that uses most of the language and has nothing wrong with it. */
const sound = readFileSync(join(projectRoot, 'spec/mistakes/sound.policy'), 'utf8');
const lines = sound.split('\n');

/** The words of a line, texts and punctuation left out, by where they stand. */
function wordsOf(line: string): readonly { readonly at: number; readonly word: string }[] {
  return [...line.matchAll(/[^\s{}，、：:；()（）"|]+/g)].map((match) => ({ at: match.index, word: match[0] }));
}

interface Slip {
  readonly title: string;
  readonly line: number;
  readonly text: string;
}

function slip(index: number, written: string): Slip {
  const text = lines.map((line, at) => (at === index ? written : line)).join('\n');
  return { title: `${index + 1}: ${written.trim()}`, line: index + 1, text };
}

/** A character that no word of the policy has, in place of the last one. */
const garbled = '垯';

const misspelt = lines.flatMap((line, index) => {
  const first = wordsOf(line)[0];
  // Names may be written as one likes.
  if (first === undefined || /[A-Za-z]$/.test(first.word)) return [];
  const end = first.at + first.word.length;
  return [slip(index, `${line.slice(0, end - 1)}${garbled}${line.slice(end)}`)];
});

const leftOut = lines.flatMap((line, index) =>
  wordsOf(line).map(({ at, word }) => slip(index, line.slice(0, at) + line.slice(at + word.length))),
);

const found = (text: string) => {
  const starts = lineStarts(text);
  return compile({ file: 'slip.policy', text }).diagnostics.map(({ code, span }) => ({
    code,
    line: span === undefined ? 0 : positionAt(starts, span.start).line,
  }));
};

test('the policy is sound as it is', () => expect(found(sound)).toEqual([]));

describe('a word that begins a line, misspelt, is told once and on its line', () => {
  test.each(misspelt.map((one) => [one.title, one] as const))('%s', (_, { text, line }) => {
    expect(found(text)).toEqual([{ code: expect.any(String), line }]);
  });
});

/** A clause whose name is left out: what names it elsewhere is close to another name, or to words of the language. */
const twice: readonly string[] = ['38: 条款  | 研发补助 {', '38: 条款 rd_support |  {', '49: 条款  | 营收奖励 {'];

describe('a word left out is told once, or leaves a policy that may be meant', () => {
  test.each(leftOut.map((one) => [one.title, one] as const))('%s', (title, { text }) => {
    expect(found(text).length).toBeLessThanOrEqual(twice.includes(title) ? 2 : 1);
  });
});
