import type { Report } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/span.ts';
import { TooComplex } from '../diagnostics/syntax.ts';
import type { Comment, Declaration, PolicyFile } from './ast.ts';
import { buildDeclaration } from './build-ast.ts';
import { lex, type RawToken } from './lex.ts';
import { markWords, withinOperatorLimits } from './mark-words.ts';
import { outline } from './outline.ts';
import { readWords, spanOf } from './read-words.ts';
import { type Effort, effortPerFile, parseDeclaration } from './recover.ts';

/**
 * Text to syntax tree. Always returns a tree: what could not be read has been reported, each mistake once, and is left out.
 * Chinese, English and mixed text of one policy give the same tree but for spans.
 */
export function parse(source: Source, report: Report): PolicyFile {
  const lexed = lex(source, report);
  if (!lexed) return file(source, [], []);
  const { tokens, blamed } = readWords(lexed, report);
  const effort: Effort = { left: effortPerFile };
  const declarations: Declaration[] = [];
  for (const slice of outline(tokens, report)) {
    const declaration = parseSlice(slice, source, blamed, effort, report);
    if (declaration) declarations.push(declaration);
  }
  return file(source, declarations, lexed.comments);
}

function parseSlice(
  slice: readonly RawToken[],
  source: Source,
  blamed: readonly number[],
  effort: Effort,
  report: Report,
): Declaration | undefined {
  if (!withinOperatorLimits(slice, report)) return undefined;
  try {
    const parsed = parseDeclaration(markWords(slice), blamed, effort, report);
    return parsed && buildDeclaration(parsed.tree, { report, text: source.text, mended: parsed.mended });
  } catch (error) {
    // The limits on brackets and operators should make this impossible; a stack that is smaller than usual may not.
    if (!(error instanceof RangeError)) throw error;
    report(TooComplex, { span: spanOf(slice[0]!) }, {});
    return undefined;
  }
}

function file({ text }: Source, declarations: readonly Declaration[], comments: readonly Comment[]): PolicyFile {
  return { kind: 'PolicyFile', span: { start: 0, end: text.length }, declarations, comments };
}
