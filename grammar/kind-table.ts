import { type TokenType, typesMade } from './token-type.ts';

/** By the index of a token type, what to do there; 0 is also what stands for the end of the tokens. */
export type KindTable = Uint8Array;

/** 1 for each of these types and all that belong to them. */
export function oneOf(...types: readonly TokenType[]): KindTable {
  return wayOf(types);
}

/** Where several ways part: 1 for what leads into the first of them, 2 for the second … */
export function wayOf(...ways: readonly (readonly TokenType[])[]): KindTable {
  const table = new Uint8Array(typesMade() + 1);
  let way = 0;
  for (const types of ways) {
    way += 1;
    for (const { members } of types) for (const index of members) table[index] = way;
  }
  return table;
}
