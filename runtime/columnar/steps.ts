/**
 * The short explanation of one row, told from its trace: clause by clause what came out, and the recorded values that led to it. As
 * objects, as text, or as JSON text (`jieti-steps/1`). What did not run is not told.
 */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { copyNumbers, noItems } from './object-path.ts';
import { hasAmount } from './result-view.ts';
import type { ItemSteps, StepPlan } from './step-plan.ts';
import { ToldClause } from './told-clause.ts';
import { toldText } from './told-path.ts';
import { type RowNumbers, ToldSteps, truthNumbers } from './told-steps.ts';
import { isSet, itemPlaces, rowPlace, type TracedRow, type TracePlace } from './trace-reading.ts';

export const stepsFormat = 'jieti-steps/1';

export function stepObjects({ clauses }: StepPlan, traced: TracedRow): readonly ToldClause[] {
  const { row, outcomes } = traced;
  const place = rowPlace(traced);
  const numbers: RowNumbers = { numbers: truthNumbers };
  const told: ToldClause[] = [];
  let count = truthNumbers.length;
  for (const { outcome, steps, items } of clauses) {
    const path = steps.objects(place, outcomes.clauses[outcome]!.status[row]!);
    if (path.whole !== undefined) {
      told.push(path.whole);
      continue;
    }
    const from = count;
    count = copyNumbers(path, place, scratch, count);
    let its = noItems;
    if (items.length > 0) {
      const rest = itemsOf(items, traced, place, numbers, count);
      its = rest.told;
      count = rest.count;
    }
    told.push(new ToldClause(path.head, numbers, from, its));
  }
  numbers.numbers = scratch.slice(0, count);
  return told;
}

/** Numbers of the row that is being told; a fraction among them, so that all lie as plain doubles. */
const scratch: number[] = [...truthNumbers, 0.5];

function itemsOf(
  items: readonly ItemSteps[],
  traced: TracedRow,
  row: TracePlace,
  numbers: RowNumbers,
  from: number,
): { readonly told: ToldClause['items']; readonly count: number } {
  let count = from;
  const told = items.map((one) => {
    const isMet = isSet(one.ran, row);
    return itemPlaces(one, traced).map((place) => {
      if (!isMet) return new ToldSteps([], numbers, 0);
      const path = one.steps.objects(place, 0);
      const its = new ToldSteps(path.steps, numbers, count);
      count = copyNumbers(path, place, scratch, count);
      return its;
    });
  });
  return { told, count };
}

/** Beside a status without amount a cell may hold anything. */
export function amountAt(cells: Float64Array, status: Uint8Array, row: number): number {
  return hasAmount(status[row]!) ? cells[row]! : 0;
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
