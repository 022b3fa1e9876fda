/** What is told of one path as text. What is the same in every row that takes it is joined beforehand. */
import type { Writing, WrittenStep } from './planned-step.ts';
import type { MetSlot } from './step-paths.ts';
import { type NumberReading, numberAt, type TracePlace } from './trace-reading.ts';

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
