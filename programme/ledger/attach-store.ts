/** The ledger store: a DuckDB file that one run at a time holds open. */
import { existsSync } from 'node:fs';
import { FoundProblems } from '../../cli/problems.ts';
import { make } from '../../diagnostics/diagnostic.ts';
import { NotAStore, StoreInUse, StoreMissing } from '../../diagnostics/programme-run.ts';
import { firstLine } from '../tables/stage-csv.ts';
import { fewRows, sqlAmount, sqlText, type Workspace } from '../workspace.ts';

export const storeFormat = 'jieti-ledger-store/1';

/**
 * `entries`: append-only; `line` is the entry as a line of a JSON Lines ledger and alone counts, the other columns repeat it for queries.
 * `hash`: SHA-256 (hex) of the hash before, a line feed and the line. `runs`: what was appended together.
 */
const tables = [
  'create table ledger.meta (format varchar)',
  `create table ledger.runs (run bigint, made_by varchar, recorded_on date, policy varchar, policy_digest varchar, years varchar, first_seq bigint, last_seq bigint)`,
  `create table ledger.entries (seq bigint, run bigint, hash varchar, kind varchar, id varchar, subject varchar, policy varchar, clause varchar,
    item varchar, matter varchar, year integer, period_from date, period_to date, part integer, part_of varchar, entitled decimal(38, 12),
    paid decimal(38, 12), counted decimal(38, 12), state varchar, recorded_on date, reverses varchar, line varchar)`,
  `insert into ledger.meta values ('${storeFormat}')`,
];

/** The columns of an entry, from its line. */
export const columnsOfLine = `line ->> '$.kind', line ->> '$.id', line ->> '$.subject', line ->> '$.policy', line ->> '$.clause',
    line ->> '$.item', line ->> '$.matter', (line ->> '$.period.year')::integer, (line ->> '$.period.from')::date, (line ->> '$.period.to')::date,
    (line ->> '$.part')::integer, line ->> '$.partOf.label', ${sqlAmount(`(line ->> '$.entitled')`)}, ${sqlAmount(`(line ->> '$.paid')`)},
    ${sqlAmount(`coalesce(line ->> '$.inParts', line ->> '$.paid')`)}, line ->> '$.state', (line ->> '$.recordedOn')::date, line ->> '$.reverses'`;

/** Attaches the store as `ledger`, held until the workspace is closed. `mayBeNew`: makes one where there is none. `isRead`: it cannot be written to. */
export async function attachStore(
  workspace: Workspace,
  file: string,
  mayBeNew: boolean,
  isRead = false,
): Promise<void> {
  const isNew = !existsSync(file);
  if (isNew && !mayBeNew) throw new FoundProblems([make(StoreMissing, { path: file }, { file })]);
  const { connection } = workspace;
  try {
    await connection.run(`attach ${sqlText(file)} as ledger${isRead ? ' (read_only)' : ''}`);
  } catch (error) {
    throw refused(file, error);
  }
  const known = await fewRows(connection, `select table_name from duckdb_tables() where database_name = 'ledger'`);
  if (known.length === 0) {
    await connection.run('begin transaction');
    for (const table of tables) await connection.run(table);
    await connection.run('commit');
    return;
  }
  const isStore = known.some(([name]) => name === 'meta');
  const [format] = isStore ? await fewRows(connection, 'select format from ledger.meta') : [];
  if (format?.[0] !== storeFormat)
    throw new FoundProblems([make(NotAStore, { path: file }, { file, reason: String(format?.[0] ?? 'DuckDB') })]);
}

function refused(file: string, error: unknown): FoundProblems {
  const text = error instanceof Error ? error.message : String(error);
  if (/lock/i.test(text)) {
    const process = /PID (\d+)/.exec(text)?.[1];
    return new FoundProblems([
      make(StoreInUse, { path: file }, { file, ...(process === undefined ? {} : { process }) }),
    ]);
  }
  return new FoundProblems([make(NotAStore, { path: file }, { file, reason: firstLine(error) })]);
}
