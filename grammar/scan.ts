import type { RawToken } from './lex.ts';
import type { TokenType } from './token-type.ts';
import { CommentToken, rawTokenTypes, WhiteSpace } from './tokens.ts';

export interface Scanned {
  readonly tokens: readonly RawToken[];
  readonly comments: readonly RawToken[];
}

/** Text to the tokens that patterns alone tell apart: at each place the first type that fits, as far as it reaches. */
export function scan(text: string): Scanned {
  const tokens: RawToken[] = [];
  const comments: RawToken[] = [];
  for (let at = 0; at < text.length; ) {
    const forms = formsFrom(text.charCodeAt(at));
    let place = 0;
    while (!fits(forms[place]!, text, at)) place += 1;
    const { type, pattern } = forms[place]!;
    const end = pattern === undefined ? at + 1 : pattern.lastIndex;
    if (type !== WhiteSpace) {
      const token = {
        tokenType: type,
        image: text.slice(at, end),
        startOffset: at,
        endOffset: end - 1,
        firstOnLine: isFirstOnLine(text, at),
        payload: undefined,
      };
      (type === CommentToken ? comments : tokens).push(token);
    }
    at = end;
  }
  return { tokens, comments };
}

/** Leaves the end of what was found with the pattern. The last form fits anything. */
function fits({ pattern }: Form, text: string, at: number): boolean {
  if (pattern === undefined) return true;
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** A type with its pattern made sticky; none for a mark of one character. */
interface Form {
  readonly type: TokenType;
  readonly pattern?: RegExp;
}

const forms: readonly Form[] = rawTokenTypes.map((type) =>
  typeof type.pattern === 'string' ? { type } : { type, pattern: new RegExp(type.pattern!, 'y') },
);
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

/** Whether nothing but blanks stands before a place on its line. */
function isFirstOnLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && isBlank(text.charCodeAt(at))) at -= 1;
  return at < 0 || text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 0xa0 || unit === 0xfeff;
}
