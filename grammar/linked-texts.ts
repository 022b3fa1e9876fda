import { foldName } from './fold.ts';
import type { Lexed, RawToken } from './lex.ts';
import { Bar, QuotedName, TextToken, WordToken } from './tokens.ts';
import { vocabulary } from './vocabulary.ts';

/** Another text that a text names, found before its words are told apart. */
export interface LinkedText {
  readonly kind: 'adapts' | 'import';
  /** As written between the quotes. */
  readonly path: string;
  /** Of an import: every form of its prefix. */
  readonly prefixes: readonly string[];
}

/** Names that other texts lend: the words of a text are cut by them as by its own (R12). */
export interface LinkedNames {
  readonly names: readonly string[];
  /** Those of units, which may follow a number. */
  readonly units: readonly string[];
}

/** Finds the names that linked texts lend; asked once per text, and not at all where it names no other. */
export type Lend = (texts: readonly LinkedText[]) => LinkedNames;

export const noNames: LinkedNames = { names: [], units: [] };

const adaptsForms = formsOf('adapts');
const importForms = formsOf('import');
const allForms = [...adaptsForms, ...importForms];
const asForms = formsOf('as');

/** `adapts "…"`, `import "…" as prefix | 前缀`, in written order. */
export function linkedTexts({ folded, tokens }: Lexed): readonly LinkedText[] {
  const found: LinkedText[] = [];
  // Most texts hold none of these words, which is soon seen.
  if (!allForms.some((form) => folded.includes(form))) return found;
  for (let index = 1; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (token.tokenType !== TextToken) continue;
    const before = tokens[index - 1]!;
    if (before.tokenType !== WordToken) continue;
    if (adaptsForms.some((form) => endsWith(before.image, form)))
      found.push({ kind: 'adapts', path: pathIn(token), prefixes: [] });
    else if (importForms.includes(before.image))
      found.push({ kind: 'import', path: pathIn(token), prefixes: prefixesAt(tokens, index + 1) });
  }
  return found;
}

function pathIn({ image }: RawToken): string {
  return image.slice(1, -1).replace(/\\(.)/g, '$1');
}

/** 样例市措施改编 may stand unspaced. */
function endsWith(image: string, form: string): boolean {
  return image === form || (image.endsWith(form) && /^[^ -~]/.test(form));
}

function prefixesAt(tokens: readonly RawToken[], index: number): readonly string[] {
  const image = tokens[index]?.image ?? '';
  const form = asForms.find((one) => image === one || (/^[^ -~]/.test(one) && image.startsWith(one)));
  if (form === undefined) return [];
  const names: string[] = image === form ? [] : [foldName(image.slice(form.length))];
  for (let at = image === form ? index + 1 : index + 2; names.length < 3; at += 2) {
    const token = tokens[at];
    if (token?.tokenType !== WordToken && token?.tokenType !== QuotedName) break;
    names.push(foldName(token.image.replace(/[『』]/g, '')));
    if (tokens[at + 1]?.tokenType !== Bar) break;
  }
  return names;
}

function formsOf(id: 'adapts' | 'import' | 'as'): readonly string[] {
  const { en, zh, hant } = vocabulary[id];
  return [...new Set<string>([...en, ...zh, ...hant])];
}
