/** What the store, and this run before, have recorded: as the assessments of a year need it. */

import { dayNumber } from '../../runtime/day.ts';
import { isCovered } from '../../runtime/history.ts';
import type { CoverageEntry, LedgerEntry, Period } from '../../runtime/input.ts';
import type { Budget, ClauseId, PolicyIr } from '../../runtime/ir.ts';
import { ofDecimalText, type Rational } from '../../runtime/rational.ts';
import { RowsByPosition } from '../applicants/rows-by-position.ts';
import { fewRows, rowsOf, sqlAmount, sqlText, type Workspace } from '../workspace.ts';

/** Makes the table `past_entries` (`pos`, `seq`, `line`): all that is recorded about an applicant up to now, in the order of applicants. */
export async function gatherPastEntries({ connection }: Workspace, hasStore: boolean): Promise<void> {
  const stored = `select people.pos, seq, line from ledger.entries as entry join people on people.subject = entry.subject union all`;
  await connection.run(
    `create or replace table past_entries as select pos, seq, line from (${hasStore ? stored : ''} select pos, seq, line from new_entries where pos >= 0) order by pos, seq`,
  );
}

/** Rows `pos`, `line` in the order of applicants, then of recording. */
export function entriesByApplicant(workspace: Workspace, among?: string): RowsByPosition {
  const filter = among === undefined ? '' : `where pos in (${among})`;
  return new RowsByPosition(rowsOf(workspace, `select pos, line from past_entries ${filter} order by pos, seq`));
}

/** Every entry but coverage for everybody, in the order of recording. */
export async function allLines({ connection }: Workspace, hasStore: boolean): Promise<readonly string[]> {
  const stored = `select seq, line from ledger.entries where kind = 'award' or subject <> '*' union all`;
  const rows = await fewRows(
    connection,
    `select line from (${hasStore ? stored : ''} select seq, line from new_entries where pos >= 0) order by seq`,
  );
  return rows.map(([line]) => String(line));
}

/** Coverage that is stated for everybody. */
export async function coverageForAll({ connection }: Workspace, hasStore: boolean): Promise<readonly CoverageEntry[]> {
  const stored = `select seq, line from ledger.entries where kind = 'coverage' and subject = '*' union all`;
  const rows = await fewRows(
    connection,
    `select line from (${hasStore ? stored : ''} select seq, line from new_entries where pos = -1) order by seq`,
  );
  return rows.map(([line]) => JSON.parse(String(line)) as LedgerEntry).filter((entry) => entry.kind === 'coverage');
}

/** That the run has paid what this policy pays in the period: nothing, if some of it is said already. */
export function ownCoverage(
  ir: PolicyIr,
  period: Period,
  known: readonly CoverageEntry[],
  day: string,
): CoverageEntry | undefined {
  const to = dayNumber(period.to) - 1;
  if (isCovered({ entries: known }, ir.id, '*', dayNumber(period.from), to)) return undefined;
  const last = `${period.label}-12-31`;
  return {
    kind: 'coverage',
    policy: ir.id,
    subject: '*',
    from: period.from,
    to: last,
    statedBy: 'jieti run',
    statedOn: day,
  };
}

/**
 * Entries that nothing takes back. A reversal that is taken back in turn restores what it had taken; none is taken back a third time, since
 * nothing that writes into a store does so.
 */
export function standingEntries(from: string): string {
  return `(select entry.* from ${from} as entry where entry.kind = 'award' and entry.reverses is null and not exists (
    select 1 from ${from} as reversal where reversal.reverses = entry.id and not exists (
      select 1 from ${from} as restored where restored.reverses = reversal.id)))`;
}

/** R11: paid from a pool before this batch. `present` names the table of the positions that the batch assesses. */
export async function paidFromPool(
  { connection }: Workspace,
  ir: PolicyIr,
  clause: ClauseId,
  over: Budget['period'],
  period: Period,
  {
    hasStore,
    coverage,
    present,
  }: { readonly hasStore: boolean; readonly coverage: readonly CoverageEntry[]; readonly present: string },
): Promise<Rational | undefined> {
  const from = dayNumber(ir.inForce.from);
  const to = dayNumber(period.from) - 1;
  if (over === 'whileInForce' && !isCovered({ entries: coverage }, ir.id, '*', from, to)) return undefined;
  const all = 'all_entries';
  const before = `period_to <= date ${sqlText(period.from)} and period_to > date ${sqlText(ir.inForce.from)}`;
  const same = `period_from = date ${sqlText(period.from)} and subject not in (select subject from people where pos in (select pos from ${present}))`;
  const [sum] = await fewRows(
    connection,
    `with ${all} as (${allEntries(hasStore)}) select sum(counted)::varchar from ${standingEntries(all)}
      where policy = ${sqlText(ir.id)} and clause = ${sqlText(clause)} and part_of is null and (${over === 'whileInForce' ? `(${before}) or ` : ''}(${same}))`,
  );
  return ofDecimalText(String(sum?.[0] ?? '0'));
}

const columns = 'kind, id, subject, policy, clause, period_from, period_to, part_of, counted, reverses';

/** Store and new entries, with the columns that sums need. */
function allEntries(hasStore: boolean): string {
  const stored = `select ${columns} from ledger.entries union all`;
  return `${hasStore ? stored : ''} select line ->> '$.kind' as kind, line ->> '$.id' as id, line ->> '$.subject' as subject,
    line ->> '$.policy' as policy, line ->> '$.clause' as clause, (line ->> '$.period.from')::date as period_from,
    (line ->> '$.period.to')::date as period_to, line ->> '$.partOf.label' as part_of,
    ${sqlAmount(`coalesce(line ->> '$.inParts', line ->> '$.paid')`)} as counted, line ->> '$.reverses' as reverses from new_entries`;
}
