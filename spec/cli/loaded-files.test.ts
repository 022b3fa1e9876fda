/** What a start of the command reads: the files of other verbs stay where they are. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCommand } from '../../tools/command-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'jieti-loaded-'));
const policy = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
const facts = 'policies/xiamen-ai-2023/companies/lanhai-software.json';

beforeAll(async () => {
  await writeCommand(folder);
  // Writes the names of all scripts that were read into a file.
  writeFileSync(
    join(folder, 'watch.cjs'),
    `const fs = require('node:fs');
    const { basename, join } = require('node:path');
    const { readFileSync, writeFileSync } = fs;
    const read = [];
    fs.readFileSync = (path, ...rest) => {
      if (String(path).endsWith('.js')) read.push(basename(path));
      return readFileSync(path, ...rest);
    };
    process.on('exit', () => writeFileSync(join(__dirname, 'read.json'), JSON.stringify(read)));`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function scriptsReadBy(...args: readonly string[]): { readonly read: readonly string[]; readonly printed: string } {
  const command = ['--require', join(folder, 'watch.cjs'), join(folder, 'jieti.cjs'), ...args, '--lang', 'en'];
  const printed = execFileSync(process.execPath, command, { encoding: 'utf8' });
  return { read: JSON.parse(readFileSync(join(folder, 'read.json'), 'utf8')), printed };
}

test('`jieti check` reads one script, and other verbs those of their own too', () => {
  const checked = scriptsReadBy('check', policy);
  expect(checked.printed).toContain('36 clauses');
  expect(checked.read).toEqual([expect.stringMatching(/^check-/)]);
  const assessed = scriptsReadBy('assess', policy, '--facts', facts, '--year', '2024', '--explain');
  expect(assessed.printed).toContain('CNY');
  expect(assessed.read[0]).toBe(checked.read[0]);
  expect(assessed.read).toContainEqual(expect.stringMatching(/^assess-/));
  const all = readdirSync(join(folder, 'command')).filter((name) => name.endsWith('.js'));
  expect(all.length).toBeGreaterThan(new Set(assessed.read).size);
});

test('every script of the command is ASCII alone', () => {
  for (const name of readdirSync(join(folder, 'command')))
    expect(readFileSync(join(folder, 'command', name), 'latin1')).toMatch(/^[\n\x20-\x7e]*$/);
});
