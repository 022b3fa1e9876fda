/** The columnar evaluator over a stretch of companies, its columns filled from the engine's buffers: facts, lists, and what the table of awards says. */
import { type DuckDBColumns, duckdbColumns } from '../../../columnar/duckdb-columns.ts';
import { tableNames } from '../../../compiler/emit/sql/table-names.ts';
import { sqlName, sqlText, type Workspace } from '../../../programme/workspace.ts';
import { chunkFiller } from '../../../runtime/columnar/chunk-filler.ts';
import type { SourceColumn, SourceColumns, SourceList } from '../../../runtime/columnar/column-source.ts';
import type { ColumnarModule } from '../../../runtime/columnar/columnar-module.ts';
import type { FactColumn, HistoryColumn } from '../../../runtime/columnar/layout.ts';
import { type ColumnBlock, startBlock } from '../../../runtime/columnar/new-columns.ts';
import { type OutcomeBlock, roomForOutcomes } from '../../../runtime/columnar/new-outcomes.ts';
import { setParameters } from '../../../runtime/columnar/set-parameters.ts';
import type { FactValues } from '../../../runtime/input.ts';
import type { City, CityColumn, CityTable } from './city-tables.ts';
import type { Stretch } from './query-tables.ts';

export interface Evaluation {
  readonly module: ColumnarModule;
  readonly city: City;
  readonly parameters: FactValues;
  readonly block: ColumnBlock;
  readonly outcomes: OutcomeBlock;
}

/** Assesses the companies in their order; rows that the code leaves to the general evaluator are marked in the block. */
export async function evaluateStretch(
  { connection }: Workspace,
  { module, city, parameters, block, outcomes }: Evaluation,
  stretch: Stretch,
  year: number,
): Promise<void> {
  const { ir, layout, assess } = module;
  startBlock(block, year);
  const unknown = setParameters(ir, layout, block, parameters);
  if (unknown !== undefined) throw new Error(`parameter ${unknown.field} is not known`);
  const { text, columns } = sourceQuery(module, city, stretch);
  const fill = chunkFiller(ir, layout, year);
  const stream = await connection.stream(text);
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const source = duckdbColumns(chunk, columns);
    const facts = withNones(source);
    const history = layout.history.map((_, index) => source.facts.get(historyName(index))!);
    fill(block, { rows: source.rows, facts, lists: listsOf(module, source), history, answered: true });
  }
  roomForOutcomes(layout, outcomes, block);
  assess(block, outcomes, 0, block.rows);
}

// ── The query of the columns ─────────────────────────────────────────────────

function historyName(index: number): string {
  return `history ${index}`;
}
const noneMark = ' none';

interface SourceQuery {
  readonly text: string;
  /** As the filler names them, in the order of the query. */
  readonly columns: readonly string[];
}

function sourceQuery({ ir, layout }: ColumnarModule, city: City, { from, to }: Stretch): SourceQuery {
  const award = sqlName(tableNames(ir).award);
  const own = cellsRead(city.companies, layout.facts);
  const past = layout.history.map((column, index) => ({
    name: historyName(index),
    text: historyCell(award, column, 'company.subject'),
  }));
  const lists = layout.lists.flatMap(({ list, facts, history }) => {
    const staged = city.lists.get(list);
    if (staged === undefined) return [];
    const items = [...cellsRead(staged, facts)];
    const ofItems = history.map((column, index) => ({
      name: historyName(index),
      text: historyCell(award, column, 'entry.subject', 'entry.item'),
    }));
    const entries = [...items, ...ofItems].map(({ name, text }) => `${sqlName(name)} := ${text}`).join(', ');
    const all = `select pos, list(struct_pack(${entries}) order by position) as items from ${staged.name} as entry where pos >= ${from} and pos < ${to} group by pos`;
    return [{ list, join: `left join (${all}) as ${sqlName(list)} using (pos)` }];
  });
  const cells = [...own, ...past].map(({ name, text }) => `${text} as ${sqlName(name)}`);
  // Who has no entry has none: the list is known.
  const listCells = lists.map(({ list }) => `${sqlName(list)}.items as ${sqlName(list)}`);
  return {
    text: `select ${[...cells, ...listCells].join(', ')} from ${city.companies.name} as company ${lists.map(({ join }) => join).join(' ')}
      where pos >= ${from} and pos < ${to} order by pos`,
    columns: [...own.map(({ name }) => name), ...past.map(({ name }) => name), ...lists.map(({ list }) => list)],
  };
}

