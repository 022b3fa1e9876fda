import { type Bilingual, hasErrors, type Language, make } from '../../diagnostics/diagnostic.ts';
import { LedgerAction, ReverseWhat } from '../../diagnostics/programme-run.ts';
import { attachStore } from '../../programme/ledger/attach-store.ts';
import {
  type EntryFilter,
  importEntries,
  ledgerTotals,
  listEntries,
  reverseEntries,
  verifyChain,
} from '../../programme/ledger/store-entries.ts';
import { textTable } from '../../programme/outputs/text-table.ts';
import { openWorkspace, type Workspace } from '../../programme/workspace.ts';
import type { CoverageEntry } from '../../runtime/input.ts';
import { readLedger } from '../../runtime/ledger/read-ledger.ts';
import { readText, writeText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { inFile } from '../prepare-run.ts';
import { FoundProblems } from '../problems.ts';
import { version } from '../version.ts';

export interface LedgerOptions extends EntryFilter {
  readonly json?: boolean;
  readonly out?: string;
  readonly from?: string;
  readonly to?: string;
  readonly policy?: string;
  readonly by?: string;
}

interface Action {
  readonly host: Host;
  readonly language: Language;
  readonly workspace: Workspace;
  readonly options: LedgerOptions;
  /** What stands behind the action's name. */
  readonly rest: readonly string[];
}

const actions: Readonly<Record<string, (action: Action) => Promise<ExitCode>>> = {
  list,
  totals,
  export: exportLines,
  import: importLines,
  cover,
  verify,
  reverse,
};
/** Actions that may begin a store. */
const beginners: ReadonlySet<string> = new Set(['import', 'cover']);

/** `jieti ledger STORE ACTION`. */
export async function ledgerVerb(
  host: Host,
  language: Language,
  store: string,
  [name = 'totals', ...rest]: readonly string[],
  options: LedgerOptions,
): Promise<ExitCode> {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) {
    const known = Object.keys(actions);
    throw new FoundProblems([make(LedgerAction, { path: name }, { name, known })], undefined, true);
  }
  const workspace = await openWorkspace();
  try {
    await attachStore(workspace, store, beginners.has(name));
    return await action({ host, language, workspace, options, rest });
  } finally {
    workspace.close();
  }
}

