/** Before a year is assessed one by one: the applicants of whom columns alone show that they get nothing. */
import type { CoverageEntry, FactValues, Period } from '../../runtime/input.ts';
import type { Applicants } from '../applicants/load-applicants.ts';
import type { Assessor } from '../run/assessor.ts';
import type { RunSetting } from '../run/run-setting.ts';
import { fewRows, type Workspace } from '../workspace.ts';
import { writeColumnar } from './load-columnar.ts';
import { makePlainRows, type PlainRows } from './plain-rows.ts';
import { readPlainChunks } from './read-plain-chunks.ts';

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
  /** Applicants, plain or not. */
  readonly count: number;
}

/** Makes the table `settled` (`pos`) of those who surely get nothing this year, and `unsettled` of all others; gives how many are settled. */
export async function settlePlainRows(
  workspace: Workspace,
  assessor: Assessor,
  plain: PlainRows,
  year: PlainYear,
  progress: (done: number) => void,
): Promise<number> {
  const { connection } = workspace;
  await connection.run('create or replace table settled (pos integer)');
  await filterChunks(workspace, assessor, plain, year, progress);
  await connection.run(
    'create or replace table unsettled as select pos from people where pos not in (select pos from settled) order by pos',
  );
  const [count] = await fewRows(connection, 'select count(*) from settled');
  return Number(count?.[0] ?? 0);
}

async function filterChunks(
  workspace: Workspace,
  assessor: Assessor,
  plain: PlainRows,
  { period, parameters, coverage, count }: PlainYear,
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
  for await (const { positions, chunk } of readPlainChunks(source, plain, count)) {
    done += chunk.rows;
    const filtered = assessor.filter({ period, parameters, coverage }, chunk).then((flags) => ({ positions, flags }));
    filtered.catch(() => undefined);
    waiting.push(filtered);
    progress(done);
    if (waiting.length > assessor.width) take(await waiting.shift()!);
  }
  for (const filtered of waiting) take(await filtered);
  appender.closeSync();
  source.closeSync();
}
