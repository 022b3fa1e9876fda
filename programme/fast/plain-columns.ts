/** Cells of a sorted table as columns of numbers: DOUBLE, NaN where a cell is blank. */
import type { ColumnarLayout, ListColumns } from '../../runtime/columnar/layout.ts';
import type { FieldIr } from '../../runtime/ir.ts';
import type { SortedTable } from '../applicants/load-applicants.ts';
import type { ColumnUnit } from '../cells/cell-value.ts';
import { isNoneWord, plainForm } from './plain-form.ts';

/** One column of numbers. */
export interface PlainColumn {
  /** `rd@2024`; of stated nothings, the key of the column that they are about. */
  readonly key: string;
  readonly isNone: boolean;
  readonly scale?: number;
  readonly options?: readonly string[];
}

/** A column of text in the sorted table. */
export interface Cell {
  readonly name: string;
  readonly key: string;
  readonly field: FieldIr;
  /** What the header says of the figures below it. */
  readonly unit?: ColumnUnit;
}

/** Undefined: a column is a whole list, or a figure that is not the applicant's own. */
export function cellsOf({ bound }: SortedTable): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  for (const [index, { use }] of bound.columns.entries()) {
    if (use.kind !== 'field' || use.field.role === 'parameter') return undefined;
    const { field, year, unit } = use;
    cells.push({
      name: `v${index}`,
      key: year === undefined ? field.id : `${field.id}@${year}`,
      field,
      ...(unit === undefined ? {} : { unit }),
    });
  }
  return cells;
}

/** Those that the code reads. */
export function cellsRead(
  cells: readonly Cell[],
  { facts }: Pick<ColumnarLayout | ListColumns, 'facts'>,
): readonly Cell[] {
  const read = new Set(facts.flatMap(({ field, since }) => (since === undefined ? [field] : [field, since])));
  return cells.filter(({ field }) => read.has(field.id));
}

export interface NumberColumns {
  readonly columns: readonly PlainColumn[];
  /** SQL of the values, in the order of the columns. */
  readonly values: readonly string[];
}

export function numberColumns(cells: readonly Cell[]): NumberColumns {
  const columns: PlainColumn[] = [];
  const values: string[] = [];
  for (const { name, key, field, unit } of cells) {
    const { value, scale, options } = plainForm(field, name, unit);
    // Neither a blank cell nor a stated none is a no, or an option.
    const isOpen = field.orNone ? `${name} is null or ${isNoneWord(name)}` : `${name} is null`;
    values.push(
      `case when ${isOpen} then 'NaN'::double else coalesce(${value ?? 'null'}, 'NaN'::double) end as ${name}_value`,
    );
    columns.push({
      key,
      isNone: false,
      ...(scale === undefined ? {} : { scale }),
      ...(options === undefined ? {} : { options }),
    });
    if (!field.orNone) continue;
    values.push(`case when ${isNoneWord(name)} then 1 else 0 end::double as ${name}_none`);
    columns.push({ key, isNone: true });
  }
  return { columns, values };
}

/** SQL: the cell is blank or plain. */
export function isPlainCell({ name, field, unit }: Cell): string {
  return `(${name} is null or ${plainForm(field, name, unit).isPlain})`;
}
