/** Facts of one plain row, made when they are asked for, which notes what was asked. */

import { type CellText, cellText } from '../../runtime/columnar/exact-cells.ts';
import { dayText } from '../../runtime/day.ts';
import { type FactValue, type FactValues, none } from '../../runtime/input.ts';
import type { FieldIr, PolicyIr } from '../../runtime/ir.ts';
import type { PlainColumn } from './plain-columns.ts';

/** How the facts of a table of plain rows are read, made once. */
export interface ColumnReading {
  /** By name of the fact. */
  readonly columns: ReadonlyMap<string, ReadingColumn>;
  /** Facts that stand in the tables and not in the columns. */
  readonly uncarried: ReadonlySet<string>;
  /** Figures that are not the applicant's. */
  readonly parameters: FactValues;
}

interface ReadingColumn {
  readonly index: number;
  /** The column that says where nothing is stated not to exist. */
  readonly none?: number;
  readonly valueOf: (cell: number) => FactValue;
}

export function columnReading(
  { fields }: PolicyIr,
  columns: readonly PlainColumn[],
  uncarried: readonly string[],
  parameters: FactValues,
): ColumnReading {
  const read = new Map<string, ReadingColumn>();
  for (const [index, column] of columns.entries()) {
    const { key, isNone } = column;
    const known = read.get(key);
    const field = fields.find(({ id }) => id === key.split('@')[0])!;
    if (isNone && known !== undefined) read.set(key, { ...known, none: index });
    else read.set(key, { index, valueOf: valueReader(field, column) });
  }
  return { columns: read, uncarried: new Set(uncarried), parameters };
}

function valueReader({ type }: FieldIr, { scale, options }: PlainColumn): (cell: number) => FactValue {
  switch (type.kind) {
    case 'boolean':
      return (cell) => ({ boolean: cell === 1 });
    case 'date':
      return (cell) => ({ date: dayText(cell) });
    case 'choice':
      return (cell) => ({ options: options!.slice(cell, cell + 1) });
    case 'choices':
      return (cell) => ({ options: options!.filter((_, place) => ((cell >>> place) & 1) === 1) });
    default: {
      const text: CellText = cellText(10 ** (scale ?? 0));
      return (cell) => ({ number: text(cell) });
    }
  }
}

/** Of one row; a new one for each, since evaluators keep what they found by the object. */
export class ColumnFacts implements ReadonlyMap<string, FactValue> {
  /** Indexes of the columns that were asked. */
  readonly asked = new Set<number>();
  /** More was asked than the columns hold: what came out is of no use. */
  isBeyond = false;
  private readonly reading: ColumnReading;
  private readonly cells: readonly Float64Array[];
  private readonly row: number;

  constructor(reading: ColumnReading, cells: readonly Float64Array[], row: number) {
    this.reading = reading;
    this.cells = cells;
    this.row = row;
  }

  get(key: string): FactValue | undefined {
    const column = this.reading.columns.get(key);
    if (column === undefined) {
      if (this.reading.uncarried.has(key)) this.isBeyond = true;
      return this.reading.parameters.get(key);
    }
    this.asked.add(column.index);
    if (column.none !== undefined) {
      this.asked.add(column.none);
      if (this.cells[column.none]![this.row] === 1) return none;
    }
    const cell = this.cells[column.index]![this.row]!;
    return Number.isNaN(cell) ? this.reading.parameters.get(key) : column.valueOf(cell);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Whoever wants all of them would not be told of those that the columns do not hold. */
  get size(): number {
    return this.all().size;
  }
  forEach(visit: (value: FactValue, key: string, map: ReadonlyMap<string, FactValue>) => void): void {
    this.all().forEach(visit);
  }
  entries() {
    return this.all().entries();
  }
  keys() {
    return this.all().keys();
  }
  values() {
    return this.all().values();
  }
  [Symbol.iterator]() {
    return this.all()[Symbol.iterator]();
  }

  private all(): ReadonlyMap<string, FactValue> {
    this.isBeyond = true;
    return this.reading.parameters;
  }
}
