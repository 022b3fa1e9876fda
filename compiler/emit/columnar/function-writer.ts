/** One emitted function over rows: the columns it reads and writes stand in names of their own before its loop. */
import type {
  CellForm,
  FactColumn,
  HistoryColumn,
  ListColumns,
  OutcomeColumn,
} from '../../../runtime/columnar/layout.ts';
import type { TraceSource } from '../../../runtime/columnar/trace-layout.ts';
import type { FieldIr, PolicyIr } from '../../../runtime/ir.ts';
import { fieldIndex } from '../typescript/scale.ts';
import type { PendingStore } from './emit-outcome.ts';
import { mostItems } from './guards.ts';
import type { Choices } from './specialise.ts';

/** The layout in the making. */
export interface LayoutWriter {
  /** Without switches. */
  readonly ir: PolicyIr;
  readonly choices: Choices;
  readonly field: (owner: string | undefined, id: string) => FieldIr;
  readonly parameters: FactColumn[];
  readonly facts: FactColumn[];
  readonly history: HistoryColumn[];
  readonly lists: ListInMaking[];
  readonly outcomes: OutcomeColumn[];
  /** Positions by what they are asked for. */
  readonly positions: Map<string, number>;
}
type ListInMaking = Omit<ListColumns, 'facts' | 'history'> & {
  readonly facts: FactColumn[];
  readonly history: HistoryColumn[];
};

export function newLayoutWriter(ir: PolicyIr, choices: Choices): LayoutWriter {
  return {
    ir,
    choices,
    field: fieldIndex(ir),
    parameters: [],
    facts: [],
    history: [],
    lists: [],
    outcomes: [],
    positions: new Map(),
  };
}

/** Names used by one function before its rows, by name. */
export interface FunctionWriter {
  readonly layout: LayoutWriter;
  readonly hoisted: Map<string, string>;
  readonly pending: PendingStore[];
  /** Lines before the rows that clear what rows may leave as it was. */
  readonly clears: string[];
  /** What code of a column's cell reads: a trace need not record it. */
  readonly sources: Map<string, TraceSource>;
}

export function newFunctionWriter(layout: LayoutWriter): FunctionWriter {
  return { layout, hoisted: new Map(), pending: [], clears: [], sources: new Map() };
}

function readFrom(writer: FunctionWriter, code: string, source: TraceSource): string {
  writer.sources.set(code, source);
  return code;
}

/** A name that has this value for all rows. */
export function hoist(writer: FunctionWriter, name: string, code: string): string {
  if (!writer.hoisted.has(name)) writer.hoisted.set(name, code);
  return name;
}

export interface CellPlace {
  /** The list whose current item is asked, and the name of its place. */
  readonly item?: { readonly list: string; readonly index: string };
}

/** Code of the cell of a fact; `from`: years before it are not asked. */
export function factCellCode(
  writer: FunctionWriter,
  owner: string | undefined,
  {
    field,
    form,
    shift,
    from,
  }: { readonly field: FieldIr; readonly form: CellForm; readonly shift: number; readonly from: number | undefined },
  place: CellPlace,
): string {
  const { layout } = writer;
  const isYearly = field.yearly;
  const column = { field: field.id, shift: isYearly ? shift : 0, form };
  if (field.role === 'parameter') {
    const position = columnPosition(layout, layout.parameters, 'p', column, isYearly ? from : undefined);
    const code = hoist(writer, `p${position}`, `columns.parameters[${position}]![0]!`);
    return readFrom(writer, code, { in: 'parameter', at: position });
  }
  const since = field.since === undefined || !isYearly ? {} : { since: field.since };
  if (owner === undefined) {
    const position = columnPosition(layout, layout.facts, 'f', { ...column, ...since }, isYearly ? from : undefined);
    const code = `${hoist(writer, `f${position}`, `columns.facts[${position}]!`)}[i]!`;
    return readFrom(writer, code, { in: 'fact', at: position });
  }
  const list = listPosition(layout, owner);
  const position = columnPosition(
    layout,
    layout.lists[list]!.facts,
    `l${list}f`,
    { ...column, ...since },
    isYearly ? from : undefined,
  );
  if (place.item?.list !== owner) throw new Error(`no current item of ${owner}`);
  const cells = hoist(writer, `l${list}f${position}`, `columns.lists[${list}]!.facts[${position}]!`);
  return readFrom(writer, `${cells}[${place.item.index}]!`, { in: 'itemFact', at: position });
}

/** A column that is asked for in all years by one reader is filled in all years. */
function columnPosition(
  layout: LayoutWriter,
  columns: FactColumn[],
  prefix: string,
  column: FactColumn,
  from: number | undefined,
): number {
  const key = JSON.stringify([prefix, column.field, column.shift]);
  const known = layout.positions.get(key);
  if (known === undefined) {
    layout.positions.set(key, columns.length);
    columns.push(from === undefined ? column : { ...column, from });
    return columns.length - 1;
  }
  const before = columns[known]!;
  const { from: asked, ...always } = before;
  if (asked !== undefined && (from === undefined || from < asked))
    columns[known] = from === undefined ? always : { ...always, from };
  return known;
}

export function listPosition(layout: LayoutWriter, list: string): number {
  const key = JSON.stringify(['list', list]);
  const known = layout.positions.get(key);
  if (known !== undefined) return known;
  layout.positions.set(key, layout.lists.length);
  layout.lists.push({ list, most: mostItems, facts: [], history: [] });
  return layout.lists.length - 1;
}

/** Code of what the ledger says, of the applicant or of the current item. */
export function historyCellCode(writer: FunctionWriter, column: HistoryColumn, place: CellPlace): string {
  const { layout } = writer;
  const list = place.item === undefined ? undefined : listPosition(layout, place.item.list);
  const columns = list === undefined ? layout.history : layout.lists[list]!.history;
  const key = JSON.stringify(['history', list ?? null, column.clause, column.window, column.asks]);
  const position = layout.positions.get(key) ?? columns.push(column) - 1;
  layout.positions.set(key, position);
  if (list === undefined) {
    const code = `${hoist(writer, `h${position}`, `columns.history[${position}]!`)}[i]!`;
    return readFrom(writer, code, { in: 'history', at: position });
  }
  const cells = hoist(writer, `l${list}h${position}`, `columns.lists[${list}]!.history[${position}]!`);
  return readFrom(writer, `${cells}[${place.item!.index}]!`, { in: 'itemHistory', at: position });
}

/** Names of the first place of the row's items and the one behind its last. */
export function itemPlaces(writer: FunctionWriter, list: string): readonly [first: string, end: string] {
  const position = listPosition(writer.layout, list);
  const offsets = hoist(writer, `l${position}o`, `columns.lists[${position}]!.offsets`);
  return [`${offsets}[i]!`, `${offsets}[i + 1]!`];
}
