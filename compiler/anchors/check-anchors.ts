import {
  BoundContradicts,
  BoundWordsOppose,
  CeilingOrAmount,
  FigureNotAnchored,
  FigureNotInLine,
  RowCountDiffers,
  RowFigureDiffers,
} from '../../diagnostics/anchors.ts';
import type { Note, Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/span.ts';
import type { Anchor, PolicyFile } from '../../grammar/ast.ts';
import type { UnitNames } from '../../runtime/compound.ts';
import { add, equals, ofDecimalText, one } from '../../runtime/rational.ts';
import { declaredUnits } from '../resolve/declared-units.ts';
import type { Names } from '../resolve/names.ts';
import { declarationsOf } from '../walk.ts';
import { type AnchoredLine, anchoredLines } from './anchored-line.ts';
import type { Figure, FigureSide } from './figure.ts';
import { figureText, sideTexts } from './figure-text.ts';
import { isImpliedMark } from './implied-mark.ts';
import type { FigureRole, FigureTable, LineFigure } from './line-figures.ts';
import { differByPowerOfTen } from './numerals.ts';
import { readFigures, type UnitForms } from './read-figures.ts';
import { samePer } from './read-per.ts';
import { unitForms } from './unit-forms.ts';

/**
 * R16, P2: every figure of an anchor is used by its line with equal value, unit and side; a list in the anchor of a table is used by
 * the rows one by one; a figure of the line that no anchor has is reported. Needs names; leaves the tree as it was.
 */
export function checkAnchors(file: PolicyFile, names: Names, report: Report): void {
  const units = unitForms(file);
  const unitNames = declaredUnits(names);
  const rebound = reboundWords(file);
  for (const line of anchoredLines(file, names))
    checkLine(line, { units, unitNames, report, isRead: rebound || line.readings.length > 0 });
}

function reboundWords(file: PolicyFile): boolean {
  return declarationsOf(file, 'ReadingDeclaration').some(
    ({ everywhere, choices }) =>
      everywhere &&
      choices.some(({ replacements }) => replacements.some(({ from }) => from === 'over' || from === 'atLeast')),
  );
}

interface Checking {
  readonly units: UnitForms;
  readonly unitNames: UnitNames;
  readonly report: Report;
  /** Some reading says whether the figure itself is in. */
  readonly isRead: boolean;
}

interface Quoted {
  readonly anchor: Anchor;
  readonly figures: readonly Figure[];
}

function checkLine(line: AnchoredLine, checking: Checking): void {
  const used = new Set<LineFigure>();
  const header = quotes(line.anchors, checking);
  const inRows = figuresByRow(line.figures);
  const outside = line.figures.filter(({ rows }) => rows.length === 0);
  for (const table of line.tables) {
    for (const [index, { anchors }] of table.rows.entries()) {
      const own = inRows.get(table)?.get(index) ?? [];
      if (own.length > 0 && own.every(({ optional }) => optional)) continue;
      for (const quoted of quotes(anchors, checking)) matchAll(quoted, [own, outside, line.borrowed], used, checking);
    }
  }
  for (const quoted of header) matchHeader(quoted, line, used, checking);

  const marks = [...line.anchors, ...line.tables.flatMap(({ rows }) => rows.flatMap(({ anchors }) => anchors))];
  if (marks.some(isImpliedMark)) return;
  const quotesFigures = header.some(({ figures }) => figures.length > 0);
  for (const figure of line.figures) {
    const isQuoted =
      figure.rows.length === 0
        ? line.anchors.length > 0
        : quotesFigures || figure.rows.some(({ owner, index }) => owner.rows[index]!.anchors.length > 0);
    if (isQuoted && !used.has(figure)) reportUnquoted(figure, checking);
  }
}

/** An anchor is a phrase; in a longer one the figures beyond are left alone. */
const quoteLimit = 2_000;

function quotes(anchors: readonly Anchor[], { units }: Checking): readonly Quoted[] {
  return anchors
    .filter((anchor) => !isImpliedMark(anchor))
    .map((anchor) => ({ anchor, figures: readFigures(anchor.text.slice(0, quoteLimit), units) }));
}

function figuresByRow(figures: readonly LineFigure[]): ReadonlyMap<object, ReadonlyMap<number, readonly LineFigure[]>> {
  const tables = new Map<object, Map<number, LineFigure[]>>();
  for (const figure of figures) {
    for (const { owner, index } of figure.rows) {
      const table = tables.get(owner) ?? new Map<number, LineFigure[]>();
      tables.set(owner, table.set(index, [...(table.get(index) ?? []), figure]));
    }
  }
  return tables;
}

function reportUnquoted(figure: LineFigure, { report, unitNames }: Checking): void {
  const { span, value, optional } = figure;
  if (!optional && value !== '0') report(FigureNotAnchored, { span }, { figure: figureText(figure, unitNames) });
}

/** Lists first, against the columns of a table; what remains one by one. */
function matchHeader(quoted: Quoted, line: AnchoredLine, used: Set<LineFigure>, checking: Checking): void {
  const single: Figure[] = [];
  for (const list of listsOf(quoted.figures)) {
    const tables = list.length < 2 ? [] : line.tables.filter(({ rows }) => rows.length > 1);
    if (!tables.some((table) => matchColumn(quoted, list, table, line, used, checking))) single.push(...list);
  }
  matchAll({ ...quoted, figures: single }, [line.figures, line.borrowed], used, checking);
}

function listsOf(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const lists: Figure[][] = [];
  for (const figure of figures) {
    const last = lists.at(-1);
    if (figure.continues && last !== undefined && last[0]?.unit === figure.unit) last.push(figure);
    else lists.push([figure]);
  }
  return lists;
}

/** Whether a list speaks of a column; if so it is compared row by row and what differs is reported. */
function matchColumn(
  quoted: Quoted,
  list: readonly Figure[],
  table: FigureTable,
  line: AnchoredLine,
  used: Set<LineFigure>,
  checking: Checking,
): boolean {
  const columns = columnsOf(table, line.figures, list[0]!.unit);
  const agreement = (column: readonly LineFigure[]) =>
    column.filter(({ value }, index) => value === list[index]?.value).length;
  const free = columns.filter((column) => !column.some((figure) => used.has(figure)));
  const column = free.sort((left, right) => agreement(right) - agreement(left))[0];
  if (column === undefined || agreement(column) * 2 < Math.min(column.length, list.length)) return false;
  if (column.length !== list.length) {
    const span = figureSpan(quoted.anchor, list[0]!);
    checking.report(RowCountDiffers, { span }, { figures: list.length, rows: column.length });
    for (const figure of column) used.add(figure);
    return true;
  }
  for (const [index, figure] of list.entries()) {
    const own = column[index]!;
    used.add(own);
    if (own.value === figure.value) checkSide(quoted.anchor, figure, own, checking);
    else {
      const parameters = { figure: figure.text, row: index + 1, written: figureText(own, checking.unitNames) };
      checking.report(RowFigureDiffers, { span: figureSpan(quoted.anchor, figure) }, parameters, [lineNote(own)]);
    }
  }
  return true;
}

/** Columns in which every row has exactly one figure of the unit. */
function columnsOf(table: FigureTable, figures: readonly LineFigure[], unit: string): (readonly LineFigure[])[] {
  const columns = new Map<string, { readonly figure: LineFigure; readonly index: number }[]>();
  for (const figure of figures) {
    const row = figure.rows.find(({ owner }) => owner === table);
    if (row === undefined || figure.unit !== unit) continue;
    const column = columns.get(row.column);
    if (column === undefined) columns.set(row.column, [{ figure, index: row.index }]);
    else column.push({ figure, index: row.index });
  }
  return [...columns.values()]
    .filter((column) => column.length === table.rows.length && column.every(({ index }, place) => index === place))
    .map((column) => column.map(({ figure }) => figure));
}

/** Each figure against the first group that has it: unused ones of the same side before others. */
function matchAll(
  { anchor, figures }: Quoted,
  groups: readonly (readonly LineFigure[])[],
  used: Set<LineFigure>,
  checking: Checking,
): void {
  for (const figure of figures) {
    const equal = groups.flatMap((group) => group.filter((one) => isSame(figure, one)));
    const best =
      equal.find((one) => !used.has(one) && agrees(figure, one)) ??
      equal.find((one) => agrees(figure, one)) ??
      equal[0];
    if (best === undefined) reportMissing(anchor, figure, groups, used, checking);
    else {
      used.add(best);
      checkSide(anchor, figure, best, checking);
    }
  }
}

/** What a figure is per may be said elsewhere: by 每平方米每月 in the source, by the scopes of a cap in the line. */
function isSame(figure: Figure, { value, unit, per = [], lowers }: LineFigure): boolean {
  if (figure.unit !== unit) return false;
  const isSaid = figure.per.length > 0 && per.length > 0;
  if (figure.value === value) return !isSaid || samePer(figure.per, per);
  return figure.isDiscount === true && lowers === true && isWhole(figure.value, value);
}

/** 八折 is 20% off. */
function isWhole(left: string, off: string): boolean {
  return equals(add(ofDecimalText(left), ofDecimalText(off)), one);
}

function agrees({ bounds }: Figure, { role }: LineFigure): boolean {
  if (bounds.length === 0 || role === 'free') return true;
  return bounds.some(({ side }) => side === role || sidesOfRole[role]?.includes(side) === true);
}

/** Sides that agree with a role although they are called otherwise. */
const sidesOfRole: Readonly<Partial<Record<FigureRole, readonly FigureSide[]>>> = {
  atMost: ['top'],
  partOver: ['over', 'atLeast'],
  partUpTo: ['atMost', 'under', 'top'],
};

function checkSide(anchor: Anchor, figure: Figure, own: LineFigure, { report, isRead }: Checking): void {
  const span = figureSpan(anchor, figure);
  const sides = new Set(figure.bounds.map(({ side }) => side));
  if (sides.size > 1 && !isRead) {
    report(BoundWordsOppose, { span }, { figure: figure.phrase, words: figure.bounds.map(({ word }) => word) });
    return;
  }
  if (agrees(figure, own)) return;
  if (own.role === 'exact' && sides.has('atMost')) {
    report(CeilingOrAmount, { span }, { figure: figure.phrase }, [lineNote(own)]);
    return;
  }
  const source = sideTexts[figure.bounds[0]!.side];
  report(BoundContradicts, { span }, { figure: figure.phrase, source, line: sideTexts[own.role] }, [lineNote(own)]);
}

function reportMissing(
  anchor: Anchor,
  figure: Figure,
  groups: readonly (readonly LineFigure[])[],
  used: Set<LineFigure>,
  { report, unitNames }: Checking,
): void {
  const span = figureSpan(anchor, figure);
  const candidates = groups.flat().filter((one) => !used.has(one) && !one.optional);
  const kind = figure.unit.split(':')[0];
  const near =
    candidates.find((one) => one.unit === figure.unit && differByPowerOfTen(one.value, figure.value)) ??
    candidates.find((one) => one.unit === figure.unit && agrees(figure, one)) ??
    candidates.find((one) => one.unit.split(':')[0] === kind || one.value === figure.value);
  if (near === undefined) report(FigureNotInLine, { span }, { figure: figure.phrase });
  else {
    const isMagnitude = near.unit === figure.unit && differByPowerOfTen(near.value, figure.value);
    // One mistake, one finding: a figure that was written wrong is not also missing from the anchors.
    used.add(near);
    report(FigureNotInLine, { span }, { figure: figure.phrase, near: figureText(near, unitNames), isMagnitude }, [
      lineNote(near),
    ]);
  }
}

function lineNote({ span }: LineFigure): Note {
  return { span, text: { zh: '这一行的数', en: 'the figure of the line' } };
}

/** The figure within its anchor, whose text begins after 「. */
function figureSpan({ span, text }: Anchor, { start, end }: Figure): Span {
  const isVerbatim = span.end - span.start >= text.length + 2;
  return isVerbatim ? { start: span.start + 1 + start, end: span.start + 1 + end } : span;
}
