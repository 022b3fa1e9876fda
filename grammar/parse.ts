import { TooComplex } from '../diagnostics/characters.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/span.ts';
import type { Comment, Declaration, FileEntry, PolicyFile } from './ast.ts';
import { isAmendment } from './ast-sharing.ts';
import { buildDeclaration } from './build-ast.ts';
import type { DeclaredName } from './declared-names.ts';
import { lex, type RawToken } from './lex.ts';
import { type Lend, linkedTexts } from './linked-texts.ts';
import { is, markWords, withinOperatorLimits } from './mark-words.ts';
import { beginsDeclaration, outline } from './outline.ts';
import { readWords, spanOf } from './read-words.ts';
import { type Effort, effortPerFile, parseDeclaration } from './recover.ts';
import type { TokenType } from './token-type.ts';
import { NameToken, words } from './tokens.ts';

/**
 * Text to syntax tree. Always returns a tree: what could not be read has been reported, each mistake once, and is left out.
 * Chinese, English and mixed text of one policy give the same tree but for spans. `lend` gives the names that the texts it adapts or
 * imports lend; without it they are names that nobody declared.
 */
export function parse(source: Source, report: Report, lend?: Lend): PolicyFile {
  const lexed = lex(source, report);
  if (!lexed) return file(source, [], []);
  const linked = lend === undefined ? [] : linkedTexts(lexed);
  const lent = lend === undefined || linked.length === 0 ? undefined : lend(linked);
  const { tokens, blamed, declared } = readWords(lexed, report, lent);
  const effort: Effort = { left: effortPerFile };
  const entries: FileEntry[] = [];
  const whole: Span[] = [];
  const lost = new Set<string>();
  for (const slice of outline(tokens, report)) {
    const read = parseSlice(slice, source, blamed, effort, report);
    if (read.entry) entries.push(read.entry);
    if (read.isWhole) whole.push({ start: slice[0]!.startOffset, end: spanOf(slice.at(-1)!).end });
    else for (const name of lostIn(slice, read.misnamed)) lost.add(name);
  }
  const tree = file(source, entries, lexed.comments);
  for (const name of namesOutside(whole, declared)) lost.add(name);
  return lost.size === 0 ? tree : { ...tree, lost };
}

interface SliceRead {
  readonly entry?: FileEntry;
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
    const operation = amendmentAt(slice);
    const parsed = parseDeclaration(markWords(operation ? slice.slice(1) : slice), blamed, effort, source.text, report);
    if (!parsed) return { isWhole: false };
    const { tree, mended, misnamed } = parsed;
    const entry = buildDeclaration(tree, { report, text: source.text, mended });
    return { entry: operation ? amended(operation, slice, entry) : entry, isWhole: !mended, misnamed };
  } catch (error) {
    // The limits on brackets and operators should make this impossible; a stack that is smaller than usual may not.
    if (!(error instanceof RangeError)) throw error;
    report(TooComplex, { span: spanOf(slice[0]!) }, {});
    return { isWhole: false };
  }
}

/** `replace clause …`, `new clause …`: the word is taken off, and what follows read as any declaration. */
function amendmentAt(slice: readonly RawToken[]): Operation | undefined {
  if (slice[1] === undefined || !beginsDeclaration(slice[1])) return undefined;
  if (slice[0]!.tokenType === words.replace) return 'Replacement';
  return slice[0]!.tokenType === words.new ? 'Addition' : undefined;
}

function amended(kind: Operation, slice: readonly RawToken[], entry: FileEntry): FileEntry {
  if (entry.kind === 'ImportDeclaration' || isAmendment(entry)) return entry;
  const span = { start: slice[0]!.startOffset, end: entry.span.end };
  return { kind, span, declaration: entry };
}

type Operation = 'Replacement' | 'Addition';

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

function file({ text }: Source, entries: readonly FileEntry[], comments: readonly Comment[]): PolicyFile {
  const span = { start: 0, end: text.length };
  const imports = entries.filter((entry) => entry.kind === 'ImportDeclaration');
  const amendments = entries.filter(isAmendment);
  const declarations = entries.filter((entry): entry is Declaration => !isImport(entry) && !isAmendment(entry));
  return {
    kind: 'PolicyFile',
    span,
    declarations,
    comments,
    ...(imports.length === 0 ? {} : { imports }),
    ...(amendments.length === 0 ? {} : { amendments }),
  };
}

function isImport(entry: FileEntry): boolean {
  return entry.kind === 'ImportDeclaration';
}
