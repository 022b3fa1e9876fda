/** The drafters' handbook shows nothing that does not compile without a finding, and every example in it comes out right. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { evaluate } from '../runtime/evaluate.ts';
import { runExample } from '../runtime/run-example.ts';

const handbook = readFileSync('docs/handbook.md', 'utf8');
const head = /^```policy head\n([\s\S]*?)^```$/m.exec(handbook)![1]!;
const paragraphs = [...handbook.matchAll(/^## (\d+ .*)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map((match) => ({
  title: match[1]!,
  text: [...match[2]!.matchAll(/^```policy\n([\s\S]*?)^```$/gm)].map((block) => block[1]).join('\n'),
}));

test('has its paragraphs', () => {
  expect(paragraphs.map(({ title }) => Number(title.split(' ')[0]))).toEqual(paragraphs.map((_, index) => index + 1));
  expect(paragraphs.map(({ title }) => title.replace(/^\d+ /, ''))).toEqual(
    expect.arrayContaining(['名额', '贴息：参照LPR', '百分点']),
  );
});

describe.each(paragraphs)('$title', ({ text }) => {
  const whole = text.includes('政策 ') ? text : `${head}\n${text}`;
  const { ir, examples, diagnostics } = compile({ file: 'docs/handbook.md', text: whole });

  test('compiles without a finding', () => {
    expect(
      diagnostics.map(
        ({ code, message, span }) =>
          `${code} ${message.zh} ${span === undefined ? '' : whole.slice(span.start, span.end)}`,
      ),
    ).toEqual([]);
  });

  test('its examples come out right', () => {
    if (ir === undefined) throw new Error('no IR');
    for (const example of examples) {
      expect({ title: example.title, failures: runExample(ir, example, evaluate).failures }).toEqual({
        title: example.title,
        failures: [],
      });
    }
  });
});
