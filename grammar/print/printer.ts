import type { Anchor, Name, PolicyFile, Reference, Text } from '../ast.ts';
import { printedForm, type Script, vocabulary, type WordId } from '../vocabulary.ts';
import { CommentQueue } from './comments.ts';
import type { Doc, Row } from './layout.ts';
import { join, renderFlat } from './layout.ts';
import {
  declaredAs,
  type NameForms,
  noNames,
  type PrintLanguage,
  placesLike,
  space,
  translated,
} from './name-forms.ts';
import { quotedName } from './quoting.ts';

export interface PrintOptions {
  readonly language: PrintLanguage;
  /** Forms of the declared names (`nameForms`); without them names are printed as written. */
  readonly names?: NameForms;
  /** The text that was parsed: blank lines within blocks then stay where the author left them. */
  readonly source?: string;
  /** For a part of a file: the list whose items the text speaks of, and the clause it stands in, by id. */
  readonly list?: string;
  readonly clause?: string;
  /** For labels: `{…}` in place of rows. */
  readonly elideRows?: boolean;
}

/** What every template needs to know. */
export interface Printer {
  readonly language: PrintLanguage;
  readonly script: Script;
  readonly english: boolean;
  readonly names: NameForms;
  readonly comments: CommentQueue;
  readonly elideRows: boolean;
  /** Names of values as they were written so far, by the list at hand and by their text: a policy names some dozens, thousands of times. */
  readonly valueNames: Map<string | undefined, Map<string, string>>;
  /** Id of the list whose item fields may stand bare. */
  readonly list?: string;
  readonly clause?: string;
}

export function printerFor(options: PrintOptions, comments: PolicyFile['comments'] = []): Printer {
  const { language, names = noNames, source, list, clause, elideRows = false } = options;
  return {
    language,
    script: language === 'zh-hant' ? 'hant' : language,
    english: language === 'en',
    names,
    comments: new CommentQueue(comments, source),
    elideRows,
    valueNames: new Map(),
    ...(list === undefined ? {} : { list }),
    ...(clause === undefined ? {} : { clause }),
  };
}

export function withinList(printer: Printer, list: Reference): Printer {
  const [owner] = declaredAs(printer.names, list.text, [space.owners]);
  return owner === undefined ? printer : { ...printer, list: owner.id };
}

/** The word in the printer's script. A template asks only for words that its language has. */
export function word(printer: Printer, id: WordId): string {
  const form = printedForm(id, printer.script);
  if (form === undefined) throw new Error(`the word ${id} has no form in ${printer.script}`);
  return form;
}

/** Another of the word's forms, where a construct sounds better with it; the first if there is none. */
export function synonym(printer: Printer, id: WordId, index: number): string {
  return vocabulary[id][printer.script][index] ?? word(printer, id);
}

/** Parts with one space between them; absent ones leave none. Nearly all are texts, and then the whole is one. */
export function spaced(...parts: readonly (Doc | undefined)[]): Doc {
  let text = '';
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || part === '') continue;
    if (typeof part !== 'string') return spacedFrom(parts, index, text);
    text = text === '' ? part : `${text} ${part}`;
  }
  return text === '' ? [] : text;
}

/** The same where a part, the one at `first`, is more than a text; `text` is what stands before it. */
function spacedFrom(parts: readonly (Doc | undefined)[], first: number, text: string): Doc {
  const whole: Doc[] = text === '' ? [] : [text];
  for (let index = first; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || part === '') continue;
    if (whole.length > 0) whole.push(' ');
    whole.push(part);
  }
  return whole;
}

export function bracketed(printer: Printer, inside: Doc): Doc {
  const [open, close] = printer.english ? ['(', ')'] : ['（', '）'];
  return typeof inside === 'string' ? `${open}${inside}${close}` : [open, inside, close];
}

/** What follows after a comma that is no list comma: `, pro rata`. */
export function afterComma(printer: Printer, part: Doc): Doc {
  const comma = printer.english ? ', ' : '，';
  return typeof part === 'string' ? comma + part : [comma, part];
}

export function colon(printer: Printer): string {
  return printer.english ? ':' : '：';
}

/** Members of a list: `a, b` and `a、b`. */
export function listed(printer: Printer, items: readonly Doc[]): Doc {
  return join(items, printer.english ? ', ' : '、');
}

// ── Names ────────────────────────────────────────────────────────────────────

/** A declaration shows all its forms in every language. */
export function declaredName({ id, zh, hant }: Name): string {
  let forms = quotedName(id);
  if (zh !== undefined) forms += ` | ${quotedName(zh)}`;
  if (hant !== undefined) forms += ` | ${quotedName(hant)}`;
  return forms;
}

export function referred(printer: Printer, { text }: Reference, places: readonly string[]): string {
  return quotedName(translated(printer.names, text, places, printer.language));
}

