/**
 * The short explanation of one row, told from its trace: clause by clause what came out, and the recorded values that led to it. As
 * objects, as text, or as JSON text (`jieti-steps/1`). What did not run is not told.
 */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { outcomeCodes } from './layout.ts';
import type { Step } from './planned-step.ts';
import { hasAmount } from './result-view.ts';
import type { ItemSteps, StepPlan } from './step-plan.ts';
import { toldSteps, toldText } from './told-path.ts';
import { isSet, itemPlaces, rowPlace, type TracedRow, type TracePlace } from './trace-reading.ts';

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

export function stepObjects({ clauses }: StepPlan, traced: TracedRow): readonly ToldClause[] {
  const told: ToldClause[] = [];
  const { row, outcomes } = traced;
  const place = rowPlace(traced);
  for (const { clause, outcome, steps, items } of clauses) {
    const { status, low, high } = outcomes.clauses[outcome]!;
    const code = status[row]!;
    told.push({
      clause,
      status: outcomeCodes[code]!,
      low: amountAt(low, status, row),
      high: amountAt(high, status, row),
      steps: toldSteps(steps.objects(place, 0), place),
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

function itemsAt(items: ItemSteps, traced: TracedRow, row: TracePlace): readonly (readonly Step[])[] {
  const isMet = isSet(items.ran, row);
  return itemPlaces(items, traced).map((place) => (isMet ? toldSteps(items.steps.objects(place, 0), place) : []));
}

/** One line a value: the clause, its outcome and what is payable, then its lines and the facts that they read. */
export function stepsText({ clauses }: StepPlan, traced: TracedRow, language: Language): string {
  const { row, outcomes } = traced;
  const place = rowPlace(traced);
  let text = '';
  for (const { outcome, steps, items } of clauses) {
    text = toldText(text, steps.text[language](place, outcomes.clauses[outcome]!.status[row]!), place);
    for (const one of items) {
      const isMet = isSet(one.ran, place);
      itemPlaces(one, traced).forEach((itemPlace, index) => {
        text += `${one.heading[language]}${index + 1}\n`;
        if (isMet) text = toldText(text, one.steps.text[language](itemPlace, 0), itemPlace);
      });
    }
  }
  return text;
}

/** `{"format":"jieti-steps/1","clauses":[{"clause":…,"outcome":…,"payable":{"lo","hi"},"steps":[{"node","of","lo","hi"}],"items":[…]}]}`, amounts as exact text. */
export function stepsJson({ clauses }: StepPlan, traced: TracedRow): string {
  const { row, outcomes } = traced;
  const place = rowPlace(traced);
  let text = `{"format":"${stepsFormat}","clauses":[`;
  for (const { outcome, steps, items } of clauses) {
    text = toldText(text, steps.json(place, outcomes.clauses[outcome]!.status[row]!), place);
    for (const one of items) {
      const isMet = isSet(one.ran, place);
      const told = itemPlaces(one, traced).map((at) => (isMet ? toldText('', one.steps.json(at, 0), at) : '[]'));
      text += `,"items":[${told.join(',')}]`;
    }
    if (items.length > 0) text += '}';
  }
  return `${text}]}`;
}
