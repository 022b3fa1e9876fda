/** Lays out the lines of an explanation in columns that line up in a terminal, Han characters included. */
import { displayWidth, printable, wrap, wrapSentences } from './display-width.ts';

export type Tone = 'plain' | 'good' | 'bad' | 'open' | 'faint';

export interface Line {
  readonly kind: 'line';
  /** Steps of two columns. */
  readonly indent: number;
  readonly keyword: string;
  readonly label: string;
  readonly formula: string;
  readonly status: string;
  /** The source's words. */
  readonly anchors: string;
  readonly tone: Tone;
}
/** A line across the table: a title with what came of it. */
export interface Heading {
  readonly kind: 'heading';
  readonly indent: number;
  readonly title: string;
  /** Said less loudly, after the title. */
  readonly aside: string;
  readonly result: string;
  readonly tone: Tone;
  readonly strong: boolean;
}
export type Row = Line | Heading;

/** Rows that stand together, measured once: their widths are asked again and again. */
export interface Section {
  readonly rows: readonly Row[];
  /** Of the texts of each row. */
  readonly widths: readonly Widths[];
  /** The greatest of each column. */
  readonly widest: Columns;
}

/** Columns of a terminal; of a line all but `title`, of a heading `title` (with what is said after it) and `status`, its result. */
interface Widths extends Columns {
  readonly title: number;
}

/** What is common to all sections of a text: where labels begin and end, and where results stand. */
export interface Table {
  readonly keyword: number;
  readonly label: number;
  /** Results end here. */
  readonly width: number;
  readonly anchors: 'column' | 'below' | 'none';
}

const space = 2;
const widestLabel = 38;
const widestTable = 160;
const leastFormula = 22;
const leastStatus = 18;
const easyStatus = 24;
/** Room for formula and status from which a status may take its ease. */
const easyRoom = 56;

export function sectionOf(rows: readonly Row[]): Section {
  const widths = rows.map(widthsOf);
  const widest = { keyword: 0, label: 0, formula: 0, status: 0, anchors: 0 };
  for (const [index, row] of rows.entries()) {
    const width = widths[index]!;
    if (row.kind === 'heading') continue;
    if (width.keyword > widest.keyword) widest.keyword = width.keyword;
    if (row.formula !== '' && width.label > widest.label) widest.label = width.label;
    if (width.formula > widest.formula) widest.formula = width.formula;
    if (width.status > widest.status) widest.status = width.status;
    if (width.anchors > widest.anchors) widest.anchors = width.anchors;
  }
  return { rows, widths, widest };
}

function widthsOf(row: Row): Widths {
  if (row.kind === 'heading') {
    const title = displayWidth(row.title) + displayWidth(row.aside);
    return { title, keyword: 0, label: 0, formula: 0, status: displayWidth(row.result), anchors: 0 };
  }
  return {
    title: 0,
    keyword: row.indent * space + displayWidth(row.keyword),
    label: displayWidth(row.label),
    formula: displayWidth(row.formula),
    status: displayWidth(row.status),
    anchors: displayWidth(row.anchors),
  };
}

/** Labels line up over the whole text, formulas and statuses within a section. `anchors` silent: in a column where every section has room. */
export function tableFor(
  sections: readonly Section[],
  options: { readonly width: number; readonly anchors?: boolean },
): Table {
  const keyword = Math.max(0, ...sections.map(({ widest }) => widest.keyword));
  const roomy = Math.floor((options.width - keyword) * 0.32);
  const label = Math.min(Math.max(0, ...sections.map(({ widest }) => widest.label)), Math.min(widestLabel, roomy));
  const bare = sections.map(({ widest: { formula, status } }) => sum([keyword, label, formula, status]));
  const full = sections.map(({ widest: { formula, status, anchors } }) =>
    sum([keyword, label, formula, status, anchors]),
  );
  const fits = full.every((width) => width <= options.width);
  const anchors = options.anchors === false ? 'none' : fits ? 'column' : options.anchors === true ? 'below' : 'none';
  const needed = Math.max(0, ...(anchors === 'column' ? full : bare));
  const titles = sections.flatMap(({ rows, widths }) =>
    rows.map((row, index) =>
      row.kind === 'heading' ? widths[index]!.title + widths[index]!.status + (row.indent + 2) * space : 0,
    ),
  );
  return { keyword, label, width: Math.min(options.width, widestTable, Math.max(needed, ...titles)), anchors };
}

interface Columns {
  readonly keyword: number;
  readonly label: number;
  readonly formula: number;
  readonly status: number;
  readonly anchors: number;
}

/** Formulas take what they need; a long status gives way first. */
function columnsOf({ widest: { formula, status, anchors } }: Section, table: Table): Columns {
  const last = table.anchors === 'column' ? anchors : 0;
  const room = table.width - sum([table.keyword, table.label]) - space - (last === 0 ? 0 : last + space);
  const given =
    status === 0 ? 0 : Math.min(status, Math.max(room < easyRoom ? leastStatus : easyStatus, room - formula - space));
  return {
    keyword: table.keyword,
    label: table.label,
    formula: Math.min(formula, Math.max(leastFormula, room - given - space)),
    status: given,
    anchors: last,
  };
}

/** Columns side by side; one that is empty takes no room. */
function sum(columns: readonly number[]): number {
  return columns.reduce((total, column) => total + (column === 0 ? 0 : column + (total === 0 ? 0 : space)), 0);
}

