/** What is told of one path: as objects, and as text. What is the same in every row that takes it is joined beforehand. */
import type { outcomeCodes } from './layout.ts';
import { type Step, type StepCells, stepOf, type Writing, type WrittenStep } from './planned-step.ts';
import type { MetSlot } from './step-paths.ts';
import { type NumberReading, numberAt, type TracePlace } from './trace-reading.ts';

/** What came out of a clause. A class: of plain objects whose amounts are now small and now large V8 may keep several shapes. */
export class ToldClause {
  readonly clause: string;
  readonly status: (typeof outcomeCodes)[number];
  /** Payable amounts, in the denominator of the clause's outcome column. */
  readonly low: number;
  readonly high: number;
  readonly steps: readonly Step[];
  /** By items statement, in listed order. */
  readonly items: readonly (readonly (readonly Step[])[])[];
  constructor(
    clause: string,
    status: ToldClause['status'],
    amounts: { readonly low: number; readonly high: number },
    steps: readonly Step[],
    items: ToldClause['items'],
  ) {
    this.clause = clause;
    this.status = status;
    this.low = amounts.low;
    this.high = amounts.high;
    this.steps = steps;
    this.items = items;
  }
}

/** Steps with their truths; those of numbers stand at the places of `numbers` once a row is told. */
export interface ObjectPath {
  readonly steps: readonly Step[];
  readonly numbers: readonly {
    readonly place: number;
    readonly cells: StepCells;
    readonly first: NumberReading;
    readonly second: NumberReading | undefined;
  }[];
  /** The same in every row: no number is told. */
  readonly whole: ToldClause | undefined;
}

export function objectPath(
  met: readonly MetSlot[],
  cellsOf: (slot: MetSlot['slot']) => StepCells,
  wholeOf: (steps: readonly Step[]) => ToldClause | undefined,
): ObjectPath {
  const steps = met.map(({ slot, truth = false }) => Object.freeze(stepOf(cellsOf(slot), truth, undefined)));
  const numbers = met.flatMap(({ slot, reading: { first, second }, truth }, place) =>
    truth === undefined ? [{ place, cells: cellsOf(slot), first, second }] : [],
  );
  if (numbers.length > 0) return { steps, numbers, whole: undefined };
  const whole = wholeOf(Object.freeze(steps));
  return { steps, numbers, whole: whole === undefined ? undefined : Object.freeze(whole) };
}

/** Where no number is told, the same array each time. */
export function toldSteps({ steps, numbers }: ObjectPath, at: TracePlace): readonly Step[] {
  if (numbers.length === 0) return steps;
  const told = steps.slice();
  for (const { place, cells, first, second } of numbers)
    told[place] = stepOf(cells, numberAt(first, at), second === undefined ? undefined : numberAt(second, at));
  return told;
}

/** `start`, then each number as text, and what stands behind it. */
export interface TextPath {
  readonly start: string;
  readonly numbers: readonly (NumberPart & { readonly after: string })[];
}

/** A piece of text: the same in every row, or made of numbers of the row. */
export type TextPart = string | NumberPart;

export interface NumberPart {
  readonly write: Writing;
  readonly first: NumberReading;
  readonly second: NumberReading | undefined;
}

export function textPath(parts: readonly TextPart[]): TextPath {
  let start = '';
  const numbers: (NumberPart & { after: string })[] = [];
  for (const part of parts) {
    const last = numbers.at(-1);
    if (typeof part !== 'string') {
      const { write, first, second } = part;
      numbers.push({ write, first, second, after: '' });
    } else if (last === undefined) start += part;
    else last.after += part;
  }
  return { start, numbers };
}

export function stepParts({ reading, truth }: MetSlot, step: WrittenStep): readonly TextPart[] {
  const { head, holds, fails, write, tail } = step;
  if (write === undefined) return [head, truth === true ? holds : fails, tail];
  return [head, { write, first: reading.first, second: reading.second }, tail];
}

/** What was told before, and the steps behind it. */
export function toldText(before: string, { start, numbers }: TextPath, at: TracePlace): string {
  let text = before + start;
  for (const { write, first, second, after } of numbers) {
    const number = numberAt(first, at);
    text += write(number, second === undefined ? number : numberAt(second, at));
    text += after;
  }
  return text;
}
