import { readFileSync } from 'node:fs';
import { FileBroken } from '../../diagnostics/programme-tables.ts';
import type { Workspace } from '../workspace.ts';
import { firstLine } from './stage-csv.ts';
import type { Staging } from './stage-file.ts';
import type { StagedTable } from './staged-table.ts';

type Cell = string | number | boolean | Date | null;

/** Each sheet is a table. The whole file is held: Excel is for the small ones. */
export async function stageXlsx(
  workspace: Workspace,
  { path, file, title, name, report }: Staging,
): Promise<readonly StagedTable[]> {
  try {
    const { default: readSheets } = await import('read-excel-file/node');
    const sheets = (await readSheets(readFileSync(path))) as readonly {
      sheet: string;
      data: readonly (readonly Cell[])[];
    }[];
    const held = sheets.filter(({ data }) => data.length > 0);
    const tables: StagedTable[] = [];
    for (const [index, { sheet, data }] of held.entries()) {
      const isOnly = held.length === 1;
      const staged = {
        name: `${name}_${index}`,
        file: isOnly ? file : `${file} [${sheet}]`,
        title: isOnly ? title : sheet,
      };
      tables.push(await stageSheet(workspace, staged, data));
    }
    return tables;
  } catch (error) {
    report(FileBroken, { file, reason: firstLine(error) });
    return [];
  }
}

async function stageSheet(
  { connection }: Workspace,
  staged: Pick<StagedTable, 'name' | 'file' | 'title'>,
  rows: readonly (readonly Cell[])[],
): Promise<StagedTable> {
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => `c${index} varchar`);
  await connection.run(`create table ${staged.name} (row bigint, ${columns.join(', ')})`);
  const appender = await connection.createAppender(staged.name);
  for (const [index, row] of rows.entries()) {
    appender.appendBigInt(BigInt(index + 1));
    for (let column = 0; column < width; column += 1) {
      const text = cellText(row[column] ?? null);
      if (text === undefined) appender.appendNull();
      else appender.appendVarchar(text);
    }
    appender.endRow();
  }
  appender.closeSync();
  return { ...staged, width, isJson: false };
}

/** A sheet keeps binary fractions, of which fifteen digits are sure: 0.1 + 0.2 is kept as 0.30000000000000004 and shown, and meant, as 0.3. */
function cellText(cell: Cell): string | undefined {
  if (cell === null) return undefined;
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? (cell ? 'true' : 'false') : cell;
}
