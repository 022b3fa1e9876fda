import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EmittedFile } from '../../compiler/emit/typescript/emit.ts';
import { projectRoot } from './golden.ts';

/** What emitted files import their runtime from when they lie in a folder of the cache. */
export const cachedRuntime = '../../runtime/core/index.ts';

/** What the strictest compiler says of emitted files; `name` is a folder of the ignored cache, one per test. */
export async function strictProblems(name: string, files: readonly EmittedFile[]): Promise<readonly string[]> {
  const folder = join(projectRoot, '.cache', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map((file) => writeFile(join(folder, file.path), file.content)));
  const compilerOptions = { noUnusedLocals: true, noUnusedParameters: true, noImplicitReturns: true };
  const settings = { extends: '../../tsconfig.json', compilerOptions, include: ['*.ts'], exclude: [] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const compiler = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = promisify(execFile)(process.execPath, [compiler, '-p', folder]);
  const { stdout } = await run.catch((error: unknown) => error as { readonly stdout: string });
  // The runtime has its own settings; unused names in it are told elsewhere.
  return stdout.split('\n').filter((found) => found.includes(`.cache/${name}`));
}
