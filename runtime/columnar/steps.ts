/**
 * The short explanation of one row, told from its trace: clause by clause what came out, and the recorded values that led to it. As
 * objects, as text, or as JSON text (`jieti-steps/1`). What did not run is not told.
 */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { words as allWords } from '../explain/words.ts';
import { type Columns, type OutcomeColumns, outcomeCodes } from './layout.ts';
import { hasAmount } from './result-view.ts';
import type { ClauseSteps, ItemSteps, StepCells, StepPlan } from './step-plan.ts';
import { didNotRun, type Trace } from './trace-layout.ts';

export const stepsFormat = 'jieti-steps/1';

/** A row that was assessed and traced: `cells` is the length of a row's stretch, `row` counts from the first row of that call. */
export interface TracedRow {
  readonly columns: Columns;
  readonly outcomes: OutcomeColumns;
  readonly trace: Trace;
  readonly cells: number;
  readonly from: number;
  readonly row: number;
}

/** One recorded value; `cells` says what it is of, and in which form `first` and `second` hold it. */
export interface Step {
  readonly cells: StepCells;
  readonly first: number;
  readonly second: number;
}
export interface ToldClause {
  readonly clause: string;
  readonly status: (typeof outcomeCodes)[number];
  /** Payable amounts, in the denominator of the clause's outcome column. */
  readonly low: number;
  readonly high: number;
  readonly steps: readonly Step[];
  /** By items statement, in listed order. */
  readonly items: readonly (readonly (readonly Step[])[])[];
}

export function stepObjects(plan: StepPlan, traced: TracedRow): readonly ToldClause[] {
  const { clauses } = plan;
  const told: ToldClause[] = [];
  const { row, outcomes, trace } = traced;
  const start = startOf(traced);
  for (const clause of clauses) {
    const outcome = outcomes.clauses[clause.outcome]!;
    told.push({
      clause: clause.clause,
      status: outcomeCodes[outcome.status[row]!]!,
      low: amountAt(outcome.low, outcome.status, row),
      high: amountAt(outcome.high, outcome.status, row),
      steps: stepsAt(clause.steps, trace.row, start),
      items: clause.items.length === 0 ? noItems : clause.items.map((items) => itemsAt(items, traced)),
    });
  }
  return told;
}

/** Beside a status without amount a cell may hold anything. */
export function amountAt(cells: Float64Array, status: Uint8Array, row: number): number {
  return hasAmount(status[row]!) ? cells[row]! : 0;
}

const noItems: ToldClause['items'] = [];

function startOf({ trace, row, from, cells }: TracedRow): number {
  return trace.at + (row - from) * cells;
}

function stepsAt(steps: readonly StepCells[], cells: Float64Array, start: number): readonly Step[] {
  const told: Step[] = [];
  for (const step of steps) {
    const at = start + step.slot.slot;
    const first = cells[at]!;
    if (first !== didNotRun) told.push({ cells: step, first, second: cells[at + 1]! });
  }
  return told;
}

function itemsAt(items: ItemSteps, traced: TracedRow): readonly (readonly Step[])[] {
  return itemStarts(items, traced).map((start) => stepsAt(items.steps, traced.trace.items[items.index]!, start));
}

function itemStarts({ list, cells }: ItemSteps, { columns, from, row }: TracedRow): readonly number[] {
  const { offsets } = columns.lists[list]!;
  const first = offsets[row]!;
  const base = offsets[from]!;
  return Array.from({ length: offsets[row + 1]! - first }, (_, index) => (first + index - base) * cells);
}

/** One line a value: the clause, its outcome and what is payable, then its lines and the facts that they read. */
export function stepsText(plan: StepPlan, traced: TracedRow, language: Language): string {
  const { row, outcomes, trace } = traced;
  const start = startOf(traced);
  let text = '';
  for (const clause of plan.clauses) {
    const { status, low, high } = outcomes.clauses[clause.outcome]!;
    text += `${clause.heading[language]}  ${outcomeText(clause, status[row]!, low[row]!, high[row]!, language)}\n`;
    text += linesAt(clause.steps, trace.row, start, language, '  ');
    for (const items of clause.items) {
      itemStarts(items, traced).forEach((at, index) => {
        text += `  ${items.heading[language]} ${index + 1}\n`;
        text += linesAt(items.steps, trace.items[items.index]!, at, language, '    ');
      });
    }
  }
  return text;
}

function outcomeText(clause: ClauseSteps, status: number, low: number, high: number, language: Language): string {
  const { outcome, unknown, upTo } = allWords[language];
  const shown = clause.shown[language];
  switch (outcomeCodes[status]) {
    case 'granted':
      return shown(high);
    case 'grantedUpTo':
      return low === high ? shown(high) : upTo(shown(high));
    case 'outOfForce':
      return outcome.outOfForce;
    case 'noAmount':
      return outcome.noAmount;
    case 'superseded':
      // Rows with awards of other policies are general: it was a clause of this one.
      return outcome.supersededByAnother;
    case 'undetermined':
      return outcome.undetermined(unknown);
    default:
      return outcome.notMet;
  }
}

function linesAt(
  steps: readonly StepCells[],
  cells: Float64Array,
  start: number,
  language: Language,
  indent: string,
): string {
  let text = '';
  for (const { slot, label, shown } of steps) {
    if (label === undefined) continue;
    const at = start + slot.slot;
    const first = cells[at]!;
    if (first !== didNotRun) text += `${indent}${label[language]}  ${shown[language](first, cells[at + 1]!)}\n`;
  }
  return text;
}

/** `{"format":"jieti-steps/1","clauses":[{"clause":…,"outcome":…,"payable":{"lo","hi"},"steps":[{"node","of","lo","hi"}],"items":[…]}]}`, amounts as exact text. */
export function stepsJson(plan: StepPlan, traced: TracedRow): string {
  const { row, outcomes, trace } = traced;
  const start = startOf(traced);
  let text = `{"format":"${stepsFormat}","clauses":[`;
  let separator = '';
  for (const clause of plan.clauses) {
    const { status, low, high } = outcomes.clauses[clause.outcome]!;
    const lowest = clause.exact(amountAt(low, status, row));
    const payable = `"lo":"${lowest}","hi":"${clause.exact(amountAt(high, status, row))}"`;
    text += `${separator}{"clause":${clause.json},"outcome":"${outcomeCodes[status[row]!]}","payable":{${payable}},"steps":[`;
    text += `${jsonAt(clause.steps, trace.row, start)}]`;
    for (const items of clause.items) {
      const told = itemStarts(items, traced).map((at) => `[${jsonAt(items.steps, trace.items[items.index]!, at)}]`);
      text += `,"items":[${told.join(',')}]`;
    }
    text += '}';
    separator = ',';
  }
  return `${text}]}`;
}

function jsonAt(steps: readonly StepCells[], cells: Float64Array, start: number): string {
  let text = '';
  for (const { slot, json, exact } of steps) {
    const at = start + slot.slot;
    const first = cells[at]!;
    if (first === didNotRun) continue;
    text += `${text === '' ? '' : ','}{${json}${exact(first, cells[at + 1]!)}}`;
  }
  return text;
}
