import { chineseNumber } from './chinese-number.ts';
import { keywordsOf, type Phrase, phrases } from './dictionary.ts';
import { foldName } from './fold.ts';
import { type RawToken, retyped, typed } from './lex.ts';
import { is, type TokenType } from './token-type.ts';
import {
  ArticleOrdinal,
  Colon,
  Comma,
  DividedBy,
  families,
  HanPercent,
  MiddleDot,
  NumberToken,
  ParagraphOrdinal,
  PartOrdinal,
  Percent,
  PerSlash,
  PlainName,
  Possessive,
  QuotedName,
  QuotedNameToken,
  UnitName,
  WordToken,
  words,
  YearOrdinal,
} from './tokens.ts';
import { vocabulary, type WordId } from './vocabulary.ts';
import type { Word } from './word.ts';

const phrasesByFirst = new Map<string, readonly Phrase[]>();
for (const phrase of [...phrases].sort((a, b) => b.parts.length - a.parts.length)) {
  const first = phrase.parts[0]!;
  phrasesByFirst.set(first, [...(phrasesByFirst.get(first) ?? []), phrase]);
}

/** What a spelling may be; worked out where it is first met. */
interface Spelling {
  /** Those that begin with it. */
  readonly phrases: readonly Phrase[];
  readonly ids: readonly WordId[];
  /** The word that it is wherever it stands. */
  readonly sure: TokenType | undefined;
  /** As names are compared. */
  readonly name: string;
}

function spellingOf(image: string): Spelling {
  const ids = keywordsOf(image);
  return {
    phrases: phrasesByFirst.get(image) ?? noPhrases,
    ids,
    sure: ids.length === 1 && isAnywhere(ids[0]!) ? words[ids[0]!] : undefined,
    name: foldName(image),
  };
}

const noPhrases: readonly Phrase[] = [];

function isAnywhere(id: WordId): boolean {
  const { afterNumber, afterComma, afterSlash, beforeNumber }: Word = vocabulary[id];
  return !afterNumber && !afterComma && !afterSlash && !beforeNumber && id !== 'upTo';
}

/** Words that are cut to tokens of the vocabulary, the longest phrase first; what is left is a name. `units` are those declared. */
export function wordTokens(pieces: readonly RawToken[], units: ReadonlySet<string>): readonly RawToken[] {
  const result: RawToken[] = [];
  const spellings = new Map<string, Spelling>();
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    if (piece.tokenType !== WordToken) {
      result.push(markOrName(piece, pieces[at + 1], result, units));
      continue;
    }
    let spelling = spellings.get(piece.image);
    if (spelling === undefined) {
      spelling = spellingOf(piece.image);
      spellings.set(piece.image, spelling);
    }
    const phrase = spelling.phrases === noPhrases ? undefined : phraseAt(spelling.phrases, pieces, at, result);
    if (phrase) {
      const last = pieces[at + phrase.parts.length - 1]!;
      result.push(retyped(piece, words[phrase.id], { image: phrase.text, endOffset: last.endOffset }));
      at += phrase.parts.length - 1;
    } else {
      result.push(single(piece, spelling, result, pieces[at + 1], units));
      if (result[result.length - 3]?.tokenType === ordinalPrefix) joinOrdinal(result, result[result.length - 3]!);
    }
  }
  return result;
}

function phraseAt(
  phrases: readonly Phrase[],
  pieces: readonly RawToken[],
  at: number,
  before: readonly RawToken[],
): Phrase | undefined {
  return phrases.find(
    ({ parts, id }) =>
      parts.every((part, index) => isPart(pieces[at + index], part)) &&
      mayStand(id, pieces[at]!, before[before.length - 1], pieces[at + parts.length]),
  );
}

function isPart(token: RawToken | undefined, part: string): boolean {
  if (token?.tokenType === Possessive) return part === "'s";
  return token?.tokenType === WordToken && token.image === part;
}

function mayStand(id: WordId, token: RawToken, previous: RawToken | undefined, next: RawToken | undefined): boolean {
  const { afterNumber, afterComma, afterSlash, beforeNumber }: Word = vocabulary[id];
  if (afterSlash) return false;
  if (afterNumber) return !token.firstOnLine && previous !== undefined && isFigure(previous);
  if (afterComma) return previous?.tokenType === Comma;
  if (beforeNumber) return next?.tokenType === NumberToken;
  // `round up to 1 CNY` rounds up, to 1 CNY.
  if (id === 'upTo') return ![words.round, words.rounded, words.pay].includes(previous?.tokenType as TokenType);
  return true;
}

function isFigure({ tokenType }: RawToken): boolean {
  return tokenType === NumberToken || is(tokenType, families.Multiplier);
}

/** What is no word: a mark, or a name in quotes. */
function markOrName(
  token: RawToken,
  next: RawToken | undefined,
  before: readonly RawToken[],
  units: ReadonlySet<string>,
): RawToken {
  const { tokenType } = token;
  if (tokenType === QuotedName) return typed(token, QuotedNameToken, foldName(token.image.replace(/[『』]/g, '')));
  if (tokenType !== DividedBy && tokenType !== MiddleDot) return token;
  return isUnitSlash(next, before, units) ? typed(token, PerSlash, token.image) : token;
}

