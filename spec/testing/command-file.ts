import { join } from 'node:path';
import { build } from 'esbuild';
import { buildSettings } from '../../tools/build-settings.mjs';
import { projectRoot } from './golden.ts';

/** The command as one file, made of the sources as they stand: it starts several times sooner than from these. Gives its path. */
export async function commandFile(): Promise<string> {
  // Its packages are found from within the project's folder.
  const outfile = join(projectRoot, '.cache', 'command', 'jieti.cjs');
  await build({
    ...buildSettings,
    entryPoints: ['cli/main.ts'],
    outfile,
    format: 'cjs',
    charset: 'ascii',
    packages: 'external',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  return outfile;
}
