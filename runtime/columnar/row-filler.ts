/** Inputs of single applicants that passed the door → rows of a column block. What the code could not assess exactly makes the row general. */
import type { EvaluationInput, Facts, FactValues, ItemFacts, Period } from '../input.ts';
import type { PolicyIr } from '../ir.ts';
import { type FactReader, factCell, factReaders, whyGeneral } from './fact-reader.ts';
import { type GeneralRow, generalCode } from './general-row.ts';
import type { ColumnarLayout } from './layout.ts';
import { type Asker, type LedgerFiller, ledgerFiller } from './ledger-filler.ts';
import { type ColumnBlock, type ListBlock, roomForItems, startBlock } from './new-columns.ts';
import { beyond } from './scaled-number.ts';

export interface RowFiller {
  /** Empties the block for rows of this year. */
  readonly start: (block: ColumnBlock, year: number) => void;
  /** Adds the input as the next row of the block, which must have room. Tells why the row is general, if it is. */
  readonly add: (block: ColumnBlock, input: EvaluationInput) => GeneralRow | undefined;
}

/** One filler fills one block at a time: it keeps what the block's first rows say of parameters. */
export function rowFiller(ir: PolicyIr, layout: ColumnarLayout): RowFiller {
  const fillFromLedger = ledgerFiller(ir, layout);
  let filling: Filling | undefined;
  const of = (year: number): Filling => {
    if (filling?.year !== year) filling = newFilling(ir, layout, fillFromLedger, year);
    return filling;
  };
  return {
    start: (block, year) => {
      startBlock(block, year);
      of(year).parametersKnown = false;
    },
    add: (block, input) => {
      const row = block.rows;
      if (row >= block.capacity) throw new RangeError(`no room for row ${row + 1}`);
      const why = fillRow(of(block.year), block, input, row);
      if (why !== undefined) for (const { offsets } of block.lists) offsets[row + 1] = offsets[row]!;
      block.general[row] = why === undefined ? 0 : generalCode(why.reason);
      block.rows = row + 1;
      return why;
    },
  };
}

/** What is the same for all rows of one year. */
interface Filling {
  readonly ir: PolicyIr;
  readonly layout: ColumnarLayout;
  readonly year: number;
  readonly parameters: readonly FactReader[];
  readonly facts: readonly FactReader[];
  readonly lists: readonly (readonly FactReader[])[];
  readonly fillFromLedger: LedgerFiller;
  readonly asker: Asker & { subject: string; facts: Facts };
  /** Periods and readings are mostly the same objects from row to row, and were looked at with the first. */
  lookedAt: Pick<EvaluationInput, 'period' | 'readings'> | undefined;
  /** The block holds the parameters that a row has stated. */
  parametersKnown: boolean;
}

function newFilling(ir: PolicyIr, layout: ColumnarLayout, fillFromLedger: LedgerFiller, year: number): Filling {
  return {
    ir,
    layout,
    year,
    parameters: factReaders(layout.parameters, ir.fields, year),
    facts: factReaders(layout.facts, ir.fields, year),
    lists: layout.lists.map(({ list, facts }) =>
      factReaders(facts, ir.lists.find(({ id }) => id === list)?.fields ?? [], year),
    ),
    fillFromLedger,
    asker: askerOf(layout),
    lookedAt: undefined,
    parametersKnown: false,
  };
}

function askerOf({ lists }: ColumnarLayout): Filling['asker'] {
  const asker: Filling['asker'] = {
    subject: '',
    facts: { subject: '', values: new Map(), lists: new Map() },
    itemKey: (list, item) => asker.facts.lists.get(lists[list]!.list)![item]!.key,
  };
  return asker;
}

function fillRow(filling: Filling, block: ColumnBlock, input: EvaluationInput, row: number): GeneralRow | undefined {
  const { facts, period, ledger } = input;
  const { asker } = filling;
  asker.facts = facts;
  asker.subject = facts.subject;
  return (
    generalByInput(filling, input) ??
    fillParameters(filling, block, facts.values) ??
    fillFacts(filling, block, facts.values, row) ??
    fillLists(filling, block, input, row) ??
    filling.fillFromLedger(block, row, asker, period, ledger)
  );
}

