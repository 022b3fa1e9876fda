import type { BoundOperator } from '../../runtime/ir.ts';

/** What a figure measures. Counted things, ranks and bare numbers are one kind: sources and lines name the counter differently. */
export type FigureUnit =
  | 'percent'
  | 'points'
  | 'count'
  | 'years'
  | 'months'
  | 'days'
  /** A day, `YYYY-MM-DD`. */
  | 'date'
  /** A calendar month, `YYYY-MM`. */
  | 'month'
  /** A calendar year. */
  | 'year'
  | `money:${string}`
  /** A declared unit, by id. */
  | `unit:${string}`;

/** Which side of the figure is meant: a bound, the size of a step, or the first so many places. */
export type FigureSide = Exclude<BoundOperator, 'equal' | 'notEqual'> | 'step' | 'top';

/** A bound word standing at a figure without other words between. */
export interface BoundWord {
  readonly side: FigureSide;
  /** As written, in simplified characters. */
  readonly word: string;
}

/** One figure of a source text. */
export interface Figure {
  /** Offsets of number and unit, without bound words, in the text that was read. */
  readonly start: number;
  readonly end: number;
  /** As written, in simplified characters. */
  readonly text: string;
  /** Canonical decimal in base units, percent and points as ratios; dates as text. */
  readonly value: string;
  readonly unit: FigureUnit;
  /** What it is per, written after a slash; empty also where the source says it elsewhere (每平方米每月30元). */
  readonly per: readonly FigureUnit[];
  readonly bounds: readonly BoundWord[];
  /** Number and unit with the bound words directly before and after: 达到30万元以上. */
  readonly phrase: string;
  /** Continues a list: nothing but a separator stands between it and the figure before. */
  readonly continues: boolean;
  /** 减半, 八折: says what is left, and so what is taken off. */
  readonly isDiscount?: true;
}
