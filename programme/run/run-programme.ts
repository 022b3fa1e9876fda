/** A programme: all applicants of each year in order, each year with what those before it recorded. */

import { FoundProblems } from '../../cli/problems.ts';
import { collector, type Diagnostic, make } from '../../diagnostics/diagnostic.ts';
import { PoolNotBalanced } from '../../diagnostics/programme-run.ts';
import { coinOf } from '../../runtime/batch/assess-batch.ts';
import type { PoolResult } from '../../runtime/batch/settle-pools.ts';
import type { CoverageEntry } from '../../runtime/input.ts';
import { periodOfYear } from '../../runtime/period.ts';
import { factsOfRows } from '../applicants/facts-of-rows.ts';
import type { Applicants } from '../applicants/load-applicants.ts';
import type { Problem } from '../applicants/problem.ts';
import { streamApplicants } from '../applicants/stream-applicants.ts';
import type { PlainRows } from '../fast/plain-rows.ts';
import { settlePlainRows } from '../fast/settle-plain-rows.ts';
import type { NewEntries } from '../ledger/append-entries.ts';
import {
  allLines,
  coverageForAll,
  entriesByApplicant,
  gatherPastEntries,
  ownCoverage,
  paidFromPool,
} from '../ledger/history.ts';
import type { Workspace } from '../workspace.ts';
import type { Application, Assessed, YearSetting } from './assess-applicant.ts';
import { type Assessor, assessInOrder } from './assessor.ts';
import type { RunResults } from './run-results.ts';
import type { RunSetting } from './run-setting.ts';
import type { RunTimes } from './run-times.ts';
import { assessTogether, haveSharedKeys } from './run-together.ts';
import { isBalanced, YearPools } from './year-pools.ts';

export interface Programme {
  readonly setting: RunSetting;
  readonly years: readonly number[];
  readonly workspace: Workspace;
  readonly applicants: Applicants;
  readonly hasStore: boolean;
  readonly entries: NewEntries;
  readonly results: RunResults;
  readonly assessor: Assessor;
  /** Plain rows that columnar code may settle; without them every applicant is assessed one by one. */
  readonly plain?: PlainRows;
  readonly times?: RunTimes;
  /** Told how far the year is. */
  readonly progress: (year: number, done: number) => void;
}

/** Applications handed over at once. */
const blockSize = 64;

export async function runProgramme(programme: Programme): Promise<void> {
  for (const year of programme.years) await runYear(programme, year);
}

async function runYear(programme: Programme, year: number): Promise<void> {
  const { workspace, setting, hasStore, entries, results } = programme;
  const period = periodOfYear(year);
  entries.flush();
  await gatherPastEntries(workspace, hasStore);
  const coverage = await coverageForAll(workspace, hasStore);
  const yearSetting: YearSetting = { ...setting, period, ...(coverage.length === 0 && !hasStore ? {} : { coverage }) };
  results.beginYear(year);
  if (haveSharedKeys(setting.ir)) await runTogether(programme, yearSetting);
  else await runEach(programme, yearSetting, coverage);
  const own = ownCoverage(setting.ir, period, coverage, setting.recordedOn);
  if (own !== undefined) entries.add(-1, JSON.stringify(own));
}

/** Applicants one by one; those who claim on a pool once more, when it is shared. */
async function runEach(
  programme: Programme,
  yearSetting: YearSetting,
  coverage: readonly CoverageEntry[],
): Promise<void> {
  const { assessor } = programme;
  const { year } = yearSetting.period;
  const pools = new YearPools();
  programme.times?.enter('columns');
  const among = await unsettled(programme, yearSetting);
  programme.times?.enter('singly');
  for await (const assessed of assessInOrder(
    assessor,
    yearSetting,
    applicationsOf(programme, year, among),
    blockSize,
  )) {
    if (assessed.claims.length > 0) pools.take(assessed);
    takeResult(programme, year, assessed);
  }
  programme.times?.enter('budgets');
  if (pools.claimants.size > 0) await sharePools(programme, yearSetting, pools, coverage);
}

