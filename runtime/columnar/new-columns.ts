/** Columns of a layout with room for so many rows: made once, filled and read over and over. */
import type { CellForm, Cells, ColumnarLayout, Columns, FactColumn, HistoryColumn } from './layout.ts';

/** Columns that can be filled: `rows` and `year` move, lists grow with their items. What a list holds beyond its last item is of no meaning. */
export interface ColumnBlock extends Columns {
  year: number;
  rows: number;
  /** Rows that there is room for. */
  readonly capacity: number;
  readonly parameters: readonly Cells[];
  readonly lists: readonly ListBlock[];
}
export interface ListBlock {
  readonly offsets: Uint32Array;
  /** Replaced by longer ones as a list grows: read them anew after filling. */
  readonly facts: Cells[];
  readonly history: Cells[];
  /** Items that there is room for. */
  capacity: number;
}

/** `shared`: in memory that several threads see. */
export interface Storage {
  readonly shared?: boolean;
}

/** `items`: how many items of each list, or of every list, there is room for at first. */
export function newColumns(
  layout: ColumnarLayout,
  rows: number,
  items: number | readonly number[] = rows,
  storage: Storage = {},
): ColumnBlock {
  const lists = layout.lists.map((list, index): ListBlock => {
    const capacity = typeof items === 'number' ? items : (items[index] ?? rows);
    return {
      offsets: new Uint32Array(bytes((rows + 1) * 4, storage)),
      facts: factCells(list.facts, capacity, storage),
      history: historyCells(list.history, capacity, storage),
      capacity,
    };
  });
  return {
    year: 0,
    rows: 0,
    capacity: rows,
    parameters: factCells(layout.parameters, 1, storage),
    facts: factCells(layout.facts, rows, storage),
    history: historyCells(layout.history, rows, storage),
    lists,
    answered: new Uint8Array(bytes(rows, storage)),
    general: new Uint8Array(bytes(rows, storage)),
  };
}

/** Empties a block for another batch; its memory stays. */
export function startBlock(block: ColumnBlock, year: number): void {
  block.year = year;
  block.rows = 0;
  for (const { offsets } of block.lists) offsets[0] = 0;
}

/** Room for so many items of a list, those there kept; twice what there was, lest long lists be copied at every item. */
export function roomForItems(list: ListBlock, items: number): void {
  if (items <= list.capacity) return;
  const capacity = Math.max(items, list.capacity * 2, 16);
  for (const columns of [list.facts, list.history]) {
    for (const [index, cells] of columns.entries()) columns[index] = longer(cells, capacity);
  }
  list.capacity = capacity;
}

function factCells(columns: readonly FactColumn[], count: number, storage: Storage): Cells[] {
  return columns.map(({ form }) => cellsOf(widthOf(form), count, storage));
}

type Width = 'double' | 'byte' | 'short' | 'word';

function widthOf(form: CellForm): Width {
  switch (form.kind) {
    case 'number':
    case 'day':
      return 'double';
    case 'truth':
      return 'byte';
    case 'option':
      return form.options.length > 256 ? 'short' : 'byte';
    case 'options':
      return 'word';
  }
}

function historyCells(columns: readonly HistoryColumn[], count: number, storage: Storage): Cells[] {
  return columns.map(({ asks }) => cellsOf(asks === 'awarded' ? 'byte' : 'double', count, storage));
}

function cellsOf(width: Width, count: number, storage: Storage): Cells {
  switch (width) {
    case 'double':
      return new Float64Array(bytes(count * 8, storage));
    case 'byte':
      return new Uint8Array(bytes(count, storage));
    case 'short':
      return new Uint16Array(bytes(count * 2, storage));
    case 'word':
      return new Uint32Array(bytes(count * 4, storage));
  }
}

export function bytes(length: number, { shared }: Storage): ArrayBuffer | SharedArrayBuffer {
  return shared === true ? new SharedArrayBuffer(length) : new ArrayBuffer(length);
}

function longer(cells: Cells, capacity: number): Cells {
  const storage = { shared: cells.buffer instanceof SharedArrayBuffer };
  const grown = cellsOf(widths[cells.BYTES_PER_ELEMENT]!, capacity, storage);
  grown.set(cells);
  return grown;
}

const widths: Readonly<Record<number, Width>> = { 8: 'double', 1: 'byte', 2: 'short', 4: 'word' };
