/**
 * Further conditions on what comes, by tokens beyond the two that the notation of the grammar looks at itself: whether an optional part
 * begins at a place. Each is known to the generator of the reader by its name.
 */
import type { RawToken } from './lex.ts';
import { is, type TokenType } from './token-type.ts';
import { Comma, DividedBy, NameToken, NumberToken, words } from './tokens.ts';

export type Gate = (tokens: readonly RawToken[], at: number) => boolean;

/** `stage is neeq, reading R`: the comma may begin what follows the list. */
export function nameFollows(tokens: readonly RawToken[], at: number): boolean {
  return is(tokens[at + 1]?.tokenType, NameToken);
}

/** Behind a comma stands a word that goes on after a figure; the same word begins a line. */
export function raiseFollows(tokens: readonly RawToken[], at: number): boolean {
  const next = tokens[at + 1]?.tokenType;
  return next === words.raise || next === words.lower;
}

export function allOrNothingFollows(tokens: readonly RawToken[], at: number): boolean {
  return tokens[at + 1]?.tokenType === words.allOrNothing;
}

export function cutFollows(tokens: readonly RawToken[], at: number): boolean {
  const next = tokens[at + 1]?.tokenType;
  return next === words.cutProRata || next === words.cutInOrder || next === words.by;
}

/** Or `, reading R`, which belongs to the row. */
export function capFollows(tokens: readonly RawToken[], at: number): boolean {
  return tokens[at + 1]?.tokenType === words.cap;
}

/** With or without a comma. */
export function orderBegins(tokens: readonly RawToken[], at: number): boolean {
  return tokens[at]?.tokenType === words.by || tokens[at + 1]?.tokenType === words.by;
}

export function furtherKeyBegins(tokens: readonly RawToken[], at: number): boolean {
  return afterComma(tokens, at, words.tiesBy);
}

export function tiesBegin(tokens: readonly RawToken[], at: number): boolean {
  return afterComma(tokens, at, words.tiesShare) || afterComma(tokens, at, words.tiesListed);
}

function afterComma(tokens: readonly RawToken[], at: number, word: TokenType): boolean {
  const type = tokens[at]?.tokenType;
  return type === word || (type === Comma && tokens[at + 1]?.tokenType === word);
}

/** A convention is a word and a quotient, or a bare `30/360`, which is asked about. */
export function basisBegins(tokens: readonly RawToken[], at: number): boolean {
  const from = tokens[at + 1]?.tokenType === words.by ? at + 2 : at + 1;
  const first = tokens[from];
  const next = tokens[from + 1]?.tokenType;
  if (basisWords.some((type) => first?.tokenType === type)) return next === DividedBy || next === NumberToken;
  return first?.image === '30' && next === DividedBy && tokens[from + 2]?.image === '360';
}

const basisWords = [words.actual, words.bond, words.eurobond, words.fullMonths, words.startedMonths];
