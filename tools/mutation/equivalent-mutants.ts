import { readFileSync } from 'node:fs';
import type { Mutant } from './mutants.ts';

/** A mutant that no case can notice, with the reason. Named by where it stands, so that it survives changes elsewhere. */
export interface EquivalentMutant {
  readonly file: string;
  readonly within: string;
  /** `before → after`, white space folded, or `all` of that function or constant. */
  readonly change: string;
  /** Absent: every one alike in that place. */
  readonly nth?: number;
  readonly because: string;
}

const listed = /^ {2}(?<within>\S*): (?<change>.+?)(?: \[(?<nth>\d+)\])? — (?<because>.+)$/;

/** The entries of the list: modules at the beginning of a line, below each what is changed within it. */
export function readEquivalents(text: string): readonly EquivalentMutant[] {
  let file = '';
  return text.split('\n').flatMap((line): readonly EquivalentMutant[] => {
    if (line.startsWith('runtime/')) file = line;
    const { within, change, nth, because } = listed.exec(line)?.groups ?? {};
    if (within === undefined || change === undefined || because === undefined) {
      if (file === '' || line === '' || line === file) return [];
      throw new Error(`not read: ${line}`);
    }
    return [{ file, within, change, ...(nth === undefined ? {} : { nth: Number(nth) }), because }];
  });
}

export const equivalentMutants = readEquivalents(
  readFileSync(new URL('equivalent-mutants.txt', import.meta.url), 'utf8'),
);

export function isEquivalent(one: EquivalentMutant, mutant: Mutant): boolean {
  if (one.file !== mutant.file || one.within !== mutant.within) return false;
  if (one.change === 'all') return true;
  return one.change === changeOf(mutant) && (one.nth === undefined || one.nth === mutant.nth);
}

export function changeOf({ before, after }: Pick<Mutant, 'before' | 'after'>): string {
  return `${folded(before)} → ${folded(after)}`;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}
