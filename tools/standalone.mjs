// The runtime that `jieti build --package` puts into every package.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build } from 'esbuild';
import { buildSettings, root } from './build-settings.mjs';

/** Writes declaration files of what the package offers to programs into a folder. */
export function writeTypes(folder) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '-p', join(root, 'tools', 'types.tsconfig.json'), '--outDir', folder];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) process.stderr.write(`the types were not written whole:\n${stdout}\n`);
}

/** JSON: the runtime as one module with all it needs, and by path its declaration files, from the folder that `writeTypes` wrote. */
export async function standaloneRuntime(typesFolder) {
  const { outputFiles } = await build({
    ...buildSettings,
    entryPoints: ['runtime/standalone.ts'],
    legalComments: 'inline',
    write: false,
  });
  const types = {};
  const wanted = ['runtime/standalone.d.ts'];
  for (const path of wanted) {
    if (path in types) continue;
    const text = readFileSync(join(typesFolder, path), 'utf8');
    // A declaration file that names its neighbour by `.ts` is read so by some readers only.
    types[path] = text.replaceAll(/((?:from|import\() ?'\.[^']*)\.ts'/g, "$1.js'");
    for (const [, name] of text.matchAll(/(?:from|import\() ?'(\.[^']*)\.ts'/g))
      wanted.push(`${posix.join(posix.dirname(path), name)}.d.ts`);
  }
  return JSON.stringify({ code: outputFiles[0].text, types });
}
