/**
 * The short explanation of one row, told from its trace: clause by clause what came out, and the recorded values that led to it. As
 * objects, as text, or as JSON text (`jieti-steps/1`). What did not run is not told.
 */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { outcomeCodes } from './layout.ts';
import type { Step } from './planned-step.ts';
import { hasAmount } from './result-view.ts';
import { type ClauseSteps, type ItemSteps, noItems, type StepPlan } from './step-plan.ts';
import { type ObjectPath, ToldClause, toldSteps, toldText } from './told-path.ts';
import { isSet, itemPlaces, rowPlace, type TracedRow, type TracePlace } from './trace-reading.ts';

export const stepsFormat = 'jieti-steps/1';

export function stepObjects({ clauses }: StepPlan, traced: TracedRow): readonly ToldClause[] {
  const told: ToldClause[] = [];
  const { row, outcomes } = traced;
  const place = rowPlace(traced);
  for (const clause of clauses) {
    const { status } = outcomes.clauses[clause.outcome]!;
    const path = clause.steps.objects(place, status[row]!);
    told.push(path.whole ?? toldClause(clause, path, traced, place));
  }
  return told;
}

function toldClause(
  { clause, outcome, items }: ClauseSteps,
  path: ObjectPath,
  traced: TracedRow,
  place: TracePlace,
): ToldClause {
  const { outcomes, row } = traced;
  const { status, low, high } = outcomes.clauses[outcome]!;
  return new ToldClause(
    clause,
    outcomeCodes[status[row]!]!,
    { low: amountAt(low, status, row), high: amountAt(high, status, row) },
    toldSteps(path, place),
    items.length === 0 ? noItems : items.map((one) => itemsAt(one, traced, place)),
  );
}

/** Beside a status without amount a cell may hold anything. */
export function amountAt(cells: Float64Array, status: Uint8Array, row: number): number {
  return hasAmount(status[row]!) ? cells[row]! : 0;
}

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
