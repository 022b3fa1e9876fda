/**
 * Laying out text in lines: a small document algebra. A builder says where a line may break and which rows stand under each other;
 * `render` decides, counting a Han character as two columns.
 */
export type Doc = string | readonly Doc[] | Break | Group | Rows;

/** A place where the enclosing group may break; otherwise `flat` stands there. A broken line is indented by two steps. */
export interface Break {
  readonly kind: 'Break';
  readonly flat: string;
}

/** Stays on one line if it fits. */
export interface Group {
  readonly kind: 'Group';
  readonly contents: Doc;
}

/** `{ row … }`, one row per line, or on one line where `fitting` and short enough. */
export interface Rows {
  readonly kind: 'Rows';
  readonly rows: readonly Row[];
  /** Between the rows of a block on one line. */
  readonly separator: string;
  readonly fitting: boolean;
  /** Comments on the line of the opening bracket, and on lines of their own before the closing one. */
  readonly afterOpen: readonly string[];
  readonly beforeClose: readonly string[];
}

export interface Row {
  /** Comments on lines of their own, and blank lines. */
  readonly before: readonly string[];
  /** Padded to a common width with the leads of the other rows. */
  readonly lead?: string;
  readonly content: Doc;
  /** Stands in a column common to the rows; empty for none. */
  readonly anchors: string;
  /** Ends the content of a row on a line of its own. */
  readonly mark?: string;
  /** Comments at the end of the line. */
  readonly trailing: readonly string[];
}

export const space: Break = { kind: 'Break', flat: ' ' };
export const softBreak: Break = { kind: 'Break', flat: '' };

export function group(...contents: readonly Doc[]): Group {
  return { kind: 'Group', contents };
}

