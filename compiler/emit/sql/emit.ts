import { collector, type Diagnostic, type Language } from '../../../diagnostics/diagnostic.ts';
import type { BlockIr, ChoiceId, ClauseIr, PolicyIr, ReadingId } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';
import { emitBlock } from './block.ts';
import { emitClause } from './clause.ts';
import { type Dialect, duckdb } from './dialect.ts';
import { factsOf, factsTable } from './facts.ts';
import { queryHeading } from './heading.ts';
import { settlePending } from './pending.ts';
import { type CommonTable, type QueryWriter, queryWriter, refuse } from './query-writer.ts';
import { quoted } from './quoting.ts';
import { daysInForce } from './reference-day.ts';
import { type ResultTable, resultsText } from './results.ts';
import { indent } from './rows.ts';
import { settleReadings } from './settle-readings.ts';

export interface SqlOptions {
  /** Assessed year; default: the first year wholly in force, else the first one touched (R22). */
  readonly year?: number;
  /** Choices that differ from the default. */
  readonly readings?: Readonly<Record<ReadingId, ChoiceId>>;
  /** Of comments. */
  readonly language?: Language;
  readonly dialect?: Dialect;
}

/** `text` is absent where something has no SQL; the diagnostics then say what. */
export interface EmittedSql {
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * IR → one query that assesses every applicant of the tables for one year, alone (before budgets are shared): a row for each clause, and for each item
 * of clauses that go item by item, with status, exact and payable amounts. Where all facts are known it agrees with the evaluator to the
 * last digit; what rests on an unknown fact (NULL) is `undetermined`.
 */
export function emitSqlQuery(given: PolicyIr, origins: Origins, options: SqlOptions = {}): EmittedSql {
  const { report, diagnostics } = collector();
  const ir = settleReadings(given, options.readings ?? {});
  const writer = queryWriter(ir, {
    origins,
    year: options.year ?? defaultYear(ir),
    dialect: options.dialect ?? duckdb,
    language: options.language ?? 'zh',
    report,
  });
  factsOf(writer, undefined);
  const results = daysInForce(writer) === undefined ? ir.clauses : clausesOf(writer);
  const last = resultsText(writer, results);
  if (diagnostics.length > 0) return { diagnostics };
  const tables = [...factTables(writer), ...sharedTables(writer), ...writer.steps];
  const text = `${queryHeading(writer, given, options.readings ?? {})}\nWITH ${tables.map(tableText).join(',\n')}\n${last};\n`;
  return { text, diagnostics };
}

/** In the order of the policy text, though each is written behind what it reads. */
function clausesOf(writer: QueryWriter): readonly (ResultTable | ClauseIr)[] {
  const { ir } = writer;
  const results = new Map<string, readonly (ResultTable | ClauseIr)[]>();
  for (const { kind, id } of ir.order) {
    if (kind === 'clause') results.set(id, clauseResults(writer, id));
    else emitBlock(writer, blockOf(writer, id), writer.pending);
  }
  // Other policies come after all blocks.
  for (const pending of writer.pending.values()) results.set(pending.clause.id, settlePending(writer, pending));
  writer.current = undefined;
  return ir.clauses.flatMap(({ id }) => results.get(id) ?? []);
}

function clauseResults(writer: QueryWriter, id: string): readonly (ResultTable | ClauseIr)[] {
  const clause = writer.ir.clauses.find((one) => one.id === id);
  if (clause === undefined) throw new Error(`no such clause: ${id}`);
  writer.current = clause;
  if (clause.payment !== undefined) refuse(writer, clause.payment.id, { zh: '分期兑付', en: 'a payment plan' });
  const isText = clause.kind === 'none' && clause.statements.length === 0;
  const results = isText ? [clause] : emitClause(writer, clause);
  writer.current = undefined;
  return results;
}

function blockOf({ ir }: QueryWriter, id: string): BlockIr {
  const block = ir.blocks.find((one) => one.id === id);
  if (block === undefined) throw new Error(`no such block: ${id}`);
  return block;
}

function factTables(writer: QueryWriter): readonly CommonTable[] {
  return [...writer.facts.values()].map((facts) => factsTable(writer, facts));
}

/** Of awards; those made of steps stand among these. */
function sharedTables(writer: QueryWriter): readonly CommonTable[] {
  return [...writer.shared.values()].filter((table) => !writer.steps.includes(table));
}

function tableText({ name, comments, body }: CommonTable): string {
  const lead = comments.length === 0 ? '' : `\n${comments.join('\n')}\n`;
  return `${lead}${quoted(name)} AS (\n${indent(body)}\n)`;
}

/** R22. */
function defaultYear({ inForce }: PolicyIr): number {
  const first = Number(inForce.from.slice(0, 4));
  if (inForce.from.endsWith('-01-01')) return first;
  return inForce.to === undefined || inForce.to >= `${first + 1}-12-31` ? first + 1 : first;
}