interface NamedCell {
  readonly name: string;
  readonly text: string;
}

/** The columns of the facts that the layout reads, and of the days on which their series begin. */
function cellsRead({ columns }: CityTable, facts: readonly FactColumn[]): readonly NamedCell[] {
  const read = new Set(facts.flatMap(({ field, since }) => (since === undefined ? [field] : [field, since])));
  return columns
    .filter(({ field }) => read.has(field.id))
    .flatMap((column) => {
      const { field, year, none } = column;
      const name = year === undefined ? field.id : `${field.id}@${year}`;
      const cell = { name, text: cellOf(column) };
      return none === undefined ? [cell] : [cell, { name: `${name}${noneMark}`, text: none }];
    });
}

function cellOf({ field: { type }, cell }: CityColumn): string {
  if (type.kind === 'choices') {
    const bits = type.options.map(
      ({ id }, index) =>
        `(case when list_contains(string_split(${cell}, '|'), ${sqlText(id)}) then ${2 ** index} else 0 end)`,
    );
    return `cast(case when ${cell} is not null then ${bits.join(' + ')} end as integer)`;
  }
  if (type.kind === 'choice') return `cast(${cell} as enum (${type.options.map(({ id }) => sqlText(id)).join(', ')}))`;
  return cell;
}

/** Of the awards of the years before: the table holds no others. */
function historyCell(
  award: string,
  { clause, window, asks, scale }: HistoryColumn,
  subject: string,
  item?: string,
): string {
  if (window.kind !== 'ever') throw new Error(`history of ${clause} within a window is not compared here`);
  const which = `a.clause = ${sqlText(clause)} and a.subject = ${subject}${item === undefined ? '' : ` and a.item = ${item}`}`;
  switch (asks) {
    case 'awarded':
      return `exists (select 1 from ${award} as a where ${which} and a.paid > 0)`;
    case 'times':
      return `(select count(distinct (a.item, a.year)) from ${award} as a where ${which} and a.paid > 0)`;
    case 'paid':
    case 'paidOut':
      // Finer than the column holds: the filler leaves such a row to the general evaluator.
      return `cast((select coalesce(sum(a.paid), 0) from ${award} as a where ${which}) as decimal(18, ${scale + 3}))`;
  }
}

// ── What the engine gave → what the filler takes ─────────────────────────────

/** A fact stated not to exist has a column of its own, that becomes a mask. */
function withNones({ facts, rows }: DuckDBColumns): SourceColumns {
  const own = new Map<string, SourceColumn>();
  for (const [name, column] of facts) {
    if (!name.endsWith(noneMark)) own.set(name, column);
  }
  for (const [name, { values }] of facts) {
    if (!name.endsWith(noneMark)) continue;
    const fact = name.slice(0, -noneMark.length);
    own.set(fact, { ...own.get(fact)!, none: { bits: bitsOf(values, rows) } });
  }
  return own;
}

function bitsOf(values: SourceColumn['values'], rows: number): Uint32Array {
  const bits = new Uint32Array((rows + 31) >>> 5);
  for (let row = 0; row < rows; row += 1) if (values[row] === 1) bits[row >>> 5]! |= 1 << (row & 31);
  return bits;
}

/** A row without entries is NULL to the engine, and an empty list to the policy. */
function listsOf({ layout }: ColumnarModule, source: DuckDBColumns): ReadonlyMap<string, SourceList> {
  return new Map(
    layout.lists.map(({ list, history }) => {
      const { offsets, facts } = source.lists.get(list)!;
      return [list, { offsets, facts, history: history.map((_, index) => facts.get(historyName(index))!) }];
    }),
  );
}
