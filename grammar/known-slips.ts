import type { TokenType } from 'chevrotain';
import type { DiagnosticKind } from '../diagnostics/diagnostic.ts';
import { nearNames } from '../diagnostics/near-names.ts';
import { ConditionOnLine, RangeInRow } from '../diagnostics/syntax.ts';
import type { RawToken } from './lex.ts';
import { is } from './mark-words.ts';
import { Colon, families, NameToken, words } from './tokens.ts';
import { vocabulary, type WordId } from './vocabulary.ts';
import type { Word } from './word.ts';

/** What drafters write by habit and the language writes otherwise: told in its own words. `start` is where the line begins. */
export function knownSlip(
  tokens: readonly RawToken[],
  at: number,
  start: number,
): DiagnosticKind<Record<never, never>> | undefined {
  const type = tokens[at]!.tokenType;
  const first = tokens[start]!.tokenType;
  if (type === words.if && unconditional.some((one) => is(first, one))) return ConditionOnLine;
  const isRange = type === words.from || type === words.to;
  return isRange && endsRow(tokens, at) ? RangeInRow : undefined;
}

const unconditional: readonly TokenType[] = [families.Verb, words.cap, words.budget, words.round, words.once];

/** 在 100万元 至 500万元 ： … */
function endsRow(tokens: readonly RawToken[], from: number): boolean {
  for (let at = from + 1; at < tokens.length && !tokens[at]!.firstOnLine; at += 1)
    if (tokens[at]!.tokenType === Colon) return true;
  return false;
}

/** Words that may have been meant where one of `wanted` should stand. */
export function nearWanted(written: string, wanted: readonly TokenType[]): readonly string[] {
  const isOpen = wanted.includes(NameToken);
  return isOpen ? [] : nearNames(written, wanted.flatMap(formsOf));
}

function formsOf(type: TokenType): readonly string[] {
  const entries: readonly (readonly [string, Word])[] = Object.entries(vocabulary);
  return entries
    .filter(([id, { group }]) => words[id as WordId] === type || (group !== undefined && families[group] === type))
    .flatMap(([, { en, zh, hant }]) => [...en, ...zh, ...hant]);
}
