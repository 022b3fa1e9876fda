// Builds dist/: the command line as files that need nothing but Node, the package's three modules, and their types.
// Run by `npm run build`, and by npm itself after an install (`prepare`), so plain JavaScript: it must start fast.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { buildSettings, root } from './build-settings.mjs';
import { writeCommand } from './command-files.mjs';
import { standaloneRuntime, writeTypes } from './standalone.mjs';

const dist = join(root, 'dist');
const command = join(dist, 'jieti.cjs');
await Promise.all([
  writeCommand(dist),
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
    // Every start of an evaluator reads this text whole: small names, and ASCII alone.
    minify: true,
    charset: 'ascii',
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
saveCode();
const types = join(dist, 'types');
writeTypes(types);
writeFileSync(join(dist, 'standalone.json'), await standaloneRuntime(types));
linkOwnCommand();

/** Saves what V8 compiles when a policy is checked, then when it is assessed, and when it is built, so that it need not at every start. */
function saveCode() {
  const xiamen = join(root, 'policies', 'xiamen-ai-2023');
  const policy = join(xiamen, 'xiamen-ai-2023.policy');
  const facts = join(xiamen, 'companies', 'lanhai-software.json');
  const out = mkdtempSync(join(tmpdir(), 'jieti-build-'));
  for (const verb of [
    ['check', policy],
    ['assess', policy, '--facts', facts, '--year', '2024', '--explain'],
    ['build', policy, '--out', out],
  ]) {
    const save = join(root, 'tools', 'save-code.mjs');
    const { status, stderr } = spawnSync(process.execPath, [save, ...verb], { encoding: 'utf8' });
    if (status !== 0) process.stderr.write(`code of the command was not saved:\n${stderr}\n`);
  }
  rmSync(out, { recursive: true, force: true });
}

/** npm links the commands of dependencies, not those of the project itself; with this link `npx jieti` works in the project's root. */
function linkOwnCommand() {
  if (process.platform === 'win32') return;
  const link = join(root, 'node_modules', '.bin', 'jieti');
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), command), link);
}
