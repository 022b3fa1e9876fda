/** What the ledger says of an applicant → the history columns of a row and of its items, and whether other awards are answered for. */
import { isAnswered } from '../elsewhere.ts';
import { isHistoryCovered } from '../history.ts';
import type { EvaluationInput, Ledger, Period } from '../input.ts';
import type { PolicyIr } from '../ir.ts';
import { hasAwardElsewhere, mattersCompared } from './elsewhere-reader.ts';
import type { GeneralRow } from './general-row.ts';
import { historyCell, whyUntold } from './history-reader.ts';
import type { ColumnarLayout, HistoryColumn } from './layout.ts';
import { ledgerOfSubject } from './ledger-by-subject.ts';
import type { ColumnBlock } from './new-columns.ts';
import { beyond } from './scaled-number.ts';

/** Who asks. `itemKey`: of the items of the row, by the list's place in the layout. */
export interface Asker {
  readonly subject: string;
  readonly itemKey: (list: number, item: number) => string;
}

/** Fills the row, whose lists are filled already. Told: why it is general. */
export type LedgerFiller = (
  block: ColumnBlock,
  row: number,
  asker: Asker,
  period: Period,
  ledger: Ledger | undefined,
) => GeneralRow | undefined;

export function ledgerFiller(ir: PolicyIr, layout: ColumnarLayout): LedgerFiller {
  const columns = [...layout.history, ...layout.lists.flatMap(({ history }) => history)];
  const asking: Asking = { ir, layout, columns, matters: mattersCompared(ir, layout.readings), unnamed: undefined };
  return (block, row, asker, period, ledger) => {
    const own = ledger === undefined ? noLedger : ledgerOfSubject(ledger, asker.subject);
    if (!hasAwards(own)) return fillNothingPaid(asking, block, row, asker, period, own);
    const input = inputOf(asker, period, own);
    return (
      uncovered(asking, input) ??
      underOtherReadings(asking, own) ??
      awardedElsewhere(asking, input) ??
      fillHistory(asking, block, row, input) ??
      fillItemHistory(asking, block, row, asker, input)
    );
  };
}

interface Asking {
  readonly ir: PolicyIr;
  readonly layout: ColumnarLayout;
  /** Of applicants and of items. */
  readonly columns: readonly HistoryColumn[];
  readonly matters: ReadonlySet<string>;
  /** What a ledger without awards says: asked once for all whom the ledger does not name, for most are not named. */
  unnamed: Unnamed | undefined;
}
interface Unnamed {
  readonly ledger: Ledger;
  readonly from: string;
  readonly to: string;
  readonly answered: boolean;
  readonly why: GeneralRow | undefined;
}

const noLedger: Ledger = { entries: [] };

function hasAwards({ entries }: Ledger): boolean {
  for (const { kind } of entries) if (kind === 'award') return true;
  return false;
}

/** All that queries of the ledger look at. */
function inputOf({ subject }: Asker, period: Period, ledger: Ledger): EvaluationInput {
  const facts = { subject, values: new Map(), lists: new Map() };
  return { facts, period, ledger, decisions: [], readings: {} };
}

function fillNothingPaid(
  asking: Asking,
  block: ColumnBlock,
  row: number,
  asker: Asker,
  period: Period,
  ledger: Ledger,
): GeneralRow | undefined {
  const known = asking.unnamed;
  const told =
    known?.ledger === ledger && known.from === period.from && known.to === period.to
      ? known
      : askedOfUnnamed(asking, asker, period, ledger);
  asking.unnamed = told;
  if (told.why !== undefined) return told.why;
  for (const cells of block.history) cells[row] = 0;
  for (const { offsets, history } of block.lists)
    for (const cells of history) cells.fill(0, offsets[row]!, offsets[row + 1]!);
  block.answered[row] = Number(told.answered);
  return undefined;
}

function askedOfUnnamed(asking: Asking, asker: Asker, period: Period, ledger: Ledger): Unnamed {
  const input = inputOf(asker, period, ledger);
  const { from, to } = period;
  return { ledger, from, to, answered: isAnswered(input), why: uncovered(asking, input) };
}

function uncovered({ ir, columns }: Asking, input: EvaluationInput): GeneralRow | undefined {
  const open = columns.find((column) => !isHistoryCovered(ir, input, column.window));
  return open === undefined ? undefined : { reason: 'uncovered', clause: open.clause };
}

/** R15: the general evaluator tells of such history. */
function underOtherReadings({ layout, columns }: Asking, { entries }: Ledger): GeneralRow | undefined {
  if (columns.length === 0) return undefined;
  for (const entry of entries) {
    if (entry.kind !== 'award') continue;
    for (const [reading, choice] of Object.entries(entry.readings)) {
      if (Object.hasOwn(layout.readings, reading) && layout.readings[reading] !== choice)
        return { reason: 'otherReadings', clause: entry.clause, reading };
    }
  }
  return undefined;
}

function awardedElsewhere({ ir, matters }: Asking, input: EvaluationInput): GeneralRow | undefined {
  return hasAwardElsewhere(ir, input, matters) ? { reason: 'elsewhere' } : undefined;
}

function fillHistory(
  { ir, layout }: Asking,
  block: ColumnBlock,
  row: number,
  input: EvaluationInput,
): GeneralRow | undefined {
  for (const [index, column] of layout.history.entries()) {
    const cell = historyCell(ir, input, column, undefined);
    if (cell === beyond) return { reason: whyUntold(ir, input, column, undefined), clause: column.clause };
    block.history[index]![row] = cell;
  }
  block.answered[row] = Number(isAnswered(input));
  return undefined;
}

function fillItemHistory(
  { ir, layout }: Asking,
  block: ColumnBlock,
  row: number,
  { itemKey }: Asker,
  input: EvaluationInput,
): GeneralRow | undefined {
  for (const [place, { list, history }] of layout.lists.entries()) {
    const { offsets, history: cells } = block.lists[place]!;
    const start = offsets[row]!;
    const count = offsets[row + 1]! - start;
    for (const [index, column] of history.entries()) {
      for (let item = 0; item < count; item += 1) {
        const key = itemKey(place, item);
        const cell = historyCell(ir, input, column, key);
        if (cell === beyond) return { reason: whyUntold(ir, input, column, key), clause: column.clause, list, item };
        cells[index]![start + item] = cell;
      }
    }
  }
  return undefined;
}
