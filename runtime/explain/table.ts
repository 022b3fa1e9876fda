/** Lays out the lines of an explanation in columns that line up in a terminal, Han characters included. */
import { displayWidth, padEnd, wrap } from './display-width.ts';

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
export interface Gap {
  readonly kind: 'gap';
}
export type Row = Line | Heading | Gap;

export interface Columns {
  readonly keyword: number;
  readonly label: number;
  readonly formula: number;
  readonly status: number;
  /** 0: anchors stand below their labels. */
  readonly anchors: number;
}

const space = 2;
const widestLabel = 46;
const narrowestLabel = 24;
const widestStatus = 36;
const narrowestFormula = 24;

/** Natural widths where they fit, else anchors go below the labels, then labels and formulas are broken. */
export function columnsFor(rows: readonly Row[], width: number): Columns {
  const lines = rows.filter((row) => row.kind === 'line');
  const widest = (text: (line: Line) => string) =>
    lines.reduce((most, line) => Math.max(most, displayWidth(text(line))), 0);
  const keyword = lines.reduce((most, line) => Math.max(most, line.indent * space + displayWidth(line.keyword)), 0);
  const natural = {
    label: widest((line) => line.label),
    formula: widest((line) => line.formula),
    status: widest((line) => line.status),
    anchors: widest((line) => line.anchors),
  };
  const label = Math.min(natural.label, widestLabel);
  const status = Math.min(natural.status, widestStatus);
  const beside = (columns: readonly number[]) =>
    columns.reduce((sum, column) => sum + (column === 0 ? 0 : column + space), 0);
  const room = width - beside([keyword, label, status]);
  if (natural.formula + (natural.anchors === 0 ? 0 : natural.anchors + space) <= room)
    return { keyword, label, formula: natural.formula, status, anchors: natural.anchors };
  if (natural.formula <= room) return { keyword, label, formula: natural.formula, status, anchors: 0 };
  const narrow = Math.max(narrowestLabel, Math.min(label, Math.floor((width - keyword - status) * 0.42)));
  const formula = Math.max(narrowestFormula, width - beside([keyword, narrow, status]));
  return { keyword, label: narrow, formula: Math.min(formula, natural.formula), status, anchors: 0 };
}

/** Paints a text; the plain painter leaves it as it is. */
export type Paint = (text: string, tone: Tone | 'strong') => string;

export const plain: Paint = (text) => text;
const codes = { plain: '', good: '32', bad: '31', open: '33', faint: '2', strong: '1' } as const;
export const coloured: Paint = (text, tone) =>
  text === '' || codes[tone] === '' ? text : `\u001b[${codes[tone]}m${text}\u001b[0m`;

export function layOut(rows: readonly Row[], columns: Columns, paint: Paint): string {
  return rows
    .flatMap((row) => {
      if (row.kind === 'gap') return [''];
      return row.kind === 'heading' ? [headingText(row, columns, paint)] : lineTexts(row, columns, paint);
    })
    .map((line) => line.trimEnd())
    .join('\n');
}

function headingText(heading: Heading, columns: Columns, paint: Paint): string {
  const indent = ' '.repeat(heading.indent * space);
  const aside = heading.aside === '' ? '' : `${' '.repeat(space)}${heading.aside}`;
  const start = statusStart(columns);
  const gap = Math.max(space, start - displayWidth(indent + heading.title + aside));
  const title = heading.strong ? paint(heading.title, 'strong') : heading.title;
  const result =
    heading.tone === 'plain' && heading.strong ? paint(heading.result, 'strong') : paint(heading.result, heading.tone);
  return `${indent}${title}${paint(aside, 'faint')}${heading.result === '' ? '' : ' '.repeat(gap) + result}`;
}

function statusStart({ keyword, label, formula }: Columns): number {
  return [keyword, label, formula].reduce((sum, column) => sum + (column === 0 ? 0 : column + space), 0);
}

interface Cell {
  readonly lines: readonly string[];
  readonly width: number;
  readonly tone: Tone;
}

function lineTexts(line: Line, columns: Columns, paint: Paint): readonly string[] {
  const indented = `${' '.repeat(line.indent * space)}${line.keyword}`;
  const label: readonly string[] = line.label === '' ? [] : wrap(line.label, columns.label);
  const below =
    columns.anchors === 0 && line.anchors !== '' ? wrap(line.anchors, Math.max(columns.label, narrowestLabel)) : [];
  const isWide = line.formula === '' && displayWidth(line.label) > columns.label;
  const labelWidth = isWide ? columns.label + space + columns.formula : columns.label;
  const cells: readonly Cell[] = [
    { lines: [indented], width: columns.keyword, tone: 'plain' },
    {
      lines: isWide ? wrap(line.label, labelWidth) : label,
      width: labelWidth,
      tone: line.tone === 'faint' ? 'faint' : 'plain',
    },
    ...(isWide
      ? []
      : [
          {
            lines: line.formula === '' ? [] : wrap(line.formula, columns.formula),
            width: columns.formula,
            tone: line.tone === 'faint' ? ('faint' as const) : ('plain' as const),
          },
        ]),
    {
      lines: line.status === '' ? [] : wrap(line.status, Math.max(columns.status, 1)),
      width: columns.status,
      tone: line.tone,
    },
    ...(columns.anchors === 0 || line.anchors === ''
      ? []
      : [{ lines: [line.anchors], width: columns.anchors, tone: 'faint' as const }]),
  ];
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  const main = Array.from({ length: height }, (_, row) => rowOf(cells, row, paint));
  return [...main, ...below.map((text) => ' '.repeat(columns.keyword + space) + paint(text, 'faint'))];
}

function rowOf(cells: readonly Cell[], row: number, paint: Paint): string {
  return cells
    .filter(({ width }) => width > 0)
    .map(({ lines, width, tone }) => {
      const text = lines[row] ?? '';
      return paint(text, tone) + padEnd('', width - displayWidth(text));
    })
    .join(' '.repeat(space));
}
