import type { TokenType } from 'chevrotain';
import type { DiagnosticKind } from '../diagnostics/diagnostic.ts';
import { nearNames } from '../diagnostics/near-names.ts';
import { ConditionOnLine, RangeInRow } from '../diagnostics/syntax.ts';
import type { RawToken } from './lex.ts';
import { is } from './mark-words.ts';
import { Colon, families, NameToken, words } from './tokens.ts';
import { vocabulary, type WordId, wordIds } from './vocabulary.ts';
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
  return isOpen
    ? []
    : nearForms(
        written,
        wordIds.filter((id) => wanted.some((type) => belongs(id, type))),
      );
}

function belongs(id: WordId, type: TokenType): boolean {
  const { group }: Word = vocabulary[id];
  return words[id] === type || (group !== undefined && families[group] === type);
}

/** Traditional forms only where no simplified one is near: most differ by a character or two. */
export function nearForms(written: string, ids: readonly WordId[]): readonly string[] {
  const near = nearNames(
    written,
    ids.flatMap((id) => [...vocabulary[id].en, ...vocabulary[id].zh]),
  );
  return near.length > 0
    ? near
    : nearNames(
        written,
        ids.flatMap((id) => [...vocabulary[id].hant]),
      );
}

const beginRow: readonly WordId[] = wordIds.filter((id) => {
  const { group }: Word = vocabulary[id];
  return group === 'Bound' || id === 'each' || id === 'otherwise';
});

/** 超国 20% ： … : the word before is the mistake, which was taken for a name. What it was meant to be. */
export function mistypedBefore(
  tokens: readonly RawToken[],
  at: number,
  shown: (token: RawToken) => string,
): readonly string[] | undefined {
  const previous = tokens[at - 1];
  if (!previous?.firstOnLine || tokens[at]!.firstOnLine || !is(previous.tokenType, NameToken)) return undefined;
  const near = nearForms(shown(previous), beginRow);
  return near.length > 0 ? near : undefined;
}
