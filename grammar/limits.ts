/** What a source may hold at most. Each limit is checked before the work it bounds, and is told to the author as such. */
export const limits = {
  /** UTF-16 units of a whole file. */
  sourceLength: 1_000_000,
  bracketDepth: 100,
  digitsOfNumber: 30,
  wordLength: 200,
  /** Operators in one statement. A flat chain becomes a tree as deep as it is long, which later passes walk. */
  operators: 1_000,
  /** Operators that nest without brackets (of … of …, not not …). */
  nesting: 100,
  /** Texts that one policy takes from, those they take from included. */
  linkedTexts: 50,
  /** Texts that take from texts that take from … */
  linkedDepth: 8,
  /** What an adapting policy does to its base. */
  amendments: 2_000,
  /** UTF-16 units of all of them. */
  linkedLength: 5_000_000,
} as const;
