import { NotInSql } from '../../../diagnostics/command-sql.ts';
import type { Bilingual, Language, Report } from '../../../diagnostics/diagnostic.ts';
import type { ClauseId, ClauseIr, FieldIr, NodeId, PolicyIr } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';
import { fieldIndex } from '../typescript/scale.ts';
import { type ValueKey, valuesRead } from './clause-values.ts';
import type { Dialect } from './dialect.ts';
import type { Facts } from './facts.ts';
import type { Pending } from './pending.ts';
import { type Naming, naming } from './quoting.ts';
import type { Kept } from './sql-value.ts';
import { type TableNames, tableNames } from './table-names.ts';

/** A named step of the query. */
export interface CommonTable {
  readonly name: string;
  readonly comments: readonly string[];
  /** SQL without the brackets around it. */
  readonly body: string;
}

/** What others may read of a clause, as columns of its table. */
export interface ClauseColumns {
  readonly table: string;
  /** What others read of it; where the value has a lower end of its own, `KEY_least` stands beside it. */
  readonly values: Partial<Readonly<Record<ValueKey, Kept>>>;
}

export interface QueryWriter {
  /** Without readings: they are settled. */
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly year: number;
  readonly dialect: Dialect;
  readonly language: Language;
  readonly report: Report;
  readonly tables: TableNames;
  /** Names of tables and of steps of the query. */
  readonly relations: Naming;
  readonly field: (owner: string | undefined, id: string) => FieldIr;
  readonly facts: Map<string | undefined, Facts>;
  /** Tables that several clauses read; made on demand. */
  readonly shared: Map<string, CommonTable>;
  readonly steps: CommonTable[];
  readonly clauses: Map<ClauseId, ClauseColumns>;
  readonly valuesRead: ReadonlyMap<ClauseId, ReadonlySet<ValueKey>>;
  /** Members of blocks, and how far they have come. */
  readonly pendingIds: ReadonlySet<ClauseId>;
  readonly pending: Map<ClauseId, Pending>;
  /** The clause being written. */
  current: ClauseIr | undefined;
}

export interface WriterSetting {
  readonly origins: Origins;
  readonly year: number;
  readonly dialect: Dialect;
  readonly language: Language;
  readonly report: Report;
}

export function queryWriter(ir: PolicyIr, setting: WriterSetting): QueryWriter {
  const tables = tableNames(ir);
  return {
    ir,
    ...setting,
    tables,
    relations: naming(tables.all),
    field: fieldIndex(ir),
    facts: new Map(),
    shared: new Map(),
    steps: [],
    clauses: new Map(),
    valuesRead: valuesRead(ir),
    pendingIds: new Set(ir.blocks.flatMap(({ members }) => members)),
    pending: new Map(),
    current: undefined,
  };
}

/** Tells that a construct has no SQL. The emission goes on, so that everything is told at once; its text is never handed out. */
export function refuse(writer: QueryWriter, node: NodeId, construct: Bilingual): void {
  writer.report(NotInSql, placeOf(writer, node), { clause: nameOf(writer), construct });
}

export function placeOf(
  writer: QueryWriter,
  node: NodeId,
): { readonly span: { start: number; end: number } } | { readonly path: string } {
  const origin = writer.origins.nodes[node] ?? writer.origins.nodes[writer.current?.node ?? 0];
  if (origin === undefined || origin.text !== undefined) return { path: nameOf(writer) };
  return { span: { start: origin.start, end: origin.end } };
}

export function nameOf({ current, ir, language }: QueryWriter): string {
  const { id, names } = current ?? ir;
  return (language === 'zh' ? names.zh : undefined) ?? id;
}
