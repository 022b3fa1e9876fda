/** A kind of token: a mark, a sort of figure or text, a word of the language, or a family of such. */
export interface TokenType {
  readonly name: string;
  /** Tells types apart in sets and tables: 1, 2, 3 … in the order in which they were made. */
  readonly index: number;
  /** What the scanner looks for; none for types that later passes give. */
  readonly pattern?: string | RegExp | undefined;
  /** What it may begin with, where the pattern is not a text. */
  readonly begins?: RegExp | undefined;
  readonly families: readonly TokenType[];
  /** Indexes of the type itself and, of a family, of all that belong to it. */
  readonly members: readonly number[];
}

export type TokenForm = Pick<TokenType, 'name' | 'pattern' | 'begins'> & Partial<Pick<TokenType, 'families'>>;

const none: readonly TokenType[] = [];
let made = 0;

export function tokenType({ name, pattern, begins, families = none }: TokenForm): TokenType {
  made += 1;
  for (const family of families) (family.members as number[]).push(made);
  return { name, index: made, pattern, begins, families, members: [made] };
}

/** How many types there are so far. */
export function typesMade(): number {
  return made;
}

/** Whether a type is another, or of its family. */
export function is(type: TokenType | undefined, family: TokenType): boolean {
  return type === family || type?.families.includes(family) === true;
}
