/**
 * The short explanation of one row, told from its trace: clause by clause what came out, and the recorded values that led to it. As
 * objects, as text, or as JSON text (`jieti-steps/1`). What did not run is not told.
 */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { words as allWords } from '../explain/words.ts';
import { outcomeCodes } from './layout.ts';
import { type PlannedStep, type Step, stepOf, type WrittenStep } from './planned-step.ts';
import { hasAmount } from './result-view.ts';
import type { ClauseHeads, ItemSteps, StepPlan } from './step-plan.ts';
import { hasRun, isSet, itemPlaces, numberAt, rowPlace, type TracedRow, type TracePlace } from './trace-reading.ts';

export const stepsFormat = 'jieti-steps/1';

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
  const { row, outcomes } = traced;
  const place = rowPlace(traced);
  for (const { clause, outcome, steps, items } of clauses) {
    const { status, low, high } = outcomes.clauses[outcome]!;
    told.push({
      clause,
      status: outcomeCodes[status[row]!]!,
      low: amountAt(low, status, row),
      high: amountAt(high, status, row),
      steps: stepsAt(steps.objects, place),
      items: items.length === 0 ? noItems : items.map((one) => itemsAt(one, traced, place)),
    });
  }
  return told;
}

/** Beside a status without amount a cell may hold anything. */
export function amountAt(cells: Float64Array, status: Uint8Array, row: number): number {
  return hasAmount(status[row]!) ? cells[row]! : 0;
}

const noItems: ToldClause['items'] = [];

function stepsAt(planned: readonly PlannedStep[], place: TracePlace): readonly Step[] {
  const told: Step[] = [];
  for (const { reading, cells, holds, fails } of planned) {
    if (!hasRun(reading, place)) continue;
    const first = numberAt(reading.first, place);
    if (holds !== undefined && fails !== undefined) told.push(first === 1 ? holds : fails);
    else told.push(stepOf(cells, first, reading.second === undefined ? undefined : numberAt(reading.second, place)));
  }
  return told;
}

function itemsAt(items: ItemSteps, traced: TracedRow, row: TracePlace): readonly (readonly Step[])[] {
  const isMet = isSet(items.ran, row);
  return itemPlaces(items, traced).map((place) => (isMet ? stepsAt(items.steps.objects, place) : []));
}

/** One line a value: the clause, its outcome and what is payable, then its lines and the facts that they read. */
export function stepsText(plan: StepPlan, traced: TracedRow, language: Language): string {
  const { row, outcomes } = traced;
  const place = rowPlace(traced);
  let text = '';
  for (const { outcome, heads, steps, items } of plan.clauses) {
    const { status, low, high } = outcomes.clauses[outcome]!;
    text += headText(heads[language], status[row]!, low[row]!, high[row]!, language);
    text = textAt(text, steps.text[language], place);
    for (const one of items) {
      const isMet = isSet(one.ran, place);
      itemPlaces(one, traced).forEach((itemPlace, index) => {
        text += `${one.heading[language]}${index + 1}\n`;
        if (isMet) text = textAt(text, one.steps.text[language], itemPlace);
      });
    }
  }
  return text;
}

function headText(
  { name, lines, shown, amount }: ClauseHeads,
  status: number,
  low: number,
  high: number,
  language: Language,
): string {
  const line = lines[status];
  if (line !== undefined) return line;
  if (outcomeCodes[status] === 'granted' || low === high) return name + shown(high);
  return `${name}${allWords[language].upTo(amount(high))}\n`;
}

function textAt(before: string, steps: readonly WrittenStep[], place: TracePlace): string {
  let text = before;
  for (const { reading, holds, fails, write } of steps) {
    if (!hasRun(reading, place)) continue;
    const first = numberAt(reading.first, place);
    if (write === undefined) text += first === 1 ? holds : fails;
    else text += write(first, reading.second === undefined ? first : numberAt(reading.second, place));
  }
  return text;
}

/** `{"format":"jieti-steps/1","clauses":[{"clause":…,"outcome":…,"payable":{"lo","hi"},"steps":[{"node","of","lo","hi"}],"items":[…]}]}`, amounts as exact text. */
export function stepsJson(plan: StepPlan, traced: TracedRow): string {
  const { row, outcomes } = traced;
  const place = rowPlace(traced);
  let text = '';
  for (const { outcome, jsonHeads, exact, steps, items } of plan.clauses) {
    const { status, low, high } = outcomes.clauses[outcome]!;
    const least = amountAt(low, status, row);
    const most = amountAt(high, status, row);
    const leastText = exact(least);
    text += `${jsonHeads[status[row]!]}${leastText}","hi":"${least === most ? leastText : exact(most)}"},"steps":[`;
    text += `${jsonAt(steps.json, place)}]`;
    for (const one of items) {
      const isMet = isSet(one.ran, place);
      const told = itemPlaces(one, traced).map((at) => (isMet ? `[${jsonAt(one.steps.json, at)}]` : '[]'));
      text += `,"items":[${told.join(',')}]`;
    }
    text += '}';
  }
  return `{"format":"${stepsFormat}","clauses":[${text.slice(1)}]}`;
}

/** Every step begins with the comma that parts it from the one before. */
function jsonAt(steps: readonly WrittenStep[], place: TracePlace): string {
  let text = '';
  for (const { reading, holds, fails, write } of steps) {
    if (!hasRun(reading, place)) continue;
    const first = numberAt(reading.first, place);
    const one =
      write === undefined
        ? first === 1
          ? holds
          : fails
        : write(first, reading.second === undefined ? first : numberAt(reading.second, place));
    text = text === '' ? one.slice(1) : text + one;
  }
  return text;
}
