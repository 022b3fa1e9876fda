import { DuckDBInstance } from '@duckdb/node-api';
import { emitSqlQuery, type SqlOptions } from '../../compiler/emit/sql/emit.ts';
import { emitSqlTables } from '../../compiler/emit/sql/tables.ts';
import type { Assessment, Outcome } from '../../runtime/assessment.ts';
import type { AwardEntry, EvaluationInput, Ledger } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import type { Origins } from '../../runtime/origins.ts';
import { compare, ofDecimalText } from '../../runtime/rational.ts';
import type { End } from '../../runtime/value.ts';
import { type TableRows, tableRows } from './sql-tables.ts';

/** One row of the query. */
export interface SqlResult {
  readonly subject: string;
  readonly clause: string;
  readonly item: string | null;
  readonly status: string;
  readonly amounts: readonly (string | null)[];
}

/** Fills the tables with these applicants and runs the emitted query; undefined where the policy has no SQL. */
export async function runSql(
  ir: PolicyIr,
  origins: Origins,
  inputs: readonly EvaluationInput[],
  options: SqlOptions,
): Promise<readonly SqlResult[] | undefined> {
  const { text } = emitSqlQuery(ir, origins, options);
  return text === undefined ? undefined : await queried(emitSqlTables(ir), tableRows(ir, inputs), text);
}

/** Runs a query over tables in memory. */
export async function queried(ddl: string, rows: TableRows, query: string): Promise<readonly SqlResult[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(ddl);
    for (const [table, all] of rows) {
      for (let start = 0; start < all.length; start += 500)
        await connection.run(insertText(table, all.slice(start, start + 500)));
    }
    const columns = ['amount_least', 'amount_most', 'payable_least', 'payable_most'];
    const shown = columns.map((column) => `CAST("${column}" AS VARCHAR)`).join(', ');
    const reader = await connection.runAndReadAll(
      `SELECT "subject", "clause", "item", "status", ${shown} FROM (${query.replace(/;\s*$/u, '\n')})`,
    );
    return reader.getRows().map(([subject, clause, item, status, ...amounts]) => ({
      subject: String(subject),
      clause: String(clause),
      item: item === null ? null : String(item),
      status: String(status),
      amounts: amounts.map((amount) => (amount === null ? null : String(amount))),
    }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function insertText(table: string, rows: readonly Record<string, string>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => `(${columns.map((column) => row[column]).join(', ')})`);
  return `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${values.join(', ')}`;
}

/** The input as the tables can hold it: its own subject, everything awarded known and decided, nothing decided on ceilings. */
export function asTabled(input: EvaluationInput, subject: string, year: number): EvaluationInput {
  const { facts } = input;
  const covered: Ledger = {
    entries: [
      { kind: 'coverage', policy: '*', subject: '*', from: '1900-01-01', to: '2200-01-01' },
      ...(input.ledger?.entries ?? [])
        .filter((entry): entry is AwardEntry => entry.kind === 'award')
        .map(
          (entry): AwardEntry => ({
            ...entry,
            state: 'decided',
            subject: entry.subject === facts.subject ? subject : `${subject} other`,
          }),
        ),
    ],
  };
  const period = { label: String(year), from: `${year}-01-01`, to: `${year + 1}-01-01`, year };
  return { ...input, facts: { ...facts, subject }, ledger: covered, decisions: [], period };
}

/** Where the query says something else than the evaluator. What it leaves undetermined is counted, not compared. */
export function sqlDifferences(
  assessments: readonly Assessment[],
  results: readonly SqlResult[],
): { readonly differences: readonly string[]; readonly undetermined: number; readonly compared: number } {
  const bySubject = grouped(results);
  const differences: string[] = [];
  let undetermined = 0;
  let compared = 0;
  for (const assessment of assessments) {
    const own = bySubject.get(assessment.subject) ?? [];
    const expected = expectedOf(assessment);
    const found = new Map(own.map((result) => [keyOf(result.clause, result.item), result]));
    if (own.length !== expected.size)
      differences.push(`${assessment.subject}: ${own.length} rows for ${expected.size} results`);
    for (const [key, outcome] of expected) {
      const result = found.get(key);
      if (result === undefined) differences.push(`${assessment.subject} ${key}: no row, evaluator ${outcome.kind}`);
      else if (result.status === 'undetermined' && outcome.kind !== 'undetermined') undetermined += 1;
      else {
        compared += 1;
        const told = differenceOf(outcome, result);
        if (told !== undefined) differences.push(`${assessment.subject} ${key}: ${told}`);
      }
    }
  }
  return { differences, undetermined, compared };
}

function grouped(results: readonly SqlResult[]): Map<string, SqlResult[]> {
  const groups = new Map<string, SqlResult[]>();
  for (const result of results) {
    const group = groups.get(result.subject);
    if (group === undefined) groups.set(result.subject, [result]);
    else group.push(result);
  }
  return groups;
}

function expectedOf(assessment: Assessment): Map<string, Outcome> {
  return new Map(
    assessment.clauses.flatMap(({ clause, outcome, items }) => [
      [keyOf(clause, null), outcome] as const,
      ...items.map((item) => [keyOf(clause, item.key), item.outcome] as const),
    ]),
  );
}

function keyOf(clause: string, item: string | null): string {
  return item === null ? clause : `${clause} ${JSON.stringify(item)}`;
}

function differenceOf(outcome: Outcome, { status, amounts }: SqlResult): string | undefined {
  if (status !== outcome.kind) return `query ${status} ${amounts[1]}, evaluator ${outcome.kind}`;
  if (status === 'undetermined') return undefined;
  const ends: readonly End[] = [outcome.amount.lo, outcome.amount.hi, outcome.payable.lo, outcome.payable.hi];
  const isSame = ends.every((end, index) => {
    const text = amounts[index];
    return typeof end !== 'string' && text != null && compare(end, ofDecimalText(trimmed(text))) === 0;
  });
  if (isSame) return undefined;
  const told = ends.map((end) => (typeof end === 'string' ? end : `${end.n}/${end.d}`));
  return `${status}: query ${amounts.join(' ')}, evaluator ${told.join(' ')}`;
}

/** The canonical form of decimal text. */
function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}
