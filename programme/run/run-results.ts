/** What a run finds, as it arrives: rows into the output tables, counts for the summary. */
import type { DuckDBAppender } from '@duckdb/node-api';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { PoolClaim, PoolResult } from '../../runtime/batch/settle-pools.ts';
import { clauseNames } from '../../runtime/door/path-names.ts';
import { decimalOf } from '../../runtime/ledger/decimal-of.ts';
import { sum } from '../../runtime/rational.ts';
import type { Problem } from '../applicants/problem.ts';
import { ResultTables } from '../outputs/result-tables.ts';
import { fewRows, sqlAmount, sqlText, type Workspace } from '../workspace.ts';
import type { Assessed } from './assess-applicant.ts';
import { type ClauseState, payingClauses, type ResultRows } from './result-rows.ts';
import type { RunSetting } from './run-setting.ts';

export interface YearCounts {
  assessed: number;
  /** Refused at the door, in all its years. */
  refused: number;
  /** Have no row for the year. */
  absent: number;
  readonly states: Map<string, Record<ClauseState, number>>;
}

type Place = (finding: Diagnostic) => Problem;

export class RunResults {
  readonly counts = new Map<number, YearCounts>();
  /** The first problems, for the terminal. */
  readonly firstProblems: Problem[] = [];
  /** Of all problems, and of those by which somebody was not assessed; known once this is closed. */
  problemCount = 0;
  errorCount = 0;
  stale = 0;
  done = 0;
  private current: YearCounts | undefined;
  private readonly places = new Map<number, Place>();
  private readonly setting: RunSetting;
  private readonly workspace: Workspace;
  private readonly tables: ResultTables;
  private readonly present: DuckDBAppender;
  private readonly names: ReadonlyMap<string, string>;

  private constructor(setting: RunSetting, workspace: Workspace, tables: ResultTables, present: DuckDBAppender) {
    this.setting = setting;
    this.workspace = workspace;
    this.tables = tables;
    this.present = present;
    const { ir, language } = setting;
    this.names = new Map(ir.clauses.map(({ id, names }) => [id, language === 'zh' ? (names.zh ?? id) : id]));
  }

  static async open(setting: RunSetting, workspace: Workspace): Promise<RunResults> {
    await workspace.connection.run('create or replace table present (year integer, pos integer)');
    const present = await (await workspace.connect()).createAppender('present');
    return new RunResults(setting, workspace, await ResultTables.open(workspace), present);
  }

  beginYear(year: number): void {
    const states = payingClauses(this.setting.ir).map(
      ({ id }) => [id, { granted: 0, upTo: 0, refused: 0, open: 0 }] as const,
    );
    this.current = { assessed: 0, refused: 0, absent: 0, states: new Map(states) };
    this.counts.set(year, this.current);
    this.done = 0;
  }

  /** How findings about an applicant that is being assessed are told: by file and row. */
  expect(pos: number, place: Place): void {
    this.places.set(pos, place);
  }

  absent(isRefused: boolean): void {
    if (isRefused) this.current!.refused += 1;
    else this.current!.absent += 1;
    this.done += 1;
  }

  take(year: number, { pos, subject, findings, rows, claims, stale }: Assessed): void {
    const place = this.places.get(pos);
    this.places.delete(pos);
    if (claims.length > 0) {
      this.notePresence(year, pos);
      return;
    }
    for (const finding of findings) if (place !== undefined) this.problem(place(finding));
    if (hasErrors(findings) || rows === undefined) {
      this.done += 1;
      this.current!.refused += 1;
      return;
    }
    this.notePresence(year, pos);
    this.stale += stale.length;
    this.takeRows(year, subject, rows);
  }

  /** Of an applicant who is present already. */
  takeRows(year: number, subject: string, rows: ResultRows): void {
    this.done += 1;
    this.current!.assessed += 1;
    for (const [clause, state] of rows.states) this.current!.states.get(clause)![state] += 1;
    this.addRows(year, subject, rows);
  }

  /** Who is in the table `settled` is present; so many of them get nothing under any clause. */
  async settleNothing(year: number, count: number): Promise<void> {
    this.current!.assessed += count;
    for (const state of this.current!.states.values()) state.refused += count;
    this.done += count;
    this.present.flushSync();
    await this.workspace.connection.run(`insert into present select ${year}, pos from settled`);
  }

  private notePresence(year: number, pos: number): void {
    this.present.appendInteger(year);
    this.present.appendInteger(pos);
    this.present.endRow();
  }

  private addRows(year: number, subject: string, rows: ResultRows): void {
    const about = (clause: string) => [year, subject, clause, this.names.get(clause) ?? clause] as const;
    const { awards, refusals, open } = rows;
    for (const { clause, item, state, entitled, payable, inParts, part, partOf } of awards)
      this.tables.add('awards', [...about(clause), item, this.word(state), entitled, payable, inParts, part, partOf]);
    for (const { clause, kind, reason } of refusals)
      this.tables.add('refusals', [...about(clause), this.word(kind), reason]);
    for (const { clause, low, high, missing } of open)
      this.tables.add('undetermined', [...about(clause), low, high, missing]);
  }

  private word(state: keyof typeof stateWords): string {
    return stateWords[state][this.setting.language];
  }

  /** The same finding may come again in another year; it is told once. */
  problem(problem: Problem): void {
    const { file, row, column, subject, finding } = problem;
    const { language } = this.setting;
    const isShown = this.firstProblems.some((first) => isSameProblem(first, problem));
    if (!isShown && this.firstProblems.length < shownProblems) this.firstProblems.push(problem);
    const severity = severityWords[finding.severity][language];
    this.tables.add('problems', [
      file,
      row,
      column,
      subject,
      severity,
      finding.code,
      finding.message[language],
      finding.help[language],
    ]);
  }