// ── What lies beside the facts ───────────────────────────────────────────────

function generalByInput(filling: Filling, input: EvaluationInput): GeneralRow | undefined {
  const { ir, year, lookedAt } = filling;
  if (input.shares !== undefined && input.shares.size > 0) return { reason: 'share' };
  for (const { clause, year: decided } of input.decisions) {
    if (decided === year || !ir.clauses.some(({ id }) => id === clause)) return { reason: 'decision', clause };
  }
  if (lookedAt?.period === input.period && lookedAt.readings === input.readings) return undefined;
  const why = generalByTerms(filling, input);
  if (why === undefined) filling.lookedAt = { period: input.period, readings: input.readings };
  return why;
}

function generalByTerms({ ir, layout, year }: Filling, input: EvaluationInput): GeneralRow | undefined {
  if (!isCalendarYear(input.period, year)) return { reason: 'period' };
  for (const { id, default: usual } of ir.readings) {
    const wanted = Object.hasOwn(input.readings, id) ? input.readings[id] : usual;
    if (wanted !== layout.readings[id]) return { reason: 'reading', reading: id };
  }
  const strange = Object.keys(input.readings).find((id) => !ir.readings.some((reading) => reading.id === id));
  return strange === undefined ? undefined : { reason: 'reading', reading: strange };
}

/** The code knows its year alone. */
function isCalendarYear({ from, to, year }: Period, assessed: number): boolean {
  return year === assessed && from === `${year}-01-01` && to === `${year + 1}-01-01`;
}

// ── Facts ────────────────────────────────────────────────────────────────────

function fillParameters(filling: Filling, block: ColumnBlock, values: FactValues): GeneralRow | undefined {
  const { parameters, parametersKnown } = filling;
  for (const [index, reader] of parameters.entries()) {
    const cell = factCell(reader, values, values);
    if (cell === beyond) return notHeld(reader, values);
    if (parametersKnown && !Object.is(block.parameters[index]![0], cell)) return { ...at(reader), reason: 'parameter' };
  }
  if (!parametersKnown) {
    for (const [index, reader] of parameters.entries()) block.parameters[index]![0] = factCell(reader, values, values);
    filling.parametersKnown = true;
  }
  return undefined;
}

function fillFacts({ facts }: Filling, block: ColumnBlock, values: FactValues, row: number): GeneralRow | undefined {
  for (let index = 0; index < facts.length; index += 1) {
    const reader = facts[index]!;
    const cell = factCell(reader, values, values);
    if (cell === beyond) return notHeld(reader, values);
    block.facts[index]![row] = cell;
  }
  return undefined;
}

function notHeld(reader: FactReader, values: FactValues): GeneralRow {
  return { ...at(reader), reason: whyGeneral(reader, values) };
}

function at({ column, year }: FactReader): Pick<GeneralRow, 'field' | 'year'> {
  return year === undefined ? { field: column.field } : { field: column.field, year };
}

function fillLists(filling: Filling, block: ColumnBlock, input: EvaluationInput, row: number): GeneralRow | undefined {
  const { layout } = filling;
  for (const [index, { list, most }] of layout.lists.entries()) {
    const items = input.facts.lists.get(list);
    if (items === undefined) return { reason: 'missing', list };
    if (items.length > most) return { reason: 'items', list };
    const why = fillItems(filling, block.lists[index]!, index, items, input, row);
    if (why !== undefined) return { ...why, list };
  }
  return undefined;
}

function fillItems(
  filling: Filling,
  block: ListBlock,
  list: number,
  items: readonly ItemFacts[],
  input: EvaluationInput,
  row: number,
): GeneralRow | undefined {
  const start = block.offsets[row]!;
  roomForItems(block, start + items.length);
  const readers = filling.lists[list]!;
  for (const [item, { values }] of items.entries()) {
    for (let index = 0; index < readers.length; index += 1) {
      const cell = factCell(readers[index]!, values, input.facts.values);
      if (cell === beyond) return { ...notHeld(readers[index]!, values), item };
      block.facts[index]![start + item] = cell;
    }
  }
  block.offsets[row + 1] = start + items.length;
  return undefined;
}
