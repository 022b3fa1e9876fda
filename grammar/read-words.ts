import type { Report } from '../diagnostics/diagnostic.ts';
import { nearNames } from '../diagnostics/near-names.ts';
import { CannotCutWord, CutInSeveralWays, NameHoldsWords } from '../diagnostics/syntax.ts';
import { chineseNumber } from './chinese-number.ts';
import { cutOfName, cutWord, isLineWord, type Piece, type WordPlace } from './cut-words.ts';
import { type DeclaredName, type DeclaredNames, declaredNames } from './declared-names.ts';
import { Dictionary, keywordsOf, type Phrase, phrases } from './dictionary.ts';
import { foldName } from './fold.ts';
import { type Lexed, type RawToken, retyped } from './lex.ts';
import { type LinkedNames, noNames } from './linked-texts.ts';
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
  UnreadName,
  WordToken,
  words,
  YearOrdinal,
} from './tokens.ts';
import { vocabulary, type WordId } from './vocabulary.ts';
import type { Word } from './word.ts';

/** What was told while words were read: where, so that the parser stays quiet about it. */
export interface WordsRead {
  readonly tokens: readonly RawToken[];
  readonly blamed: readonly number[];
  /** Where names are declared, in written order. */
  readonly declared: readonly DeclaredName[];
}

/**
 * Tells words apart (R12): raw words become keywords, phrases and names; unspaced ones are cut. Needs `lex`. Every word of the
 * result is a token type of the vocabulary or a name.
 */
export function readWords({ tokens, blamed }: Lexed, report: Report, lent: LinkedNames = noNames): WordsRead {
  const names = withLent(declaredNames(tokens), lent);
  const known = [...names.declared.map(({ name }) => name), ...lent.names];
  const dictionary = new Dictionary(known);
  checkNames(names, dictionary, report);
  const reader = new WordCutter(dictionary, known, report);
  const pieces: RawToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    const cut = token.tokenType === WordToken ? reader.cut(token, placeOf(tokens, index)) : undefined;
    if (cut === undefined) pieces.push(token);
    else pieces.push(...cut);
  }
  return { tokens: joinPhrases(pieces, names), blamed: [...blamed, ...reader.blamed], declared: names.declared };
}

function withLent({ declared, units }: DeclaredNames, lent: LinkedNames): DeclaredNames {
  return { declared, units: lent.units.length === 0 ? units : new Set([...units, ...lent.units]) };
}

function checkNames({ declared }: DeclaredNames, dictionary: Dictionary, report: Report): void {
  const seen = new Set<string>();
  for (const { name, token } of declared) {
    if (seen.has(name)) continue;
    seen.add(name);
    const pieces = cutOfName(name, dictionary);
    if (pieces) report(NameHoldsWords, { span: spanOf(token) }, { name, pieces: pieces.map(({ text }) => text) });
  }
}

/** What a word follows: a number, the slash of what may be a unit, or anything else. */
function placeOf(tokens: readonly RawToken[], index: number): WordPlace {
  const previous = tokens[index - 1]?.tokenType;
  if (tokens[index]!.firstOnLine) return 'elsewhere';
  if (previous === NumberToken) return 'afterNumber';
  if (previous !== DividedBy && previous !== MiddleDot) return 'elsewhere';
  const before = tokens[index - 2]?.tokenType;
  return before === WordToken || before === Percent ? 'afterSlash' : 'elsewhere';
}

/** Cuts the words of one file; the same word is cut once. */
class WordCutter {
  readonly blamed: number[] = [];
  /** Words that could not be cut: told where they stand first. */
  private readonly told = new Set<string>();
  private readonly known: Readonly<Record<WordPlace, Map<string, ReturnType<typeof cutWord> | undefined>>> = {
    elsewhere: new Map(),
    afterNumber: new Map(),
    afterSlash: new Map(),
  };
  private readonly dictionary: Dictionary;
  private readonly names: readonly string[];
  private readonly report: Report;

  constructor(dictionary: Dictionary, names: readonly string[], report: Report) {
    this.dictionary = dictionary;
    this.names = names;
    this.report = report;
  }

  /** The pieces of a word; undefined if it is whole. */
  cut(token: RawToken, place: WordPlace): readonly RawToken[] | undefined {
    const text = token.image;
    const known = this.known[place];
    let cut = known.get(text);
    if (cut === undefined) {
      cut = isLatinOnly(text) ? whole : cutWord(text, this.dictionary, place);
      known.set(text, cut);
    }
    switch (cut.kind) {
      case 'whole':
        return undefined;
      case 'cut':
        return tokensOf(cut.pieces, token);
      case 'several': {
        this.blamed.push(token.startOffset);
        const candidates = cut.cuts.map((pieces) => pieces.map((piece) => piece.text));
        this.report(CutInSeveralWays, { span: spanOf(token) }, { word: text, candidates });
        return tokensOf(cut.cuts[0]!, token);
      }
      case 'none': {
        const pieces = tokensOf(cut.pieces, token);
        for (const { startOffset } of pieces) this.blamed.push(startOffset);
        if (this.told.has(text)) return pieces;
        this.told.add(text);
        const unread = cut.pieces.filter((piece) => piece.unread).map((piece) => piece.text);
        this.report(
          CannotCutWord,
          { span: spanOf(token) },
          {
            word: text,
            pieces: cut.pieces.map((piece) => piece.text),
            unread,
            lineWord: cut.pieces.slice(1).find((piece) => isLineWord(piece.text))?.text ?? '',
            near: nearNames(unread[0] ?? '', this.names),
          },
        );
        return pieces;
      }
    }
  }
}

