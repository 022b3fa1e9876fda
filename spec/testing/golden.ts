import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** One case of a folder: a text in the language, named for the idea it shows. */
export interface Case {
  readonly name: string;
  /** Path of the text from the root of the repository, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** The cases of a folder (given from the root of the repository), sorted by name. Sub-folders are not entered. */
export function cases(folder: string, extension = '.policy'): readonly Case[] {
  return fileNames(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => ({
      name: basename(name, extension),
      file: `${folder}/${name}`,
      text: readFileSync(join(projectRoot, folder, name), 'utf8'),
    }));
}

/**
 * Compares a text with the golden file at a path from the root of the repository. A missing golden is a failure;
 * `npm run golden` writes and rewrites.
 */
export async function expectGolden(actual: string, file: string): Promise<void> {
  await expect(actual.endsWith('\n') ? actual : `${actual}\n`).toMatchFileSnapshot(join(projectRoot, file));
}

/**
 * One test per case of a folder: `schedule.policy` is given to `produce`, whose text must equal `schedule.<suffix>` beside it.
 * A suffix that other tools would read is written `golden.ts`, `golden.json`, so that they leave the file alone.
 */
export function golden(folder: string, suffix: string, produce: (text: string, file: string) => string): void {
  const found = cases(folder);
  describe(`${folder} (${suffix})`, () => {
    test('has a case for every golden, and at least one', () => {
      expect(found).not.toHaveLength(0);
      const orphans = fileNames(folder).filter((name) => name.endsWith(`.${suffix}`) && !isExpected(name));
      expect(orphans).toEqual([]);
    });
    test.each(found.map((one) => [one.name, one] as const))('%s', async (name, { text, file }) => {
      await expectGolden(produce(text, file), `${folder}/${name}.${suffix}`);
    });
  });

  function isExpected(fileName: string): boolean {
    return found.some(({ name }) => fileName === `${name}.${suffix}`);
  }
}

function fileNames(folder: string): readonly string[] {
  const path = join(projectRoot, folder);
  return existsSync(path) ? readdirSync(path).sort() : [];
}