/** A bare name of a value. */
export function referredValue(printer: Printer, reference: Reference): string {
  let known = printer.valueNames.get(printer.list);
  if (known === undefined) {
    known = new Map();
    printer.valueNames.set(printer.list, known);
  }
  let name = known.get(reference.text);
  if (name === undefined) {
    name = referred(printer, reference, valuePlaces(printer));
    known.set(reference.text, name);
  }
  return name;
}

export function referredAll(printer: Printer, references: readonly Reference[], places: readonly string[]): Doc {
  return listed(
    printer,
    references.map((one) => referred(printer, one, places)),
  );
}

/** Where a bare name of a value may be declared: facts, parameters, definitions, clauses, and the fields of the items spoken of. */
export function valuePlaces(printer: Printer): readonly string[] {
  const fields =
    printer.list === undefined ? placesLike(printer.names, space.fieldsOf('')) : [space.fieldsOf(printer.list)];
  return [space.values, ...fields];
}

export function fieldPlaces(printer: Printer, owner: Reference): readonly string[] {
  const owners = declaredAs(printer.names, owner.text, [space.owners]);
  return owners.length === 0
    ? valuePlaces(printer)
    : owners.flatMap(({ id }) => [space.fieldsOf(id), ...factsOf(printer, id)]);
}

/** The applicant's own facts are values; the applicant is the owner that has no fields of its own. */
function factsOf({ names }: Printer, ownerId: string): readonly string[] {
  return names.spaces.has(space.fieldsOf(ownerId)) ? [] : [space.values];
}

export function choicePlaces(printer: Printer, reading: Reference): readonly string[] {
  const readings = declaredAs(printer.names, reading.text, [space.readings]);
  return readings.length === 0
    ? placesLike(printer.names, space.choicesOf(''))
    : readings.map(({ id }) => space.choicesOf(id));
}

export function labelPlaces(printer: Printer, clause: Reference): readonly string[] {
  return declaredAs(printer.names, clause.text, [space.values]).map(({ id }) => space.labelsOf(id));
}

// ── Rows ─────────────────────────────────────────────────────────────────────

export interface RowsShape {
  /** May stand on one line where it fits. */
  readonly fitting?: boolean;
  /** List members, with commas, instead of lines. */
  readonly commas?: boolean;
  /** A row may begin with a figure, which the expression before it would take for its own (`x`, then `5 or more`). */
  readonly mayBeginWithFigure?: boolean;
}

export type BuiltRow = Pick<Row, 'content'> & Partial<Row>;

/** A block of rows with the comments that stand among them. `region` runs from after the block's head to its end. */
export function block<T extends { readonly span: { readonly start: number; readonly end: number } }>(
  printer: Printer,
  region: { readonly start: number; readonly end: number },
  items: readonly T[],
  build: (item: T) => BuiltRow,
  { fitting = false, commas = false, mayBeginWithFigure = false }: RowsShape = {},
): Doc {
  if (printer.elideRows) return '{…}';
  const { built, comments } = printer.comments.rows(region, items, build);
  const separator = separatorOf(printer, commas);
  const rows = built.map((row, index): Row => {
    const next = built[index + 1];
    const isEnded = next !== undefined && (commas || runsOn(printer, row, next, mayBeginWithFigure));
    return { anchors: '', ...row, ...comments.rows[index]!, ...(isEnded ? { mark: separator.trimEnd() } : {}) };
  });
  const { afterOpen, beforeClose } = comments;
  return { kind: 'Rows', rows, separator, fitting, afterOpen, beforeClose };
}

/** Whether the next row could be read as going on with this one: `x` and `-y`, `x` and `5 or more`, 甲 在 B 前 and 5元, 甲 and 前2年 乙. */
function runsOn(printer: Printer, row: BuiltRow, next: BuiltRow, mayBeginWithFigure: boolean): boolean {
  if (row.anchors !== undefined && row.anchors !== '') return false;
  const text = rowText(next);
  const front = printer.english ? undefined : word(printer, 'front');
  if (text.startsWith('-') || (front !== undefined && text.startsWith(front))) return true;
  if (!/^[0-9]/.test(text)) return false;
  return mayBeginWithFigure || (front !== undefined && renderFlat(row.content).endsWith(` ${front}`));
}

function rowText({ lead = '', content }: BuiltRow): string {
  return lead === '' ? renderFlat(content) : lead;
}

function separatorOf({ english }: Printer, commas: boolean): string {
  if (commas) return english ? ', ' : '、';
  return english ? ' ; ' : ' ； ';
}

// ── Texts of the source and of the author ────────────────────────────────────

export function anchorsOf(anchors: readonly Anchor[]): string {
  if (anchors.length === 0) return '';
  return anchors
    .map(({ text, occurrence }) => `「${text}」${occurrence === undefined ? '' : `#${occurrence}`}`)
    .join(' ');
}

/** The quotes are chosen by what the text holds; a backslash stands before what would end the text or be taken for a backslash. */
export function quotedText({ value }: Pick<Text, 'value'>): string {
  const text = value.replaceAll('\\', '\\\\');
  if (!text.includes('"')) return `"${text}"`;
  return text.includes('”') ? `"${text.replaceAll('"', '\\"')}"` : `“${text}”`;
}
