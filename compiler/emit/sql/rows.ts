import type { CommonTable, QueryWriter } from './query-writer.ts';
import { type Naming, naming, quoted } from './quoting.ts';
import { depthOf, type Sql } from './sql-text.ts';
import type { SqlNumber } from './sql-value.ts';

/**
 * Rows on their way through the steps of one table of the query. Step 0 takes columns from other tables; each later one adds columns
 * computed from those before it, so that every piece of a clause has a name and nothing is computed twice.
 */
export interface Rows {
  readonly writer: QueryWriter;
  /** Name of the table that they become. */
  readonly name: string;
  /** The table they come from. */
  readonly source: string;
  /** FROM and its joins, one a line. */
  readonly sources: string[];
  readonly steps: Column[][];
  readonly names: Naming;
  readonly taken: Map<string, Sql>;
  /** List whose items these are; absent: applicants. */
  readonly list: string | undefined;
  /** Begins the names of what a line needs on its way. */
  line: string;
  /** R3: the day of the clause or item; absent: the last day of the year on which the policy is in force. */
  referenceDay: SqlNumber | undefined;
}

interface Column {
  readonly name: string;
  readonly text: string;
  readonly comments: readonly string[];
}

export function newRows(writer: QueryWriter, name: string, source: string, list?: string): Rows {
  return {
    writer,
    name,
    source,
    sources: [quoted(source)],
    steps: [[]],
    names: naming(),
    taken: new Map(),
    list,
    line: 'value',
    referenceDay: undefined,
  };
}

/** A column of a source, as a name that every step knows. The same place is taken once. */
export function takeColumn(rows: Rows, source: string, wanted: string, comments: readonly string[] = []): Sql {
  const known = rows.taken.get(source);
  if (known !== undefined) return known;
  const column = addColumn(rows, 0, wanted, source, comments);
  rows.taken.set(source, column);
  return column;
}

/** Gives a piece a name of its own. */
export function nameColumn(rows: Rows, wanted: string, piece: Sql, comments: readonly string[] = []): Sql {
  return addColumn(rows, Math.max(1, piece.depth), wanted, piece.text, comments);
}

/** A piece that may be written several times: itself if it is a name already. */
export function asName(rows: Rows, piece: Sql, wanted?: string): Sql {
  return piece.form === 'name'
    ? piece
    : nameColumn(rows, wanted === undefined ? rows.line : `${rows.line}_${wanted}`, piece);
}

/** Joins a further table, once. */
export function joinSource(rows: Rows, join: string): void {
  if (!rows.sources.includes(join)) rows.sources.push(join);
}

function addColumn(rows: Rows, step: number, wanted: string, text: string, comments: readonly string[]): Sql {
  const name = rows.names.take(wanted);
  while (rows.steps.length <= step) rows.steps.push([]);
  rows.steps[step]?.push({ name, text, comments });
  return { text: quoted(name), depth: step + 1, form: 'name' };
}

export interface Output {
  readonly name: string;
  readonly piece: Sql;
}

/** The rows as one table of the query: a chain of steps, each with names for what it adds. */
export function finishRows(
  rows: Rows,
  outputs: readonly Output[],
  comments: readonly string[],
  where?: Sql,
): CommonTable {
  const last = Math.max(depthOf(outputs.map(({ piece }) => piece)), where?.depth ?? 0, 1);
  const steps = rows.steps.slice(0, last);
  const stepName = (index: number): string => quoted(`${rows.name} ${index + 1}`);
  const from = (index: number): string => (index === 0 ? rows.sources.join('\n') : stepName(index - 1));
  const written = steps.map((columns, index) => {
    const all = [...(index === 0 ? [] : ['*']), ...columns.flatMap(columnLines)];
    return `${stepName(index)} AS (\n${indent(`SELECT\n${indent(listed(all))}\nFROM ${from(index)}`)}\n)`;
  });
  const chosen = outputs.map(({ name, piece }) =>
    piece.text === quoted(name) ? quoted(name) : `${piece.text} AS ${quoted(name)}`,
  );
  const filter = where === undefined || where.text === 'TRUE' ? '' : `\nWHERE ${where.text}`;
  const select = `SELECT\n${indent(chosen.join(',\n'))}\nFROM ${stepName(steps.length - 1)}${filter}`;
  return { name: rows.name, comments, body: `WITH ${written.join(',\n')}\n${select}` };
}

function columnLines({ name, text, comments }: Column): readonly string[] {
  const isOwnName = text.replace(/^"(?:[^"]|"")*"\./u, '') === quoted(name);
  return [[...comments, isOwnName ? text : `${text} AS ${quoted(name)}`].join('\n')];
}

function listed(columns: readonly string[]): string {
  return columns.join(',\n');
}

export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '  ');
}
