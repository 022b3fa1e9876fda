/** Jieti's columnar code of the five clauses: over columns that are filled already, from buffers, and on two threads. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ColumnarPool, columnarPool } from '../../../columnar/pool.ts';
import { chunkFiller, chunkReader } from '../../../runtime/columnar/chunk-filler.ts';
import type { Mask, SourceChunk, SourceColumn } from '../../../runtime/columnar/column-source.ts';
import type { ColumnarCode, ColumnarLayout } from '../../../runtime/columnar/layout.ts';
import { type ColumnBlock, newColumns, startBlock } from '../../../runtime/columnar/new-columns.ts';
import { newOutcomes, type OutcomeBlock } from '../../../runtime/columnar/new-outcomes.ts';
import { setParameters } from '../../../runtime/columnar/set-parameters.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import { type AmountColumns, emptyAmounts, type FiveColumns } from '../../companies/five-columns.ts';
import { assessedYear, clauseIds, type FiveClause, fiveClauses } from '../../companies/five-facts.ts';
import type { ColumnPeer, PreparedColumns } from '../../peers/column-peer.ts';
import { builtFolder, emittedPolicy } from './emitted.ts';

/** What the emitted module holds. */
interface ColumnarPolicy {
  readonly layout: ColumnarLayout;
  readonly assessColumns: ColumnarCode;
}

const moduleUrl = (): URL => pathToFileURL(join(builtFolder(), 'five-clauses-columnar.mjs'));

/** Loaded for each row anew, as a program that assesses in one way would: code that has met the columns of two rows is bound to neither. */
export async function columnarPolicy(row: string): Promise<ColumnarPolicy & { readonly ir: PolicyIr }> {
  const module = (await import(`${moduleUrl().href}?${row}`)) as ColumnarPolicy;
  const { ir } = await emittedPolicy();
  return { ...module, ir };
}

/** Columns that were filled, and looked at while they were, before the clock starts. */
export const columnar: ColumnPeer = {
  name: 'Jieti, columnar',
  prepare: async (facts) => {
    const { ir, layout, assessColumns } = await columnarPolicy('columns');
    const columns = newColumns(layout, facts.rows);
    const outcomes = newOutcomes(layout, facts.rows);
    fill(ir, layout, columns, facts);
    return {
      run: () => assessColumns(columns, outcomes, 0, facts.rows),
      amounts: () => amountsOf(layout, outcomes, facts.rows),
    };
  },
};

/** Rows of one chunk, as table engines hand them over. */
const chunkRows = 2048;

/** From buffers such as a table engine's, with masks of what is missing: each chunk is looked at, then assessed; the loop by hand reads the same buffers and looks at nothing. */
export const columnarFilled: ColumnPeer = {
  name: 'Jieti, columnar, from buffers with masks',
  prepare: async (facts) => {
    const { ir, layout, assessColumns } = await columnarPolicy('buffers');
    const block = newColumns(layout, chunkRows);
    const kept = emptyAmounts(facts.rows);
    const outcomes = newOutcomes(layout, chunkRows);
    const readChunk = chunkReader(ir, layout, assessedYear);
    const chunks = chunksOf(facts);
    startColumns(ir, layout, block);
    const run = (each: (first: number, rows: number) => void) => {
      let first = 0;
      for (const chunk of chunks) {
        const columns = readChunk(block, chunk);
        assessColumns(columns, outcomes, 0, chunk.rows);
        each(first, chunk.rows);
        first += chunk.rows;
      }
    };
    return {
      run: () => run(() => {}),
      amounts: () => {
        run((first, rows) => {
          const part = amountsOf(layout, outcomes, rows);
          for (const clause of fiveClauses) kept[clause].set(part[clause], first);
        });
        return kept;
      },
    };
  },
};

