// Builds dist/: the command line as one file that needs nothing but Node, the package's two modules, and their types.
// Run by `npm run build`, and by npm itself after an install (`prepare`), so plain JavaScript: it must start fast.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Some libraries in the bundle are CommonJS and ask for Node's own modules by require().
const requireBanner = `import { createRequire as jietiCreateRequire } from 'node:module';
const require = jietiCreateRequire(import.meta.url);`;

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: false,
  charset: 'utf8',
  define: { JIETI_BUNDLED: 'true', JIETI_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
};

const command = join(dist, 'jieti.mjs');
await Promise.all([
  // A module behind import() stays inside the one file and runs on first use. Small names: less text to read at every start.
  build({
    ...shared,
    entryPoints: ['cli/main.ts'],
    outfile: command,
    minify: true,
    legalComments: 'eof',
    banner: { js: `#!/usr/bin/env node\n${requireBanner}` },
  }),
  build({
    ...shared,
    entryPoints: ['index.ts'],
    outfile: join(dist, 'index.mjs'),
    packages: 'external',
    legalComments: 'inline',
  }),
  build({
    ...shared,
    entryPoints: ['runtime/core/index.ts'],
    outfile: join(dist, 'runtime.mjs'),
    packages: 'external',
  }),
]);
chmodSync(command, 0o755);
writeTypes();
linkOwnCommand();

/** Declaration files of the two modules, for those who import them. */
function writeTypes() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tools', 'types.tsconfig.json')], {
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(`the types were not written whole:\n${stdout}\n`);
}

/** npm links the commands of dependencies, not those of the project itself; with this link `npx jieti` works in the project's root. */
function linkOwnCommand() {
  if (process.platform === 'win32') return;
  const link = join(root, 'node_modules', '.bin', 'jieti');
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), command), link);
}
