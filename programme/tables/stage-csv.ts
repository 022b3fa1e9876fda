import { join } from 'node:path';
import { FileBroken, QuoteNeverClosed, UnknownEncoding } from '../../diagnostics/programme-tables.ts';
import { sqlText, type Workspace } from '../workspace.ts';
import type { Staging } from './stage-file.ts';
import type { StagedTable } from './staged-table.ts';
import { type Utf8Text, utf8Text } from './utf8-text.ts';

/** Cells beyond the headers are kept, so that a row that has some can be told. */
const spareColumns = 64;

export async function stageCsv(
  workspace: Workspace,
  { path, file, title, name, report }: Staging,
): Promise<readonly StagedTable[]> {
  const text = await utf8Text(path, join(workspace.folder, `${name}.csv`));
  if (text === undefined) {
    report(UnknownEncoding, { file });
    return [];
  }
  if (text.openQuote !== undefined) {
    report(QuoteNeverClosed, { file, row: text.openQuote });
    return [];
  }
  try {
    const width = text.width + spareColumns;
    await workspace.connection.run(
      `create table ${name} as select row_number() over () as row, * from ${scan(text, width)}`,
    );
    await shiftPastBlankRows(workspace, name, text.blankRows);
    return [{ name, file, title, width, isJson: false }];
  } catch (error) {
    report(FileBroken, { file, reason: firstLine(error) });
    return [];
  }
}

function scan({ path, delimiter, hasLongCells }: Utf8Text, width: number): string {
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const options = [
    `columns={${columns}}`,
    'auto_detect=false',
    'header=false',
    `delim=${sqlText(delimiter)}`,
    `quote='"'`,
    `escape='"'`,
    'null_padding=true',
    'strict_mode=false',
    `parallel=${!hasLongCells}`,
  ];
  return `read_csv(${sqlText(path)}, ${options.join(', ')})`;
}

/** The reader passes over blank rows, people count them. */
async function shiftPastBlankRows(
  { connection }: Workspace,
  name: string,
  blankRows: readonly number[],
): Promise<void> {
  for (const blank of blankRows) await connection.run(`update ${name} set row = row + 1 where row >= ${blank}`);
}

export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 200);
}
