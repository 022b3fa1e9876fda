/**
 * Syntax tree to text, in one language: one template per construct and language, brackets from the tree alone (R13), spaces between
 * all words. The formatter, and the wording of explanations.
 */
import type {
  ChooseRow,
  ClauseLine,
  Declaration,
  ExampleLine,
  Expression,
  FileEntry,
  HeadLine,
  Instalment,
  Ladder,
  PolicyFile,
  Scope,
} from './ast.ts';
import { isAmendment } from './ast-sharing.ts';
import { chooseRow, ladderRow } from './print/choices.ts';
import { clauseLine } from './print/clauses.ts';
import { declarationHeader, printDeclaration } from './print/declarations.ts';
import { exampleLine } from './print/examples.ts';
import { expressionDoc } from './print/expressions.ts';
import { headLine } from './print/head.ts';
import { type Row, renderFlat, renderRows } from './print/layout.ts';
import { nameForms } from './print/name-forms.ts';
import { instalmentRow } from './print/payment.ts';
import { type BuiltRow, type Printer, type PrintOptions, printerFor } from './print/printer.ts';
import { printScopes } from './print/scopes.ts';
import { printSharing } from './print/sharing.ts';

export { type NameForms, nameForms, type PrintLanguage } from './print/name-forms.ts';
export { type Printer, type PrintOptions, printerFor } from './print/printer.ts';

/** A whole file, with its comments, in one language. Printing what was parsed from the result gives the result again. */
export function print(file: PolicyFile, options: PrintOptions): string {
  const printer = printerFor({ ...options, names: options.names ?? nameForms(file) }, file.comments);
  const whole = { start: 0, end: Number.POSITIVE_INFINITY };
  const entries = entriesOf(file);
  const { built, comments } = printer.comments.rows(whole, entries, (one) => printEntry(printer, one));
  const lines: string[] = [...comments.afterOpen];
  let before: OneLiner | undefined;
  built.forEach((row, index) => {
    const { before: own, trailing } = comments.rows[index]!;
    const printed = renderRows([{ anchors: '', ...row, before: withoutBlank(own), trailing }], 0);
    const kind = sortOf(entries[index]!);
    // Changes stand in one list, each perhaps with a comment above it.
    const isOneLine = printed.length === (kind === 'change' ? 1 + withoutBlank(own).length : 1);
    const together = isOneLine && before?.isOneLine === true && before.kind === kind && own[0] !== '';
    if (lines.length > 0 && !together) lines.push('');
    lines.push(...printed);
    before = { kind, isOneLine };
  });
  const last = withoutBlank(comments.beforeClose);
  if (last.length > 0) lines.push(...(lines.length > 0 ? [''] : []), ...last);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Declarations of one kind on one line each may stand together; between all others there is a blank line. */
interface OneLiner {
  readonly kind: ReturnType<typeof sortOf>;
  readonly isOneLine: boolean;
}

function sortOf({ kind }: FileEntry): FileEntry['kind'] | 'change' {
  return kind === 'FigureChange' || kind === 'ArticleChange' || kind === 'AuthorityChange' ? 'change' : kind;
}

/** In written order. */
function entriesOf({ declarations, imports = [], amendments = [] }: PolicyFile): readonly FileEntry[] {
  if (imports.length === 0 && amendments.length === 0) return declarations;
  return [...imports, ...declarations, ...amendments].sort((one, other) => one.span.start - other.span.start);
}

function printEntry(printer: Printer, entry: FileEntry): BuiltRow {
  return entry.kind === 'ImportDeclaration' || isAmendment(entry)
    ? printSharing(printer, entry)
    : printDeclaration(printer, entry);
}

function withoutBlank(lines: readonly string[]): readonly string[] {
  return lines[0] === '' ? lines.slice(1) : lines;
}

/** One expression on one line. */
export function printExpression(expression: Expression, options: PrintOptions): string {
  return renderFlat(expressionDoc(printerFor(options), expression));
}

/** One line of the policy's head, of a clause or of an example, on one line of text and without its anchors and comments. */
export function printLine(line: ClauseLine | HeadLine | ExampleLine, options: PrintOptions | Printer): string {
  return flat(builtLine(line, options));
}

/** A row of a choice (`by X { … }`) or of a ladder, without its anchors. `key` is the choice's key: it tells which options are meant. */
export function printRow(
  row: ChooseRow | Ladder['rows'][number],
  key: Expression | undefined,
  options: PrintOptions | Printer,
): string {
  const printer = printerOf(options);
  if ('threshold' in row) return flat(ladderRow(printer, row));
  return flat(chooseRow(printer, key, row));
}

/** `in year 2 : 30% if C`. */
export function printInstalment(row: Instalment, options: PrintOptions | Printer): string {
  return flat(instalmentRow(printerOf(options), row));
}

/** `per company per year`. */
export function printScopeList(scopes: readonly Scope[], options: PrintOptions): string {
  return renderFlat(printScopes(printerFor(options), scopes));
}

/** The head of a declaration, up to its bracket: `clause art3 | 算力券`. */
export function printDeclarationHeader(declaration: Declaration, options: PrintOptions | Printer): string {
  return renderFlat(declarationHeader(printerOf(options), declaration));
}

/** Whoever prints many parts of one file makes one printer for them: it keeps what it found out about names. */
function printerOf(options: PrintOptions | Printer): Printer {
  return 'valueNames' in options ? options : printerFor(options);
}

function builtLine(line: ClauseLine | HeadLine | ExampleLine, options: PrintOptions | Printer): BuiltRow {
  const printer = printerOf(options);
  if (isExampleLine(line)) return exampleLine(printer, line);
  return isHeadLine(line) ? headLine(printer, line) : clauseLine(printer, line);
}

const exampleKinds: ReadonlySet<string> = new Set<ExampleLine['kind']>([
  'GivenFact',
  'GivenItem',
  'GivenEmptyList',
  'DecidedLine',
  'LedgerEmptyLine',
  'LedgerPaidLine',
  'LedgerOtherLine',
  'ChooseReadingLine',
  'ExpectLine',
]);
const headKinds: ReadonlySet<string> = new Set<HeadLine['kind']>([
  'TitleLine',
  'InForceLine',
  'InterpretedByLine',
  'CurrencyLine',
  'PaymentLine',
  'GrowthBaseLine',
  'UnknownFactsLine',
  'ElsewhereLine',
  'RemarkLine',
  'ContinuesLine',
]);

function isExampleLine(line: ClauseLine | HeadLine | ExampleLine): line is ExampleLine {
  return exampleKinds.has(line.kind);
}

/** Alternatives hold lines of their own sort only. */
function isHeadLine(line: ClauseLine | HeadLine): line is HeadLine {
  if (line.kind !== 'ReadingChoice') return headKinds.has(line.kind);
  return line.rows.some(({ body }) => body.some((one) => isHeadLine(one)));
}

function flat({ lead = '', content }: BuiltRow | Row): string {
  const text = renderFlat(content);
  return lead === '' || text === '' ? lead + text : `${lead} ${text}`;
}