/** Paints a text; the plain painter leaves it as it is. */
export type Paint = (text: string, tone: Tone | 'strong') => string;

export const plain: Paint = (text) => printable(text);
const codes = { plain: '', good: '32', bad: '31', open: '33', faint: '2', strong: '1' } as const;
export const coloured: Paint = (text, tone) =>
  text === '' || codes[tone] === '' ? printable(text) : `\u001b[${codes[tone]}m${printable(text)}\u001b[0m`;

/** One section of a text; lines end without spaces. */
export function layOut(section: Section, table: Table, paint: Paint): string {
  const columns = columnsOf(section, table);
  const lines: string[] = [];
  for (const [index, row] of section.rows.entries()) {
    const widths = section.widths[index]!;
    const texts =
      row.kind === 'heading' ? headingTexts(row, widths, table, paint) : lineTexts(row, widths, columns, table, paint);
    for (const text of texts) lines.push(text.trimEnd());
  }
  return lines.join('\n');
}

/** The result stands at the right edge, where amounts line up. */
function headingTexts(heading: Heading, widths: Widths, table: Table, paint: Paint): readonly string[] {
  const indent = spaces(heading.indent * space);
  const aside = heading.aside === '' ? '' : `${spaces(space)}${heading.aside}`;
  const title = paint(heading.title, heading.strong ? 'strong' : 'plain');
  const result =
    heading.tone === 'plain' && heading.strong ? paint(heading.result, 'strong') : paint(heading.result, heading.tone);
  const start = table.width - widths.status;
  const used = indent.length + widths.title + (heading.aside === '' ? 0 : space);
  const text = `${indent}${title}${paint(aside, 'faint')}`;
  if (heading.result === '') return [text];
  if (used + space > start) return [text, `${spaces(start)}${result}`];
  return [text + spaces(start - used) + result];
}

function spaces(count: number): string {
  return count <= 0 ? '' : ' '.repeat(count);
}

interface Cell {
  readonly text: string;
  /** What the text takes in one line. */
  readonly natural: number;
  /** Of its column. */
  readonly width: number;
  readonly tone: Tone;
  /** It may stand in many texts. */
  readonly recurs?: true;
}

function lineTexts(line: Line, widths: Widths, columns: Columns, table: Table, paint: Paint): readonly string[] {
  const quiet = line.tone === 'faint' ? 'faint' : 'plain';
  const { formula, status, anchors } = columns;
  const cells: Cell[] = [
    {
      text: spaces(line.indent * space) + line.keyword,
      natural: widths.keyword,
      width: columns.keyword,
      tone: 'plain',
    },
  ];
  if (line.formula === '') {
    const alone = line.status === '' ? table.width - columns.keyword - space : sum([columns.label, formula]);
    cells.push({ text: line.label, natural: widths.label, width: alone, tone: quiet, recurs: true });
  } else {
    cells.push({ text: line.label, natural: widths.label, width: columns.label, tone: quiet, recurs: true });
    cells.push({ text: line.formula, natural: widths.formula, width: formula, tone: quiet });
  }
  cells.push({ text: line.status, natural: widths.status, width: status, tone: line.tone });
  cells.push({ text: line.anchors, natural: widths.anchors, width: anchors, tone: 'faint' });
  const texts = rowTexts(cells, paint);
  if (table.anchors !== 'below' || line.anchors === '') return texts;
  const margin = spaces(columns.keyword + space);
  const below = wrap(line.anchors, sum([columns.label, formula]));
  return [...texts, ...below.map((text) => margin + paint(text, 'faint'))];
}

/** Cells side by side, each broken to its width; the first keeps its indentation. */
function rowTexts(cells: readonly Cell[], paint: Paint): readonly string[] {
  const shown = cells.filter(({ width }) => width > 0);
  if (shown.every(({ natural, width }, index) => index === 0 || natural <= width)) return [oneLine(shown, paint)];
  const broken = shown.map(({ text, natural, width, recurs }, index) =>
    index === 0 || natural <= width ? [text] : recurs ? brokenLabel(text, width) : wrapSentences(text, width),
  );
  const height = Math.max(...broken.map((lines) => lines.length));
  const lines: string[] = [];
  for (let row = 0; row < height; row += 1) {
    const cells = shown.map((cell, index): Cell => {
      const text = broken[index]![row] ?? '';
      return { ...cell, text, natural: text === cell.text ? cell.natural : displayWidth(text) };
    });
    lines.push(oneLine(cells, paint));
  }
  return lines;
}

/** Labels are the policy's, and broken alike for one applicant after another. */
function brokenLabel(text: string, width: number): readonly string[] {
  const key = `${width} ${text}`;
  const known = brokenLabels.get(key);
  if (known !== undefined) return known;
  const broken = wrapSentences(text, width);
  if (brokenLabels.size >= mostBroken) brokenLabels.clear();
  brokenLabels.set(key, broken);
  return broken;
}

const brokenLabels = new Map<string, readonly string[]>();
const mostBroken = 512;

function oneLine(cells: readonly Cell[], paint: Paint): string {
  let line = '';
  let owed = 0;
  for (const { text, natural, width, tone } of cells) {
    line += spaces(owed) + paint(text, tone);
    owed = Math.max(0, width - natural) + space;
  }
  return line;
}
