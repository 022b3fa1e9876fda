/** Columns that companies are put into one by one: the row of each is its input. */
import type { ColumnarLayout } from '../../../runtime/columnar/layout.ts';
import { type ColumnBlock, newColumns } from '../../../runtime/columnar/new-columns.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import { columnsOf } from '../../companies/five-columns.ts';
import type { FiveFacts } from '../../companies/five-facts.ts';
import { fill } from './columnar.ts';

/** Room for the facts of so many companies; the next one takes the place of the first. */
export const capacity = 32_768;

export interface CompanyRows {
  readonly columns: ColumnBlock;
  readonly input: (company: FiveFacts) => number;
}

export function companyRows(ir: PolicyIr, layout: ColumnarLayout): CompanyRows {
  const columns = newColumns(layout, capacity);
  const one = newColumns(layout, 1);
  let rows = 0;
  const input = (company: FiveFacts): number => {
    fill(ir, layout, one, columnsOf([company]));
    for (const [index, cells] of columns.facts.entries()) cells[rows % capacity] = one.facts[index]![0]!;
    columns.year = one.year;
    for (const [index, cells] of columns.parameters.entries()) cells[0] = one.parameters[index]![0]!;
    return rows++ % capacity;
  };
  return { columns, input };
}
