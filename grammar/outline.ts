import type { Bilingual, Report } from '../diagnostics/diagnostic.ts';
import { nearNames } from '../diagnostics/near-names.ts';
import { ExtraBrace, MissingBrace, UnknownDeclaration } from '../diagnostics/syntax.ts';
import { type RawToken, retyped } from './lex.ts';
import { is } from './mark-words.ts';
import { spanOf } from './read-words.ts';
import type { TokenType } from './token-type.ts';
import { Bar, Colon, LeftBrace, NameToken, RightBrace, Semicolon, TextToken, words } from './tokens.ts';
import { vocabulary, type WordId } from './vocabulary.ts';

const declarationIds = [
  'policy',
  'facts',
  'parameter',
  'unit',
  'let',
  'reading',
  'clause',
  'noDuplication',
  'sharedCap',
  'example',
  'import',
  'set',
  'omit',
  'replace',
  'new',
] as const satisfies readonly WordId[];
const declarationTypes = new Set<TokenType>(declarationIds.map((id) => words[id]));

export function beginsDeclaration({ tokenType }: RawToken): boolean {
  return declarationTypes.has(tokenType);
}

/**
 * Splits a file into its declarations, so that each is parsed alone and a mistake in one leaves the others whole. A declaration word at
 * the beginning of a line inside a block means that the block was never closed: that is told, and the braces are supplied.
 */
export function outline(tokens: readonly RawToken[], report: Report): readonly (readonly RawToken[])[] {
  const declarations: RawToken[][] = [];
  const open: RawToken[] = [];
  let current: RawToken[] | undefined;
  let skipping = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (token.firstOnLine && open.length > 0 && reopens(tokens, index)) closeAll(token);
    if (open.length === 0 && begins(tokens, index)) {
      current = [];
      declarations.push(current);
      skipping = false;
    }
    if (token.tokenType === RightBrace && open.length === 0) {
      if (!skipping) report(ExtraBrace, { span: spanOf(token) }, {});
      if (startsAnew(tokens, index + 1)) current = undefined;
      continue;
    }
    if (token.tokenType === LeftBrace) open.push(token);
    if (token.tokenType === RightBrace) open.pop();
    if (current) current.push(token);
    else if (!skipping) {
      skipping = true;
      reportUnknown(token, report);
    }
    // What stands between two declarations belongs to neither.
    if (token.tokenType === RightBrace && open.length === 0 && startsAnew(tokens, index + 1)) current = undefined;
  }
  closeAll(undefined);
  return declarations;

  function closeAll(before: RawToken | undefined): void {
    if (open.length > 0) report(MissingBrace, { span: spanOf(open[0]!) }, { next: before?.image ?? '' });
    for (let opening = open.pop(); opening !== undefined; opening = open.pop())
      current?.push(closingBrace(opening, current.at(-1)!));
  }
}

function closingBrace(opening: RawToken, last: RawToken): RawToken {
  return retyped(opening, RightBrace, {
    image: '}',
    startOffset: last.endOffset + 1,
    endOffset: last.endOffset,
    firstOnLine: false,
  });
}

/** At the outermost level: a declaration word that begins a line, or follows a closed block, or is no name in any case. */
function begins(tokens: readonly RawToken[], index: number): boolean {
  const token = tokens[index]!;
  if (!declarationTypes.has(token.tokenType)) return false;
  const previous = tokens[index - 1];
  if (index > 0 && (amends(tokens, index - 1) || (previous?.tokenType === words.omit && !token.firstOnLine)))
    return false;
  return (
    token.firstOnLine ||
    previous?.tokenType === RightBrace ||
    previous?.tokenType === Semicolon ||
    !is(token.tokenType, NameToken)
  );
}

/** `replace` and `new` before a declaration: one statement with it. */
function amends(tokens: readonly RawToken[], index: number): boolean {
  const { tokenType } = tokens[index]!;
  const next = tokens[index + 1]?.tokenType;
  return (tokenType === words.replace || tokenType === words.new) && next !== undefined && declarationTypes.has(next);
}

/** Inside a block, at the beginning of a line: only what cannot be a line of one. */
function reopens(tokens: readonly RawToken[], index: number): boolean {
  const token = tokens[index]!;
  if (!declarationTypes.has(token.tokenType)) return false;
  const next = tokens[index + 1]?.tokenType;
  const afterNext = tokens[index + 2]?.tokenType;
  if (token.tokenType === words.reading) return is(next, NameToken) && (afterNext === Bar || afterNext === TextToken);
  if (amends(tokens, index)) return true;
  if (token.tokenType === words.import) return next === TextToken;
  if (is(token.tokenType, NameToken)) return is(next, NameToken) && afterNext !== Colon;
  return next !== Bar && next !== Colon;
}

/** After a closed block the declaration goes on (`let x = all of { … } and y`) unless a new line begins with a name or a word. */
function startsAnew(tokens: readonly RawToken[], index: number): boolean {
  const next = tokens[index];
  return next?.firstOnLine === true && is(next.tokenType, NameToken);
}

function reportUnknown(token: RawToken, report: Report): void {
  report(UnknownDeclaration, { span: spanOf(token) }, { word: token.image, near: nearDeclarations(token.image) });
}

/** Words that begin a declaration and look like what is written. */
export function nearDeclarations(written: string): readonly Bilingual[] {
  const forms = declarationIds.flatMap((id) => [...vocabulary[id].en, ...vocabulary[id].zh]);
  return nearNames(written, forms).map((form) => ({ zh: `“${form}”`, en: `“${form}”` }));
}
