/** The plain applicants of a run, so many positions at a time: numbers straight from the engine's buffers, items and ledger entries of all of them in one query each. */
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { fewRows } from '../workspace.ts';
import type { ItemChunk, KnownEntries, PlainChunk } from './plain-chunk.ts';
import type { PlainList } from './plain-lists.ts';
import type { PlainRows } from './plain-rows.ts';

export interface PositionedChunk {
  /** By row, which applicant it is. */
  readonly positions: Int32Array;
  readonly chunk: PlainChunk;
}

/** In the order of applicants. `count`: how many there are; `atOnce`: the most in a chunk. `past_entries` holds what the ledger knows of them. */
export async function* readPlainChunks(
  connection: DuckDBConnection,
  { columns, lists }: PlainRows,
  count: number,
  atOnce: number,
): AsyncGenerator<PositionedChunk> {
  for (let from = 0; from < count; from += atOnce) {
    const range = `pos >= ${from} and pos < ${from + atOnce}`;
    const rows = await numbersOf(connection, `select * from plain_rows where ${range} order by pos`, columns.length);
    if (rows.count === 0) continue;
    const items: ItemChunk[] = [];
    for (const list of lists) items.push(await itemsOf(connection, list, range, rows.positions));
    const entries = await entriesOf(connection, range, rows.positions);
    yield {
      positions: rows.positions,
      chunk: { rows: rows.count, columns: rows.columns, lists: items, entries },
    };
  }
}

interface Numbers {
  readonly count: number;
  readonly positions: Int32Array;
  readonly columns: readonly Float64Array[];
}

/** `pos` (INTEGER), then `width` columns of DOUBLE without nulls. */
async function numbersOf(connection: DuckDBConnection, sql: string, width: number): Promise<Numbers> {
  const chunks: DuckDBDataChunk[] = [];
  const result = await connection.run(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    chunks.push(chunk);
  }
  const count = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const positions = new Int32Array(count);
  const columns = Array.from({ length: width }, () => new Float64Array(count));
  let at = 0;
  for (const chunk of chunks) {
    positions.set(cellsOf<Int32Array>(chunk, 0), at);
    for (const [index, column] of columns.entries()) column.set(cellsOf<Float64Array>(chunk, index + 1), at);
    at += chunk.rowCount;
  }
  return { count, positions, columns };
}

/** The buffer of a vector without nulls: an object for each value would take longer than assessing it. */
function cellsOf<C extends Int32Array | Float64Array>(chunk: DuckDBDataChunk, index: number): C {
  const { items } = chunk.getColumnVector(index) as unknown as { readonly items: C };
  return items.subarray(0, chunk.rowCount) as C;
}

async function itemsOf(
  connection: DuckDBConnection,
  { table, columns, hasKeys }: PlainList,
  range: string,
  positions: Int32Array,
): Promise<ItemChunk> {
  const offsets = new Uint32Array(positions.length + 1);
  if (table === undefined) return { offsets, columns: [] };
  const items = await numbersOf(
    connection,
    `select * exclude (row, key) from ${table} where ${range} order by pos, row`,
    columns.length,
  );
  let item = 0;
  for (const [row, position] of positions.entries()) {
    while (item < items.count && items.positions[item] === position) item += 1;
    offsets[row + 1] = item;
  }
  if (item !== items.count) throw new Error('items of applicants that are not plain');
  if (!hasKeys || items.count === 0) return { offsets, columns: items.columns, ...(hasKeys ? { keys: [] } : {}) };
  const keys = await fewRows(connection, `select key from ${table} where ${range} order by pos, row`);
  return { offsets, columns: items.columns, keys: keys.map(([key]) => String(key)) };
}

async function entriesOf(
  connection: DuckDBConnection,
  range: string,
  positions: Int32Array,
): Promise<readonly KnownEntries[]> {
  const found = await fewRows(
    connection,
    `select pos, subject, line from past_entries join people using (pos) where ${range} order by pos, seq`,
  );
  const known: { row: number; subject: string; lines: string[] }[] = [];
  let row = 0;
  for (const [pos, subject, line] of found) {
    while (row < positions.length && positions[row]! < Number(pos)) row += 1;
    if (positions[row] !== Number(pos)) continue;
    if (known.at(-1)?.row !== row) known.push({ row, subject: String(subject), lines: [] });
    known.at(-1)!.lines.push(String(line));
  }
  return known;
}
