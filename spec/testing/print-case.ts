import { expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { type PrintLanguage, print } from '../../grammar/print.ts';
import type { PolicyCase } from './policy-case.ts';

const languages: readonly PrintLanguage[] = ['zh', 'zh-hant', 'en'];

/**
 * Tests what a formatter must not change: the meaning, which is the IR, byte for byte, and the examples. Printed text, printed again,
 * stays as it is, and is told what the text itself was told.
 */
export function testPrinting({ file, text, compiled }: PolicyCase): void {
  test.each(languages)('means the same printed in %s', (language) => {
    const printed = print(compiled.file, { language, source: text });
    const again = compile({ file, text: printed });
    expect(codes(again.diagnostics)).toEqual(codes(compiled.diagnostics));
    expect(JSON.stringify(again.ir)).toBe(JSON.stringify(compiled.ir));
    expect(JSON.stringify(again.examples, withoutSpans)).toBe(JSON.stringify(compiled.examples, withoutSpans));
    expect(print(again.file, { language, source: printed })).toBe(printed);
  });
}

function codes(diagnostics: readonly { readonly code: string }[]): readonly string[] {
  return diagnostics.map(({ code }) => code).sort();
}

function withoutSpans(key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return key === 'span' ? undefined : value;
}
