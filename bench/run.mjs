// Bundles the bench, so that what is timed is plain JavaScript as it would ship, and starts it. `npm run bench -- --help` tells the options.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bench = fileURLToPath(new URL('.', import.meta.url));
const root = join(bench, '..');
const built = join(bench, '.cache');
if (!existsSync(join(root, 'dist', 'jieti.cjs'))) {
  process.stderr.write('dist/ is missing: run `npm ci` in the project first\n');
  process.exit(1);
}
rmSync(built, { recursive: true, force: true });
await build({
  absWorkingDir: bench,
  entryPoints: ['main.ts', 'child.ts', 'cold.ts'],
  outdir: built,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [join(built, 'main.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, JIETI_BENCH_BUILT: built, JIETI_BENCH_ROOT: root },
});
process.exit(status ?? 1);
