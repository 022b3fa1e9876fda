/** Chunks of a table → rows of a column block, column by column, without an object for any value. */
import { dayOf } from '../day.ts';
import type { PolicyIr } from '../ir.ts';
import type { Filling, SeriesStarts } from './cell-guards.ts';
import {
  isSet,
  type SourceChunk,
  type SourceColumn,
  type SourceColumns,
  type SourceList,
  wordsOf,
} from './column-source.ts';
import { type FactReader, factReaders } from './fact-reader.ts';
import { fillCells } from './fill-cells.ts';
import { generalCode } from './general-row.ts';
import type { Cells, ColumnarLayout, HistoryColumn } from './layout.ts';
import { type ColumnBlock, type ListBlock, roomForItems, startBlock } from './new-columns.ts';
import { beyond } from './scaled-number.ts';

/** Adds the rows of the chunk to the block, which must have room for them. `setParameters` sets what is the same for all. */
export type ChunkFiller = (block: ColumnBlock, chunk: SourceChunk) => void;

/**
 * Fills the block with the rows of the chunk alone, and gives it. Chunk after chunk stands in the same arrays: code that is bound to them once knows where each
 * lies, which is worth more to it than what copying costs.
 */
export type ChunkReader = (block: ColumnBlock, chunk: SourceChunk) => ColumnBlock;

const missing = generalCode('missing');
const uncovered = generalCode('uncovered');
const guard = generalCode('guard');
const tooMany = generalCode('items');

export function chunkFiller(ir: PolicyIr, layout: ColumnarLayout, year: number): ChunkFiller {
  const plan = chunkPlan(ir, layout, year);
  return (block, chunk) => {
    fillChunk(plan, block, chunk);
  };
}

export function chunkReader(ir: PolicyIr, layout: ColumnarLayout, year: number): ChunkReader {
  const plan = chunkPlan(ir, layout, year);
  return (block, chunk) => {
    startBlock(block, block.year);
    fillChunk(plan, block, chunk);
    return block;
  };
}

interface ChunkPlan {
  readonly layout: ColumnarLayout;
  readonly facts: readonly FactReader[];
  readonly lists: readonly ListPlan[];
  readonly scratch: Scratch;
}

function chunkPlan(ir: PolicyIr, layout: ColumnarLayout, year: number): ChunkPlan {
  const lists = layout.lists.map(({ list, facts, most, history }) => ({
    readers: factReaders(facts, ir.lists.find(({ id }) => id === list)?.fields ?? [], year),
    most,
    history,
  }));
  // Marks of items, and days on which series begin: kept from chunk to chunk.
  const scratch: Scratch = { items: new Uint8Array(0), starts: new Map() };
  return { layout, facts: factReaders(layout.facts, ir.fields, year), lists, scratch };
}

function fillChunk({ layout, facts, lists, scratch }: ChunkPlan, block: ColumnBlock, chunk: SourceChunk): void {
  const at = block.rows;
  if (at + chunk.rows > block.capacity) throw new RangeError(`no room for ${chunk.rows} rows after ${at}`);
  const { general, answered } = block;
  if (chunk.general === undefined) general.fill(0, at, at + chunk.rows);
  else general.set(marksOf(chunk.general, chunk.rows), at);
  const place = { general, at, count: chunk.rows, absent: missing };
  fillFacts(facts, chunk.facts, undefined, block.facts, place, scratch);
  for (const [index, { list }] of layout.lists.entries()) {
    const source = chunk.lists?.get(list);
    const target = block.lists[index]!;
    if (source === undefined) leaveOut(target, block, chunk.rows);
    else fillList(lists[index]!, source, target, block, chunk, scratch);
  }
  fillHistory(layout.history, chunk.history, block.history, { ...place, absent: uncovered });
  if (chunk.answered instanceof Uint8Array) answered.set(marksOf(chunk.answered, chunk.rows), at);
  else answered.fill(chunk.answered === true ? 1 : 0, at, at + chunk.rows);
  block.rows = at + chunk.rows;
}

/** Fewer than rows would leave the marks of the chunk before. */
function marksOf(marks: Uint8Array, rows: number): Uint8Array {
  if (marks.length < rows) throw new RangeError(`${marks.length} marks for ${rows} rows`);
  return marks.subarray(0, rows);
}

interface Scratch {
  items: Uint8Array;
  readonly starts: Map<string, Float64Array>;
}

type Place = Omit<Filling, 'target' | 'starts'>;

/** Written out, since it is made for every column of every chunk. */
function filling(target: Cells, { general, at, count, absent }: Place, starts: SeriesStarts | undefined): Filling {
  return { target, general, at, count, absent, starts };
}

/** `owners`: of items, the row of each in the chunk, with the applicant's own columns, where a series may begin. */
function fillFacts(
  readers: readonly FactReader[],
  source: SourceColumns,
  owners: { readonly facts: SourceColumns; readonly offsets: Uint32Array; readonly rows: number } | undefined,
  targets: readonly Cells[],
  place: Place,
  scratch: Scratch,
): void {
  for (const [index, reader] of readers.entries()) {
    const { column, key, year } = reader;
    if (isSettled(reader)) {
      fillSettled(reader, targets[index]!, place);
      continue;
    }
    const days = column.since === undefined ? undefined : startsOf(column.since, source, owners, place.count, scratch);
    const starts = days === undefined || year === undefined ? undefined : { days, noneFrom: dayOf(year + 1, 1, 1) };
    fillCells(source.get(key), column.form, filling(targets[index]!, place, starts));
  }
}

