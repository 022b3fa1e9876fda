/** Facts that passed the door → cells of the columns that the code reads. */
import { dayNumber, yearOf } from '../day.ts';
import type { FactValue, FactValues } from '../input.ts';
import type { FieldIr } from '../ir.ts';
import type { GeneralReason } from './general-row.ts';
import type { CellForm, FactColumn } from './layout.ts';
import { beyond, scaledNumber } from './scaled-number.ts';

/** How one column of one year is read. */
export interface FactReader {
  readonly column: FactColumn;
  /** Its name among the facts. */
  readonly key: string;
  /** Of a yearly figure. */
  readonly year: number | undefined;
  /** What the policy itself publishes stands before whatever the facts say. */
  readonly published?: number;
  /** A year before those that the code asks about. */
  readonly isNotAsked: boolean;
}

export function factReaders(
  columns: readonly FactColumn[],
  fields: readonly FieldIr[],
  assessed: number,
): readonly FactReader[] {
  return columns.map((column) => {
    const field = fields.find(({ id }) => id === column.field);
    if (field === undefined) throw new Error(`a column of no field: ${column.field}`);
    const year = field.yearly ? assessed + column.shift : undefined;
    const key = year === undefined ? field.id : `${field.id}@${year}`;
    const published = publishedCell(field, year, column.form);
    const isNotAsked = year !== undefined && column.from !== undefined && year < column.from;
    return { column, key, year, isNotAsked, ...(published === undefined ? {} : { published }) };
  });
}

function publishedCell({ published }: FieldIr, year: number | undefined, form: CellForm): number | undefined {
  const name = year === undefined ? '' : String(year);
  if (published === undefined || !Object.hasOwn(published, name)) return undefined;
  return statedCell({ number: published[name]! }, form);
}

/** `subject`: where a series may begin that an item's own facts do not date. `beyond`: the row is general, `whyGeneral` says why. */
export function factCell(reader: FactReader, values: FactValues, subject: FactValues): number {
  if (reader.isNotAsked) return Number.NaN;
  if (reader.published !== undefined) return reader.published;
  const stated = values.get(reader.key);
  if (stated !== undefined) return statedCell(stated, reader.column.form);
  return isBeforeStart(reader, values, subject) ? noneCell(reader.column.form) : beyond;
}

export function whyGeneral(reader: FactReader, values: FactValues): GeneralReason {
  const stated = values.get(reader.key);
  if (stated === undefined) return reader.published === undefined ? 'missing' : 'guard';
  if ('none' in stated) return 'none';
  if ('number' in stated) return reader.column.form.kind === 'number' ? 'guard' : 'form';
  return 'form';
}

function isBeforeStart({ column, year }: FactReader, values: FactValues, subject: FactValues): boolean {
  if (column.since === undefined || year === undefined) return false;
  const start = values.get(column.since) ?? subject.get(column.since);
  return start !== undefined && 'date' in start && year < yearOf(start.date);
}

/** Numbers and days that do not exist have a cell of their own; choices and truths do not. */
function noneCell({ kind }: CellForm): number {
  return kind === 'number' || kind === 'day' ? Number.NaN : beyond;
}

function statedCell(stated: FactValue, form: CellForm): number {
  if ('none' in stated) return noneCell(form);
  switch (form.kind) {
    case 'number':
      return 'number' in stated ? scaledNumber(stated.number, form) : beyond;
    case 'day':
      return 'date' in stated ? dayNumber(stated.date) : beyond;
    case 'truth':
      return 'boolean' in stated ? Number(stated.boolean) : beyond;
    case 'option':
      return 'options' in stated && stated.options.length === 1
        ? optionIndex(form.options, stated.options[0]!)
        : beyond;
    case 'options':
      return 'options' in stated ? optionBits(form.options, stated.options) : beyond;
  }
}

function optionIndex(options: readonly string[], option: string): number {
  const index = options.indexOf(option);
  return index < 0 ? beyond : index;
}

function optionBits(options: readonly string[], chosen: readonly string[]): number {
  let bits = 0;
  for (const option of chosen) {
    const index = options.indexOf(option);
    if (index < 0 || index > 31) return beyond;
    bits |= 1 << index;
  }
  return bits >>> 0;
}
