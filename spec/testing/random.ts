/** A seeded source of choices for tests: the same seed gives the same cases on every machine. */
export interface Random {
  /** Whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  /** Whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A few of a list, in its order. */
  readonly some: <T>(from: readonly T[], probability: number) => readonly T[];
}

/** Mulberry32: small, quick and good enough to choose cases. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const chance = (probability: number): boolean => next() < probability;
  return {
    below,
    chance,
    between: (low, high) => low + below(high - low + 1),
    pick: (from) => {
      const chosen = from[below(from.length)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
    some: (from, probability) => from.filter(() => chance(probability)),
  };
}
