import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { collector } from '../../diagnostics/diagnostic.ts';
import { parse } from '../../grammar/parse.ts';
import { type PrintLanguage, print } from '../../grammar/print.ts';
import { canonicalJson } from '../../runtime/canonical.ts';

const file = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
const written = readFileSync(file, 'utf8');

function read(text: string) {
  const { report, diagnostics } = collector();
  const tree = parse({ file, text }, report);
  expect(diagnostics).toEqual([]);
  return tree;
}

function rewritten(language: PrintLanguage): string {
  return print(read(written), { language });
}

/** The declarations of one policy, by turns from its Chinese, English and traditional texts. */
function mixed(): string {
  const texts = (['zh', 'en', 'zh-hant'] as const).map(rewritten);
  const declarations = texts.map((text) => read(text).declarations.map(({ span }) => text.slice(span.start, span.end)));
  return (declarations[0] ?? []).map((_, index) => declarations[index % 3]?.[index]).join('\n\n');
}

function irText(text: string): string {
  const { ir, diagnostics } = compile({ file, text });
  expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([]);
  return canonicalJson(ir);
}

const asWritten = irText(written);

test.each(['zh', 'zh-hant', 'en'] as const)(
  'rewritten in %s, the measures have the same IR, byte for byte',
  (language) => {
    expect(irText(rewritten(language)) === asWritten).toBe(true);
  },
);

test('a text that changes language from declaration to declaration has the same IR', () => {
  const text = mixed();
  expect(text).toMatch(/^clause /mu);
  expect(text).toMatch(/^条款 /mu);
  expect(text).toMatch(/^條款 /mu);
  expect(irText(text) === asWritten).toBe(true);
});

test('rewriting in English and back gives the text as the formatter writes it', () => {
  expect(print(read(rewritten('en')), { language: 'zh' })).toBe(rewritten('zh'));
});

test('the shipped text is as the formatter writes it', () => {
  expect(print(read(written), { language: 'zh', source: written })).toBe(written);
});
