/** How long and how often things are measured. Times of all groups follow from these few. */
export interface Settings {
  readonly seed: number;
  /** Rounds of a contest. */
  readonly rounds: number;
  /** Least length of a turn. */
  readonly milliseconds: number;
  readonly clock: 'wall' | 'processor';
  /** Companies at the boundaries whose five amounts are checked. */
  readonly cases: number;
  /** Rows of a batch. */
  readonly rows: number;
  /** Rounds of cold starts. */
  readonly starts: number;
}

/** What the table in README.md is made with. */
export const whole: Settings = {
  seed: 20_231_010,
  rounds: 21,
  milliseconds: 60,
  clock: 'wall',
  cases: 12_000,
  rows: 1_000_000,
  starts: 15,
};

/** A look at whether everything runs. */
export const quick: Settings = {
  ...whole,
  rounds: 5,
  milliseconds: 20,
  cases: 400,
  rows: 100_000,
  starts: 3,
};
