/** A file of any of the formats → tables in the workspace. */
import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { DiagnosticKind } from '../../diagnostics/diagnostic.ts';
import type { Workspace } from '../workspace.ts';
import { stageCsv } from './stage-csv.ts';
import { stageJsonLines } from './stage-jsonl.ts';
import { stageParquet } from './stage-parquet.ts';
import { stageXlsx } from './stage-xlsx.ts';
import type { StagedTable } from './staged-table.ts';

export type FileReport = <P>(kind: DiagnosticKind<P>, parameters: P) => void;

export interface Staging {
  readonly path: string;
  /** As messages name it. */
  readonly file: string;
  readonly title: string;
  /** Of the table to make; of several, the beginning. */
  readonly name: string;
  readonly report: FileReport;
}

type Stage = (workspace: Workspace, staging: Staging) => Promise<readonly StagedTable[]>;

const stages: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['.csv', stageCsv],
  ['.tsv', stageCsv],
  ['.txt', stageCsv],
  ['.jsonl', stageJsonLines],
  ['.ndjson', stageJsonLines],
  ['.parquet', stageParquet],
  ['.xlsx', stageXlsx],
]);

/** Endings of the files that are read. */
export const tableEndings: readonly string[] = [...stages.keys()];

export function isTableFile(path: string): boolean {
  return stages.has(extname(path).toLowerCase()) && statSync(path).isFile();
}

export async function stageFile(
  workspace: Workspace,
  path: string,
  name: string,
  report: FileReport,
): Promise<readonly StagedTable[]> {
  const stage = stages.get(extname(path).toLowerCase());
  if (stage === undefined) return [];
  const file = basename(path);
  return await stage(workspace, { path, file, title: basename(path, extname(path)), name, report });
}
