/** The applicants whose rows are plain, as columns of numbers: what columnar code can read without an object for any of them. */
import type { ColumnarLayout } from '../../runtime/columnar/layout.ts';
import type { Applicants, SortedTable } from '../applicants/load-applicants.ts';
import type { Workspace } from '../workspace.ts';
import { type Cell, cellsOf, cellsRead, isPlainCell, numberColumns, type PlainColumn } from './plain-columns.ts';
import { type PlainList, planList, strayItems } from './plain-lists.ts';

export interface PlainRows {
  /** Of `plain_rows`, in its order, behind `pos`. */
  readonly columns: readonly PlainColumn[];
  /** Facts of the tables that are not among the columns. */
  readonly uncarried: readonly string[];
  /** Linked lists, each once, with a table of its plain items. Who has no row in it has no items. */
  readonly lists: readonly PlainList[];
}

/**
 * Makes `plain_rows` (`pos`, then numbers): applicants with one row, every cell of it plain, whose items are plain too, and who have no
 * decisions; and for each linked list the table of its items. Undefined: the tables are of another shape, and no row is plain.
 */
export async function makePlainRows(
  { connection }: Workspace,
  { tables }: Applicants,
  layout: ColumnarLayout,
): Promise<PlainRows | undefined> {
  const own = tables.filter(({ bound }) => bound.role.kind === 'applicants');
  const [only] = own;
  if (only === undefined || own.length > 1 || only.bound.table.isJson || only.bound.year !== undefined)
    return undefined;
  const cells = cellsOf(only);
  if (cells === undefined) return undefined;
  const linked = planned(
    tables.filter((table) => table !== only),
    layout,
  );
  const carried = cellsRead(cells, layout).filter(({ field }) => field.type.kind !== 'text');
  const { columns, values } = numberColumns(carried);
  const uncarried = cells.filter((cell) => !carried.includes(cell)).map(({ key }) => key);
  const tests = [
    'beyond is null',
    `pos not in (select pos from ${only.sorted} group by pos having count(*) > 1)`,
    ...linked.flatMap(({ table, plan }) => strayItems(table, plan).map((stray) => `pos not in (${stray})`)),
    ...cells.map(isPlainCell),
    ...cells.flatMap((cell) => sinceTest(cell, cells)),
  ];
  await connection.run(
    `create or replace table plain_rows as select ${['pos', ...values].join(', ')} from ${only.sorted} where ${tests.join(' and ')}`,
  );
  const lists = linked.flatMap(({ plan }) => (plan === undefined ? [] : [plan]));
  for (const { create } of lists) if (create !== undefined) await connection.run(create);
  return {
    columns,
    uncarried,
    lists: [
      ...lists,
      ...emptyLists(
        linked.map(({ table }) => table),
        lists,
      ),
    ],
  };
}

interface LinkedTable {
  readonly table: SortedTable;
  readonly plan: PlainList | undefined;
}

/** A list that comes in several tables has no plan: whose items stand in two of them, and whether a key does, no single one tells. */
function planned(linked: readonly SortedTable[], layout: ColumnarLayout): readonly LinkedTable[] {
  return linked.map((table) => {
    const isWhole = linked.every((other) => other === table || listOf(other) !== listOf(table));
    return { table, plan: isWhole ? planList(table, layout) : undefined };
  });
}

function listOf({ bound: { role } }: SortedTable): string | undefined {
  return role.kind === 'list' ? role.list.id : undefined;
}

/** Linked lists without a plan, each once: who has items there is not plain, so that the plain ones have none. */
function emptyLists(linked: readonly SortedTable[], planned: readonly PlainList[]): readonly PlainList[] {
  const ids = new Set(linked.map(listOf));
  for (const { list } of planned) ids.delete(list);
  return [...ids].flatMap((list) => (list === undefined ? [] : [{ list, columns: [], hasKeys: false }]));
}

/** A figure for a year before its series begins is worth a second look: the door tells of it. */
function sinceTest({ name, key, field }: Cell, cells: readonly Cell[]): readonly string[] {
  const start = cells.find((one) => one.field.id === field.since);
  if (field.since === undefined || start === undefined) return [];
  const year = Number(key.split('@')[1]);
  return [
    `(${name} is null or ${start.name} is null or coalesce(year(try_cast(${start.name} as date)), 0) <= ${year})`,
  ];
}
