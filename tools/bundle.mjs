// Bundles cli/main.ts into dist/jieti.mjs, one file that needs nothing but Node.
// Run by `npm run build`, and by npm itself after an install (`prepare`), so plain JavaScript: it must start fast.
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = join(root, 'dist', 'jieti.mjs');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Some libraries in the bundle are CommonJS and ask for Node's own modules by require().
const banner = `#!/usr/bin/env node
import { createRequire as jietiCreateRequire } from 'node:module';
const require = jietiCreateRequire(import.meta.url);`;

await build({
  absWorkingDir: root,
  entryPoints: ['cli/main.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  // Identifiers keep their names, for readable stack traces; a module behind import() stays inside the file and runs on first use.
  minifyIdentifiers: false,
  keepNames: true,
  splitting: false,
  charset: 'utf8',
  legalComments: 'eof',
  banner: { js: banner },
  define: { JIETI_BUNDLED: 'true', JIETI_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
chmodSync(outfile, 0o755);
linkOwnCommand();

/** npm links the commands of dependencies, not those of the project itself; with this link `npx jieti` works in the project's root. */
function linkOwnCommand() {
  if (process.platform === 'win32') return;
  const link = join(root, 'node_modules', '.bin', 'jieti');
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), outfile), link);
}
