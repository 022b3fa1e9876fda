import { existsSync } from 'node:fs';
import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { FileNotFound } from '../../diagnostics/command.ts';
import { type Bilingual, type Language, make } from '../../diagnostics/diagnostic.ts';
import { NothingToCompare } from '../../diagnostics/programme-simulate.ts';
import { loadApplicants } from '../../programme/applicants/load-applicants.ts';
import { placeText } from '../../programme/applicants/problem.ts';
import { attachStore } from '../../programme/ledger/attach-store.ts';
import { writeTables } from '../../programme/outputs/write-tables.ts';
import { inProcess } from '../../programme/run/assessor.ts';
import { formatOf, headerNames, threadsOf, yearsOf } from '../../programme/run/run-options.ts';
import type { RunResults } from '../../programme/run/run-results.ts';
import type { RunSetting } from '../../programme/run/run-setting.ts';
import { workerPool } from '../../programme/run/worker-pool.ts';
import { compareSides } from '../../programme/simulate/compare-sides.ts';
import { groupApplicants } from '../../programme/simulate/group-applicants.ts';
import { type Grouping, groupingsOf } from '../../programme/simulate/grouping.ts';
import { forgetApplicants, runSide, type SideRun } from '../../programme/simulate/run-side.ts';
import { fillSimulationTables, simulationTables } from '../../programme/simulate/simulation-tables.ts';
import { type SimulationText, simulationText } from '../../programme/simulate/simulation-text.ts';
import { writePlots } from '../../programme/simulate/write-plots.ts';
import { openWorkspace, type Workspace } from '../../programme/workspace.ts';
import { changedPolicy, type FigureChange } from '../changed-policy.ts';
import { chosenReadings } from '../chosen-readings.ts';
import { figurePathsText } from '../figure-paths-text.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { type LoadedPolicy, loadPolicy } from '../load-policy.ts';
import { loadParameters } from '../prepare-run.ts';
import { FoundProblems } from '../problems.ts';
import { renderDiagnostics } from '../render-diagnostics.ts';
import { words } from '../words.ts';

export interface SimulateOptions {
  readonly applicants: string;
  readonly years: string;
  readonly set: readonly string[];
  readonly reading: readonly string[];
  readonly against?: string;
  readonly paths?: boolean;
  readonly by: readonly string[];
  readonly top: string;
  readonly ledger?: string;
  readonly parameters?: string;
  readonly column: readonly string[];
  readonly out?: string;
  readonly format: string;
  readonly threads?: string;
}

/** `jieti simulate POLICY --applicants FILE --years 2024 --set art3.cap=60万元`. */
export async function simulate(
  host: Host,
  language: Language,
  file: string,
  options: SimulateOptions,
): Promise<ExitCode> {
  // With another policy it is that one whose figures are set.
  const policy = loadPolicy(host, options.paths === true ? (options.against ?? file) : file);
  if (options.paths === true) {
    host.out.write(figurePathsText(policy, language));
    return exitCodes.ok;
  }
  const plan = planOf(host, language, file, policy, options);
  const workspace = await openWorkspace();
  try {
    if (options.ledger !== undefined) await attachStore(workspace, options.ledger, false, true);
    return await compared(host, workspace, plan, options);
  } finally {
    workspace.close();
  }
}

interface Plan {
  readonly base: RunSetting;
  readonly changed: RunSetting;
  readonly years: readonly number[];
  readonly groupings: readonly Grouping[];
  readonly format: ReturnType<typeof formatOf>;
  readonly top: number;
  readonly changes: readonly string[];
  /** Headers mean the same under both. */
  readonly hasSameFacts: boolean;
}

function planOf(host: Host, language: Language, file: string, policy: LoadedPolicy, options: SimulateOptions): Plan {
  const { set, reading, against, applicants } = options;
  if (set.length === 0 && reading.length === 0 && against === undefined)
    throw new FoundProblems([make(NothingToCompare, { path: '--set' }, {})], undefined, true);
  const other = against === undefined ? policy : loadPolicy(host, against);
  const { policy: changed, changes } = changedPolicy(host, against ?? file, other, set);
  const readings = chosenReadings(changed.ir, reading);
  const years = yearsOf(options.years);
  const groupings = groupingsOf(options.by, policy.ir);
  const format = formatOf(options.format);
  if (!existsSync(applicants))
    throw new FoundProblems([make(FileNotFound, { path: applicants }, { file: applicants })]);
  return {
    base: settingOf(host, language, policy, {}, options),
    changed: settingOf(host, language, changed, readings, options),
    years,
    groupings,
    format,
    top: /^\d{1,3}$/.test(options.top) ? Number(options.top) : 5,
    changes: changeLines(policy, changed, changes, readings, options, language),
    hasSameFacts: against === undefined,
  };
}

function settingOf(
  host: Host,
  language: Language,
  { ir, origins }: LoadedPolicy,
  readings: RunSetting['readings'],
  { parameters }: SimulateOptions,
): RunSetting {
  const schema = emitFactsSchema(ir);
  return {
    ir,
    origins,
    schema,
    parameters: parameters === undefined ? new Map() : loadParameters(host, ir, schema, parameters),
    readings,
    recordedOn: host.today(),
    provisional: false,
    brief: false,
    language,
  };
}

