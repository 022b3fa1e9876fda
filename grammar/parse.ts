import { TooComplex } from '../diagnostics/characters.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/span.ts';
import type { Comment, Declaration, PolicyFile } from './ast.ts';
import { buildDeclaration } from './build-ast.ts';
import type { DeclaredName } from './declared-names.ts';
import { lex, type RawToken } from './lex.ts';
import { is, markWords, withinOperatorLimits } from './mark-words.ts';
import { outline } from './outline.ts';
import { readWords, spanOf } from './read-words.ts';
import { type Effort, effortPerFile, parseDeclaration } from './recover.ts';
import type { TokenType } from './token-type.ts';
import { NameToken, words } from './tokens.ts';

/**
 * Text to syntax tree. Always returns a tree: what could not be read has been reported, each mistake once, and is left out.
 * Chinese, English and mixed text of one policy give the same tree but for spans.
 */
export function parse(source: Source, report: Report): PolicyFile {
  const lexed = lex(source, report);
  if (!lexed) return file(source, [], []);
  const { tokens, blamed, declared } = readWords(lexed, report);
  const effort: Effort = { left: effortPerFile };
  const declarations: Declaration[] = [];
  const whole: Span[] = [];
  const lost = new Set<string>();
  for (const slice of outline(tokens, report)) {
    const read = parseSlice(slice, source, blamed, effort, report);
    if (read.declaration) declarations.push(read.declaration);
    if (read.isWhole) whole.push({ start: slice[0]!.startOffset, end: spanOf(slice.at(-1)!).end });
    else for (const name of lostIn(slice, read.misnamed)) lost.add(name);
  }
  const tree = file(source, declarations, lexed.comments);
  for (const name of namesOutside(whole, declared)) lost.add(name);
  return lost.size === 0 ? tree : { ...tree, lost };
}

interface SliceRead {
  readonly declaration?: Declaration;
  readonly isWhole: boolean;
  /** Words of the language that stand where a name should. */
  readonly misnamed?: readonly string[];
}

function parseSlice(
  slice: readonly RawToken[],
  source: Source,
  blamed: readonly number[],
  effort: Effort,
  report: Report,
): SliceRead {
  if (!withinOperatorLimits(slice, report)) return { isWhole: false };
  try {
    const parsed = parseDeclaration(markWords(slice), blamed, effort, source.text, report);
    if (!parsed) return { isWhole: false };
    const { tree, mended, misnamed } = parsed;
    const declaration = buildDeclaration(tree, { report, text: source.text, mended });
    return { declaration, isWhole: !mended, misnamed };
  } catch (error) {
    // The limits on brackets and operators should make this impossible; a stack that is smaller than usual may not.
    if (!(error instanceof RangeError)) throw error;
    report(TooComplex, { span: spanOf(slice[0]!) }, {});
    return { isWhole: false };
  }
}

const usesNames: readonly TokenType[] = [words.clause, words.noDuplication, words.sharedCap, words.example];

/** What declares facts and the like: any name in it may be one that it meant to declare. */
function lostIn(slice: readonly RawToken[], misnamed: readonly string[] = []): readonly string[] {
  if (usesNames.includes(slice[0]!.tokenType)) return misnamed;
  return [...misnamed, ...slice.filter(({ tokenType }) => is(tokenType, NameToken)).map(({ image }) => image)];
}

/** Both lists are in written order. */
function namesOutside(parts: readonly Span[], declared: readonly DeclaredName[]): ReadonlySet<string> {
  const names = new Set<string>();
  let at = 0;
  for (const { name, token } of declared) {
    while (at < parts.length && parts[at]!.end <= token.startOffset) at += 1;
    const part = parts[at];
    if (part === undefined || part.start > token.startOffset) names.add(name);
  }
  return names;
}

function file({ text }: Source, declarations: readonly Declaration[], comments: readonly Comment[]): PolicyFile {
  return { kind: 'PolicyFile', span: { start: 0, end: text.length }, declarations, comments };
}