/** Items with a separator between them. */
export function join(items: readonly Doc[], separator: Doc): Doc {
  if (typeof separator === 'string' && items.length > 0 && items.every((item) => typeof item === 'string'))
    return items.join(separator);
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

const lineLimit = 100;
const step = 2;
/** A row wider than this does not move the column of its neighbours. */
const widestAligned = 64;
const widestLead = 40;

/** Lines without their line ends, each indented by `indent` columns. */
export function render(doc: Doc, indent: number): readonly string[] {
  const writer = new Writer(indent);
  write(doc, writer, false);
  return writer.lines;
}

/** The same on one line whatever its length, without comments. For labels. */
export function renderFlat(doc: Doc): string {
  if (typeof doc === 'string') return doc;
  if (!('kind' in doc)) {
    let text = '';
    for (const part of doc) text += renderFlat(part);
    return text;
  }
  switch (doc.kind) {
    case 'Break':
      return doc.flat;
    case 'Group':
      return renderFlat(doc.contents);
    case 'Rows':
      return doc.rows.length === 0 ? '{ }' : `{ ${doc.rows.map(rowFlat).join(doc.separator)} }`;
  }
}

/** Rows as the body of a file or of a block whose brackets are written by the caller. */
export function renderRows(rows: readonly Row[], indent: number): readonly string[] {
  const leadWidth = Math.max(0, ...rows.map(({ lead }) => (lead === undefined ? 0 : width(lead))).filter(isLeadWidth));
  const bodies = rows.map((row) => marked(render([paddedLead(row, leadWidth), row.content], indent), row));
  const ends = bodies.map((lines) => width(lines.at(-1) ?? ''));
  const isAligned = (index: number) => rows[index]!.anchors !== '' && bodies[index]!.length === 1;
  const aligned = ends.filter((end, index) => isAligned(index) && end <= widestAligned);
  const column = Math.max(0, ...aligned) + step;
  const margin = ' '.repeat(indent);
  return rows.flatMap((row, index) => [
    ...row.before.map((comment) => `${margin}${comment}`.trimEnd()),
    ...withTail(bodies[index]!, row, { indent, column: isAligned(index) ? column : 0 }),
  ]);
}

/** Columns on a screen: Han, kana, hangul and full-width forms count two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += isWide(character.codePointAt(0)!) ? 2 : 1;
  return columns;
}

function isWide(point: number): boolean {
  return (
    (point >= 0x1100 && point <= 0x115f) ||
    (point >= 0x2e80 && point <= 0xa4cf) ||
    (point >= 0xac00 && point <= 0xd7a3) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xfe30 && point <= 0xfe6f) ||
    (point >= 0xff00 && point <= 0xff60) ||
    (point >= 0xffe0 && point <= 0xffe6) ||
    (point >= 0x20000 && point <= 0x3fffd)
  );
}

class Writer {
  readonly lines: string[];
  readonly indent: number;
  constructor(indent: number) {
    this.indent = indent;
    this.lines = [' '.repeat(indent)];
  }
  get column(): number {
    return width(this.lines.at(-1)!);
  }
  text(text: string): void {
    this.lines[this.lines.length - 1] += text;
  }
  newLine(indent: number): void {
    this.lines[this.lines.length - 1] = this.lines.at(-1)!.trimEnd();
    this.lines.push(' '.repeat(indent));
  }
}

function write(doc: Doc, writer: Writer, broken: boolean): void {
  if (typeof doc === 'string') writer.text(doc);
  else if (!('kind' in doc)) for (const part of doc) write(part, writer, broken);
  else if (doc.kind === 'Group') write(doc.contents, writer, writer.column + flatWidth(doc.contents) > lineLimit);
  else if (doc.kind === 'Rows') writeBlock(doc, writer);
  else if (broken) writer.newLine(writer.indent + 2 * step);
  else writer.text(doc.flat);
}

function writeBlock(block: Rows, writer: Writer): void {
  if (writer.column + flatWidth(block) <= lineLimit) {
    writer.text(renderFlat(block));
    return;
  }
  writer.text(['{', ...block.afterOpen].join('  '));
  const inner = writer.indent + step;
  const margin = ' '.repeat(inner);
  writer.lines.push(
    ...renderRows(block.rows, inner),
    ...block.beforeClose.map((comment) => `${margin}${comment}`.trimEnd()),
  );
  writer.newLine(writer.indent);
  writer.text('}');
}

/** Infinite for what cannot stand on one line. */
function flatWidth(doc: Doc): number {
  if (typeof doc === 'string') return width(doc);
  if (!('kind' in doc)) return doc.reduce((sum: number, part) => sum + flatWidth(part), 0);
  switch (doc.kind) {
    case 'Break':
      return width(doc.flat);
    case 'Group':
      return flatWidth(doc.contents);
    case 'Rows':
      return mayBeFlat(doc) ? width(renderFlat(doc)) : Number.POSITIVE_INFINITY;
  }
}

function mayBeFlat(block: Rows): boolean {
  const commented = block.rows.some(({ before, trailing }) => before.length + trailing.length > 0);
  if (commented || block.afterOpen.length + block.beforeClose.length > 0) return false;
  return (
    block.rows.length === 0 || (block.fitting && block.rows.every(({ content }) => Number.isFinite(flatWidth(content))))
  );
}

function rowFlat(row: Row): string {
  return [row.lead ?? '', renderFlat(row.content), row.anchors].filter((part) => part !== '').join(' ');
}

function marked(lines: readonly string[], { mark = '' }: Row): readonly string[] {
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${mark}`];
}

function isLeadWidth(columns: number): boolean {
  return columns <= widestLead;
}

function paddedLead({ lead }: Row, columns: number): string {
  return lead === undefined ? '' : `${lead}${' '.repeat(Math.max(0, columns - width(lead)) + 1)}`;
}

function withTail(body: readonly string[], row: Row, at: { indent: number; column: number }): readonly string[] {
  const lines = [...body];
  const last = lines.pop() ?? '';
  if (row.anchors !== '') lines.push(...anchored(last, row.anchors, at));
  else lines.push(last.trimEnd());
  if (row.trailing.length > 0) lines.push(`${lines.pop()!}  ${row.trailing.join(' ')}`);
  return lines;
}

function anchored(
  line: string,
  anchors: string,
  { indent, column }: { indent: number; column: number },
): readonly string[] {
  const end = width(line);
  const room = lineLimit - width(anchors);
  if (end <= column - step && column <= room) return [`${line}${' '.repeat(column - end)}${anchors}`];
  if (end + step <= room) return [`${line}${' '.repeat(step)}${anchors}`];
  return [line.trimEnd(), `${' '.repeat(indent + 2 * step)}${anchors}`];
}
