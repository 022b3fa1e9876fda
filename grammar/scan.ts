import type { RawToken } from './lex.ts';
import { limits } from './limits.ts';
import type { TokenType } from './token-type.ts';
import {
  CommentToken,
  LeftBrace,
  LeftParenthesis,
  NumberToken,
  OpenAnchor,
  OpenName,
  OpenText,
  QuotedName,
  RightBrace,
  RightParenthesis,
  rawTokenTypes,
  Stray,
  WhiteSpace,
  WordToken,
} from './tokens.ts';

export interface Scanned {
  readonly tokens: readonly RawToken[];
  readonly comments: readonly RawToken[];
  /** Nothing is unclosed, out of place or too long, and no bracket too deep: there is no more to look at. */
  readonly isSound: boolean;
}

/** Text to the tokens that patterns alone tell apart: at each place the first type that fits, as far as it reaches. */
export function scan(text: string): Scanned {
  const tokens: RawToken[] = [];
  const comments: RawToken[] = [];
  // Whether nothing but blanks stands between the beginning of the line and here.
  let firstOnLine = true;
  let isSound = true;
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit < 33 ? isLineEnd(unit) || isBlank(unit) : unit === 0xa0 || unit === 0xfeff) {
      firstOnLine ||= isLineEnd(unit);
      at += 1;
      continue;
    }
    const mark = unit < 128 ? marks[unit] : undefined;
    const { type, pattern, longest, step } = mark ?? formAt(text, at, unit);
    const end = pattern === undefined ? at + 1 : pattern.lastIndex;
    if (end - at > longest) isSound = false;
    if (step !== 0) {
      depth = Math.max(0, depth + step);
      if (depth > limits.bracketDepth) isSound = false;
    }
    if (type !== WhiteSpace) {
      const image = mark === undefined ? text.slice(at, end) : (type.pattern as string);
      const token = {
        tokenType: type,
        image,
        startOffset: at,
        endOffset: end - 1,
        firstOnLine,
        payload: undefined,
      };
      if (type === CommentToken) comments.push(token);
      else tokens.push(token);
    }
    firstOnLine = false;
    at = end;
  }
  return { tokens, comments, isSound };
}

/** The first form that fits, which leaves the end of what was found with the pattern. The last fits anything. */
function formAt(text: string, at: number, unit: number): Form {
  const possible = unit >= firstHan && unit <= lastHan ? hanForms : formsFrom(unit);
  for (const form of possible) {
    const { pattern } = form;
    if (pattern === undefined) return form;
    pattern.lastIndex = at;
    if (pattern.test(text)) return form;
  }
  throw new Error(`nothing fits at ${at}`);
}

/** A type with its pattern made sticky; none for a mark of one character. */
interface Form {
  readonly type: TokenType;
  readonly pattern: RegExp | undefined;
  /** Up to this length there is nothing to tell of it. */
  readonly longest: number;
  /** What it adds to the depth of brackets. */
  readonly step: number;
}

const longest: ReadonlyMap<TokenType, number> = new Map([
  ...[OpenText, OpenAnchor, OpenName, Stray].map((type): [TokenType, number] => [type, 0]),
  [NumberToken, limits.digitsOfNumber],
  ...[QuotedName, WordToken].map((type): [TokenType, number] => [type, limits.wordLength]),
]);
const steps: ReadonlyMap<TokenType, number> = new Map([
  ...[LeftBrace, LeftParenthesis].map((type): [TokenType, number] => [type, 1]),
  ...[RightBrace, RightParenthesis].map((type): [TokenType, number] => [type, -1]),
]);
const forms: readonly Form[] = rawTokenTypes.map((type) => ({
  type,
  pattern: typeof type.pattern === 'string' ? undefined : new RegExp(type.pattern!, 'y'),
  longest: longest.get(type) ?? Number.POSITIVE_INFINITY,
  step: steps.get(type) ?? 0,
}));
const formsByUnit = new Map<number, readonly Form[]>();

/** The types that may begin with a code unit, in order. */
function formsFrom(unit: number): readonly Form[] {
  let known = formsByUnit.get(unit);
  if (known === undefined) {
    const character = String.fromCharCode(unit);
    known = forms.filter(({ type }) => type.pattern === character || type.begins?.test(character));
    formsByUnit.set(unit, known);
  }
  return known;
}

/** The unified ideographs: a text holds hundreds of them, and each begins what any of them begins. */
const firstHan = 0x4e00;
const lastHan = 0x9fff;
const hanForms = formsFrom(firstHan);

/** By code unit, marks that nothing else begins with. */
const marks = Array.from({ length: 128 }, (): Form | undefined => undefined);
for (const form of forms) {
  if (typeof form.type.pattern !== 'string') continue;
  const unit = form.type.pattern.charCodeAt(0);
  if (formsFrom(unit)[0] === form) marks[unit] = form;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 0xa0 || unit === 0xfeff;
}
