import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DiagnosticKind } from '../diagnostics/diagnostic.ts';
import { projectRoot } from './testing/golden.ts';

interface Entry {
  readonly file: string;
  readonly name: string;
  readonly kind: DiagnosticKind<never>;
}

const folder = join(projectRoot, 'diagnostics');
const entries = (
  await Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map(async (file) => catalogued(file, (await import(join(folder, file))) as Record<string, unknown>)),
  )
).flat();
/** Catalogues may pass entries on; each counts where it stands. */
const kinds = entries.filter(({ kind }, index) => entries.findIndex((other) => other.kind === kind) === index);

function catalogued(file: string, exported: Record<string, unknown>): readonly Entry[] {
  return Object.entries(exported).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'code' in value && 'severity' in value
      ? [{ file, name, kind: value as DiagnosticKind<never> }]
      : [],
  );
}

test('every code is used once', () => {
  expect(kinds.length).toBeGreaterThan(150);
  const codes = kinds.map(({ kind }) => kind.code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('a code has four digits, and no digit but those of a phase begins it', () => {
  expect(kinds.map(({ kind }) => kind.code).filter((code) => !/^JT[1-8]\d{3}$/.test(code))).toEqual([]);
});

describe('every code is expected by some case', () => {
  const expected = readdirSync(join(projectRoot, 'spec'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(policy|txt|test\.ts|ts|json)$/.test(name) && name !== 'diagnostics.test.ts')
    .filter((name) => !name.includes('.generated.') && !name.includes('.tmp.'))
    .map((name) => readFileSync(join(projectRoot, 'spec', name), 'utf8'))
    .join('\n');
  const codes = new Set(expected.match(/\bJT\d{4}\b/g) ?? []);

  test.each(kinds.map(({ kind, name, file }) => [`${kind.code} ${name} (${file})`, kind.code] as const))(
    '%s',
    (_, code) => expect(codes.has(code)).toBe(true),
  );
});

test('every kind has words in both languages', () => {
  for (const { kind } of kinds)
    for (const wording of [kind.zh, kind.en]) {
      expect(wording.message, kind.code).toBeTypeOf('function');
      expect(wording.help, kind.code).toBeTypeOf('function');
    }
});
