/** Before a year is assessed one by one: the applicants of whom columns alone show that they get nothing. */
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Applicants } from '../applicants/load-applicants.ts';
import type { YearSetting } from '../run/assess-applicant.ts';
import type { Assessor } from '../run/assessor.ts';
import { payingClauses, type ResultRows } from '../run/result-rows.ts';
import type { RunSetting } from '../run/run-setting.ts';
import { fewRows, type Workspace } from '../workspace.ts';
import { writeColumnar } from './load-columnar.ts';
import type { Filtered } from './nothing-filter.ts';
import { positionsAtOnce } from './plain-chunk.ts';
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
  readonly setting: YearSetting;
  /** Applicants, plain or not. */
  readonly count: number;
  /** Told of each of whom there are results. */
  readonly take: (subject: string, rows: ResultRows) => void;
  readonly progress: (done: number) => void;
}

/** Makes the table `settled` (`pos`) of those who are assessed by this, and `unsettled` of all others; gives how many surely get nothing. */
export async function settlePlainRows(
  workspace: Workspace,
  assessor: Assessor,
  plain: PlainRows,
  year: PlainYear,
): Promise<number> {
  const { connection } = workspace;
  await connection.run('create or replace table settled (pos integer)');
  const nothing = await filterChunks(workspace, assessor, plain, year);
  await connection.run(
    'create or replace table unsettled as select pos from people where pos not in (select pos from settled) order by pos',
  );
  return nothing;
}

interface Answer extends Filtered {
  readonly positions: Int32Array;
}

/** Gives how many surely get nothing. */
async function filterChunks(
  workspace: Workspace,
  assessor: Assessor,
  plain: PlainRows,
  { setting, count, take, progress }: PlainYear,
): Promise<number> {
  const source = await workspace.connect();
  const appender = await (await workspace.connect()).createAppender('settled');
  const waiting: Promise<Answer>[] = [];
  let [done, nothing] = [0, 0];
  const settle = async (answer: Answer) => {
    nothing += noteSettled(appender, answer);
    for (const { subject, rows } of await named(source, answer)) take(subject, rows);
  };
  const atOnce = positionsAtOnce(payingClauses(setting.ir).length);
  for await (const { positions, chunk } of readPlainChunks(source, plain, count, atOnce)) {
    done += chunk.rows;
    const filtered = assessor.filter(setting, chunk).then((answer) => ({ ...answer, positions }));
    filtered.catch(() => undefined);
    waiting.push(filtered);
    progress(done);
    if (waiting.length > assessor.width) await settle(await waiting.shift()!);
  }
  for (const filtered of waiting) await settle(await filtered);
  appender.closeSync();
  source.closeSync();
  return nothing;
}

function noteSettled(appender: DuckDBAppender, { positions, flags }: Answer): number {
  let nothing = 0;
  for (let row = 0; row < flags.length; row += 1) {
    if (flags[row] === 0) continue;
    if (flags[row] === 1) nothing += 1;
    appender.appendInteger(positions[row]!);
    appender.endRow();
  }
  return nothing;
}

async function named(
  connection: DuckDBConnection,
  { positions, results }: Answer,
): Promise<readonly { readonly subject: string; readonly rows: ResultRows }[]> {
  if (results.length === 0) return [];
  const range = `pos between ${positions[0]} and ${positions.at(-1)}`;
  const people = await fewRows(connection, `select pos, subject from people where ${range}`);
  const subjects = new Map(people.map(([pos, subject]) => [Number(pos), String(subject)]));
  return results.map(({ row, rows }) => ({ subject: subjects.get(positions[row]!)!, rows }));
}
