import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collector, hasErrors } from '../../../diagnostics/diagnostic.ts';
import type { Json } from '../../../runtime/door/json-tree.ts';
import { readJson } from '../../../runtime/door/read-json.ts';
import { read } from './sample-policy.ts';

function readText(text: string): { readonly value: Json | undefined; readonly failed: boolean } {
  const { report, diagnostics } = collector();
  const value = readJson(text, report);
  return { value, failed: hasErrors(diagnostics) };
}

/** As `JSON.parse` gives it. */
function plain(value: Json): unknown {
  if (Array.isArray(value)) return value.map((one: Json) => plain(one));
  return value instanceof Map ? Object.fromEntries([...value].map(([key, one]) => [key, plain(one)])) : value;
}

/** What `JSON.parse` makes of a text, or that it is none. */
function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

test('whatever JSON holds is read as everybody reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t', '\r\n'), (value, space) => {
      const text = JSON.stringify(value, undefined, space === '\r\n' ? 1 : space).replaceAll(
        '\n',
        space === '\r\n' ? space : '\n',
      );
      const result = readText(text);
      expect(result.failed).toBe(false);
      expect(plain(result.value ?? null)).toEqual(JSON.parse(text));
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('what is not JSON is refused, and what is JSON is taken, character by character', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '"b"',
    '\\',
    '\\u0041',
    '\\n',
    ' ',
    '\n',
    '1',
    '-',
    '0',
    '.5',
    'e9',
    'true',
    'null',
    'nul',
    '，',
    '“',
    '//',
    '\u0001',
  ];
  let taken = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (parts) => {
      const text = parts.join('');
      const expected = parsed(text);
      const result = readText(text);
      expect({ text, isJson: result.value !== undefined }).toEqual({ text, isJson: expected !== undefined });
      if (expected === undefined || result.failed) return;
      taken += 1;
      expect(plain(result.value ?? null)).toEqual(expected.value);
    }),
    { numRuns: 10_000, seed: 2 },
  );
  expect(taken).toBeGreaterThan(100);
});

test('a number is taken only if a double holds it as written', () => {
  for (const text of ['0.1', '100.005', '1e2', '1E+2', '-0', '9007199254740991', '1.10', '4.35'])
    expect({ text, ...readText(text) }).toEqual({ text, value: Number(text), failed: false });
  for (const text of [
    '90071992547409.93',
    '9007199254740993',
    '0.1000000000000000055',
    '1e400',
    '1e-400',
    '1e999999999999',
  ]) {
    expect({ text, failed: readText(text).failed }).toEqual({ text, failed: true });
  }
});

test('no facts whatever bring the door down, and errors leave no facts', () => {
  const names = [
    '自主研发费用',
    'rd',
    'capital',
    'project',
    'number',
    'levels',
    'stage',
    'decisions',
    'clause',
    'year',
    'rate',
    'subject',
    '2024',
    '__proto__',
  ];
  const leaf = fc.oneof(
    fc.constantFrom(
      null,
      true,
      '是',
      '国家级',
      'none',
      '无',
      '30万',
      '12.5%',
      '2024-02-30',
      '-0.001',
      '1e5',
      'P1',
      'art4',
      2024,
      0.1,
      -1,
      1e300,
      Number.NaN,
      undefined,
    ),
    fc.string({ maxLength: 5 }),
    fc.double(),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('tree')),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), tree), (facts) => {
      for (const result of [read(facts), read(JSON.stringify(facts))]) {
        expect(result.facts === undefined).toBe(hasErrors(result.diagnostics));
        for (const { message, help } of result.diagnostics)
          expect(`${message.zh}${message.en}${help.zh}${help.en}`).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 1000, seed: 3 },
  );
});
