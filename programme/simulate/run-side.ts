/** One of the two policies that are compared, run over all applicants and years; its amounts stay in the workspace. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Applicants } from '../applicants/load-applicants.ts';
import type { PlainRows } from '../fast/plain-rows.ts';
import { prepareFastPath } from '../fast/settle-plain-rows.ts';
import { NewEntries } from '../ledger/append-entries.ts';
import type { Assessor } from '../run/assessor.ts';
import { runProgramme } from '../run/run-programme.ts';
import { RunResults, stateWords } from '../run/run-results.ts';
import type { RunSetting } from '../run/run-setting.ts';
import { fewRows, sqlAmount, sqlName, sqlText, type Workspace } from '../workspace.ts';

export type SideName = 'base' | 'changed';

export interface Side {
  readonly name: SideName;
  readonly setting: RunSetting;
  readonly years: readonly number[];
  /** A ledger is attached as `ledger`: read, and left as it is. */
  readonly hasStore: boolean;
  /** Reads the applicants, telling `results` what is wrong with them; undefined where there are none. */
  readonly load: (results: RunResults) => Promise<Applicants | undefined>;
  /** Who assesses under a setting; closed when the side is done. */
  readonly assessor: (setting: RunSetting) => Assessor;
  readonly progress: (side: SideName, year: number, share: number) => void;
}

export interface SideRun {
  readonly results: RunResults;
  readonly applicants: Applicants | undefined;
}

/** Makes `NAME_present` (`year`, `subject`: who was assessed), `NAME_amounts` (see `amountsOf`) and `NAME_problems`. */
export async function runSide(workspace: Workspace, side: Side): Promise<SideRun> {
  const { name, years, hasStore, progress } = side;
  // Nobody asks for refusals here, so that columns may settle whoever gets nothing.
  const setting = { ...side.setting, brief: true };
  const results = await RunResults.open(setting, workspace);
  const applicants = await side.load(results);
  if (applicants === undefined) return { results, applicants };
  const entries = await NewEntries.open(workspace, hasStore);
  const assessor = side.assessor(setting);
  try {
    const plain = await plainRows(workspace, applicants, setting, assessor, name);
    await runProgramme({
      setting,
      years,
      workspace,
      applicants,
      hasStore,
      entries,
      results,
      assessor,
      ...(plain === undefined ? {} : { plain }),
      progress: (year, done) => progress(name, year, applicants.count === 0 ? 1 : done / applicants.count),
    });
  } finally {
    await assessor.close();
  }
  entries.discard();
  await results.close();
  const { connection } = workspace;
  await connection.run(
    `create table ${name}_present as select distinct year, subject from present join people using (pos)`,
  );
  await connection.run(`create table ${name}_amounts as ${amountsOf(setting)}`);
  // The next side begins its tables anew.
  await connection.run(`create table ${name}_problems as select * from problems`);
  return { results, applicants };
}

/** The code of each side is imported from a folder of its own: what was imported once from a path stays what it is. */
async function plainRows(
  workspace: Workspace,
  applicants: Applicants,
  setting: RunSetting,
  assessor: Assessor,
  name: SideName,
): Promise<PlainRows | undefined> {
  const folder = join(workspace.folder, name);
  mkdirSync(folder);
  return await prepareFastPath({ ...workspace, folder }, applicants, setting, assessor);
}

/** Another policy may call the columns of the same tables otherwise: they are read again. */
export async function forgetApplicants({ connection }: Workspace): Promise<void> {
  const tables = await fewRows(
    connection,
    `select table_name from duckdb_tables() where database_name = current_database() and (table_name = 'people' or starts_with(table_name, 'sorted_'))`,
  );
  for (const [name] of tables) await connection.run(`drop table ${sqlName(String(name))}`);
}

/**
 * `year`, `subject`, `clause`, `low`, `high`, `endless`: what the clause grants in the year lies from `low` to `high`, beyond any bound where
 * `endless`. A ceiling that somebody is yet to decide may come to nothing. What is paid in parts counts whole, in the year that grants it.
 */
function amountsOf({ language }: RunSetting): string {
  const exact = (column: string) => sqlAmount(column, 'try_cast');
  const granted = exact('coalesce(in_parts, payable)');
  return `
    with open as (
      select year, subject, clause, coalesce(${exact('low')}, 0) as low, coalesce(${exact('high')}, ${exact('low')}, 0) as high,
        ${exact('low')} is null or ${exact('high')} is null as endless from undetermined),
    settled as (
      select year, subject, clause, sum(case when state = ${sqlText(stateWords.upTo[language])} then 0 else ${granted} end) as low,
        sum(${granted}) as high, false as endless
      from awards anti join open using (year, subject, clause) where part_of is null group by all)
    select * from open union all select * from settled`;
}