  takePool(year: number, pool: PoolResult): void {
    const { language, ir } = this.setting;
    const of = (state: PoolClaim['state']) =>
      decimalOf(sum(pool.claims.filter((claim) => claim.state === state).map(({ share }) => share)));
    const isExhausted =
      decimalOf(pool.remainder) === '0' ||
      pool.claims.some(({ claim, share }) => claim !== share && decimalOf(claim) !== decimalOf(share));
    this.tables.add('pools', [
      year,
      pool.clause,
      clauseNames(ir, pool.clause)[language],
      sharingWords[pool.sharing][language],
      decimalOf(pool.amount),
      decimalOf(pool.paidBefore),
      decimalOf(pool.room),
      pool.claims.length,
      decimalOf(sum(pool.claims.map(({ claim }) => claim))),
      of('paid'),
      of('ceiling'),
      of('reserved'),
      decimalOf(pool.remainder),
      stateWords[isExhausted ? 'exhausted' : 'enough'][language],
    ]);
  }

  async notePresent(): Promise<void> {
    this.present.flushSync();
  }

  async noteClaimants(positions: ReadonlySet<number>): Promise<void> {
    const { connection } = this.workspace;
    await connection.run('create or replace table claimants (pos integer)');
    const appender = await connection.createAppender('claimants');
    for (const pos of positions) {
      appender.appendInteger(pos);
      appender.endRow();
    }
    appender.closeSync();
  }

  /** Fills the summary, clause by clause and year by year, from the rows. */
  async close(): Promise<void> {
    this.present.closeSync();
    this.tables.flush();
    const sums = await this.sums();
    for (const [year, { assessed, states }] of this.counts)
      for (const [clause, count] of states) {
        const [payable, ceilings, high] = sums.get(`${year} ${clause}`) ?? ['0', '0', '0'];
        const counts = [assessed, count.granted, count.upTo, count.refused, count.open];
        this.tables.add('summary', [
          year,
          clause,
          this.names.get(clause) ?? clause,
          ...counts,
          payable,
          ceilings,
          high,
        ]);
      }
    this.tables.close();
    await this.countProblems();
  }

  private async countProblems(): Promise<void> {
    const { connection } = this.workspace;
    await connection.run('create or replace table told as select distinct * from problems');
    await connection.run('drop table problems');
    await connection.run('alter table told rename to problems');
    const error = sqlText(severityWords.error[this.setting.language]);
    const [counts] = await fewRows(connection, `select count(*), count(*) filter (severity = ${error}) from problems`);
    [this.problemCount, this.errorCount] = [Number(counts?.[0] ?? 0), Number(counts?.[1] ?? 0)];
  }

  private async sums(): Promise<ReadonlyMap<string, readonly [string, string, string]>> {
    const upTo = `'${stateWords.upTo[this.setting.language]}'`;
    const rows = await fewRows(
      this.workspace.connection,
      `select year, clause, sum(payable)::varchar, sum(ceiling)::varchar, sum(high)::varchar from (
        select year, clause, case when state <> ${upTo} then ${sqlAmount('payable')} else 0 end as payable,
          case when state = ${upTo} then ${sqlAmount('payable')} else 0 end as ceiling, 0::decimal(38, 12) as high from awards
        union all select year, clause, 0, 0, ${sqlAmount('high')} from undetermined) group by year, clause`,
    );
    return new Map(
      rows.map(([year, clause, ...amounts]) => [
        `${year} ${clause}`,
        amounts.map(plainAmount) as [string, string, string],
      ]),
    );
  }
}

/** How many problems the terminal shows; all of them stand in the table. */
export const shownProblems = 10;

function isSameProblem(one: Problem, other: Problem): boolean {
  const isSamePlace = one.file === other.file && one.row === other.row && one.column === other.column;
  const isSameFinding = one.finding.code === other.finding.code && one.finding.message.en === other.finding.message.en;
  return isSamePlace && one.subject === other.subject && isSameFinding;
}

function plainAmount(value: unknown): string {
  return String(value ?? '0').replace(/\.0+$|(\.\d*?)0+$/, '$1');
}

const sharingWords = {
  proRata: { zh: '按比例', en: 'pro rata' },
  uniformRate: { zh: '统一比例', en: 'uniform rate' },
  firstCome: { zh: '先到先得', en: 'first come' },
  firstComeWhole: { zh: '先到先得整笔', en: 'first come, whole claims' },
  byRank: { zh: '按名次', en: 'by rank' },
  unlimited: { zh: '不限', en: 'unlimited' },
} as const;
const severityWords = { error: { zh: '未评定', en: 'not assessed' }, warning: { zh: '提醒', en: 'warning' } } as const;

export const stateWords = {
  granted: { zh: '给予', en: 'granted' },
  upTo: { zh: '至多', en: 'granted up to' },
  grantedUpTo: { zh: '至多', en: 'granted up to' },
  notMet: { zh: '不成立', en: 'not met' },
  outOfForce: { zh: '不在有效期', en: 'out of force' },
  superseded: { zh: '被取代', en: 'superseded' },
  undetermined: { zh: '待定', en: 'undetermined' },
  noAmount: { zh: '不计金额', en: 'no amount' },
  nothing: { zh: '数额为零', en: 'nothing due' },
  exhausted: { zh: '已用尽', en: 'exhausted' },
  enough: { zh: '有余', en: 'not exhausted' },
} as const;
