import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { type PrintLanguage, print } from '../../grammar/print.ts';
import { projectFiles, readProjectFile } from '../testing/project-files.ts';

const policies = projectFiles('policies').filter((file) => file.endsWith('.policy'));
const languages: readonly PrintLanguage[] = ['zh', 'zh-hant', 'en'];

/** What a formatter must not change is the meaning: the IR, byte for byte. */
describe.each(policies)('%s', (file) => {
  const text = readProjectFile(file);
  const original = compile({ file, text });

  test('compiles', () => {
    expect(original.diagnostics).toEqual([]);
    expect(original.ir).toBeDefined();
  });

  test.each(languages)('means the same in %s', (language) => {
    const printed = print(original.file, { language, source: text });
    const again = compile({ file, text: printed });
    expect(again.diagnostics).toEqual([]);
    expect(JSON.stringify(again.ir)).toBe(JSON.stringify(original.ir));
    expect(JSON.stringify(again.examples, withoutSpans)).toBe(JSON.stringify(original.examples, withoutSpans));
    expect(print(again.file, { language, source: printed })).toBe(printed);
  });
});

function withoutSpans(key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return key === 'span' ? undefined : value;
}
