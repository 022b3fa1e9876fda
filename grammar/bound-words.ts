/** Words that bound a figure, and what they do to it. */
import type { BoundOperator } from './ast.ts';
import { type Word, word } from './word.ts';

/** Bound words that stand before their figure in both languages. Each spelling is an entry of its own, for it carries law. */
export const prefixBounds = {
  atLeast: word('at least', '达到', '達到', { group: 'Bound' }),
  notLessThan: word('not less than', '不少于', '不少於', { group: 'Bound' }),
  notBelow: word('not below', '不低于', '不低於', { group: 'Bound' }),
  reaches: word('reaches', '满', '滿', { group: 'Bound' }),
  over: word('over', '超过', '超過', { group: 'Bound' }),
  above: word('above', '高于', '高於', { group: 'Bound' }),
  moreThan: word('more than', '多于|大于', '多於|大於', { group: 'Bound' }),
  atMost: word('at most', '不超过', '不超過', { group: 'Bound' }),
  notAbove: word('not above', '不高于', '不高於', { group: 'Bound' }),
  notMoreThan: word('not more than', '不多于|不大于', '不多於|不大於', { group: 'Bound' }),
  under: word('under', '不足', '不足', { group: 'Bound' }),
  below: word('below', '低于', '低於', { group: 'Bound' }),
  lessThan: word('less than', '少于|小于', '少於|小於', { group: 'Bound' }),
  shortOf: word('short of', '不满', '不滿', { group: 'Bound' }),
  equals: word('equals', '等于', '等於', { group: 'Bound' }),
  notEquals: word('differs from', '不等于', '不等於', { group: 'Bound' }),
} as const satisfies Record<string, Word>;

/** Bound words that stand after their figure: 30万元 以上. After a prefix bound they only confirm it. */
export const suffixBounds = {
  orMore: word('or more', '以上', '以上', { group: 'SuffixBound' }),
  orLess: word('or less', '以下', '以下', { group: 'SuffixBound' }),
  within: word('or within', '以内', '以內', { group: 'SuffixBound' }),
  beyond: word('and beyond', '以外', '以外', { group: 'SuffixBound' }),
} as const satisfies Record<string, Word>;

export type BoundId = keyof typeof prefixBounds | keyof typeof suffixBounds;

/** What a bound word does to its figure. In Chinese law 以上, 以下, 以内 include it, 以外, 超过, 不满 exclude it (Civil Code, art. 1259). */
export const boundOperators: Readonly<Record<BoundId, BoundOperator>> = {
  atLeast: 'atLeast',
  notLessThan: 'atLeast',
  notBelow: 'atLeast',
  reaches: 'atLeast',
  over: 'over',
  above: 'over',
  moreThan: 'over',
  atMost: 'atMost',
  notAbove: 'atMost',
  notMoreThan: 'atMost',
  under: 'under',
  below: 'under',
  lessThan: 'under',
  shortOf: 'under',
  equals: 'equal',
  notEquals: 'notEqual',
  orMore: 'atLeast',
  orLess: 'atMost',
  within: 'atMost',
  beyond: 'over',
};

/** Bound words written after the figure, in both languages. */
export const suffixBoundIds: ReadonlySet<string> = new Set(Object.keys(suffixBounds));