function filterOf({ subject, year, clause, run, id }: LedgerOptions): EntryFilter {
  const given = Object.entries({ subject, year, clause, run, id }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as EntryFilter;
}

async function list({ host, language, workspace, options }: Action): Promise<ExitCode> {
  for await (const { seq, run, entry } of listEntries(workspace, filterOf(options))) {
    if (options.json === true) host.out.write(`${JSON.stringify({ seq, run, ...entry })}\n`);
    else if (entry.kind === 'coverage') {
      const who = [entry.policy, entry.subject].map((one) => (one === '*' ? words.all[language] : one));
      host.out.write(`${seq}  ${words.coverage[language]} ${who.join(' ')} ${entry.from} – ${entry.to}\n`);
    } else {
      const state =
        entry.reverses === undefined ? words[entry.state][language] : `${words.reverses[language]} ${entry.reverses}`;
      host.out.write(`${seq}  ${entry.id}  ${entry.inParts ?? entry.paid}  ${state}  ${entry.recordedOn}\n`);
    }
  }
  return exitCodes.ok;
}

async function totals({ host, language, workspace, options }: Action): Promise<ExitCode> {
  const sums = await ledgerTotals(workspace, filterOf(options));
  if (options.json === true) host.out.write(`${JSON.stringify(sums, undefined, 2)}\n`);
  else {
    const heads = [words.policy, words.clause, words.year, words.awards, words.decided, words.provisional];
    const rows = sums.map((one) => [
      one.policy,
      one.clause,
      String(one.year),
      String(one.awards),
      one.paid,
      one.provisional,
    ]);
    host.out.write(`${textTable([heads.map((head) => head[language]), ...rows], 2)}\n`);
  }
  return exitCodes.ok;
}

async function exportLines({ host, language, workspace, options, rest }: Action): Promise<ExitCode> {
  const file = rest[0] ?? options.out;
  const lines: string[] = [];
  for await (const { entry } of listEntries(workspace, {})) {
    const line = `${JSON.stringify(entry)}\n`;
    if (file === undefined) host.out.write(line);
    else lines.push(line);
  }
  if (file !== undefined) {
    writeText(host, file, lines.join(''));
    host.error.write(
      language === 'zh' ? `已写入 ${file}（${lines.length} 条）\n` : `wrote ${file} (${lines.length} entries)\n`,
    );
  }
  return exitCodes.ok;
}

async function importLines({ host, language, workspace, rest }: Action): Promise<ExitCode> {
  const [file] = rest;
  if (file === undefined)
    throw new FoundProblems(
      [make(LedgerAction, { path: 'import' }, { name: 'import', known: ['import FILE'] })],
      undefined,
      true,
    );
  const { ledger, diagnostics } = readLedger(readText(host, file));
  if (ledger === undefined || hasErrors(diagnostics)) throw new FoundProblems(inFile(file, diagnostics));
  const count = await importEntries(workspace, ledger.entries, recordOf(host));
  host.out.write(
    language === 'zh' ? `新增 ${count} 条，其余已在台账\n` : `${count} entries added; the others were there\n`,
  );
  return exitCodes.ok;
}

/** States that the ledger is complete: for all policies and applicants, unless one is named. */
async function cover({ host, language, workspace, options }: Action): Promise<ExitCode> {
  const { from = '', to = '', policy = '*', subject = '*', by } = options;
  const entry: CoverageEntry = {
    kind: 'coverage',
    policy,
    subject,
    from,
    to,
    statedOn: host.today(),
    ...(by === undefined ? {} : { statedBy: by }),
  };
  const { diagnostics } = readLedger(JSON.stringify(entry));
  if (hasErrors(diagnostics)) throw new FoundProblems(diagnostics, undefined, true);
  const count = await importEntries(workspace, [entry], recordOf(host));
  host.out.write(
    language === 'zh'
      ? `已写明：${from} 至 ${to} 的台账完整（新增 ${count} 条）\n`
      : `stated: the ledger is complete from ${from} to ${to} (${count} entries added)\n`,
  );
  return exitCodes.ok;
}

async function verify({ host, language, workspace }: Action): Promise<ExitCode> {
  const { entries, findings } = await verifyChain(workspace);
  if (findings.length > 0) throw new FoundProblems(findings);
  host.out.write(
    language === 'zh' ? `${entries} 条，前后相连，无改动\n` : `${entries} entries, chained whole and unchanged\n`,
  );
  return exitCodes.ok;
}

async function reverse({ host, language, workspace, options }: Action): Promise<ExitCode> {
  const filter = filterOf(options);
  const isSaid = filter.id !== undefined || filter.run !== undefined || filter.subject !== undefined;
  if (!isSaid) throw new FoundProblems([make(ReverseWhat, { path: 'reverse' }, {})], undefined, true);
  const count = await reverseEntries(workspace, filter, recordOf(host));
  host.out.write(
    language === 'zh' ? `已冲销 ${count} 条，原条目保留\n` : `${count} entries taken back by counter-entries\n`,
  );
  return exitCodes.ok;
}

function recordOf(host: Host) {
  return { madeBy: `jieti ${version}`, recordedOn: host.today() };
}

const b = (zh: string, en: string): Bilingual => ({ zh, en });
const words = {
  all: b('全部', 'all'),
  coverage: b('台账完整', 'complete'),
  decided: b('已定', 'decided'),
  provisional: b('暂记上限', 'provisional'),
  reverses: b('冲销', 'takes back'),
  policy: b('政策', 'policy'),
  clause: b('条款', 'clause'),
  year: b('年度', 'year'),
  awards: b('条数', 'entries'),
} as const;
