/** The rows about one applicant → facts as the door takes them, for one year; and where in the files each of them stands. */
import { make } from '../../diagnostics/diagnostic.ts';
import { ApplicantTwice, CellsBeyondHeaders, RowsDisagree, YearCellWrong } from '../../diagnostics/programme-tables.ts';
import { foldWidth } from '../../runtime/door/fold-width.ts';
import { placeNames } from '../../runtime/door/path-names.ts';
import type { FieldIr, PolicyIr } from '../../runtime/ir.ts';
import { type CellValue, cellValue } from '../cells/cell-value.ts';
import type { BoundColumn, BoundTable } from './bound-table.ts';
import { type Origin, PlainFacts, type Written } from './plain-facts.ts';
import type { Problem } from './problem.ts';
import type { ApplicantRows, TableRow, TableRows } from './stream-applicants.ts';

export interface FactsOfYear {
  /** What the door reads: an object, or the text of a line. Absent: a row is wrong, or the applicant does not apply in this year. */
  readonly facts?: object | string;
  readonly problems: readonly Problem[];
  /** Where the door's findings point to: by the place in Chinese words. */
  readonly originOf: (path: string) => Origin | undefined;
}

/** A row that is of a year is an application of that year; the others are of every year. */
export function factsOfRows(ir: PolicyIr, applicant: ApplicantRows, year: number): FactsOfYear {
  const own = applicant.tables.filter(({ bound }) => bound.role.kind === 'applicants');
  const linked = applicant.tables.filter(({ bound }) => bound.role.kind !== 'applicants');
  const problems: Problem[] = [];
  const dated = own.flatMap((table) =>
    table.rows.map((row) => ({ bound: table.bound, row, year: yearOf(row, table.bound, applicant, problems) })),
  );
  const always = dated.filter((one) => one.year === undefined);
  const ofYear = dated.filter((one) => one.year === year);
  for (const same of [always, ...groupedByYear(dated.filter((one) => one.year !== undefined))])
    if (same.length > 1) problems.push(twice(applicant, same));
  for (const { bound, rows } of applicant.tables) problems.push(...beyondHeaders(applicant, bound, rows));
  if (problems.length > 0) return { problems, originOf: () => undefined };
  if (always.length === 0 && ofYear.length === 0) return { problems, originOf: () => undefined };
  const [only] = always;
  const isPlainLine = only?.bound.table.isJson === true && ofYear.length === 0 && linked.length === 0;
  if (isPlainLine)
    return {
      facts: only!.row.cells[0] ?? '',
      problems,
      originOf: () => ({ file: only!.bound.table.file, row: only!.row.row }),
    };
  const facts = new PlainFacts(applicant.subject);
  for (const { bound, row, year: at } of dated) addRow(facts, bound, row, at, at === undefined || at === year);
  for (const table of linked) addLinked(facts, table, ir);
  problems.push(...facts.disagreements.map((one) => disagreement(ir, applicant, one)));
  return {
    ...(problems.length > 0 ? {} : { facts: facts.value() }),
    problems,
    originOf: (path) =>
      facts.origins().find(({ place }) => placeNames(ir, place).zh === path)?.origin ?? firstOrigin(dated),
  };
}

interface DatedRow {
  readonly bound: BoundTable;
  readonly row: TableRow;
  readonly year: number | undefined;
}

function firstOrigin([first]: readonly DatedRow[]): Origin | undefined {
  return first === undefined ? undefined : { file: first.bound.table.file, row: first.row.row };
}

function yearOf(
  { year, row }: TableRow,
  { table, year: column }: BoundTable,
  { subject }: ApplicantRows,
  problems: Problem[],
): number | undefined {
  if (column === undefined) return undefined;
  const text = foldWidth(year ?? '').trim();
  const match = /^((?:19|20|21)\d\d)(?:\.0)? ?年?度?$/u.exec(text);
  if (match !== null) return Number(match[1]);
  const { file } = table;
  problems.push({ file, row, subject, finding: make(YearCellWrong, { path: file }, { row, written: text }) });
  return undefined;
}

function groupedByYear(rows: readonly DatedRow[]): readonly (readonly DatedRow[])[] {
  const groups = new Map<number, DatedRow[]>();
  for (const row of rows) groups.set(row.year!, [...(groups.get(row.year!) ?? []), row]);
  return [...groups.values()];
}

function twice({ subject }: ApplicantRows, rows: readonly DatedRow[]): Problem {
  const places = rows.map(({ bound, row }) => `${bound.table.file} ${row.row}`);
  const { bound, row, year } = rows.at(-1)!;
  const { file } = bound.table;
  const about = { subject, rows: places, ...(year === undefined ? {} : { year }) };
  return { file, row: row.row, subject, finding: make(ApplicantTwice, { path: file }, about) };
}