function changeLines(
  { ir: base }: LoadedPolicy,
  { ir }: LoadedPolicy,
  changes: readonly FigureChange[],
  readings: RunSetting['readings'],
  { against }: SimulateOptions,
  language: Language,
): readonly string[] {
  const say = (text: Bilingual | undefined) => text?.[language] ?? '—';
  const title = language === 'zh' ? (base.names.zh ?? base.id) : base.id;
  return [
    `${language === 'zh' ? '模拟' : 'simulation of'} ${title}`,
    ...(against === undefined ? [] : [`  ${language === 'zh' ? '另一份政策' : 'against'} ${against}`]),
    ...changes.map(({ path, was, now }) => `  ${path}  ${say(was)} → ${say(now)}`),
    ...Object.entries(readings).map(([id, choice]) => {
      const declared = ir.readings.find((one) => one.id === id)!;
      const standing = base.readings.find((one) => one.id === id)?.default ?? declared.default;
      return `  ${language === 'zh' ? '口径' : 'reading'} ${id}  ${standing} → ${choice}`;
    }),
  ];
}

async function compared(
  host: Host,
  workspace: Workspace,
  plan: Plan,
  { applicants, column, ledger, out, threads: asked }: SimulateOptions,
): Promise<ExitCode> {
  const { base, changed, years, groupings, hasSameFacts } = plan;
  const { language } = base;
  const progress = progressLine(host, language);
  const threads = threadsOf(asked);
  const assessor = (setting: RunSetting) =>
    threads === 0 ? inProcess(setting.ir) : workerPool(setting, threads, host.ownFolder());
  const shared = { years, hasStore: ledger !== undefined, assessor, progress: progress.tell };
  const loading = (setting: RunSetting) => (results: RunResults) =>
    loadApplicants(workspace, applicants, setting.ir, headerNames(column, setting.ir), (problem) =>
      results.problem(problem),
    );
  const first = await runSide(workspace, { name: 'base', setting: base, load: loading(base), ...shared });
  await groupApplicants(workspace, present(first), base, years, groupings);
  if (!hasSameFacts) await forgetApplicants(workspace);
  const load = hasSameFacts ? async () => first.applicants : loading(changed);
  const second = await runSide(workspace, { name: 'changed', setting: changed, load, ...shared });
  present(second);
  progress.end();
  tellProblems(host, language, hasSameFacts ? [first] : [first, second]);
  const measures = await compareSides(workspace, base.ir, changed.ir, language);
  const about = { years, changes: plan.changes, measures, groupings, top: plan.top, language };
  host.out.write(await simulationText(workspace, about));
  if (out !== undefined) await writeAll(host, workspace, plan, about, out);
  return first.results.errorCount + second.results.errorCount > 0 ? exitCodes.findings : exitCodes.ok;
}

/** No table could be read: what is wrong with them is the answer. */
function present({ results, applicants }: SideRun): NonNullable<SideRun['applicants']> {
  if (applicants === undefined) throw new FoundProblems(results.firstProblems.map(({ finding }) => finding));
  return applicants;
}

function tellProblems(host: Host, language: Language, runs: readonly SideRun[]): void {
  const style = { language, colour: host.error.isTerminal };
  const shown = runs
    .flatMap(({ results }) => results.firstProblems)
    .map((problem) => ({ ...problem.finding, path: placeText(problem, language) }));
  if (shown.length > 0) host.error.write(`${renderDiagnostics(shown, undefined, style)}\n`);
  const more = runs.reduce((count, { results }) => count + results.problemCount, 0) - shown.length;
  if (more > 0)
    host.error.write(
      language === 'zh'
        ? `另有 ${more} 处问题，见 -o 写出的 problems 表\n`
        : `${more} more problems: see the table "problems" that -o writes\n`,
    );
}

async function writeAll(
  host: Host,
  workspace: Workspace,
  { groupings, format }: Plan,
  { measures, years, changes, language }: SimulationText,
  out: string,
): Promise<void> {
  await fillSimulationTables(workspace, measures, groupings, language);
  const tables = await writeTables(workspace, out, format, language, simulationTables);
  const description = changes.map((line) => line.trim()).join('; ');
  const plots = await writePlots(workspace, out, { measures, groupings, years, description, language });
  const rowsOf = (rows: number) => (language === 'zh' ? `（${rows} 行）` : ` (${rows} rows)`);
  const lines = [
    ...tables.map(({ path, rows }) => `${words.wrote[language]} ${path}${rowsOf(rows)}`),
    ...plots.map((path) => `${words.wrote[language]} ${path}`),
  ];
  host.out.write(`\n${lines.join('\n')}\n`);
}

/** A line on a terminal that says which policy is run and how far; nothing elsewhere. */
function progressLine(host: Host, language: Language) {
  const names = { base: { zh: '原政策', en: 'base' }, changed: { zh: '改后', en: 'changed' } };
  let told = '';
  return {
    tell: (side: 'base' | 'changed', year: number, share: number) => {
      if (!host.error.isTerminal) return;
      const percent = Math.floor(100 * share);
      const bar = '█'.repeat(Math.floor(percent / 5)).padEnd(20, '░');
      const line = `${names[side][language]} ${year} ${bar} ${percent}%`;
      if (line === told) return;
      told = line;
      host.error.write(`\r\u001b[K${line}`);
    },
    end: () => {
      if (host.error.isTerminal) host.error.write('\r\u001b[K');
    },
  };
}
