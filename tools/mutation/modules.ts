import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where assessments begin: of one applicant, of several. */
const roots = ['runtime/evaluate.ts', 'runtime/batch/assess-batch.ts'];

/** Modules that assessments use and that carry no meaning of the language: forms, kinds, text for people. */
const withoutMeaning = ['runtime/ir-children.ts', 'runtime/frame.ts'];

/** The modules of the runtime that an assessment runs through, sorted. */
export function modulesWithMeaning(root: string): readonly string[] {
  const found = new Set<string>();
  const open = [...roots];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, specifier] of text.matchAll(/^(?:import|export)(?! type)[^;]*? from '(\.[^']*)'/gms))
      open.push(join(dirname(file), specifier!));
  }
  return [...found].filter((file) => file.startsWith('runtime/') && !withoutMeaning.includes(file)).sort();
}
