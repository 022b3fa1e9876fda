/** Before a year is assessed one by one: the applicants of whom columns alone show that they get nothing. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CoverageEntry, FactValues, Period } from '../../runtime/input.ts';
import type { Applicants } from '../applicants/load-applicants.ts';
import type { Assessor } from '../run/assessor.ts';
import type { RunSetting } from '../run/run-setting.ts';
import { fewRows, type Workspace } from '../workspace.ts';
import { writeColumnar } from './load-columnar.ts';
import type { PlainChunk } from './nothing-filter.ts';
import { makePlainRows, type PlainRows } from './plain-rows.ts';

/** Makes the plain rows and loads the code; undefined where this policy, or these tables, have no fast way. */
export async function prepareFastPath(
  workspace: Workspace,
  applicants: Applicants,
  setting: RunSetting,
  assessor: Assessor,
): Promise<PlainRows | undefined> {
  const columnar = writeColumnar(setting, workspace.folder);
  if (columnar === undefined) return undefined;
  const plain = await makePlainRows(workspace, applicants, columnar.layout);
  if (plain !== undefined) await assessor.prepareFilter(columnar, plain);
  return plain;
}

export interface PlainYear {
  readonly period: Period;
  readonly parameters: FactValues;
  readonly coverage: readonly CoverageEntry[];
  readonly hasStore: boolean;
}

/** Makes the table `settled` (`pos`) of those who surely get nothing this year, and `unsettled` of all others; gives how many are settled. */
export async function settlePlainRows(
  workspace: Workspace,
  assessor: Assessor,
  plain: PlainRows | undefined,
  year: PlainYear,
  progress: (done: number) => void,
): Promise<number> {
  const { connection } = workspace;
  await connection.run('create or replace table settled (pos integer)');
  if (plain !== undefined) await filterChunks(workspace, assessor, year, progress);
  await connection.run(
    'create or replace table unsettled as select pos from people where pos not in (select pos from settled) order by pos',
  );
  const [count] = await fewRows(connection, 'select count(*) from settled');
  return Number(count?.[0] ?? 0);
}

async function filterChunks(
  workspace: Workspace,
  assessor: Assessor,
  { period, parameters, coverage, hasStore }: PlainYear,
  progress: (done: number) => void,
): Promise<void> {
  const source = await workspace.connect();
  const appender = await (await workspace.connect()).createAppender('settled');
  const take = ({ positions, flags }: { positions: Int32Array; flags: Uint8Array }) => {
    for (let row = 0; row < flags.length; row += 1) {
      if (flags[row] !== 1) continue;
      appender.appendInteger(positions[row]!);
      appender.endRow();
    }
  };
  const waiting: Promise<{ positions: Int32Array; flags: Uint8Array }>[] = [];
  let done = 0;
  for await (const { positions, chunk } of chunksOf(source, hasStore)) {
    const filtered = assessor.filter({ period, parameters, coverage }, chunk).then((flags) => ({ positions, flags }));
    filtered.catch(() => undefined);
    waiting.push(filtered);
    done += chunk.rows;
    progress(done);
    if (waiting.length > 2 * assessor.width) take(await waiting.shift()!);
  }
  for (const filtered of waiting) take(await filtered);
  appender.closeSync();
  source.closeSync();
}

/** Of those about whom the ledger holds nothing. */
async function* chunksOf(
  connection: DuckDBConnection,
  hasStore: boolean,
): AsyncGenerator<{ readonly positions: Int32Array; readonly chunk: PlainChunk }> {
  const stored = hasStore ? 'union select pos from people where subject in (select subject from ledger.entries)' : '';
  const named = `select pos from new_entries where pos >= 0 ${stored}`;
  const result = await connection.stream(`select * from plain_rows where pos not in (${named})`);
  for (;;) {
    const source = await result.fetchChunk();
    if (source === null || source.rowCount === 0) return;
    const rows = source.rowCount;
    const [positions, ...columns] = Array.from({ length: source.columnCount }, (_, index) =>
      itemsOf(source.getColumnVector(index)),
    );
    const own = columns.map((column) => (column as Float64Array).slice(0, rows));
    yield { positions: (positions as Int32Array).slice(0, rows), chunk: { rows, columns: own } };
  }
}

/** The buffer of a vector without nulls: an object for each value would take longer than assessing it. */
function itemsOf(vector: unknown): Int32Array | Float64Array {
  return (vector as { readonly items: Int32Array | Float64Array }).items;
}
