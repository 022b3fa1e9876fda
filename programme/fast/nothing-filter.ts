/** A chunk of plain rows: columnar code tells which of them surely get nothing under any clause; some of the others are assessed from their columns. */

import { linesOf } from '../../runtime/clause-value.ts';
import { chunkFiller } from '../../runtime/columnar/chunk-filler.ts';
import type { SourceColumn, SourceColumns, SourceList } from '../../runtime/columnar/column-source.ts';
import type { ColumnarModule } from '../../runtime/columnar/columnar-module.ts';
import { generalCode } from '../../runtime/columnar/general-row.ts';
import { type ColumnarLayout, outcomeCodes } from '../../runtime/columnar/layout.ts';
import { ledgerFiller } from '../../runtime/columnar/ledger-filler.ts';
import { type ColumnBlock, newColumns, startBlock } from '../../runtime/columnar/new-columns.ts';
import { newOutcomes, type OutcomeBlock, roomForOutcomes } from '../../runtime/columnar/new-outcomes.ts';
import { setParameters } from '../../runtime/columnar/set-parameters.ts';
import { isAnswered } from '../../runtime/elsewhere.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import { isBefore, isHistoryCovered } from '../../runtime/history.ts';
import type { EvaluationInput, LedgerEntry } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import type { YearSetting } from '../run/assess-applicant.ts';
import { payingClauses, type ResultRows } from '../run/result-rows.ts';
import type { EvaluationClock } from '../run/run-times.ts';
import { type ItemChunk, type KnownEntries, type PlainChunk, positionsAtOnce } from './plain-chunk.ts';
import type { PlainColumn } from './plain-columns.ts';
import type { PlainRows } from './plain-rows.ts';
import { type RowAssessor, rowAssessor } from './row-assessor.ts';

export interface Filtered {
  /** 1 for a row that surely gets nothing, 2 for one of which there are results, 0 for one that must be looked at. */
  readonly flags: Uint8Array;
  readonly results: readonly { readonly row: number; readonly rows: ResultRows }[];
}

export type NothingFilter = (chunk: PlainChunk) => Filtered;

export function nothingFilter(
  module: ColumnarModule,
  plain: PlainRows,
  year: YearSetting,
  clock: EvaluationClock,
): NothingFilter {
  const { ir, layout } = module;
  const assessRow = rowAssessor(year, plain, (input) => clock.time(() => evaluate(ir, input)));
  const atOnce = positionsAtOnce(payingClauses(ir).length);
  const block = newColumns(layout, atOnce, 1024);
  const outcomes = newOutcomes(layout, atOnce, 1024);
  const fill = chunkFiller(ir, layout, year.period.year);
  const past = [...layout.history, ...layout.lists.flatMap(({ history }) => history)];
  const isKnown = past.every(({ window }) => isHistoryCovered(ir, nobody(year), window));
  const answered = isAnswered(nobody(year));
  const recall = recaller(module, plain, year);
  const claiming = layout.outcomes.map(({ clause }) => claimsOnPool(ir, clause));
  return (chunk) => {
    const { rows, columns, lists, entries } = chunk;
    startBlock(block, year.period.year);
    if (!isKnown || setParameters(ir, layout, block, year.parameters) !== undefined)
      return withResults(new Uint8Array(rows), new Uint8Array(rows).fill(1), chunk, assessRow);
    const facts = sourceColumns(plain.columns, columns, rows);
    // Nothing was paid before to those whom the ledger does not name.
    const history = layout.history.map(() => ({ values: new Float64Array(rows) }));
    fill(block, { rows, facts, lists: sourceLists(layout, plain, lists, rows), history, answered });
    for (const known of entries) recall(block, known, lists);
    roomForOutcomes(layout, outcomes, block);
    clock.time(() => module.assess(block, outcomes, 0, rows));
    const flags = flagsOf(block, outcomes, claiming);
    // Why somebody gets nothing the columns do not tell.
    if (!year.brief) for (let row = 0; row < rows; row += 1) if (flags[row] === 1) flags[row] = 0;
    return withResults(flags, block.general, chunk, assessRow);
  };
}

/** Where the columns leave something open, and neither items nor the ledger have a say. */
function withResults(flags: Uint8Array, general: Uint8Array, chunk: PlainChunk, assessRow: RowAssessor): Filtered {
  const named = new Set(chunk.entries.map(({ row }) => row));
  const results: { row: number; rows: ResultRows }[] = [];
  for (let row = 0; row < chunk.rows; row += 1) {
    const hasItems = chunk.lists.some(({ offsets }) => offsets[row] !== offsets[row + 1]);
    const isOpen = flags[row] === 0 && !named.has(row) && !hasItems;
    if (flags[row] === 3) flags[row] = 0;
    const rows = isOpen ? assessRow(chunk.columns, row, general[row] !== 0) : undefined;
    if (rows === undefined) continue;
    flags[row] = 2;
    results.push({ row, rows });
  }
  return { flags, results };
}

// ── What is due ──────────────────────────────────────────────────────────────

/** What is granted may come to nothing. */
const granted = outcomeCodes.indexOf('granted');

