/** Inputs of single applicants that passed the door → rows of a column block. What the code could not assess exactly makes the row general. */
import { isAnswered } from '../elsewhere.ts';
import { isHistoryCovered } from '../history.ts';
import type { EvaluationInput, FactValues, ItemFacts, Ledger, Period } from '../input.ts';
import type { PolicyIr } from '../ir.ts';
import { hasAwardElsewhere, mattersCompared } from './elsewhere-reader.ts';
import { type FactReader, factCell, factReaders, whyGeneral } from './fact-reader.ts';
import { type GeneralRow, generalCode } from './general-row.ts';
import { hasNoAwards, historyCell, whyUntold } from './history-reader.ts';
import type { ColumnarLayout } from './layout.ts';
import { ledgerOfSubject } from './ledger-by-subject.ts';
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
  const matters = mattersCompared(ir, layout.readings);
  let filling: Filling | undefined;
  const of = (year: number): Filling => {
    if (filling?.year !== year) filling = newFilling(ir, layout, matters, year);
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
  readonly matters: ReadonlySet<string>;
  readonly readsHistory: boolean;
  /** The block holds the parameters that a row has stated. */
  parametersKnown: boolean;
  /** What the ledger says of anybody whom it does not name: asked once, for most are not named. */
  unnamed: { readonly ledger: Ledger; readonly answered: boolean; readonly why: GeneralRow | undefined } | undefined;
}

function newFilling(ir: PolicyIr, layout: ColumnarLayout, matters: ReadonlySet<string>, year: number): Filling {
  return {
    ir,
    layout,
    year,
    parameters: factReaders(layout.parameters, ir.fields, year),
    facts: factReaders(layout.facts, ir.fields, year),
    lists: layout.lists.map(({ list, facts }) =>
      factReaders(facts, ir.lists.find(({ id }) => id === list)?.fields ?? [], year),
    ),
    matters,
    readsHistory: layout.history.length > 0 || layout.lists.some(({ history }) => history.length > 0),
    parametersKnown: false,
    unnamed: undefined,
  };
}

function fillRow(filling: Filling, block: ColumnBlock, whole: EvaluationInput, row: number): GeneralRow | undefined {
  const { facts } = whole;
  const input = whole.ledger === undefined ? whole : { ...whole, ledger: ledgerOfSubject(whole.ledger, facts.subject) };
  return (
    generalByInput(filling, whole) ??
    fillParameters(filling, block, facts.values) ??
    fillFacts(filling, block, facts.values, row) ??
    fillLists(filling, block, input, row) ??
    fillFromLedger(filling, block, input, row)
  );
}

// ── What lies beside the facts ───────────────────────────────────────────────

function generalByInput({ ir, layout, year }: Filling, input: EvaluationInput): GeneralRow | undefined {
  if (!isCalendarYear(input.period, year)) return { reason: 'period' };
  if (input.shares !== undefined && input.shares.size > 0) return { reason: 'share' };
  for (const { clause, year: decided } of input.decisions) {
    if (decided === year || !ir.clauses.some(({ id }) => id === clause)) return { reason: 'decision', clause };
  }
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
  return fillItemHistory(filling, block, list, items, input, start);
}

// ── The ledger ───────────────────────────────────────────────────────────────

function fillItemHistory(
  { ir, layout }: Filling,
  block: ListBlock,
  list: number,
  items: readonly ItemFacts[],
  input: EvaluationInput,
  start: number,
): GeneralRow | undefined {
  const columns = layout.lists[list]!.history;
  if (columns.length === 0) return undefined;
  const nothing = hasNoAwards(input);
  for (const [index, column] of columns.entries()) {
    const cells = block.history[index]!;
    if (nothing) cells.fill(0, start, start + items.length);
    else {
      for (const [item, { key }] of items.entries()) {
        const cell = historyCell(ir, input, column, key);
        if (cell === beyond) return { reason: whyUntold(ir, input, column, key), clause: column.clause, item };
        cells[start + item] = cell;
      }
    }
  }
  return undefined;
}

function fillFromLedger(
  filling: Filling,
  block: ColumnBlock,
  input: EvaluationInput,
  row: number,
): GeneralRow | undefined {
  if (hasNoAwards(input)) return fillUnnamed(filling, block, input, row);
  const { ir, layout, matters } = filling;
  const why = uncoveredHistory(filling, input) ?? underOtherReadings(filling, input);
  if (why !== undefined) return why;
  if (hasAwardElsewhere(ir, input, matters)) return { reason: 'elsewhere' };
  for (const [index, column] of layout.history.entries()) {
    const cell = historyCell(ir, input, column, undefined);
    if (cell === beyond) return { reason: whyUntold(ir, input, column, undefined), clause: column.clause };
    block.history[index]![row] = cell;
  }
  block.answered[row] = Number(isAnswered(input));
  return undefined;
}

/** No award, hence nothing paid wherever the ledger answers; and where the ledger has nothing on the subject, it answers as for the one before. */
function fillUnnamed(
  filling: Filling,
  block: ColumnBlock,
  input: EvaluationInput,
  row: number,
): GeneralRow | undefined {
  const ledger = input.ledger ?? noLedger;
  const known =
    filling.unnamed?.ledger === ledger
      ? filling.unnamed
      : { ledger, answered: isAnswered(input), why: uncoveredHistory(filling, input) };
  filling.unnamed = known;
  if (known.why !== undefined) return known.why;
  for (const cells of block.history) cells[row] = 0;
  block.answered[row] = Number(known.answered);
  return undefined;
}

const noLedger: Ledger = { entries: [] };

function uncoveredHistory({ ir, layout }: Filling, input: EvaluationInput): GeneralRow | undefined {
  const columns = [...layout.history, ...layout.lists.flatMap(({ history }) => history)];
  const open = columns.find((column) => !isHistoryCovered(ir, input, column.window));
  return open === undefined ? undefined : { reason: 'uncovered', clause: open.clause };
}

/** R15: the general evaluator tells of such history. */
function underOtherReadings({ layout, readsHistory }: Filling, { ledger }: EvaluationInput): GeneralRow | undefined {
  if (!readsHistory) return undefined;
  for (const entry of ledger?.entries ?? []) {
    if (entry.kind !== 'award') continue;
    for (const [reading, choice] of Object.entries(entry.readings)) {
      if (Object.hasOwn(layout.readings, reading) && layout.readings[reading] !== choice)
        return { reason: 'otherReadings', clause: entry.clause, reading };
    }
  }
  return undefined;
}
