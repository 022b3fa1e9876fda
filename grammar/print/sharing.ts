/** Templates of what a file takes from others: imports, and the amendments of an adapting policy. */
import type { Amendment, DateLiteral, ImportDeclaration, NumberLiteral, Omission, Reference } from '../ast.ts';
import { keywordsOf } from '../dictionary.ts';
import { printedForm } from '../vocabulary.ts';
import { citedWords } from './clauses.ts';
import { printDeclaration } from './declarations.ts';
import { pinned } from './head.ts';
import type { Doc } from './layout.ts';
import { declaredAs, placesLike, translated } from './name-forms.ts';
import { printNumber } from './numerals.ts';
import { anchorsOf, type BuiltRow, declaredName, listed, type Printer, quotedText, spaced, word } from './printer.ts';
import { quotedName } from './quoting.ts';

export function printSharing(printer: Printer, entry: ImportDeclaration | Amendment): BuiltRow {
  switch (entry.kind) {
    case 'ImportDeclaration':
      return { content: printImport(printer, entry) };
    case 'Replacement':
    case 'Addition': {
      const { content, ...rest } = printDeclaration(printer, entry.declaration);
      return { ...rest, content: spaced(word(printer, entry.kind === 'Addition' ? 'new' : 'replace'), content) };
    }
    case 'Omission':
      return { content: spaced(word(printer, 'omit'), omitted(printer, entry.what)) };
    default:
      return { content: changed(printer, entry), anchors: anchorsOf(entry.anchors) };
  }
}

function printImport(printer: Printer, { path, prefix, digest }: ImportDeclaration): Doc {
  return spaced(
    word(printer, 'import'),
    quotedText(path),
    word(printer, 'as'),
    declaredName(prefix),
    pinned(printer, digest),
  );
}

type Change = Extract<Amendment, { kind: 'FigureChange' | 'ArticleChange' | 'AuthorityChange' }>;

/** `set X = Y` · 修改 X 为 Y. */
function changed(printer: Printer, change: Change): Doc {
  const becomes = printer.english ? '=' : word(printer, 'is');
  const set = word(printer, 'set');
  switch (change.kind) {
    case 'AuthorityChange':
      return spaced(set, word(printer, 'authority'), quotedText(change.from), becomes, quotedText(change.to));
    case 'ArticleChange':
      return spaced(set, path(printer, change.path), becomes, citedWords(printer, change.cites));
    case 'FigureChange':
      return spaced(set, path(printer, change.path), becomes, [
        change.negative ? '-' : '',
        figure(printer, change.value),
      ]);
  }
}

function figure(printer: Printer, value: NumberLiteral | DateLiteral): Doc {
  return value.kind === 'DateLiteral' ? value.value : printNumber(printer, value);
}

function omitted(printer: Printer, what: Omission['what']): Doc {
  switch (what.kind) {
    case 'touchedExamples':
      return word(printer, 'touchedExamples');
    case 'examples':
      return spaced(word(printer, 'example'), listed(printer, what.titles.map(quotedText)));
    case 'paths': {
      const kind = what.word === undefined ? undefined : word(printer, what.word);
      const paths = what.paths.map((one) => path(printer, one));
      return spaced(kind, listed(printer, paths));
    }
  }
}

/** `art3.cap` · 算力券.封顶: a name, which may hold dots itself, then names and words of the language, each in the printer's. */
function path(printer: Printer, { text }: Reference): string {
  const anywhere = placesLike(printer.names, '');
  const parts = text.split('.');
  const lengths = parts.map((_, index) => parts.length - index);
  const beginning = (length: number) => parts.slice(0, length).join('.');
  const length = lengths.find((one) => declaredAs(printer.names, beginning(one), anywhere).length > 0) ?? 1;
  const name = translated(printer.names, beginning(length), anywhere, printer.language);
  return quotedName([name, ...parts.slice(length).map((part) => pathPart(printer, part, anywhere))].join('.'));
}

function pathPart(printer: Printer, part: string, anywhere: readonly string[]): string {
  if (declaredAs(printer.names, part, anywhere).length > 0)
    return translated(printer.names, part, anywhere, printer.language);
  const forms = keywordsOf(part).map((id) => printedForm(id, printer.script));
  return forms.find((form) => form !== undefined) ?? part;
}