/** Whatever the chunk says of it: nobody asks, or the policy itself publishes it. */
function isSettled({ isNotAsked, published }: FactReader): boolean {
  return isNotAsked || published !== undefined;
}

function fillSettled({ isNotAsked, published }: FactReader, target: Cells, { at, count, general }: Place): void {
  if (isNotAsked) target.fill(Number.NaN, at, at + count);
  else if (published === beyond) markAll(general, at, count, guard);
  else target.fill(published!, at, at + count);
}

function markAll(general: Uint8Array, at: number, count: number, code: number): void {
  for (let index = at; index < at + count; index += 1) if (general[index] === 0) general[index] = code;
}

/** Days on which series begin, NaN where that is unknown: of items their own, else the applicant's. */
function startsOf(
  since: string,
  source: SourceColumns,
  owners: { readonly facts: SourceColumns; readonly offsets: Uint32Array; readonly rows: number } | undefined,
  count: number,
  scratch: Scratch,
): Float64Array {
  const known = scratch.starts.get(since);
  const days = known !== undefined && known.length >= count ? known : new Float64Array(count);
  scratch.starts.set(since, days);
  readDays(since, source, days, count);
  const ofOwners = owners?.facts.get(since);
  if (owners === undefined || ofOwners === undefined) return days;
  const ownersDays = new Float64Array(owners.rows);
  readDays(since, owners.facts, ownersDays, owners.rows);
  for (let row = 0; row < owners.rows; row += 1) {
    for (let item = owners.offsets[row]!; item < owners.offsets[row + 1]!; item += 1) {
      const place = item - owners.offsets[0]!;
      if (Number.isNaN(days[place]!)) days[place] = ownersDays[row]!;
    }
  }
  return days;
}

function readDays(since: string, source: SourceColumns, days: Float64Array, count: number): void {
  const column = source.get(since);
  days.fill(Number.NaN, 0, count);
  if (column === undefined) return;
  const marks = new Uint8Array(count);
  fillCells(column, { kind: 'day' }, filling(days, { general: marks, at: 0, count, absent: missing }, undefined));
  for (let index = 0; index < count; index += 1) if (marks[index] !== 0) days[index] = Number.NaN;
}

// ── Lists ────────────────────────────────────────────────────────────────────

interface ListPlan {
  readonly readers: readonly FactReader[];
  readonly most: number;
  readonly history: readonly HistoryColumn[];
}

/** No row has a list that is known. */
function leaveOut(target: ListBlock, block: ColumnBlock, rows: number): void {
  target.offsets.fill(target.offsets[block.rows]!, block.rows, block.rows + rows + 1);
  markAll(block.general, block.rows, rows, missing);
}

function fillList(
  { readers, most, history }: ListPlan,
  source: SourceList,
  target: ListBlock,
  block: ColumnBlock,
  chunk: SourceChunk,
  scratch: Scratch,
): void {
  const first = target.offsets[block.rows]!;
  const from = source.offsets[0]!;
  const count = source.offsets[chunk.rows]! - from;
  roomForItems(target, first + count);
  if (scratch.items.length < first + count) scratch.items = new Uint8Array(2 * (first + count));
  const marks = scratch.items;
  marks.fill(0, first, first + count);
  const place = { general: marks, at: first, count, absent: missing };
  const columns = from === 0 ? source.facts : movedColumns(source.facts, from);
  const owners = { facts: chunk.facts, offsets: source.offsets, rows: chunk.rows };
  fillFacts(readers, columns, owners, target.facts, place, scratch);
  const past = from === 0 ? source.history : source.history?.map((column) => moved(column, from));
  fillHistory(history, past, target.history, { ...place, absent: uncovered });
  const words = source.valid === undefined ? undefined : wordsOf(source.valid);
  for (let row = 0; row < chunk.rows; row += 1) {
    const [start, end] = [source.offsets[row]! - from + first, source.offsets[row + 1]! - from + first];
    // Else a row would be given items of another, or of the chunk before.
    if (!(end >= start && end <= first + count)) throw new RangeError(`offsets of a list fall at row ${row}`);
    const isKnown = words === undefined || isSet(words, (source.valid?.offset ?? 0) + row);
    target.offsets[block.rows + row + 1] = end;
    const code = !isKnown ? missing : end - start > most ? tooMany : firstMark(marks, start, end);
    if (code !== 0 && block.general[block.rows + row] === 0) block.general[block.rows + row] = code;
  }
}

function firstMark(marks: Uint8Array, start: number, end: number): number {
  for (let item = start; item < end; item += 1) if (marks[item] !== 0) return marks[item]!;
  return 0;
}

function movedColumns(columns: SourceColumns, from: number): SourceColumns {
  return new Map([...columns].map(([key, column]) => [key, moved(column, from)]));
}

/** The same column without its first slots. */
function moved(column: SourceColumn, from: number): SourceColumn {
  const [valid, none] = [column.valid, column.none].map((mask) =>
    mask === undefined ? undefined : { ...mask, offset: (mask.offset ?? 0) + from },
  );
  return {
    ...column,
    values: column.values.subarray(from),
    ...(valid === undefined ? {} : { valid }),
    ...(none === undefined ? {} : { none }),
  };
}

// ── History ──────────────────────────────────────────────────────────────────

function fillHistory(
  columns: readonly HistoryColumn[],
  source: SourceChunk['history'],
  targets: readonly Cells[],
  place: Place,
): void {
  for (const [index, { asks, scale, high }] of columns.entries()) {
    const form = asks === 'awarded' ? ({ kind: 'truth' } as const) : ({ kind: 'number', scale, low: 0, high } as const);
    fillCells(source?.[index], form, filling(targets[index]!, place, undefined));
  }
}
