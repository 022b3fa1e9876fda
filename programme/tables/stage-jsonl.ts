import { closeSync, createReadStream, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UnknownEncoding } from '../../diagnostics/programme-tables.ts';
import type { Workspace } from '../workspace.ts';
import type { Staging } from './stage-file.ts';
import type { StagedTable } from './staged-table.ts';
import { utf8Text } from './utf8-text.ts';

/** One object a line; blank lines count as rows, and hold nothing. */
export async function stageJsonLines(
  { connection, folder }: Workspace,
  { path, file, title, name, report }: Staging,
): Promise<readonly StagedTable[]> {
  const text = await utf8Text(path, join(folder, `${name}.jsonl`));
  if (text === undefined) {
    report(UnknownEncoding, { file });
    return [];
  }
  await connection.run(`create table ${name} (row bigint, c0 varchar)`);
  const appender = await connection.createAppender(name);
  const source = openSync(text.path, 'r');
  try {
    let row = 0;
    const input = createReadStream('', { fd: source, autoClose: false, encoding: 'utf8' });
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      row += 1;
      if (line.trim() === '') continue;
      appender.appendBigInt(BigInt(row));
      appender.appendVarchar(row === 1 ? line.replace(/^\ufeff/, '') : line);
      appender.endRow();
    }
  } finally {
    closeSync(source);
    appender.closeSync();
  }
  return [{ name, file, title, width: 1, isJson: true }];
}
