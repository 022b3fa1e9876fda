/** Reads a trace beside the columns of its rows. */
import type { ColumnarLayout, Columns, OutcomeColumns } from './layout.ts';
import type { Trace, TraceLayout, TraceMark, TraceSlot, TraceSource } from './trace-layout.ts';

/** A row that was assessed and traced: `cells` is the length of a row's stretch, `row` counts from the first row of that call. */
export interface TracedRow {
  /** As they were when it was assessed: values that stand there are not recorded again. */
  readonly columns: Columns;
  readonly outcomes: OutcomeColumns;
  readonly trace: Trace;
  readonly cells: number;
  readonly from: number;
  readonly row: number;
}

/** The stretch of a row, or of an item, and where its columns are read. */
export interface TracePlace {
  readonly cells: Float64Array;
  readonly start: number;
  readonly columns: Columns;
  readonly row: number;
  readonly outcomes: OutcomeColumns;
  /** Of an item: its list among the columns, and its place there. */
  readonly list: number;
  readonly item: number;
}

export function rowPlace({ columns, outcomes, trace, cells, from, row }: TracedRow): TracePlace {
  return { cells: trace.row, start: trace.at + (row - from) * cells, columns, outcomes, row, list: -1, item: -1 };
}

/** A list whose items are traced: its place in `Columns.lists`, in `Trace.items`, and the cells of one item. */
export interface TracedList {
  readonly list: number;
  readonly index: number;
  readonly cells: number;
}

export function tracedLists({ lists }: ColumnarLayout, { items }: TraceLayout): readonly TracedList[] {
  return items.map(({ list: name, cells }, index) => ({
    list: lists.findIndex(({ list }) => list === name),
    index,
    cells,
  }));
}

/** The items of the row, in listed order. */
export function itemPlaces(
  { list, index, cells }: TracedList,
  { columns, outcomes, trace, from, row }: TracedRow,
): readonly TracePlace[] {
  const { offsets } = columns.lists[list]!;
  const first = offsets[row]!;
  return Array.from({ length: offsets[row + 1]! - first }, (_, place) => ({
    cells: trace.items[index]!,
    start: (first + place - offsets[from]!) * cells,
    columns,
    outcomes,
    row,
    list,
    item: first + place,
  }));
}

// ── What is read of a slot ───────────────────────────────────────────────────

/** Where a number stands, of one shape for all: they are read in a loop. */
export interface NumberReading {
  /** `low`, `high`: what is payable of a clause. */
  readonly in: TraceSource['in'] | 'low' | 'high';
  readonly at: number;
  readonly mask: number;
  readonly not: boolean;
  readonly value: number;
}

export interface SlotReading {
  readonly ran: TraceMark;
  readonly asked: NumberReading | undefined;
  readonly first: NumberReading;
  readonly second: NumberReading | undefined;
}

export function slotReading({ ran, asked, first, second }: TraceSlot): SlotReading {
  return {
    ran: markReading(ran),
    asked: asked === undefined ? undefined : numberReading(asked),
    first: numberReading(first),
    second: second === undefined ? undefined : numberReading(second),
  };
}

export function markReading({ at, mask }: TraceMark): TraceMark {
  return { at, mask };
}

function numberReading(source: TraceSource): NumberReading {
  const isMark = source.in === 'mark';
  return {
    in: source.in,
    at: source.in === 'code' ? 0 : source.at,
    mask: isMark ? source.mask : 0,
    not: isMark && source.not === true,
    value: source.in === 'code' ? source.value : 0,
  };
}

/** What is payable of the clause at this place. */
export function payableReading(end: 'low' | 'high', clause: number): NumberReading {
  return { in: end, at: clause, mask: 0, not: false, value: 0 };
}

/** Whether the value was met, and asked for. */
export function hasRun({ ran, asked }: SlotReading, place: TracePlace): boolean {
  return isSet(ran, place) && (asked === undefined || numberAt(asked, place) === 1);
}

export function isSet({ at, mask }: TraceMark, { cells, start }: TracePlace): boolean {
  return (cells[start + at]! & mask) !== 0;
}

/** Only of what was met. */
export function numberAt({ in: where, at, mask, not, value }: NumberReading, place: TracePlace): number {
  const { columns, outcomes, row } = place;
  switch (where) {
    case 'trace':
      return place.cells[place.start + at]!;
    case 'fact':
      return columns.facts[at]![row]!;
    case 'high':
      return outcomes.clauses[at]!.high[row]!;
    case 'low':
      return outcomes.clauses[at]!.low[row]!;
    case 'mark':
      return ((place.cells[place.start + at]! & mask) !== 0) === not ? 0 : 1;
    case 'code':
      return value;
    case 'parameter':
      return columns.parameters[at]![0]!;
    case 'history':
      return columns.history[at]![row]!;
    case 'itemFact':
      return columns.lists[place.list]!.facts[at]![place.item]!;
    case 'itemHistory':
      return columns.lists[place.list]!.history[at]![place.item]!;
  }
}
