import type { Report } from '../diagnostics/diagnostic.ts';
import { nearNames } from '../diagnostics/near-names.ts';
import { CannotCutWord, CutInSeveralWays, NameHoldsWords } from '../diagnostics/syntax.ts';
import { cutOfName, cutWord, isLineWord, type Piece, type WordPlace } from './cut-words.ts';
import { type DeclaredName, type DeclaredNames, declaredNames } from './declared-names.ts';
import { Dictionary } from './dictionary.ts';
import { type Lexed, type RawToken, retyped } from './lex.ts';
import { type LinkedNames, noNames } from './linked-texts.ts';
import { DividedBy, MiddleDot, NumberToken, Percent, UnreadName, WordToken } from './tokens.ts';
import { wordTokens } from './word-tokens.ts';

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
    else for (const piece of cut) pieces.push(piece);
  }
  return { tokens: wordTokens(pieces, names.units), blamed: [...blamed, ...reader.blamed], declared: names.declared };
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
  if (previous !== NumberToken && previous !== DividedBy && previous !== MiddleDot) return 'elsewhere';
  if (tokens[index]!.firstOnLine) return 'elsewhere';
  if (previous === NumberToken) return 'afterNumber';
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