export const columnarWorkers: ColumnPeer = {
  name: 'Jieti, columnar, two threads',
  prepare: async (facts) => {
    const { ir, layout } = await columnarPolicy('threads');
    const worker = pathToFileURL(join(process.env.JIETI_BENCH_ROOT ?? '', 'columnar', 'columnar-worker.mjs'));
    const pool: ColumnarPool = await columnarPool({ module: moduleUrl(), threads: 2, worker });
    const shared = { shared: true };
    const columns = newColumns(layout, facts.rows, 0, shared);
    const outcomes = newOutcomes(layout, facts.rows, 0, shared);
    fill(ir, layout, columns, facts);
    return {
      run: () => pool.assess(columns, outcomes),
      amounts: () => amountsOf(layout, outcomes, facts.rows),
      close: () => void pool.close(),
    } satisfies PreparedColumns;
  },
};

export function fill(ir: PolicyIr, layout: ColumnarLayout, columns: ColumnBlock, facts: FiveColumns): void {
  startColumns(ir, layout, columns);
  const fillChunk = chunkFiller(ir, layout, assessedYear);
  for (const chunk of chunksOf(facts)) fillChunk(columns, chunk);
  const left = columns.general.subarray(0, columns.rows).findIndex((code) => code !== 0);
  if (left >= 0) throw new Error(`row ${left} was left to the general evaluator`);
}

function startColumns(ir: PolicyIr, layout: ColumnarLayout, columns: ColumnBlock): void {
  startBlock(columns, assessedYear);
  const why = setParameters(ir, layout, columns, new Map());
  if (why !== undefined) throw new Error(`a parameter is not held: ${why.reason}`);
}

function chunksOf(facts: FiveColumns): readonly SourceChunk[] {
  const chunks: SourceChunk[] = [];
  for (let from = 0; from < facts.rows; from += chunkRows) {
    const to = Math.min(from + chunkRows, facts.rows);
    chunks.push({ rows: to - from, facts: sourceColumns(facts, from, to), answered: true });
  }
  return chunks;
}

function sourceColumns(facts: FiveColumns, from: number, to: number): ReadonlyMap<string, SourceColumn> {
  const valid: Mask = { bits: new Uint32Array(Math.ceil((to - from) / 32)).fill(0xffffffff) };
  const flag = (values: Uint8Array): SourceColumn => ({ values: values.subarray(from, to), valid });
  const money = (values: Float64Array): SourceColumn => ({ values: values.subarray(from, to), valid, scale: 2 });
  return new Map([
    ['ai_enterprise', flag(facts.ai)],
    ['scale_software', flag(facts.software)],
    ['compute_qualified', flag(facts.qualified)],
    ['new_registered', flag(facts.fresh)],
    [`compute_purchases@${assessedYear}`, money(facts.purchases)],
    [`compute_spend@${assessedYear}`, money(facts.spend)],
    [`rd@${assessedYear}`, money(facts.rd)],
    [`rd@${assessedYear - 1}`, money(facts.rdBefore)],
    [`revenue@${assessedYear}`, money(facts.revenue)],
    [`revenue@${assessedYear - 1}`, money(facts.revenueBefore)],
    [`loan_asked@${assessedYear}`, money(facts.asked)],
  ]);
}

/** Where each clause of the bench lies among the outcomes. */
export function clausePlaces(layout: ColumnarLayout): Readonly<Record<FiveClause, number>> {
  const place = (clause: FiveClause) => layout.outcomes.findIndex((one) => one.clause === clauseIds[clause]);
  return Object.fromEntries(fiveClauses.map((clause) => [clause, place(clause)])) as Record<FiveClause, number>;
}

/** Status 1 is granted; what is not met pays nothing, whatever stands in its cells. */
export function amountsOf(layout: ColumnarLayout, outcomes: OutcomeBlock, rows: number): AmountColumns {
  const places = clausePlaces(layout);
  const amounts = emptyAmounts(rows);
  for (const clause of fiveClauses) {
    const { status, high } = outcomes.clauses[places[clause]]!;
    const fen = 100 / layout.outcomes[places[clause]]!.denominator;
    for (let row = 0; row < rows; row += 1) amounts[clause][row] = status[row] === 1 ? high[row]! * fen : 0;
  }
  return amounts;
}
