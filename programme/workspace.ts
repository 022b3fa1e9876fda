/** DuckDB as the engine of one run: a database on disk, so that what does not fit in memory is no matter. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';

export interface Workspace {
  readonly connection: DuckDBConnection;
  /** Another connection: a result that streams holds the one it comes from. */
  connect(): Promise<DuckDBConnection>;
  /** A folder of its own for copies and spilled data; gone when the workspace is closed. */
  readonly folder: string;
  close(): void;
}

export interface WorkspaceOptions {
  /** Most memory that DuckDB may take; beyond it, it writes to the workspace's folder. 640 MB where nothing is said: enough to sort a million wide rows. */
  readonly memoryLimit?: string;
  readonly threads?: number;
}

/** Loaded on first use: the verbs that need no tables start without it. */
export async function openWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), 'jieti-'));
  const instance = await openDatabase(join(folder, 'workspace.duckdb'), {
    memory_limit: options.memoryLimit ?? '640MB',
    temp_directory: join(folder, 'spilled'),
    threads: String(options.threads ?? 2),
  });
  // The database, and a store attached to it, are let go with the last of them.
  const connections: DuckDBConnection[] = [];
  const connect = async () => {
    const made = await instance.connect();
    connections.push(made);
    return made;
  };
  return {
    connection: await connect(),
    connect,
    folder,
    close() {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A missing extension must not be looked for on the network. */
export async function openDatabase(path: string, settings: Readonly<Record<string, string>>): Promise<DuckDBInstance> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  return await DuckDBInstance.create(path, {
    ...settings,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
}

/** Rows of a query one after the other, on a connection of its own; only a chunk of them is held. */
export async function* rowsOf(workspace: Workspace, sql: string): AsyncGenerator<readonly DuckDBValue[]> {
  const connection = await workspace.connect();
  try {
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield* chunk.getRows();
    }
  } finally {
    connection.closeSync();
  }
}

/** All rows of a query that has few. */
export async function fewRows(connection: DuckDBConnection, sql: string): Promise<readonly (readonly DuckDBValue[])[]> {
  return await (await connection.run(sql)).getRows();
}

/** A text as SQL writes it. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as SQL writes it. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * An amount in a text, as DECIMAL(38, 12): by way of eighteen digits where they hold it, since the engine takes hundreds of times as long over more.
 * `cast`: `try_cast` where a text that is no number is to be null.
 */
export function sqlAmount(text: string, cast: 'cast' | 'try_cast' = 'cast'): string {
  return `(case when regexp_full_match(${text}, '-?[0-9]{1,12}([.][0-9]{1,6})?') then cast(${text} as decimal(18, 6))::decimal(38, 12) else ${cast}(${text} as decimal(38, 12)) end)`;
}
