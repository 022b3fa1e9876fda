/** What the query says, in the evaluator's columns: read from the engine's buffers, no row an object. */
import type { DuckDBDataChunk } from '@duckdb/node-api';
import { sqlText, type Workspace } from '../../../programme/workspace.ts';
import { type ColumnarLayout, outcomeCodes } from '../../../runtime/columnar/layout.ts';
import type { ColumnBlock } from '../../../runtime/columnar/new-columns.ts';
import type { OutcomeBlock, Outcomes } from '../../../runtime/columnar/new-outcomes.ts';
import { hasAmount } from '../../../runtime/columnar/result-view.ts';
import { untold } from './held-against.ts';

/** Beside a row or an item of which the query says more than one thing. */
const toldTwice = 254;
/** Decimals of the query's amounts as they are read. */
const decimals = 11;
const scale = 10n ** BigInt(decimals);

/** Types of the columns that are read as whole numbers: made once in a database. */
export async function createResultTypes({ connection }: Workspace, layout: ColumnarLayout): Promise<void> {
  const clauses = layout.outcomes.map(({ clause }) => sqlText(clause)).join(', ');
  await connection.run(`create type clause_place as enum (${clauses})`);
  await connection.run(`create type outcome_code as enum (${outcomeCodes.map(sqlText).join(', ')})`);
}

/** Runs the query into the table `result`. */
export async function runQuery({ connection }: Workspace, query: string, from: number): Promise<void> {
  const amount = (column: string) => `cast(${column} as decimal(38, ${decimals})) as ${column}`;
  await connection.run(
    `create or replace table result as select cast(substr(subject, 11) as integer) - ${from} as place, subject, item,
      cast(clause as clause_place) as clause, cast(status as outcome_code) as status,
      coalesce(cast(substr(item, 2) as integer), 0) as item_number, ${amount('payable_least')}, ${amount('payable_most')}
      from (${query.replace(/;\s*$/u, '\n')})`,
  );
}

/** `result` → outcomes as the evaluator writes them, beside the items of the block. */
export async function readResults(
  { connection }: Workspace,
  layout: ColumnarLayout,
  block: ColumnBlock,
  outcomes: OutcomeBlock,
): Promise<number> {
  const lists = layout.outcomes.map(({ list }) => layout.lists.findIndex((one) => one.list === list));
  outcomes.statuses.fill(untold);
  for (const { items } of outcomes.clauses) items?.status.fill(untold);
  const factors = layout.outcomes.map(({ denominator }) => scale / BigInt(denominator));
  const columns = 'place, clause, status, item_number, payable_least, payable_most';
  const stream = await connection.stream(`select ${columns} from result`);
  let rows = 0;
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return rows;
    rows += chunk.rowCount;
    readChunk(chunk, (clause, place, item) => {
      const own = outcomes.clauses[clause]!;
      if (item === 0) return { target: own, at: place, factor: factors[clause]! };
      return {
        target: own.items!,
        at: block.lists[lists[clause]!]!.offsets[place]! + item - 1,
        factor: factors[clause]!,
      };
    });
  }
}

interface Cell {
  readonly target: Outcomes;
  readonly at: number;
  /** So many units of the query's amounts are one of the column's. */
  readonly factor: bigint;
}

function readChunk(chunk: DuckDBDataChunk, cellOf: (clause: number, place: number, item: number) => Cell): void {
  const [places, clauses, statuses, items] = [0, 1, 2, 3].map((index) => itemsOf(chunk, index)) as [
    Int32Array,
    Uint8Array,
    Uint8Array,
    Int32Array,
  ];
  const [least, most] = [wideNumbers(chunk, 4), wideNumbers(chunk, 5)];
  for (let row = 0; row < chunk.rowCount; row += 1) {
    const { target, at, factor } = cellOf(clauses[row]!, places[row]!, items[row]!);
    const status = statuses[row]!;
    target.status[at] = target.status[at] === untold ? status : toldTwice;
    if (!hasAmount(status) || outcomeCodes[status] === 'undetermined') continue;
    const low = cellOfAmount(least(row), factor);
    target.low[at] = low;
    target.high[at] = cellOfAmount(most(row), factor);
    // Where nothing leaves amounts open both ends are one column: two amounts are one too many.
    if (target.low[at] !== low) target.low[at] = Number.NaN;
  }
}

/** NaN, which equals nothing, where the column could not hold the amount. */
function cellOfAmount(amount: bigint, factor: bigint): number {
  const cell = amount / factor;
  return amount % factor === 0n && cell <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(cell) : Number.NaN;
}

function itemsOf(chunk: DuckDBDataChunk, index: number): unknown {
  return (chunk.getColumnVector(index) as unknown as { readonly items: unknown }).items;
}

/** DECIMAL of more than 18 digits: 128 bits, the lower half first. */
function wideNumbers(chunk: DuckDBDataChunk, index: number): (row: number) => bigint {
  const { dataView } = chunk.getColumnVector(index) as unknown as { readonly dataView: DataView };
  return (row) => (dataView.getBigInt64(row * 16 + 8, true) << 64n) | dataView.getBigUint64(row * 16, true);
}
