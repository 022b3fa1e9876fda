import { join } from 'node:path';
import { FileBroken, QuoteNeverClosed, UnknownEncoding } from '../../diagnostics/programme-tables.ts';
import { sqlText, type Workspace } from '../workspace.ts';
import type { Staging } from './stage-file.ts';
import type { StagedTable } from './staged-table.ts';
import { type Utf8Text, utf8Text } from './utf8-text.ts';

/** Of cells beyond the widest of the first rows, the first one of a row is kept, so that the row can be told. */
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
    const { width } = text;
    const [cells, spare] = [columnNames(0, width), columnNames(width, width + spareColumns)];
    await workspace.connection.run(
      `create table ${name} as select row_number() over () as row, ${cells.join(', ')}, coalesce(${spare.join(', ')}) as c${width} from ${scan(text, width + spareColumns)}`,
    );
    await shiftPastBlankRows(workspace, name, text.blankRows);
    return [{ name, file, title, width: width + 1, isJson: false }];
  } catch (error) {
    report(FileBroken, { file, reason: firstLine(error) });
    return [];
  }
}

function columnNames(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from }, (_, index) => `c${from + index}`);
}

function scan({ path, delimiter, hasLongCells }: Utf8Text, width: number): string {
  const columns = columnNames(0, width)
    .map((column) => `'${column}': 'VARCHAR'`)
    .join(', ');
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
