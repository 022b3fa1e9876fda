import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './golden.ts';

const notOurs = new Set(['.git', 'node_modules', 'dist', 'coverage', '.cache']);

/** Every file of the project, as paths from its root with forward slashes, sorted. */
export function projectFiles(folder = ''): readonly string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .flatMap((entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return projectFiles(file);
      return entry.isFile() ? [file] : [];
    })
    .sort();
}

/** TypeScript and JavaScript of ours; goldens are data. */
export function isCode(file: string): boolean {
  return /\.(?:ts|mts|js|mjs|cjs)$/.test(file) && !file.includes('.golden.') && !file.includes('/goldens/');
}

export function isGenerated(file: string): boolean {
  return file.includes('.generated.');
}

export function readProjectFile(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8');
}
