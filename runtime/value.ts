/** What expressions evaluate to. R1: an amount is an exact interval with the causes of what is open. */
import type { Rational } from './rational.ts';

/** An end of an interval. */
export type End = Rational | 'infinity' | '-infinity';
export interface Ends {
  readonly lo: End;
  readonly hi: End;
}

/**
 * Why something is open. `missing:PATH` (a fact: `rd@2023`, `project[P1].won_on`, `project` for an absent list, `platform[A].income@2024`),
 * `discretion:CLAUSE` or `discretion:CLAUSE[ITEM]`, `history:CLAUSE` or `history:CLAUSE[ITEM]`, `other-awards:CLAUSE[…]`,
 * `other-claims:CLAUSE[…]` (what other subjects of the period claim of the same thing), `budget:CLAUSE`.
 */
export type Cause = `${'missing' | 'discretion' | 'history' | 'other-awards' | 'other-claims' | 'budget'}:${string}`;

export interface NumberValue {
  readonly kind: 'number';
  readonly lo: End;
  readonly hi: End;
  /** Empty if and only if lo = hi and nothing else is open. */
  readonly causes: readonly Cause[];
  /** Surely no row of a choice or rung of a ladder applies; lo = hi = 0. */
  readonly none?: true;
  /** Perhaps no row applies. */
  readonly mayBeNone?: true;
  /** Some value of what is open would make this undefined. */
  readonly mayBeUndefined?: true;
}
export type UndefinedReason =
  | 'zero base'
  | 'negative base'
  | 'no base'
  | 'zero divisor'
  | 'none'
  | 'empty list'
  | 'no version'
  | 'not ranked'
  | 'not begun';
export interface UndefinedValue {
  readonly kind: 'undefined';
  readonly reason: UndefinedReason;
}
export type Truth = 'true' | 'false' | 'unknown';
export interface TruthValue {
  readonly kind: 'truth';
  readonly truth: Truth;
  readonly causes: readonly Cause[];
  /** Why a comparison is false without comparing. */
  readonly reason?: UndefinedReason;
}
/** Options a choice holds; `undefined` while unknown. */
export interface OptionsValue {
  readonly kind: 'options';
  readonly options: readonly string[] | undefined;
  readonly causes: readonly Cause[];
}
export interface TextValue {
  readonly kind: 'text';
  readonly text: string | undefined;
  readonly causes: readonly Cause[];
}

export type Value = NumberValue | UndefinedValue | TruthValue | OptionsValue | TextValue;
