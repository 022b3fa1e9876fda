/** Mutants that no case can notice, each with the reason. Named by where they stand, so that they survive changes elsewhere. */
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
