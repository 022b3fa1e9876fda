import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './golden.ts';

const folder = join(projectRoot, '.cache', 'emitted');

/** Writes emitted TypeScript into the ignored cache folder, under a name made of its content, and imports it. */
export async function loadModule(source: string): Promise<Readonly<Record<string, unknown>>> {
  const name = `m${createHash('sha256').update(source).digest('hex').slice(0, 16)}.ts`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), source);
  return (await import(pathToFileURL(join(folder, name)).href)) as Readonly<Record<string, unknown>>;
}
