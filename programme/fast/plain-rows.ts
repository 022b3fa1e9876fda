/** The applicants whose rows are plain, as columns of numbers: what columnar code can read without an object for any of them. */
import type { ColumnarLayout } from '../../runtime/columnar/layout.ts';
import type { FieldIr } from '../../runtime/ir.ts';
import type { Applicants, SortedTable } from '../applicants/load-applicants.ts';
import { fewRows, type Workspace } from '../workspace.ts';
import { isNoneWord, plainForm } from './plain-form.ts';

/** One column of `plain_rows`, in its order. */
export interface PlainColumn {
  /** `rd@2024`; of stated nothings, the key of the column that they are about. */
  readonly key: string;
  readonly isNone: boolean;
  readonly scale?: number;
  readonly options?: readonly string[];
}

export interface PlainRows {
  readonly columns: readonly PlainColumn[];
  /** Lists that are linked: who has no row in them has none. */
  readonly lists: readonly string[];
}

interface Cell {
  readonly name: string;
  readonly key: string;
  readonly field: FieldIr;
}

/**
 * Makes `plain_rows` (`pos`, then DOUBLE columns, NaN where a cell is blank): applicants with one row, every cell of it plain, and with no
 * items and no decisions. Undefined: the tables are of another shape, and no row is plain.
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
  const linked = tables.filter((table) => table !== only);
  const read = columnsRead(cells, layout);
  const values = read.flatMap(({ name, field }) => {
    const value = `coalesce(${plainForm(field, name).value ?? 'null'}, 'NaN'::double) as ${name}_value`;
    return field.orNone ? [value, `case when ${isNoneWord(name)} then 1 else 0 end::double as ${name}_none`] : [value];
  });
  const tests = [
    'beyond is null',
    `pos not in (select pos from ${only.sorted} group by pos having count(*) > 1)`,
    ...linked.map(({ sorted }) => `pos not in (select pos from ${sorted})`),
    ...cells.map(({ name, field }) => `(${name} is null or ${plainForm(field, name).isPlain})`),
    ...cells.flatMap((cell) => sinceTest(cell, cells)),
  ];
  await connection.run(
    `create or replace table plain_rows as select ${['pos', ...values].join(', ')} from ${only.sorted} where ${tests.join(' and ')}`,
  );
  const columns = read.flatMap(({ key, field, name }): readonly PlainColumn[] => {
    const { scale, options } = plainForm(field, name);
    const column = {
      key,
      isNone: false,
      ...(scale === undefined ? {} : { scale }),
      ...(options === undefined ? {} : { options }),
    };
    return field.orNone ? [column, { key, isNone: true }] : [column];
  });
  return { columns, lists: linked.flatMap(({ bound: { role } }) => (role.kind === 'list' ? [role.list.id] : [])) };
}

/** Undefined: a column is a whole list, or a figure that is not the applicant's own. */
function cellsOf({ bound }: SortedTable): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  for (const [index, { use }] of bound.columns.entries()) {
    if (use.kind !== 'field' || use.field.role === 'parameter' || use.unit !== undefined) return undefined;
    const { field, year } = use;
    cells.push({ name: `v${index}`, key: year === undefined ? field.id : `${field.id}@${year}`, field });
  }
  return cells;
}

function columnsRead(cells: readonly Cell[], layout: ColumnarLayout): readonly Cell[] {
  const read = new Set(layout.facts.flatMap(({ field, since }) => (since === undefined ? [field] : [field, since])));
  return cells.filter(({ field }) => read.has(field.id));
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

export async function countPlainRows({ connection }: Workspace): Promise<number> {
  const [count] = await fewRows(connection, 'select count(*) from plain_rows');
  return Number(count?.[0] ?? 0);
}
