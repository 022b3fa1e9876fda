/** Tables of the workspace → files of the format asked for. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FoundProblems } from '../../cli/problems.ts';
import { type Language, make } from '../../diagnostics/diagnostic.ts';
import { TooManyForSheet } from '../../diagnostics/programme-run.ts';
import { fewRows, rowsOf, sqlAmount, sqlName, sqlText, type Workspace } from '../workspace.ts';
import { type OutputTable, outputTables } from './result-tables.ts';

export const outputFormats = ['csv', 'jsonl', 'parquet', 'xlsx'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Excel counts no further. */
const sheetRows = 1_048_576;

const copies: Readonly<Record<Exclude<OutputFormat, 'xlsx'>, string>> = {
  csv: 'format csv, header true',
  jsonl: 'format json',
  parquet: 'format parquet, compression zstd',
};

export interface WrittenFile {
  readonly path: string;
  readonly rows: number;
}

/** Gives the files written. Headers are in the language of the run; a CSV file begins with the mark by which Excel knows UTF-8. */
export async function writeTables(
  workspace: Workspace,
  folder: string,
  format: OutputFormat,
  language: Language,
  tables: readonly OutputTable[] = Object.values(outputTables),
): Promise<readonly WrittenFile[]> {
  mkdirSync(folder, { recursive: true });
  const written: WrittenFile[] = [];
  for (const table of tables) written.push(await writeTable(workspace, table, folder, format, language));
  return written;
}

async function writeTable(
  workspace: Workspace,
  table: OutputTable,
  folder: string,
  format: OutputFormat,
  language: Language,
): Promise<WrittenFile> {
  const path = join(folder, `${table.name}.${format}`);
  const [count] = await fewRows(workspace.connection, `select count(*) from ${table.name}`);
  const rows = Number(count?.[0] ?? 0);
  if (format === 'xlsx') await writeSheet(workspace, table, path, rows, language);
  else
    await workspace.connection.run(
      `copy (${selection(table, format, language)}) to ${sqlText(path)} (${copies[format]})`,
    );
  return { path, rows };
}

/** JSON and Parquet are for programs: their names are the same in every language, and money in them is a number of exact type. */
function selection({ name, columns }: OutputTable, format: OutputFormat, language: Language): string {
  const isForPeople = format === 'csv' || format === 'xlsx';
  const cells = columns.map(({ id, names, type }, index) => {
    const mark = format === 'csv' && index === 0 ? '\ufeff' : '';
    const value = type === 'money' && format === 'parquet' ? sqlAmount(id) : id;
    return `${value} as ${sqlName(isForPeople ? `${mark}${names[language]}` : id)}`;
  });
  const order = name === 'problems' ? ` order by ${problemOrder}` : '';
  return `select ${cells.join(', ')} from ${name}${order}`;
}

/** Findings arrive as blocks are done; people look for them by file and row. By every column, so that the table is the same in every run. */
const problemOrder = ['file', 'line', 'header', 'code', 'subject', 'message', 'severity', 'help']
  .map((id) => `${id} nulls first`)
  .join(', ');

type SheetCell = { readonly value: string | number; readonly type: StringConstructor | NumberConstructor } | null;

async function writeSheet(
  workspace: Workspace,
  table: OutputTable,
  path: string,
  count: number,
  language: Language,
): Promise<void> {
  if (count >= sheetRows) {
    const about = { table: table.names[language], rows: count, limit: sheetRows - 1 };
    throw new FoundProblems([make(TooManyForSheet, { path }, about)]);
  }
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const head: SheetCell[] = table.columns.map(({ names }) => ({ value: names[language], type: String }));
  const rows: SheetCell[][] = [head];
  for await (const values of rowsOf(workspace, selection(table, 'xlsx', language)))
    rows.push(values.map((value, index) => sheetCell(value, table.columns[index]!.type)));
  await writeXlsxFile(rows, { sheet: table.names[language] }).toFile(path);
}

/** An amount that a binary fraction would not keep to the last digit stays text. */
function sheetCell(value: unknown, type: OutputTable['columns'][number]['type']): SheetCell {
  if (value === null || value === undefined) return null;
  const text = String(value);
  const isNumber = type === 'integer' || (type === 'money' && /^-?\d{1,13}(\.\d{1,2})?$/.test(text));
  return isNumber ? { value: Number(text), type: Number } : { value: text, type: String };
}
