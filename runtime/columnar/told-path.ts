/** What is told of one path: as objects, and as text. What is the same in every row that takes it is joined beforehand. */
import { type Step, type StepCells, stepOf, type Writing, type WrittenStep } from './planned-step.ts';
import type { MetSlot } from './step-paths.ts';
import { type NumberReading, numberAt, type TracePlace } from './trace-reading.ts';

/** Steps with their truths; those of numbers stand at the places of `numbers` once a row is told. */
export interface ObjectPath {
  readonly steps: readonly Step[];
  readonly numbers: readonly {
    readonly place: number;
    readonly cells: StepCells;
    readonly first: NumberReading;
    readonly second: NumberReading | undefined;
  }[];
}

export function objectPath(met: readonly MetSlot[], cellsOf: (slot: MetSlot['slot']) => StepCells): ObjectPath {
  return {
    steps: met.map(({ slot, truth = false }) => Object.freeze(stepOf(cellsOf(slot), truth, undefined))),
    numbers: met.flatMap(({ slot, reading: { first, second }, truth }, place) =>
      truth === undefined ? [{ place, cells: cellsOf(slot), first, second }] : [],
    ),
  };
}

export function toldSteps({ steps, numbers }: ObjectPath, at: TracePlace): readonly Step[] {
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