async function runTogether(programme: Programme, yearSetting: YearSetting): Promise<void> {
  const { workspace, hasStore } = programme;
  programme.times?.enter('singly');
  const { year } = yearSetting.period;
  const applications: Application[] = [];
  for await (const application of applicationsOf(programme, year, undefined)) applications.push(application);
  const lines = await allLines(workspace, hasStore);
  const { assessed, pools, findings } = assessTogether(yearSetting, applications, lines);
  for (const one of assessed) takeResult(programme, year, one);
  tellPools(programme, year, pools, findings);
}

/** Settles what columns alone can settle; gives the SQL of who is left, undefined for everybody. */
async function unsettled(
  { workspace, assessor, plain, applicants, results, progress }: Programme,
  setting: YearSetting,
): Promise<string | undefined> {
  if (plain === undefined) return undefined;
  const { year } = setting.period;
  const nothing = await settlePlainRows(workspace, assessor, plain, {
    setting,
    count: applicants.count,
    take: (subject, rows) => results.takeRows(year, subject, rows),
    progress: (done) => progress(year, done),
  });
  await results.settleNothing(year, nothing);
  return 'select pos from unsettled';
}

function takeResult(programme: Programme, year: number, assessed: Assessed): void {
  programme.results.take(year, assessed);
  for (const line of assessed.entries) programme.entries.add(assessed.pos, line);
  programme.progress(year, programme.results.done);
}

/** Who claims is assessed again, with the share that is theirs. */
async function sharePools(
  programme: Programme,
  yearSetting: YearSetting,
  pools: YearPools,
  coverage: readonly CoverageEntry[],
): Promise<void> {
  const { workspace, setting, hasStore, results, assessor } = programme;
  const { period } = yearSetting;
  const { report, diagnostics } = collector();
  await results.notePresent();
  const settled = await pools.settle(
    setting.ir,
    async (clause, over) =>
      await paidFromPool(workspace, setting.ir, clause, over, period, {
        hasStore,
        coverage,
        present: `present where year = ${period.year}`,
      }),
    coinOf(setting.ir, setting.readings),
    report,
  );
  tellPools(programme, period.year, settled, diagnostics);
  await results.noteClaimants(pools.claimants);
  const again = applicationsOf(programme, period.year, 'select pos from claimants', pools);
  for await (const assessed of assessInOrder(assessor, yearSetting, again, blockSize))
    takeResult(programme, period.year, assessed);
}

function tellPools(
  { results }: Programme,
  year: number,
  pools: readonly PoolResult[],
  found: readonly Diagnostic[],
): void {
  const broken = pools.filter((pool) => !isBalanced(pool));
  if (broken.length > 0)
    throw new FoundProblems(broken.map(({ clause }) => make(PoolNotBalanced, { path: clause }, { clause, year })));
  for (const pool of pools) results.takePool(year, pool);
  for (const finding of found) results.problem({ file: `${year}`, finding });
}

/** `among`: SQL of the positions to take. With `pools`: with their shares. */
async function* applicationsOf(
  programme: Programme,
  year: number,
  among: string | undefined,
  pools?: YearPools,
): AsyncGenerator<Application> {
  const { workspace, applicants, setting, results } = programme;
  const history = entriesByApplicant(workspace, among);
  try {
    for await (const rows of streamApplicants(workspace, applicants, among)) {
      const { facts, problems, originOf } = factsOfRows(setting.ir, rows, year);
      const entries = (await history.take(rows.pos)).map(([, line]) => String(line));
      for (const problem of problems) results.problem(problem);
      if (facts === undefined) results.absent(problems.length > 0);
      else {
        results.expect(
          rows.pos,
          (finding): Problem => ({ file: '', subject: rows.subject, ...originOf(finding.path ?? ''), finding }),
        );
        const shares = pools === undefined ? {} : { shares: pools.sharesOf(rows.pos) };
        yield { pos: rows.pos, subject: rows.subject, facts, entries, ...shares };
      }
    }
  } finally {
    await history.close();
  }
}
