import type { FactValues } from '../input.ts';
import type { PolicyIr } from '../ir.ts';
import { factCell, factReaders, whyGeneral } from './fact-reader.ts';
import type { GeneralRow } from './general-row.ts';
import type { ColumnarLayout } from './layout.ts';
import type { ColumnBlock } from './new-columns.ts';
import { beyond } from './scaled-number.ts';

/**
 * Figures that are the same for all rows of the block's year: what the policy publishes, else what is given (`sector_growth@2024`). Told where one
 * is not known or not held: then every row is general.
 */
export function setParameters(
  ir: PolicyIr,
  layout: ColumnarLayout,
  block: ColumnBlock,
  given: FactValues,
): GeneralRow | undefined {
  let why: GeneralRow | undefined;
  for (const [index, reader] of factReaders(layout.parameters, ir.fields, block.year).entries()) {
    const cell = factCell(reader, given, given);
    block.parameters[index]![0] = cell;
    const { column, year } = reader;
    if (cell === beyond)
      why ??= { reason: whyGeneral(reader, given), field: column.field, ...(year === undefined ? {} : { year }) };
  }
  return why;
}
