import { describe, expect, test } from 'vitest';
import { analyse } from '../../compiler/analyse.ts';
import { collector, type Diagnostic, type DiagnosticKind } from '../../diagnostics/diagnostic.ts';
import * as names from '../../diagnostics/names.ts';
import * as rules from '../../diagnostics/rules.ts';
import * as types from '../../diagnostics/types.ts';
import { parse } from '../../grammar/parse.ts';
import { expectationsOf, findingsIn } from '../testing/expectations.ts';
import { cases } from '../testing/golden.ts';

const groups = ['names', 'types', 'rules'].map((group) => ({
  group,
  found: cases(`spec/compiler/analyse/${group}`),
}));

function diagnosticsOf(file: string, text: string): readonly Diagnostic[] {
  const { report, diagnostics } = collector();
  const tree = parse({ file, text }, report);
  analyse(tree, report, [...diagnostics]);
  return diagnostics;
}

describe.each(groups)('$group', ({ found }) => {
  test.each(found.map((one) => [one.name, one] as const))('%s', (_, { file, text }) => {
    const expected = expectationsOf(text);
    expect(findingsIn(text, diagnosticsOf(file, text), expected)).toEqual(expected);
  });
});

test('every message of the three catalogues is expected by some case', () => {
  const kinds = [names, types, rules].flatMap((catalogue) =>
    Object.values(catalogue),
  ) as readonly DiagnosticKind<never>[];
  const expected = new Set(groups.flatMap(({ found }) => found.flatMap(({ text }) => text.match(/JT\d+/g) ?? [])));
  expect(kinds.map(({ code }) => code).filter((code) => !expected.has(code))).toEqual([]);
});

test('codes are never used twice', () => {
  const codes = (
    [names, types, rules].flatMap((catalogue) => Object.values(catalogue)) as readonly DiagnosticKind<never>[]
  ).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test('messages are complete in both languages', () => {
  for (const { found } of groups)
    for (const { file, text } of found)
      for (const { code, message, help, notes } of diagnosticsOf(file, text))
        for (const words of [message, help, ...notes.map((note) => note.text)])
          for (const said of [words.zh, words.en]) {
            expect(said, code).not.toMatch(/undefined|\[object|NaN|^\s*$/);
            expect(said, code).not.toMatch(/[。.]$/);
          }
});
