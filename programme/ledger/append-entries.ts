/** Entries on their way into the store: collected in the workspace as they are made, appended in one transaction. */
import { createHash } from 'node:crypto';
import type { DuckDBAppender } from '@duckdb/node-api';
import { fewRows, sqlText, type Workspace } from '../workspace.ts';
import { columnsOfLine } from './attach-store.ts';

/** The hash before the first entry. */
export const firstHash = '0'.repeat(64);

export function chained(before: string, line: string): string {
  return createHash('sha256').update(`${before}\n${line}`).digest('hex');
}

/** What is written beside the entries about the run that made them. */
export interface RunRecord {
  readonly madeBy: string;
  readonly recordedOn: string;
  readonly policy?: string;
  readonly policyDigest?: string;
  readonly years?: string;
}

/** `hasStore`: the store is attached as `ledger`; without one entries are collected for the years that follow alone. */
export class NewEntries {
  count = 0;
  private readonly workspace: Workspace;
  private readonly hasStore: boolean;
  private readonly appender: DuckDBAppender;
  private readonly first: number;
  private hash: string;

  private constructor(workspace: Workspace, hasStore: boolean, appender: DuckDBAppender, first: number, hash: string) {
    this.workspace = workspace;
    this.hasStore = hasStore;
    this.appender = appender;
    this.first = first;
    this.hash = hash;
  }

  static async open(workspace: Workspace, hasStore: boolean): Promise<NewEntries> {
    const { connection } = workspace;
    await connection.run('create or replace table new_entries (seq bigint, pos integer, hash varchar, line varchar)');
    const [last] = hasStore
      ? await fewRows(connection, 'select seq, hash from ledger.entries order by seq desc limit 1')
      : [];
    const appender = await (await workspace.connect()).createAppender('new_entries');
    return new NewEntries(workspace, hasStore, appender, Number(last?.[0] ?? 0) + 1, String(last?.[1] ?? firstHash));
  }

  /** `pos`: of the applicant that it is about; -1 for everybody. */
  add(pos: number, line: string): void {
    this.hash = chained(this.hash, line);
    this.appender.appendBigInt(BigInt(this.first + this.count));
    this.appender.appendInteger(pos);
    this.appender.appendVarchar(this.hash);
    this.appender.appendVarchar(line);
    this.appender.endRow();
    this.count += 1;
  }

  /** Makes what was added visible to queries. */
  flush(): void {
    this.appender.flushSync();
  }

  /** Lets go of what was collected: nothing of it goes into the store. */
  discard(): void {
    this.appender.closeSync();
  }

  /** All of them or none, whatever happens meanwhile. Without entries nothing changes at all. */
  async commit(record: RunRecord): Promise<void> {
    this.appender.closeSync();
    if (!this.hasStore || this.count === 0) return;
    const { connection } = this.workspace;
    await connection.run('begin transaction');
    const [last] = await fewRows(connection, 'select coalesce(max(run), 0) from ledger.runs');
    const run = Number(last?.[0] ?? 0) + 1;
    await connection.run(
      `insert into ledger.entries select seq, ${run}, hash, ${columnsOfLine}, line from new_entries order by seq`,
    );
    const texts = [record.madeBy, record.recordedOn, record.policy, record.policyDigest, record.years].map((text) =>
      text === undefined ? 'null' : sqlText(text),
    );
    const seqs = [this.first, this.first + this.count - 1];
    await connection.run(`insert into ledger.runs values (${[run, ...texts, ...seqs].join(', ')})`);
    await connection.run('commit');
    await connection.run('checkpoint ledger');
  }
}
