import {
  NestedTooDeep,
  NumberTooLong,
  SourceTooLong,
  StrayCharacter,
  UnclosedAnchor,
  UnclosedName,
  UnclosedText,
  WordTooLong,
} from '../diagnostics/characters.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/span.ts';
import type { Comment } from './ast.ts';
import { fold } from './fold.ts';
import { limits } from './limits.ts';
import { scan } from './scan.ts';
import type { TokenType } from './token-type.ts';
import {
  AnchorToken,
  LeftBrace,
  LeftParenthesis,
  NumberToken,
  OpenAnchor,
  OpenName,
  OpenText,
  QuotedName,
  RightBrace,
  RightParenthesis,
  Stray,
  TextToken,
  WordToken,
} from './tokens.ts';

/** A token. Offsets are those of the source; `endOffset` is inclusive. */
export interface RawToken {
  readonly tokenType: TokenType;
  /** What is written, as later passes are to read it. */
  readonly image: string;
  readonly startOffset: number;
  readonly endOffset: number;
  /** Nothing but blanks stands before it on its line. */
  readonly firstOnLine: boolean;
  /** The number of an ordinal or a rate in Han digits; the name of the word that a mark was made from. */
  readonly payload?: unknown;
}

export interface Lexed {
  /** The text, its full-width forms folded: what the tokens hold. */
  readonly folded: string;
  readonly tokens: readonly RawToken[];
  readonly comments: readonly Comment[];
  /** Where something was told already, so that the parser need not tell it again in its own words. */
  readonly blamed: readonly number[];
}

/**
 * Text to raw tokens: words are not yet told apart. Comments go aside. Undefined if the text breaks a limit that later passes
 * rely on; that has been reported.
 */
export function lex(source: Source, report: Report): Lexed | undefined {
  const { text } = source;
  if (text.length > limits.sourceLength) {
    report(SourceTooLong, { span: { start: 0, end: 0 } }, { length: text.length, limit: limits.sourceLength });
    return undefined;
  }
  const folded = fold(text);
  const { tokens, comments: aside, isSound } = scan(folded);
  const comments = aside.map((token) => comment(token, text));
  if (isSound) return { folded, tokens, comments, blamed: [] };
  const blamed: number[] = [];
  const kept: RawToken[] = [];
  let strayAt = -1;
  for (const token of tokens) {
    if (token.tokenType === Stray) {
      // One mistake a line: what is pasted in comes in pairs and runs.
      blamed.push(token.startOffset);
      const sameLine = strayAt >= 0 && !/[\r\n]/.test(folded.slice(strayAt, token.startOffset));
      strayAt = token.startOffset;
      if (sameLine) continue;
    }
    const found = checked(token, text, report);
    if (found !== token) blamed.push(token.startOffset);
    if (found) kept.push(found);
  }
  if (!withinDepth(kept, report)) return undefined;
  return { folded, tokens: kept, comments, blamed };
}

type Changes = Partial<Pick<RawToken, 'image' | 'startOffset' | 'endOffset' | 'firstOnLine' | 'payload'>>;

const asItIs: Changes = {};

/** A token as another. Written out, since copying by spreading costs seconds on a long text. */
export function retyped(token: RawToken, tokenType: TokenType, changes: Changes = asItIs): RawToken {
  return {
    tokenType,
    image: changes.image ?? token.image,
    startOffset: changes.startOffset ?? token.startOffset,
    endOffset: changes.endOffset ?? token.endOffset,
    firstOnLine: changes.firstOnLine ?? token.firstOnLine,
    payload: changes.payload ?? token.payload,
  };
}

/** A token of the scanner as one of another type, which is the commonest change. */
export function typed(
  { startOffset, endOffset, firstOnLine }: RawToken,
  tokenType: TokenType,
  image: string,
): RawToken {
  return { tokenType, image, startOffset, endOffset, firstOnLine, payload: undefined };
}

/** The token itself; another to stand for it, or none, where something had to be told. */
function checked(token: RawToken, text: string, report: Report): RawToken | undefined {
  switch (token.tokenType) {
    case OpenText:
      report(UnclosedText, opening(token), {});
      return retyped(token, TextToken);
    case OpenAnchor:
      report(UnclosedAnchor, opening(token), {});
      return retyped(token, AnchorToken);
    case OpenName:
      report(UnclosedName, opening(token), {});
      return token.image.length > 1 ? retyped(token, QuotedName) : undefined;
    case Stray:
      report(StrayCharacter, { span: whole(token) }, { character: text.charAt(token.startOffset) });
      return undefined;
    case NumberToken: {
      const digits = token.image.replace(/\D/g, '').length;
      if (digits <= limits.digitsOfNumber) return token;
      report(NumberTooLong, { span: whole(token) }, { digits, limit: limits.digitsOfNumber });
      return retyped(token, NumberToken, { image: '0' });
    }
    case QuotedName:
    case WordToken:
      if (token.image.length <= limits.wordLength) return token;
      report(WordTooLong, { span: whole(token) }, { length: token.image.length, limit: limits.wordLength });
      return retyped(token, QuotedName, { image: '『…』' });
    default:
      return token;
  }
}

function whole({ startOffset, endOffset }: RawToken): Span {
  return { start: startOffset, end: endOffset + 1 };
}

/** The sign that was not closed. */
function opening({ startOffset }: RawToken): { readonly span: Span } {
  return { span: { start: startOffset, end: startOffset + 1 } };
}

/** The parser descends once per bracket, and the stack is finite. */
function withinDepth(tokens: readonly RawToken[], report: Report): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === LeftBrace || token.tokenType === LeftParenthesis) depth += 1;
    if (token.tokenType === RightBrace || token.tokenType === RightParenthesis) depth = Math.max(0, depth - 1);
    if (depth > limits.bracketDepth) {
      report(NestedTooDeep, { span: whole(token) }, { limit: limits.bracketDepth });
      return false;
    }
  }
  return true;
}

function comment({ startOffset: start, endOffset, firstOnLine }: RawToken, text: string): Comment {
  const end = endOffset + 1;
  const written = text.slice(start + 2, end);
  return {
    kind: 'Comment',
    span: { start, end },
    text: written.startsWith(' ') || written.startsWith('\u3000') ? written.slice(1) : written,
    ownLine: firstOnLine,
  };
}