function single(
  token: RawToken,
  { sure, ids, name }: Spelling,
  before: readonly RawToken[],
  next: RawToken | undefined,
  units: ReadonlySet<string>,
): RawToken {
  const previous = before[before.length - 1];
  const perUnit = followsPer(before, previous) ? unitIn(token, units) : undefined;
  if (perUnit) return perUnit;
  const type = sure ?? (ids.length === 0 ? undefined : keywordAt(ids, token, previous, next));
  if (type) return typed(token, type, token.image);
  const ordinal = ordinalIn(token);
  if (ordinal) return ordinal;
  const isUnit = previous && isFigure(previous) && !token.firstOnLine && units.has(name);
  return typed(token, isUnit ? UnitName : PlainName, name);
}

function keywordAt(
  known: readonly WordId[],
  token: RawToken,
  previous: RawToken | undefined,
  next: RawToken | undefined,
): TokenType | undefined {
  const ids = known.filter((one) => mayStand(one, token, previous, next));
  // After a figure `year` is its unit, and not the line that says which year is meant.
  const id = ids.find((one) => (vocabulary[one] as Word).afterNumber) ?? ids[0];
  return id && words[id];
}

/** 第十二条, 第二款, 第二年, 第二期, 百分之八. */
function ordinalIn(token: RawToken): RawToken | undefined {
  const first = token.image.charAt(0);
  if (first !== '第' && first !== '百') return undefined;
  const match = /^(?:第(.+)([条條款年期])|百分之(.+))$/.exec(token.image);
  const value = match && chineseNumber(match[1] ?? match[3] ?? '');
  if (!match || value === undefined) return undefined;
  if (match[3] !== undefined) return retyped(token, HanPercent, { payload: value });
  return retyped(token, ordinals.get(match[2]!) ?? ArticleOrdinal, { payload: value });
}

const ordinals: ReadonlyMap<string, TokenType> = new Map([
  ['款', ParagraphOrdinal],
  ['年', YearOrdinal],
  ['期', PartOrdinal],
]);

const ordinalUnits: ReadonlyMap<TokenType, TokenType> = new Map([
  [words.articleUnit, ArticleOrdinal],
  [words.paragraphUnit, ParagraphOrdinal],
  [words.years, YearOrdinal],
  [words.partUnit, PartOrdinal],
]);

const ordinalPrefix = words.ordinal;

/** 第 12 条 is one token. */
function joinOrdinal(tokens: RawToken[], prefix: RawToken): void {
  const figure = tokens.at(-2)!;
  const unit = tokens.at(-1)!;
  const type = ordinalUnits.get(unit.tokenType);
  if (figure.tokenType !== NumberToken || type === undefined) return;
  const joined = retyped(prefix, type, { payload: Number(figure.image), endOffset: unit.endOffset });
  tokens.splice(-3, 3, joined);
}

/** The unit that a word is after `per` or the slash of a unit. */
function unitIn(token: RawToken, units: ReadonlySet<string>): RawToken | undefined {
  const id = keywordsOf(token.image).find(isUnitWord);
  if (id) return retyped(token, words[id]);
  const name = foldName(token.image);
  return units.has(name) ? retyped(token, UnitName, { image: name }) : undefined;
}

function isUnitWord(id: WordId): boolean {
  const { group, afterSlash }: Word = vocabulary[id];
  return afterSlash === true || group === 'CountUnit' || group === 'DurationUnit' || group === 'Currency';
}

/** 30元/平方米, 金额/月: a slash between two units. Any other slash divides; a fact called like a unit is divided by with ÷ and brackets. */
function isUnitSlash(next: RawToken | undefined, before: readonly RawToken[], units: ReadonlySet<string>): boolean {
  if (next?.tokenType !== WordToken || next.firstOnLine || unitIn(next, units) === undefined) return false;
  return endsFigure(before.at(-1)) || endsType(before);
}

function followsPer(before: readonly RawToken[], previous: RawToken | undefined): boolean {
  const type = previous?.tokenType;
  return type === PerSlash || (type === perWord && endsType(before, before.length - 2));
}

const perWord = words.per;

const figureEnds: ReadonlySet<TokenType | undefined> = new Set([Percent, UnitName, words.perMonth]);
const figureFamilies = [families.CountUnit, families.DurationUnit, families.Currency];

function endsFigure(token: RawToken | undefined): boolean {
  return figureEnds.has(token?.tokenType) || figureFamilies.some((family) => is(token?.tokenType, family));
}

/** After the colon of a declaration: `money`, `money in USD`, `quantity in P`, and each of these per units already. */
function endsType(before: readonly RawToken[], end = before.length - 1): boolean {
  let at = end;
  const type = (index: number) => before[index]?.tokenType;
  while (type(at) === words.perYear || type(at - 1) === words.per || type(at - 1) === PerSlash)
    at -= type(at) === words.perYear ? 1 : 2;
  if (type(at - 1) === words.in) at -= 2;
  const isType = type(at) === words.quantityType || is(type(at), families.TypeWord);
  return isType && type(at - 1) === Colon;
}
