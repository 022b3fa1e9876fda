// Rewrites every generated file: `npm run gen`. With --check it writes nothing and fails on a difference; with --code it writes code alone,
// which the other files may be made by.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readerText } from './grammar-reader.ts';
import { pinnedPolicies } from './pin-digests.ts';
import { freshReadme } from './readme.ts';
import { wordsTable } from './words-table.ts';

/** One generated file. The content names the command that made it and is the same on every machine and day. */
export interface Generator {
  /** Path from the root of the repository; code is named `*.generated.ts`. */
  readonly file: string;
  content(): string | Promise<string>;
}

export const generators: readonly Generator[] = [
  { file: 'grammar/declaration-reader.generated.ts', content: readerText },
  { file: 'spec/words.generated.md', content: wordsTable },
  { file: 'README.md', content: freshReadme },
  ...pinnedPolicies(),
];

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the file holds now, and what its generator would write. */
export async function compare(generator: Generator): Promise<{ current: string | undefined; fresh: string }> {
  return { current: read(join(root, generator.file)), fresh: await generator.content() };
}

async function generate(check: boolean, codeAlone: boolean): Promise<void> {
  const stale: string[] = [];
  for (const generator of generators) {
    if (codeAlone && !generator.file.endsWith('.generated.ts')) continue;
    const { current, fresh } = await compare(generator);
    if (current === fresh) continue;
    stale.push(generator.file);
    if (!check) write(join(root, generator.file), fresh);
  }
  for (const file of stale) process.stdout.write(check ? `out of date: ${file}\n` : `wrote ${file}\n`);
  if (check && stale.length > 0) process.exitCode = 1;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { argv } = process;
  await generate(argv.includes('--check'), argv.includes('--code'));
}
