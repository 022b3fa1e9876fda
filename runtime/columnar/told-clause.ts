/** What came out of a clause, and the steps that led to it. */
import type { outcomeCodes } from './layout.ts';
import {
  firstNumber,
  type PlainStep,
  plainSteps,
  type RowNumbers,
  type Step,
  secondNumber,
  type ToldSteps,
} from './told-steps.ts';

export type Status = (typeof outcomeCodes)[number];

/** What is the same in every row that took the same path through a clause. */
export interface ClauseHead {
  readonly clause: string;
  readonly status: Status;
  /** Whether amounts stand first among the numbers of the path: the least and the most. */
  readonly pays: boolean;
  readonly steps: readonly Step[];
}

/** Owns its numbers: what is kept of it never changes. No class of `ToldSteps`: objects whose constructor calls another take three times as long to make. */
export class ToldClause {
  declare private readonly head: ClauseHead;
  declare private readonly row: RowNumbers;
  declare private readonly from: number;
  /** By items statement, in listed order. */
  declare readonly items: readonly (readonly ToldSteps[])[];
  constructor(head: ClauseHead, row: RowNumbers, from: number, items: ToldClause['items']) {
    this.head = head;
    this.row = row;
    this.from = from;
    this.items = items;
  }
  get clause(): string {
    return this.head.clause;
  }
  get status(): Status {
    return this.head.status;
  }
  /** Payable amounts, in the denominator of the clause's outcome column. */
  get low(): number {
    return this.head.pays ? this.row.numbers[this.from]! : 0;
  }
  get high(): number {
    return this.head.pays ? this.row.numbers[this.from + 1]! : 0;
  }
  /** In the order in which they were met; the same array in all rows of this path. */
  get steps(): readonly Step[] {
    return this.head.steps;
  }
  /** The number of one of its steps, in the step's form; of a truth 1 or 0. NaN: undefined, or `none`. */
  first(step: Step): number {
    return firstNumber(step, this.row, this.from);
  }
  /** The other one, of forms that have two. */
  second(step: Step): number | undefined {
    return secondNumber(step, this.row, this.from);
  }
  /** Plain objects and arrays with their own numbers (forms and labels are shared): what `JSON.stringify` writes, and what other threads can be sent. */
  toJSON(): PlainClause {
    const { clause, status, low, high, items } = this;
    const steps = plainSteps(this);
    return { clause, status, low, high, steps, items: items.map((one) => one.map(plainSteps)) };
  }
}

export interface PlainClause {
  readonly clause: string;
  readonly status: Status;
  readonly low: number;
  readonly high: number;
  readonly steps: readonly PlainStep[];
  readonly items: readonly (readonly (readonly PlainStep[])[])[];
}
