/** Columnar code over a chunk of plain rows: which of them surely get nothing under any clause. */

import { chunkFiller } from '../../runtime/columnar/chunk-filler.ts';
import type { SourceColumn, SourceColumns, SourceList } from '../../runtime/columnar/column-source.ts';
import type { ColumnarModule } from '../../runtime/columnar/columnar-module.ts';
import { outcomeCodes } from '../../runtime/columnar/layout.ts';
import { newColumns, startBlock } from '../../runtime/columnar/new-columns.ts';
import { newOutcomes } from '../../runtime/columnar/new-outcomes.ts';
import { setParameters } from '../../runtime/columnar/set-parameters.ts';
import { isAnswered } from '../../runtime/elsewhere.ts';
import { isHistoryCovered } from '../../runtime/history.ts';
import type { CoverageEntry, EvaluationInput, FactValues, Period } from '../../runtime/input.ts';
import type { PlainRows } from './plain-rows.ts';

/** The columns of `PlainRows`, so many rows of each. */
export interface PlainChunk {
  readonly rows: number;
  readonly columns: readonly Float64Array[];
}

/** 1 for a row that surely gets nothing, 0 for one that must be looked at. */
export type NothingFilter = (chunk: PlainChunk) => Uint8Array;

export interface FilterYear {
  readonly period: Period;
  readonly parameters: FactValues;
  readonly coverage: readonly CoverageEntry[];
}

/** Rows of one chunk of the table engine, and room to spare. */
const mostRows = 4096;

export function nothingFilter(module: ColumnarModule, plain: PlainRows, year: FilterYear): NothingFilter {
  const { ir, layout } = module;
  const block = newColumns(layout, mostRows, 16);
  const outcomes = newOutcomes(layout, mostRows, 16);
  const fill = chunkFiller(ir, layout, year.period.year);
  const history = pastOf(module, year);
  const ofItems = layout.lists.flatMap(({ history: columns }) => columns);
  const isKnown = history !== undefined && ofItems.every(({ window }) => isHistoryCovered(ir, nobody(year), window));
  const answered = isAnswered(nobody(year));
  const nothings = nothingCodes();
  return (chunk) => {
    const flags = new Uint8Array(chunk.rows);
    startBlock(block, year.period.year);
    if (!isKnown || setParameters(ir, layout, block, year.parameters) !== undefined) return flags;
    const { rows } = chunk;
    fill(block, {
      rows,
      facts: factsOf(plain, chunk),
      lists: listsOf(plain, rows),
      history: history.map((one) => one(rows)),
      answered,
    });
    module.assess(block, outcomes, 0, rows);
    for (let row = 0; row < rows; row += 1) flags[row] = block.general[row] === 0 ? 1 : 0;
    for (const { status, low, high } of outcomes.clauses)
      for (let row = 0; row < rows; row += 1) {
        const isNothing =
          nothings[status[row]!] === 1 || (status[row] === granted && low[row] === 0 && high[row] === 0);
        if (!isNothing) flags[row] = 0;
      }
    return flags;
  };
}

/** What is granted may come to nothing. */
const granted = outcomeCodes.indexOf('granted');

/** By status code: whether it is one under which nothing is due. */
function nothingCodes(): Uint8Array {
  const codes = new Uint8Array(256);
  for (const [code, name] of outcomeCodes.entries())
    if (['notMet', 'outOfForce', 'noAmount'].includes(name)) codes[code] = 1;
  return codes;
}

/** All that queries of the ledger look at, for someone whom it does not name. */
function nobody({ period, coverage }: FilterYear): EvaluationInput {
  const facts = { subject: '', values: new Map(), lists: new Map() };
  return { facts, period, ledger: { entries: coverage }, decisions: [], readings: {} };
}

/** Nothing was paid before to those whom the ledger does not name; undefined where nobody says that it is complete. */
function pastOf(
  { ir, layout }: ColumnarModule,
  year: FilterYear,
): readonly ((rows: number) => SourceColumn)[] | undefined {
  if (!layout.history.every(({ window }) => isHistoryCovered(ir, nobody(year), window))) return undefined;
  return layout.history.map(() => (rows: number) => ({ values: new Float64Array(rows) }));
}

function factsOf({ columns }: PlainRows, chunk: PlainChunk): SourceColumns {
  const facts = new Map<string, SourceColumn>();
  for (const [index, { key, isNone, scale, options }] of columns.entries()) {
    const values = chunk.columns[index]!;
    const known = facts.get(key);
    if (isNone && known !== undefined) facts.set(key, { ...known, none: { bits: bitsOf(values, chunk.rows) } });
    else
      facts.set(key, {
        values,
        ...(scale === undefined ? {} : { scale }),
        ...(options === undefined ? {} : { options }),
      });
  }
  return facts;
}

function bitsOf(values: Float64Array, rows: number): Uint32Array {
  const bits = new Uint32Array((rows + 31) >>> 5);
  for (let row = 0; row < rows; row += 1) if (values[row] === 1) bits[row >>> 5]! |= 1 << (row & 31);
  return bits;
}

/** Plain rows have no items; a list that nobody linked is unknown. */
function listsOf({ lists }: PlainRows, rows: number): ReadonlyMap<string, SourceList> {
  return new Map(lists.map((list) => [list, { offsets: new Uint32Array(rows + 1), facts: new Map() }]));
}

/** The filters of one run, one a year: made when the first chunk of a year comes. */
export class YearFilters {
  private made: { readonly year: number; readonly filter: NothingFilter } | undefined;
  private readonly module: ColumnarModule;
  private readonly plain: PlainRows;

  constructor(module: ColumnarModule, plain: PlainRows) {
    this.module = module;
    this.plain = plain;
  }

  filter(year: FilterYear, chunk: PlainChunk): Uint8Array {
    const { year: label } = year.period;
    if (this.made?.year !== label) this.made = { year: label, filter: nothingFilter(this.module, this.plain, year) };
    return this.made.filter(chunk);
  }
}
