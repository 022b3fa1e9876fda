import { existsSync } from 'node:fs';
import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { FileNotFound } from '../../diagnostics/command.ts';
import { type Language, make } from '../../diagnostics/diagnostic.ts';
import { loadApplicants } from '../../programme/applicants/load-applicants.ts';
import { placeText } from '../../programme/applicants/problem.ts';
import { prepareFastPath } from '../../programme/fast/settle-plain-rows.ts';
import { NewEntries } from '../../programme/ledger/append-entries.ts';
import { attachStore } from '../../programme/ledger/attach-store.ts';
import { writeTables } from '../../programme/outputs/write-tables.ts';
import { inProcess } from '../../programme/run/assessor.ts';
import {
  formatOf,
  headerNames,
  type RunProgrammeOptions,
  threadsOf,
  yearsOf,
} from '../../programme/run/run-options.ts';
import { type Programme, runProgramme } from '../../programme/run/run-programme.ts';
import { RunResults } from '../../programme/run/run-results.ts';
import type { RunSetting } from '../../programme/run/run-setting.ts';
import { RunTimes } from '../../programme/run/run-times.ts';
import { summaryText } from '../../programme/run/summary-text.ts';
import { timesText } from '../../programme/run/times-text.ts';
import { workerPool } from '../../programme/run/worker-pool.ts';
import { openWorkspace, type Workspace } from '../../programme/workspace.ts';
import { chosenReadings } from '../chosen-readings.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { loadPolicy } from '../load-policy.ts';
import { loadParameters } from '../prepare-run.ts';
import { FoundProblems } from '../problems.ts';
import { renderDiagnostics } from '../render-diagnostics.ts';
import { version } from '../version.ts';

/** `jieti run POLICY --applicants FILE --years 2023..2025`. */
export async function runVerb(
  host: Host,
  language: Language,
  file: string,
  options: RunProgrammeOptions,
): Promise<ExitCode> {
  const years = yearsOf(options.years);
  const format = formatOf(options.format);
  const setting = settingOf(host, language, file, options);
  const renamed = headerNames(options.column, setting.ir);
  if (!existsSync(options.applicants))
    throw new FoundProblems([make(FileNotFound, { path: options.applicants }, { file: options.applicants })]);
  const times = new RunTimes();
  const workspace = await openWorkspace();
  const threads = threadsOf(options.threads);
  const assessor = threads === 0 ? inProcess(setting.ir) : workerPool(setting, threads, host.ownFolder());
  try {
    if (options.ledger !== undefined) await attachStore(workspace, options.ledger, true);
    const results = await RunResults.open(setting, workspace);
    const applicants = await loadApplicants(workspace, options.applicants, setting.ir, renamed, (problem) =>
      results.problem(problem),
    );
    if (applicants === undefined) throw new FoundProblems(results.firstProblems.map(({ finding }) => finding));
    const hasStore = options.ledger !== undefined;
    const entries = await NewEntries.open(workspace, hasStore);
    const plain = options.columns ? await prepareFastPath(workspace, applicants, setting, assessor) : undefined;
    const progress = progressBar(host, language, applicants.count);
    const programme: Programme = {
      setting,
      years,
      workspace,
      applicants,
      hasStore,
      entries,
      results,
      assessor,
      ...(plain === undefined ? {} : { plain }),
      times,
      progress: progress.tell,
    };
    await runProgramme(programme);
    progress.end();
    times.enter('writing');
    await entries.commit(recordOf(setting, options));
    await results.close();
    await tell(host, language, workspace, programme, options, format);
    times.enter('writing');
    if (options.timings === true) host.out.write(`\n${timesText(times, assessor.evaluated(), language)}`);
    return results.errorCount > 0 ? exitCodes.findings : exitCodes.ok;
  } finally {
    await assessor.close();
    workspace.close();
  }
}

function settingOf(host: Host, language: Language, file: string, options: RunProgrammeOptions): RunSetting {
  const { ir, origins } = loadPolicy(host, file);
  const schema = emitFactsSchema(ir);
  return {
    ir,
    origins,
    schema,
    parameters: options.parameters === undefined ? new Map() : loadParameters(host, ir, schema, options.parameters),
    readings: chosenReadings(ir, options.reading),
    recordedOn: host.today(),
    provisional: options.provisional === true,
    brief: options.brief === true,
    language,
  };
}

function recordOf({ ir, origins, recordedOn }: RunSetting, { years }: RunProgrammeOptions) {
  return { madeBy: `jieti ${version}`, recordedOn, policy: ir.id, policyDigest: origins.policyDigest, years };
}

async function tell(
  host: Host,
  language: Language,
  workspace: Workspace,
  { results, entries, hasStore, setting }: Programme,
  { out, ledger }: RunProgrammeOptions,
  format: ReturnType<typeof formatOf>,
): Promise<void> {
  const written = out === undefined ? [] : await writeTables(workspace, out, format, language);
  const style = { language, colour: host.error.isTerminal };
  const shown = results.firstProblems.map((problem) => ({ ...problem.finding, path: placeText(problem, language) }));
  if (shown.length > 0) host.error.write(`${renderDiagnostics(shown, undefined, style)}\n`);
  const recorded = hasStore && ledger !== undefined ? { ledger, entries: entries.count } : undefined;
  host.out.write(
    await summaryText(workspace, {
      setting,
      results,
      written,
      language,
      ...(recorded === undefined ? {} : { recorded }),
    }),
  );
}

/** A line on a terminal that says how far the run is; nothing elsewhere. */
function progressBar(host: Host, language: Language, count: number) {
  let told = -1;
  return {
    tell: (year: number, done: number) => {
      const percent = count === 0 ? 100 : Math.floor((100 * done) / count);
      if (!host.error.isTerminal || percent === told) return;
      told = percent;
      const bar = '█'.repeat(Math.floor(percent / 5)).padEnd(20, '░');
      host.error.write(`\r${year} ${bar} ${percent}% ${language === 'zh' ? '' : ''}`);
    },
    end: () => {
      if (host.error.isTerminal) host.error.write('\r\u001b[K');
    },
  };
}
