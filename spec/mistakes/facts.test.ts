import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../diagnostics/diagnostic.ts';
import { expectGolden, projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';

/** Slips of those who fill in facts, each in a small file for the Xiamen measures, and all that `jieti assess` says of it. */
const folder = 'spec/mistakes/facts';
const policy = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
const names = readdirSync(join(projectRoot, folder))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .sort();

/** Files that are assessed all the same. */
const legal: Readonly<Record<string, 'with a warning' | 'without a word'>> = {
  'unknown-name': 'with a warning',
  'without-last-year': 'without a word',
};

async function assess(name: string, language: Language) {
  const file = `${name}.json`;
  const text = readFileSync(join(projectRoot, folder, file), 'utf8');
  return jieti(['assess', policy, '--facts', file, '--year', '2024', '--lang', language], { files: { [file]: text } });
}

describe.each(['zh', 'en'] as const)('%s', (language) => {
  test.each(names)('%s', async (name) => {
    const { code, error, out } = await assess(name, language);
    expect(code).toBe(name in legal ? 0 : 1);
    expect(error === '').toBe(legal[name] === 'without a word');
    // Of an assessment, the clauses that the slip is about.
    const clauses = out.split('\n').filter((line) => line.startsWith('art6_'));
    await expectGolden(error === '' ? clauses.join('\n') : error, `${folder}/${name}.${language}.txt`);
  });
});
