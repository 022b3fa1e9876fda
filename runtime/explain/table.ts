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

/** Labels line up over the whole text, formulas and statuses within a section. `anchors` silent: in a column where every section has room. */
export function tableFor(
  sections: readonly (readonly Row[])[],
  options: { readonly width: number; readonly anchors?: boolean },
): Table {
  const lines = sections.flatMap(linesOf);
  const keyword = widest(lines, (line) => `${' '.repeat(line.indent * space)}${line.keyword}`);
  const roomy = Math.floor((options.width - keyword) * 0.32);
  const label = Math.min(
    widest(lines, (line) => (line.formula === '' ? '' : line.label)),
    Math.min(widestLabel, roomy),
  );
  const natural = (section: readonly Row[]) => {
    const { formula, status, anchors } = naturalWidths(section);
    return { bare: sum([keyword, label, formula, status]), full: sum([keyword, label, formula, status, anchors]) };
  };
  const fits = sections.every((section) => natural(section).full <= options.width);
  const anchors = options.anchors === false ? 'none' : fits ? 'column' : options.anchors === true ? 'below' : 'none';
  const needed = Math.max(
    0,
    ...sections.map((section) => (anchors === 'column' ? natural(section).full : natural(section).bare)),
  );
  const titles = sections
    .flat()
    .map((row) =>
      row.kind === 'heading'
        ? displayWidth(row.title) + displayWidth(row.aside) + displayWidth(row.result) + (row.indent + 2) * space
        : 0,
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
function columnsOf(section: readonly Row[], table: Table): Columns {
  const { formula, status, anchors } = naturalWidths(section);
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

function naturalWidths(section: readonly Row[]): Pick<Columns, 'formula' | 'status' | 'anchors'> {
  const lines = linesOf(section);
  return {
    formula: widest(lines, (line) => line.formula),
    status: widest(lines, (line) => line.status),
    anchors: widest(lines, (line) => line.anchors),
  };
}

function linesOf(section: readonly Row[]): readonly Line[] {
  return section.filter((row) => row.kind === 'line');
}

function widest(lines: readonly Line[], text: (line: Line) => string): number {
  return lines.reduce((most, line) => Math.max(most, displayWidth(text(line))), 0);
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
export function layOut(rows: readonly Row[], table: Table, paint: Paint): string {
  const columns = columnsOf(rows, table);
  return rows
    .flatMap((row) =>
      row.kind === 'heading' ? headingTexts(row, table, paint) : lineTexts(row, columns, table, paint),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The result stands at the right edge, where amounts line up. */
function headingTexts(heading: Heading, table: Table, paint: Paint): readonly string[] {
  const indent = ' '.repeat(heading.indent * space);
  const aside = heading.aside === '' ? '' : `${' '.repeat(space)}${heading.aside}`;
  const title = paint(heading.title, heading.strong ? 'strong' : 'plain');
  const result =
    heading.tone === 'plain' && heading.strong ? paint(heading.result, 'strong') : paint(heading.result, heading.tone);
  const start = table.width - displayWidth(heading.result);
  const used = displayWidth(indent + heading.title + aside);
  const text = `${indent}${title}${paint(aside, 'faint')}`;
  if (heading.result === '') return [text];
  if (used + space > start) return [text, `${' '.repeat(Math.max(0, start))}${result}`];
  return [text + ' '.repeat(start - used) + result];
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly tone: Tone;
}

function lineTexts(line: Line, columns: Columns, table: Table, paint: Paint): readonly string[] {
  const quiet = line.tone === 'faint' ? 'faint' : 'plain';
  const alone = line.status === '' ? table.width - columns.keyword - space : sum([columns.label, columns.formula]);
  const keyword: Cell = {
    text: `${' '.repeat(line.indent * space)}${line.keyword}`,
    width: columns.keyword,
    tone: 'plain',
  };
  const said: readonly Cell[] =
    line.formula === ''
      ? [{ text: line.label, width: alone, tone: quiet }]
      : [
          { text: line.label, width: columns.label, tone: quiet },
          { text: line.formula, width: columns.formula, tone: quiet },
        ];
  const status: Cell = { text: line.status, width: columns.status, tone: line.tone };
  const anchors: Cell = { text: line.anchors, width: columns.anchors, tone: 'faint' };
  const below =
    table.anchors === 'below' && line.anchors !== '' ? wrap(line.anchors, sum([columns.label, columns.formula])) : [];
  const margin = ' '.repeat(columns.keyword + space);
  return [
    ...rowTexts([keyword, ...said, status, anchors], paint),
    ...below.map((text) => margin + paint(text, 'faint')),
  ];
}

/** Cells side by side, each broken to its width; the first keeps its indentation. */
function rowTexts(cells: readonly Cell[], paint: Paint): readonly string[] {
  const shown = cells.filter(({ width }) => width > 0);
  const broken = shown.map(({ text, width }, index) =>
    index === 0 || text === '' ? [text] : wrapSentences(text, width),
  );
  const height = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    shown
      .map(({ width, tone }, index) => {
        const text = broken[index]?.[row] ?? '';
        return paint(text, tone) + ' '.repeat(Math.max(0, width - displayWidth(text)));
      })
      .join(' '.repeat(space)),
  );
}