const whole = { kind: 'whole' } as const;

function isLatinOnly(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function tokensOf(pieces: readonly Piece[], token: RawToken): readonly RawToken[] {
  let offset = token.startOffset;
  return pieces.map(({ text, unread }, index) => {
    const startOffset = offset;
    offset += text.length;
    const tokenType = unread ? UnreadName : WordToken;
    const isFirst = index === 0 && token.firstOnLine;
    return retyped(token, tokenType, { image: text, startOffset, endOffset: offset - 1, firstOnLine: isFirst });
  });
}

export function spanOf(token: RawToken): { readonly start: number; readonly end: number } {
  return { start: token.startOffset, end: token.endOffset + 1 };
}

const phrasesByFirst = new Map<string, readonly Phrase[]>();
for (const phrase of [...phrases].sort((a, b) => b.parts.length - a.parts.length)) {
  const first = phrase.parts[0]!;
  phrasesByFirst.set(first, [...(phrasesByFirst.get(first) ?? []), phrase]);
}

/** Words to tokens of the vocabulary, the longest phrase first; what is left is a name. */
function joinPhrases(pieces: readonly RawToken[], { units }: DeclaredNames): readonly RawToken[] {
  const result: RawToken[] = [];
  const folded = new Map<string, string>();
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]!;
    if (piece.tokenType !== WordToken) {
      result.push(markOrName(piece, pieces[at + 1], result, units));
      at += 1;
      continue;
    }
    const phrase = phraseAt(pieces, at, result[result.length - 1]);
    if (phrase) {
      const last = pieces[at + phrase.parts.length - 1]!;
      result.push(retyped(piece, words[phrase.id], { image: phrase.text, endOffset: last.endOffset }));
      at += phrase.parts.length;
    } else {
      result.push(single(piece, result, pieces[at + 1], { units, folded }));
      joinOrdinal(result);
      at += 1;
    }
  }
  return result;
}

function phraseAt(pieces: readonly RawToken[], at: number, previous: RawToken | undefined): Phrase | undefined {
  return phrasesByFirst
    .get(pieces[at]!.image)
    ?.find(
      ({ parts, id }) =>
        mayStand(id, pieces[at]!, previous, pieces[at + parts.length]) &&
        parts.every((part, index) => isPart(pieces[at + index], part)),
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
  if (token.tokenType === QuotedName)
    return retyped(token, QuotedNameToken, { image: foldName(token.image.replace(/[『』]/g, '')) });
  return isUnitSlash(token, next, before, units) ? retyped(token, PerSlash) : token;
}

interface KnownNames {
  readonly units: ReadonlySet<string>;
  /** Names as they are compared, by how they are written: most stand many times. */
  readonly folded: Map<string, string>;
}

function single(
  token: RawToken,
  before: readonly RawToken[],
  next: RawToken | undefined,
  { units, folded }: KnownNames,
): RawToken {
  const previous = before[before.length - 1];
  const perUnit = followsPer(before) ? unitIn(token, units) : undefined;
  if (perUnit) return perUnit;
  const id = keywordAt(token, previous, next);
  if (id) return retyped(token, words[id]);
  const ordinal = ordinalIn(token);
  if (ordinal) return ordinal;
  let name = folded.get(token.image);
  if (name === undefined) {
    name = foldName(token.image);
    folded.set(token.image, name);
  }
  const isUnit = previous && isFigure(previous) && !token.firstOnLine && units.has(name);
  return retyped(token, isUnit ? UnitName : PlainName, { image: name });
}

function keywordAt(token: RawToken, previous: RawToken | undefined, next: RawToken | undefined): WordId | undefined {
  const known = keywordsOf(token.image);
  if (known.length < 2) return known.length === 1 && mayStand(known[0]!, token, previous, next) ? known[0] : undefined;
  const ids = known.filter((one) => mayStand(one, token, previous, next));
  // After a figure `year` is its unit, and not the line that says which year is meant.
  return ids.find((one) => (vocabulary[one] as Word).afterNumber) ?? ids[0];
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

/** 第 12 条 is one token. */
function joinOrdinal(tokens: RawToken[]): void {
  const prefix = tokens[tokens.length - 3];
  if (prefix?.tokenType !== words.ordinal) return;
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
function isUnitSlash(
  token: RawToken,
  next: RawToken | undefined,
  before: readonly RawToken[],
  units: ReadonlySet<string>,
): boolean {
  if (token.tokenType !== DividedBy && token.tokenType !== MiddleDot) return false;
  if (next?.tokenType !== WordToken || next.firstOnLine || unitIn(next, units) === undefined) return false;
  return endsFigure(before.at(-1)) || endsType(before);
}

function followsPer(before: readonly RawToken[]): boolean {
  const type = before.at(-1)?.tokenType;
  return type === PerSlash || (type === words.per && endsType(before, before.length - 2));
}

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