/** By status code: whether it is one under which nothing is due. */
const nothings = Uint8Array.from({ length: 256 }, (_, code) =>
  ['notMet', 'outOfForce', 'noAmount'].includes(outcomeCodes[code] ?? '') ? 1 : 0,
);

function claimsOnPool({ clauses }: PolicyIr, clause: string): boolean {
  const statements = clauses.find(({ id }) => id === clause)?.statements ?? [];
  return linesOf(statements).some(({ kind }) => kind === 'budget');
}

/** 1: nothing under any clause; 3: something that is settled, and so to be recorded, or claimed of a budget; 0: not known, or open. */
function flagsOf({ rows, general }: ColumnBlock, { clauses }: OutcomeBlock, claiming: readonly boolean[]): Uint8Array {
  const flags = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) flags[row] = general[row] === 0 ? 1 : 0;
  for (const [index, { status, low, high }] of clauses.entries())
    for (let row = 0; row < rows; row += 1) {
      if (nothings[status[row]!] === 1 || general[row] !== 0) continue;
      if (status[row] !== granted && !claiming[index]) flags[row] = flags[row] === 3 ? 3 : 0;
      else if (low[row] !== 0 || high[row] !== 0) flags[row] = 3;
    }
  return flags;
}

// ── What the ledger says ─────────────────────────────────────────────────────

/** All that queries of the ledger look at, for someone whom it does not name. */
function nobody({ period, coverage = [] }: YearSetting): EvaluationInput {
  const facts = { subject: '', values: new Map(), lists: new Map() };
  return { facts, period, ledger: { entries: coverage }, decisions: [], readings: {} };
}

type Recall = (block: ColumnBlock, known: KnownEntries, lists: readonly ItemChunk[]) => void;

/** Fills what was paid before to someone whom the ledger names; what no column can hold makes the row general. */
function recaller({ ir, layout }: ColumnarModule, plain: PlainRows, { period, coverage = [] }: YearSetting): Recall {
  const fillLedger = ledgerFiller(ir, layout);
  const places = layout.lists.map(({ list }) => plain.lists.findIndex((one) => one.list === list));
  return (block, { row, subject, lines }, lists) => {
    const own = lines.map((line) => JSON.parse(line) as LedgerEntry);
    const itemKey = (list: number, item: number): string => {
      const { keys, offsets } = lists[places[list]!]!;
      return keys![offsets[row]! + item]!;
    };
    // What was recorded for this period already may have to be taken back.
    const isPast = own.every((entry) => entry.kind !== 'award' || isBefore(entry.period, period));
    const why = isPast
      ? fillLedger(block, row, { subject, itemKey }, period, { entries: [...coverage, ...own] })
      : { reason: 'left' as const };
    if (why !== undefined && block.general[row] === 0) block.general[row] = generalCode(why.reason);
  };
}

// ── Columns ──────────────────────────────────────────────────────────────────

function sourceColumns(columns: readonly PlainColumn[], cells: readonly Float64Array[], rows: number): SourceColumns {
  const sources = new Map<string, SourceColumn>();
  for (const [index, { key, isNone, scale, options }] of columns.entries()) {
    const values = cells[index]!;
    const known = sources.get(key);
    if (isNone && known !== undefined) sources.set(key, { ...known, none: { bits: bitsOf(values, rows) } });
    else
      sources.set(key, {
        values,
        ...(scale === undefined ? {} : { scale }),
        ...(options === undefined ? {} : { options }),
      });
  }
  return sources;
}

function bitsOf(values: Float64Array, rows: number): Uint32Array {
  const bits = new Uint32Array((rows + 31) >>> 5);
  for (let row = 0; row < rows; row += 1) if (values[row] === 1) bits[row >>> 5]! |= 1 << (row & 31);
  return bits;
}

/** A list that nobody linked is unknown. Items of a list that came twice would be lost without a word. */
export function sourceLists(
  layout: ColumnarLayout,
  { lists }: Pick<PlainRows, 'lists'>,
  chunks: readonly ItemChunk[],
  rows: number,
): ReadonlyMap<string, SourceList> {
  const sources = new Map<string, SourceList>();
  for (const [index, { list, columns }] of lists.entries()) {
    if (sources.has(list)) throw new Error(`the list ${list} comes twice`);
    const { offsets, columns: cells } = chunks[index]!;
    const count = offsets[rows]!;
    const asked = layout.lists.find((one) => one.list === list)?.history ?? [];
    const history = asked.map(() => ({ values: new Float64Array(count) }));
    sources.set(list, { offsets, facts: sourceColumns(columns, cells, count), history });
  }
  return sources;
}

/** The filters of one run, one a year: made when the first chunk of a year comes. */
export class YearFilters {
  private made: { readonly year: number; readonly filter: NothingFilter } | undefined;
  private readonly module: ColumnarModule;
  private readonly plain: PlainRows;
  private readonly clock: EvaluationClock;

  constructor(module: ColumnarModule, plain: PlainRows, clock: EvaluationClock) {
    this.module = module;
    this.plain = plain;
    this.clock = clock;
  }

  filter(year: YearSetting, chunk: PlainChunk): Filtered {
    const { year: label } = year.period;
    if (this.made?.year !== label)
      this.made = { year: label, filter: nothingFilter(this.module, this.plain, year, this.clock) };
    return this.made.filter(chunk);
  }
}
