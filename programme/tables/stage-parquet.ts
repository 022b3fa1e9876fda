import { FileBroken } from '../../diagnostics/programme-tables.ts';
import { fewRows, sqlName, sqlText, type Workspace } from '../workspace.ts';
import { firstLine } from './stage-csv.ts';
import type { Staging } from './stage-file.ts';
import type { StagedTable } from './staged-table.ts';

/** Decimals and whole numbers as they are; binary fractions with the fifteen digits that they surely hold; lists and structures as JSON. */
export async function stageParquet(
  { connection }: Workspace,
  { path, file, title, name, report }: Staging,
): Promise<readonly StagedTable[]> {
  try {
    const described = await fewRows(connection, `describe select * from read_parquet(${sqlText(path)})`);
    const columns = described.map(([column, type]) => [String(column), String(type)] as const);
    const cells = columns.map(([column, type], index) => `${asText(sqlName(column), type)} as c${index}`);
    await connection.run(
      `create table ${name} as select row_number() over () as row, ${cells.join(', ')} from read_parquet(${sqlText(path)})`,
    );
    return [{ name, file, title, width: columns.length, headers: columns.map(([column]) => column), isJson: false }];
  } catch (error) {
    report(FileBroken, { file, reason: firstLine(error) });
    return [];
  }
}

function asText(column: string, type: string): string {
  if (type === 'DOUBLE' || type === 'FLOAT') return `format('{:.15g}', ${column}::double)`;
  if (type.endsWith('[]') || type.startsWith('STRUCT') || type.startsWith('MAP')) return `to_json(${column})::varchar`;
  return type.startsWith('TIMESTAMP') ? `strftime(${column}, '%Y-%m-%d')` : `${column}::varchar`;
}
