/** The items of plain applicants: a table of numbers for each linked list. */
import type { ColumnarLayout } from '../../runtime/columnar/layout.ts';
import type { ListIr } from '../../runtime/ir.ts';
import type { SortedTable } from '../applicants/load-applicants.ts';
import { type Cell, cellsOf, cellsRead, isPlainCell, numberColumns, type PlainColumn } from './plain-columns.ts';

export interface PlainList {
  readonly list: string;
  /** Its table: `pos`, `row`, `key` (text), then the columns. Absent: the code does not read it, or nobody plain has items. */
  readonly table?: string;
  /** SQL that makes the table, once there is `plain_rows`. */
  readonly create?: string;
  readonly columns: readonly PlainColumn[];
  /** The code asks the ledger about its items, by their keys. */
  readonly hasKeys: boolean;
}

/** Undefined: it is no list, or one whose items may depend on more than their own row; nobody who has some is plain. */
export function planList(table: SortedTable, layout: ColumnarLayout): PlainList | undefined {
  const { role, year } = table.bound;
  const read = role.kind === 'list' ? layout.lists.find(({ list }) => list === role.list.id) : undefined;
  const cells = cellsOf(table);
  if (role.kind !== 'list' || cells === undefined || year !== undefined) return undefined;
  const key = keyOf(role.list, cells);
  if (key === undefined || role.list.fields.some(({ since }) => since !== undefined)) return undefined;
  if (read === undefined) return { list: role.list.id, columns: [], hasKeys: false };
  const { columns, values } = numberColumns(cellsRead(cells, read));
  const name = `plain_${table.sorted}`;
  const selected = ['pos', 'row', `${key} as key`, ...values].join(', ');
  return {
    list: role.list.id,
    table: name,
    create: `create or replace table ${name} as select ${selected} from ${table.sorted} where pos in (select pos from plain_rows) order by pos, row`,
    columns,
    hasKeys: read.history.length > 0,
  };
}

/** SQL of the positions of whom something linked is not plain. */
export function strayItems(table: SortedTable, plan: PlainList | undefined): readonly string[] {
  const { sorted } = table;
  const { role } = table.bound;
  const cells = cellsOf(table);
  if (plan === undefined || cells === undefined || role.kind !== 'list') return [`select pos from ${sorted}`];
  const key = keyOf(role.list, cells)!;
  const tests = [
    'beyond is null',
    `coalesce(regexp_full_match(${key}, '${plainKey}'), false)`,
    ...cells.map(isPlainCell),
  ];
  return [
    `select pos from ${sorted} where not coalesce(${tests.join(' and ')}, false)`,
    // Twice the same item is for the door to tell.
    `select pos from ${sorted} group by pos, ${key} having count(*) > 1`,
  ];
}

/** Texts that stay as they are when the door folds them. */
const plainKey = '[!-~\\x{4e00}-\\x{9fff}]{1,200}';

/** The column that calls the items by their key, where one text does. */
function keyOf({ key }: ListIr, cells: readonly Cell[]): string | undefined {
  const [first, ...more] = key ?? [];
  const cell = cells.find(({ field }) => field.id === first);
  return cell === undefined || more.length > 0 || cell.field.type.kind !== 'text' ? undefined : cell.name;
}