function beyondHeaders(
  { subject }: ApplicantRows,
  { table: { file } }: BoundTable,
  rows: readonly TableRow[],
): readonly Problem[] {
  return rows
    .filter(({ beyond }) => beyond !== undefined)
    .map(({ row, beyond }) => ({
      file,
      row,
      subject,
      finding: make(CellsBeyondHeaders, { path: file }, { row, written: beyond!.slice(0, 40) }),
    }));
}

/** `isCurrent`: facts without a year are those of this row. */
function addRow(
  facts: PlainFacts,
  bound: BoundTable,
  row: TableRow,
  year: number | undefined,
  isCurrent: boolean,
): void {
  if (bound.table.isJson) {
    facts.addObject(row.cells[0] ?? '', { file: bound.table.file, row: row.row });
    return;
  }
  for (const [index, column] of bound.columns.entries()) {
    const { use } = column;
    const text = row.cells[index];
    if (text === undefined) continue;
    if (use.kind === 'list' && isCurrent) facts.addList(use.list.id, text, originOf(bound, row, column));
    if (use.kind !== 'field') continue;
    const at = use.year ?? (use.field.yearly ? String(year) : undefined);
    const value = cellValue(use.field, text, use.unit);
    if (value !== null && (isCurrent || at !== undefined))
      facts.add({}, use.field, at, written(value, text, originOf(bound, row, column)));
  }
}

function written(value: CellValue, text: string, origin: Origin): Written {
  return { value, text, origin };
}

function originOf({ table }: BoundTable, { row }: TableRow, { header }: BoundColumn): Origin {
  return { file: table.file, row, column: header };
}

/** A linked table is complete: an applicant who has no row in it has an empty list. */
function addLinked(facts: PlainFacts, { bound, rows }: TableRows, ir: PolicyIr): void {
  const { role } = bound;
  if (role.kind === 'applicants') return;
  if (role.kind === 'decisions') {
    for (const row of rows) facts.addDecision(decisionOf(bound, row, ir));
    return;
  }
  facts.openList(role.list.id);
  facts.nameItemsBy(role.list.id, role.list.key);
  for (const row of rows) {
    const item = facts.item(role.list.id, keyOf(bound, row));
    const year = bound.year === undefined ? undefined : foldWidth(row.year ?? '').replace(/ ?年?度?$/u, '');
    for (const [index, column] of bound.columns.entries()) {
      const { use } = column;
      const text = row.cells[index];
      if (text === undefined || use.kind !== 'field') continue;
      const value = cellValue(use.field, text, use.unit);
      const at = use.year ?? (use.field.yearly ? year : undefined);
      if (value !== null)
        facts.add({ list: role.list.id, item }, use.field, at, written(value, text, originOf(bound, row, column)));
    }
  }
}

/** Rows of several years are one item where they have the same key; elsewhere each row is an item, whatever other tables of the list have in theirs. */
function keyOf({ role, table, columns, year }: BoundTable, { row, cells }: TableRow): string {
  const own = `#${table.name} ${row}`;
  if (role.kind !== 'list' || role.list.key === undefined || year === undefined) return own;
  const parts = role.list.key.map((id) => {
    const index = columns.findIndex(({ use }) => use.kind === 'field' && use.field.id === id);
    return foldWidth(cells[index] ?? '').trim();
  });
  return parts.some((part) => part === '') ? own : JSON.stringify(parts);
}

function decisionOf({ columns }: BoundTable, { cells }: TableRow, ir: PolicyIr): Readonly<Record<string, CellValue>> {
  const entries = columns.flatMap(({ use }, index) => {
    const text = cells[index];
    if (use.kind !== 'decision' || text === undefined) return [];
    const value = cellValue({ type: decisionType(use.entry, ir), orNone: false }, text);
    return value === null ? [] : [[use.entry, value] as const];
  });
  return Object.fromEntries(entries);
}

function decisionType(entry: string, { currency }: PolicyIr): FieldIr['type'] {
  if (entry === 'amount') return { kind: 'money', currency };
  if (entry === 'rate') return { kind: 'percent' };
  return entry === 'date' ? { kind: 'date' } : { kind: 'text' };
}

function disagreement(
  ir: PolicyIr,
  { subject }: ApplicantRows,
  { place, first, second }: PlainFacts['disagreements'][number],
): Problem {
  const { file, row, column } = second.origin;
  const rows = [first, second].map(({ origin }) => `${origin.file} ${origin.row}`);
  return {
    file,
    row,
    ...(column === undefined ? {} : { column }),
    subject,
    finding: make(
      RowsDisagree,
      { path: file },
      { place: placeNames(ir, place), first: first.text, second: second.text, rows },
    ),
  };
}
