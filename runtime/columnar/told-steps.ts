/**
 * The steps of a clause, or of an item, as objects. Which steps there are, and which truths they tell, is the same in every row that took the
 * same path, and made once; of a row only its numbers are kept.
 */
import type { Language } from '../../diagnostics/diagnostic.ts';
import type { NodeId } from '../ir.ts';
import type { TraceForm, TraceSlot } from './trace-layout.ts';

/** One recorded value: what it is of, and in which form its numbers hold it. Shared by all rows: it never changes. */
export class Step {
  declare readonly node: NodeId;
  declare readonly of: TraceSlot['of'];
  declare readonly form: TraceForm;
  /** Absent of inner expressions, which have no words of their own. */
  declare readonly label: Readonly<Record<Language, string>> | undefined;
  /** A truth; absent where numbers tell the value. */
  declare readonly holds: boolean | undefined;
  /** Where its numbers stand among those of its path; second −1: nowhere. Of a truth, which of the two that all rows begin with. */
  declare readonly first: number;
  declare readonly second: number;
  /** −1: its numbers are the path's own; 0: all rows'. */
  declare readonly own: number;
  constructor(slot: TraceSlot, label: Step['label'], holds: boolean | undefined, first: number, second: number) {
    this.node = slot.node;
    this.of = slot.of;
    this.form = slot.form;
    this.label = label;
    this.holds = holds;
    this.first = first;
    this.second = second;
    this.own = holds === undefined ? -1 : 0;
    Object.freeze(this);
  }
}

/** The numbers of one row: 0 and 1, which truths are told by, then those of its paths. */
export interface RowNumbers {
  numbers: readonly number[];
}
export const truthNumbers: readonly number[] = [0, 1];

/** A step by itself, as JSON has it: a truth, or its numbers. */
export interface PlainStep {
  readonly node: NodeId;
  readonly of: TraceSlot['of'];
  readonly form: TraceForm;
  readonly label?: Readonly<Record<Language, string>>;
  readonly first: number | boolean;
  readonly second?: number;
}

/** Steps with what tells their numbers: of a clause, or of an item. */
export interface Told {
  readonly steps: readonly Step[];
  /** The number of one of its steps, in the step's form; of a truth 1 or 0. NaN: undefined, or `none`. */
  readonly first: (step: Step) => number;
  /** The other one, of forms that have two. */
  readonly second: (step: Step) => number | undefined;
}

/** Of an item. Owns its numbers: what is kept of it never changes. */
export class ToldSteps implements Told {
  /** In the order in which they were met; the same array in all rows of this path. */
  declare readonly steps: readonly Step[];
  declare private readonly row: RowNumbers;
  declare private readonly from: number;
  constructor(steps: readonly Step[], row: RowNumbers, from: number) {
    this.steps = steps;
    this.row = row;
    this.from = from;
  }
  first(step: Step): number {
    return firstNumber(step, this.row, this.from);
  }
  second(step: Step): number | undefined {
    return secondNumber(step, this.row, this.from);
  }
  toJSON(): readonly PlainStep[] {
    return plainSteps(this);
  }
}

/** Without asking whether it is a truth, which no processor guesses well. */
export function firstNumber({ own, first }: Step, { numbers }: RowNumbers, from: number): number {
  return numbers[(from & own) + first]!;
}

export function secondNumber({ second }: Step, { numbers }: RowNumbers, from: number): number | undefined {
  return second < 0 ? undefined : numbers[from + second]!;
}

/** Each step by itself. */
export function plainSteps(told: Told): readonly PlainStep[] {
  return told.steps.map((step) => {
    const { node, of, form, label, holds } = step;
    const second = told.second(step);
    return {
      ...{ node, of, form },
      ...(label === undefined ? {} : { label }),
      first: holds ?? told.first(step),
      ...(second === undefined ? {} : { second }),
    };
  });
}
