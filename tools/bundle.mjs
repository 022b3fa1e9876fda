// Builds dist/: the command line as one file that needs nothing but Node, the package's three modules, and their types.
// Run by `npm run build`, and by npm itself after an install (`prepare`), so plain JavaScript: it must start fast.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { buildSettings, root } from './build-settings.mjs';
import { brokenEnd, savedCodeName, textWithin } from './launch.mjs';
import { standaloneRuntime, writeTypes } from './standalone.mjs';

const dist = join(root, 'dist');
const command = join(dist, 'jieti.mjs');
const [id] = await Promise.all([
  buildCommand(),
  build({
    ...buildSettings,
    entryPoints: ['index.ts'],
    outfile: join(dist, 'index.mjs'),
    packages: 'external',
    legalComments: 'inline',
  }),
  build({
    ...buildSettings,
    entryPoints: ['runtime/core/index.ts'],
    outfile: join(dist, 'runtime.mjs'),
    packages: 'external',
  }),
  build({
    ...buildSettings,
    entryPoints: ['columnar/index.ts'],
    outfile: join(dist, 'columnar.mjs'),
    packages: 'external',
  }),
  // What the threads of a run are.
  build({
    ...buildSettings,
    entryPoints: ['programme/run/worker.ts'],
    outfile: join(dist, 'worker.mjs'),
    legalComments: 'inline',
  }),
]);
// A thread is a program of its own, and lies beside the module that starts it.
copyFileSync(join(root, 'columnar', 'columnar-worker.mjs'), join(dist, 'columnar-worker.mjs'));
saveCode(id);
const types = join(dist, 'types');
writeTypes(types);
writeFileSync(join(dist, 'standalone.json'), await standaloneRuntime(types));
linkOwnCommand();

/** The command: tools/launch.mjs, and below it the program as a comment. Gives the digest of the program. */
async function buildCommand() {
  // A module behind import() stays inside the one file and runs on first use. Small names: less text to read at every start; and a text of
  // ASCII alone is read many times faster than one of all characters.
  const { outputFiles } = await build({
    ...buildSettings,
    entryPoints: ['cli/main.ts'],
    format: 'cjs',
    minify: true,
    charset: 'ascii',
    legalComments: 'eof',
    alias: { 'node:child_process': join(root, 'tools', 'no-child-process.cjs') },
    // Tables are read by packages of their own, loaded by the verbs that need them; a script knows no import(), so by require.
    external: ['@duckdb/node-api', 'read-excel-file', 'write-excel-file'],
    supported: { 'dynamic-import': false },
    // What asks for it runs from source only.
    logOverride: { 'empty-import-meta': 'silent' },
    write: false,
  });
  const text = outputFiles[0].text;
  const broken = text.replaceAll('*/', brokenEnd);
  const launcher = readFileSync(join(root, 'tools', 'launch.mjs'), 'utf8').replaceAll(/^export /gm, '');
  const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const parts = [
    '#!/usr/bin/env node',
    launcher,
    `launch(program, '${id}', import.meta.url);`,
    `function program() {/*${broken}*/}`,
  ];
  mkdirSync(dist, { recursive: true });
  writeFileSync(command, `${parts.join('\n')}\n`);
  chmodSync(command, 0o755);
  if (textWithin(`/*${broken}*/`) !== text)
    throw new Error('the program does not come out of its comment as it went in');
  return id;
}

/** Saves what V8 compiles when a policy is checked, so that it need not at every start; the command runs without it too. */
function saveCode(id) {
  const policy = join(root, 'policies', 'xiamen-ai-2023', 'xiamen-ai-2023.policy');
  const { stderr } = spawnSync(process.execPath, [join(root, 'tools', 'save-code.mjs'), 'check', policy], {
    encoding: 'utf8',
  });
  const saved = readdirSync(dist).filter((name) => name.endsWith('.code'));
  if (!saved.includes(savedCodeName(id))) process.stderr.write(`the code of the command was not saved:\n${stderr}\n`);
  for (const name of saved) if (!name.includes(id)) rmSync(join(dist, name), { force: true });
}

/** npm links the commands of dependencies, not those of the project itself; with this link `npx jieti` works in the project's root. */
function linkOwnCommand() {
  if (process.platform === 'win32') return;
  const link = join(root, 'node_modules', '.bin', 'jieti');
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), command), link);
}
