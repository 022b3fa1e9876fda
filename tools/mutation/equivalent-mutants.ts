import type { Mutant } from './mutants.ts';

/** A mutant that no case can notice, with the reason. Named by where it stands, so that it survives changes elsewhere. */
export interface EquivalentMutant {
  readonly file: string;
  readonly within: string;
  readonly before: string;
  readonly after: string;
  /** Absent: every one alike in that place. */
  readonly nth?: number;
  readonly because: string;
}

export const equivalentMutants: readonly EquivalentMutant[] = [];

export function isEquivalent(one: EquivalentMutant, { file, within, before, after, nth }: Mutant): boolean {
  const isThere = one.file === file && one.within === within && (one.nth === undefined || one.nth === nth);
  return isThere && one.before === before && one.after === after;
}
