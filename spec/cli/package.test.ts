/**
 * A package of one policy stands alone: nothing installed beside it, its own tests pass, a strict TypeScript project takes its types as
 * they are, and it says of a company what the command says.
 */
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { standaloneRuntime, writeTypes } from '../../tools/standalone.mjs';
import { projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';

const policy = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
const company = 'policies/xiamen-ai-2023/companies/lanhai-software.json';
const application = join(projectRoot, '.cache', 'package-user');
const installed = join(application, 'node_modules', 'xiamen-ai-2023');
const run = promisify(execFile);

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const program = `
import { readFileSync } from 'node:fs';
import { assess, messageOf } from 'xiamen-ai-2023';
const done = assess(readFileSync(process.argv[2], 'utf8'), { year: 2024, ledger: readFileSync(process.argv[3], 'utf8') });
console.log(done.ok ? done.text({ language: 'zh' }) : 'refused');
const refused = assess({ rd: { 2024: '30万元' } }, { year: 2024 });
console.log(refused.ok ? 'taken' : refused.diagnostics.map((found) => messageOf(found, 'en')).join('|'));
`;

const typed = `
import { assess, type ClauseId, type Facts, messageOf } from 'xiamen-ai-2023';
const facts: Facts = { subject: 'a', ai_enterprise: true, rd: { 2024: '1.00' } };
const done = assess(facts, { year: 2024, readings: { cap_scope: 'lifetime' } });
const clause: ClauseId = 'art3';
export const told: string = done.ok ? done.results[clause].outcome.kind : done.diagnostics.map((found) => messageOf(found, 'zh')).join();
// @ts-expect-error there is no such reading
assess(facts, { year: 2024, readings: { cap: 'lifetime' } });
// @ts-expect-error there is no such fact
const wrong: Facts = { rdx: 1 };
export { wrong };
`;

const strict = {
  compilerOptions: {
    strict: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: 'nodenext',
    target: 'es2022',
    noEmit: true,
    types: [],
  },
  include: ['*.ts'],
};

describe('a package of the Xiamen measures', () => {
  beforeAll(async () => {
    await rm(application, { recursive: true, force: true });
    // Of the runtime as it is now, not as it was when dist/ was built.
    const types = join(application, 'types');
    writeTypes(types);
    const ownFiles = { 'standalone.json': await standaloneRuntime(types) };
    const args = ['build', policy, '--package', 'xiamen-ai-2023', '-o', 'out'];
    const { code, error, files } = await jieti(args, { ownFiles });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    await write(
      installed,
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace(/^out\//, ''), text])),
    );
    await write(application, {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify(strict),
      'program.js': program,
      'typed.ts': typed,
    });
  });

  test('depends on nothing, and its examples pass', async () => {
    const { default: manifest } = (await import(join(installed, 'package.json'), { with: { type: 'json' } })) as {
      default: object;
    };
    expect(Object.keys(manifest)).not.toContain('dependencies');
    const { stdout } = await run(process.execPath, ['--test', join(installed, 'test')], { cwd: installed });
    expect(stdout).toMatch(/^# pass 1\d\d$/m);
    expect(stdout).toMatch(/^# fail 0$/m);
  });

  test('type-checks in a strict project', async () => {
    const compiler = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout } = await run(process.execPath, [compiler, '-p', application]).catch(
      (error: unknown) => error as { readonly stdout: string },
    );
    expect(stdout).toBe('');
  });

  test('says what the command says, and refuses what it refuses', async () => {
    const ledger = 'policies/xiamen-ai-2023/ledger.jsonl';
    const args = ['assess', policy, '--facts', company, '--ledger', ledger, '--year', '2024', '--lang', 'zh'];
    const { out } = await jieti(args);
    const files = [company, ledger].map((path) => join(projectRoot, path));
    const { stdout } = await run(process.execPath, ['program.js', ...files], { cwd: application });
    expect(stdout.startsWith(out.trimEnd())).toBe(true);
    expect(stdout).toContain('rd (2024) must be a sum of money in CNY; this is "30万元"');
  });
});

test('names and versions that npm would not take are refused', async () => {
  const { code, error } = await jieti(['build', policy, '--package', '厦门', '--package-version', '1', '-o', 'out']);
  expect(code).toBe(2);
  expect(error).toContain('JT8040');
  expect(error).toContain('JT8041');
});

test('a program without its runtime says so', async () => {
  const { code, error } = await jieti(['build', policy, '--package', 'a', '-o', 'out'], {
    failing: { 'standalone.json': 'ENOENT' },
  });
  expect(code).toBe(1);
  expect(error).toContain('JT8042');
});
