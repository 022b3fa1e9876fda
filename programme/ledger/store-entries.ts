/** What `jieti ledger` does with a store. */

import { FoundProblems } from '../../cli/problems.ts';
import { collector, type Diagnostic, make } from '../../diagnostics/diagnostic.ts';
import { ChainBroken, NothingToReverse } from '../../diagnostics/programme-run.ts';
import type { AwardEntry, LedgerEntry } from '../../runtime/input.ts';
import { reversalOf } from '../../runtime/ledger/write-ledger.ts';
import { fewRows, rowsOf, sqlText, type Workspace } from '../workspace.ts';
import { chained, firstHash, NewEntries } from './append-entries.ts';
import { columnsOfLine } from './attach-store.ts';
import { standingEntries } from './history.ts';

export interface EntryFilter {
  readonly subject?: string;
  readonly year?: string;
  readonly clause?: string;
  readonly run?: string;
  readonly id?: string;
}

function condition({ subject, year, clause, run, id }: EntryFilter): string {
  const tests = [
    ...(subject === undefined ? [] : [`subject = ${sqlText(subject)}`]),
    ...(year === undefined ? [] : [`year = ${Number.parseInt(year, 10)}`]),
    ...(clause === undefined ? [] : [`clause = ${sqlText(clause)}`]),
    ...(run === undefined ? [] : [`run = ${Number.parseInt(run, 10)}`]),
    ...(id === undefined ? [] : [`id = ${sqlText(id)}`]),
  ];
  return tests.length === 0 ? 'true' : tests.join(' and ');
}

export interface ListedEntry {
  readonly seq: number;
  readonly run: number;
  readonly entry: LedgerEntry;
}

/** In the order of recording. */
export async function* listEntries(workspace: Workspace, filter: EntryFilter): AsyncGenerator<ListedEntry> {
  const sql = `select seq, run, line from ledger.entries where ${condition(filter)} order by seq`;
  for await (const [seq, run, line] of rowsOf(workspace, sql))
    yield { seq: Number(seq), run: Number(run), entry: JSON.parse(String(line)) as LedgerEntry };
}

export interface LedgerTotal {
  readonly policy: string;
  readonly clause: string;
  readonly year: number;
  readonly awards: number;
  /** Decimal text, in base units of the policy's currency. */
  readonly paid: string;
  /** Ceilings recorded as provisional. */
  readonly provisional: string;
}

/** Of what stands: by policy, clause and year. */
export async function ledgerTotals({ connection }: Workspace, filter: EntryFilter): Promise<readonly LedgerTotal[]> {
  const rows = await fewRows(
    connection,
    `select policy, clause, year, count(*), coalesce(sum(paid) filter (state = 'decided'), 0)::varchar, coalesce(sum(counted) filter (state <> 'decided'), 0)::varchar
      from ${standingEntries('ledger.entries')} where ${condition(filter)} group by policy, clause, year order by policy, year, clause`,
  );
  return rows.map(([policy, clause, year, awards, paid, provisional]) => ({
    policy: String(policy),
    clause: String(clause),
    year: Number(year),
    awards: Number(awards),
    paid: plain(paid),
    provisional: plain(provisional),
  }));
}

function plain(amount: unknown): string {
  return String(amount).replace(/\.0+$|(\.\d*?)0+$/, '$1');
}

/** Walks the chain from the first entry, and compares what stands beside each line with the line. */
export async function verifyChain(
  workspace: Workspace,
): Promise<{ readonly entries: number; readonly findings: readonly Diagnostic[] }> {
  const { report, diagnostics } = collector();
  const tell = (seq: number, reason: 'hash' | 'gap' | 'columns' | 'id' | 'reverses') =>
    report(ChainBroken, { path: String(seq) }, { seq, reason });
  let before = firstHash;
  let count = 0;
  for await (const [seq, hash, line] of rowsOf(workspace, 'select seq, hash, line from ledger.entries order by seq')) {
    count += 1;
    if (Number(seq) !== count) tell(Number(seq), 'gap');
    if (chained(before, String(line)) !== hash) tell(Number(seq), 'hash');
    before = String(hash);
    count = Number(seq);
  }
  const names =
    'kind, id, subject, policy, clause, item, matter, year, period_from, period_to, part, part_of, entitled, paid, counted, state, recorded_on, reverses';
  const broken: readonly (readonly ['columns' | 'id' | 'reverses', string])[] = [
    ['columns', `select seq from ledger.entries where (${names}) is distinct from (${columnsOfLine})`],
    [
      'id',
      `select seq from (select seq, row_number() over (partition by id order by seq) as nth from ledger.entries where id is not null) where nth > 1`,
    ],
    [
      'reverses',
      `select seq from ledger.entries as entry where reverses is not null and not exists (select 1 from ledger.entries as taken where taken.id = entry.reverses and taken.seq < entry.seq)`,
    ],
  ];
  for (const [reason, sql] of broken)
    for (const [seq] of await fewRows(workspace.connection, `${sql} order by seq limit 200`)) tell(Number(seq), reason);
  return { entries: count, findings: diagnostics };
}

/** Takes back what stands among the entries, by counter-entries; gives how many. */
export async function reverseEntries(
  workspace: Workspace,
  filter: EntryFilter,
  record: { readonly madeBy: string; readonly recordedOn: string },
): Promise<number> {
  const sql = `select line from ${standingEntries('ledger.entries')} where ${condition(filter)} order by seq`;
  const standing = (await fewRows(workspace.connection, sql)).map(([line]) => JSON.parse(String(line)) as AwardEntry);
  if (standing.length === 0) {
    const what = Object.entries(filter)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
    throw new FoundProblems([make(NothingToReverse, { path: what }, { what })]);
  }
  const ids = new Set(
    (await fewRows(workspace.connection, 'select id from ledger.entries where reverses is not null')).map(([id]) =>
      String(id),
    ),
  );
  const entries = await NewEntries.open(workspace, true);
  for (const entry of standing) entries.add(-1, JSON.stringify(reversalOf(entry, record, ids)));
  entries.flush();
  await entries.commit(record);
  return standing.length;
}

/** Appends entries made elsewhere; those whose ids are there already, and coverage stated already, are left out. Gives how many were new. */
export async function importEntries(
  workspace: Workspace,
  lines: readonly LedgerEntry[],
  record: { readonly madeBy: string; readonly recordedOn: string },
): Promise<number> {
  const known = new Set<string>();
  for await (const [id, line] of rowsOf(workspace, 'select id, line from ledger.entries'))
    known.add(id === null ? String(line) : String(id));
  const entries = await NewEntries.open(workspace, true);
  for (const entry of lines) {
    const line = JSON.stringify(entry);
    if (!known.has(entry.kind === 'award' ? entry.id : line)) entries.add(-1, line);
  }
  entries.flush();
  await entries.commit(record);
  return entries.count;
}
