/** Values of an explanation: words, exact numbers, truths, and why they are open. */
import type { Names } from '../ir.ts';
import type { Truth, UndefinedReason } from '../value.ts';

/**
 * An exact number: canonical decimal text where the number is a finite decimal, else `n/d` in lowest terms, or `infinity`,
 * `-infinity`. Money in base units (yuan), percent and points as ratios ("0.1" is 10%), dates as `YYYY-MM-DD`.
 */
export type ExactText = string;
/** Both ends included. */
export interface Range {
  readonly lo: ExactText;
  readonly hi: ExactText;
}
/** Words in both languages, as the drafter declared them. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** Why something is open. `path` is the key of the fact, or the clause (with `[ITEM]`); `names` says it in the drafter's words. */
export interface ExplainedCause {
  readonly kind: 'missing' | 'discretion' | 'history' | 'other-awards' | 'other-claims' | 'budget';
  readonly path: string;
  readonly names: Wording;
}

export type Unit =
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'quantity'; readonly unit: string; readonly names: Wording }
  | { readonly kind: 'duration'; readonly unit: 'years' | 'months' | 'days' }
  /** Things counted in a declared unit; whole. */
  | { readonly kind: 'counted'; readonly unit: string; readonly names: Wording }
  | CompoundUnit
  | { readonly kind: 'percent' | 'points' | 'number' | 'count' | 'rank' | 'date' | 'truth' | 'options' | 'text' };

/** Units multiplied and divided, each in words: 元/平方米/月 is `over` 元, `per` 平方米 and 月. `share`: a ratio, as a percentage per year. */
export interface CompoundUnit {
  readonly kind: 'compound';
  readonly share: boolean;
  readonly over: readonly Wording[];
  readonly per: readonly Wording[];
}

export interface ExplainedNumber extends Range {
  readonly kind: 'number';
  readonly causes: readonly ExplainedCause[];
  readonly none?: true;
  readonly mayBeNone?: true;
  readonly mayBeUndefined?: true;
}
export interface ExplainedTruth {
  readonly kind: 'truth';
  readonly truth: Truth;
  readonly causes: readonly ExplainedCause[];
  readonly reason?: UndefinedReason;
}
export interface NamedOption {
  readonly id: string;
  readonly names: Wording;
}
export type ExplainedValue =
  | ExplainedNumber
  | ExplainedTruth
  | { readonly kind: 'undefined'; readonly reason: UndefinedReason }
  /** `options` absent: unknown. */
  | { readonly kind: 'options'; readonly options?: readonly NamedOption[]; readonly causes: readonly ExplainedCause[] }
  | { readonly kind: 'text'; readonly text?: string; readonly causes: readonly ExplainedCause[] };

/** Declared names in both languages; a name that has only one stands for both. */
export function wording(names: Names): Wording {
  return { zh: names.zh ?? names.en, en: names.en };
}
