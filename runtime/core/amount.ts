import type { Cause, UndefinedReason } from '../value.ts';
import { type Ends, type FixedEnd, type FractionEnd, fractionEnds, fractionOf } from './ends.ts';

/** A number of emitted code: an exact interval with its causes (R1), or, where `reason` is set, no number at all. */
export interface Amount<E> {
  readonly lo: E;
  readonly hi: E;
  readonly causes: readonly Cause[];
  readonly none: boolean;
  readonly mayBeNone: boolean;
  readonly mayBeUndefined: boolean;
  readonly reason: UndefinedReason | undefined;
}
export type Fixed = Amount<FixedEnd>;
export type Fraction = Amount<FractionEnd>;

export const noCauses: readonly Cause[] = [];

/** A known number. */
export function known<E>(value: E): Amount<E> {
  return {
    lo: value,
    hi: value,
    causes: noCauses,
    none: false,
    mayBeNone: false,
    mayBeUndefined: false,
    reason: undefined,
  };
}

/** A known whole number of 10^-scale. */
export function knownFixed(value: bigint): Fixed {
  return known<FixedEnd>(value);
}

export const oneFraction: Fraction = known({ n: 1n, d: 1n });

export function undefinedFixed(reason: UndefinedReason): Fixed {
  return { lo: 0n, hi: 0n, causes: noCauses, none: false, mayBeNone: false, mayBeUndefined: false, reason };
}

export function undefinedFraction(reason: UndefinedReason): Fraction {
  return {
    lo: fractionEnds.zero,
    hi: fractionEnds.zero,
    causes: noCauses,
    none: false,
    mayBeNone: false,
    mayBeUndefined: false,
    reason,
  };
}

/** An interval; causes are dropped where nothing is open. */
export function interval<E>(
  ends: Ends<E>,
  lo: E,
  hi: E,
  causes: readonly Cause[],
  mayBeUndefined = false,
  mayBeNone = false,
): Amount<E> {
  const open = mayBeUndefined || mayBeNone || (lo !== hi && ends.compare(lo, hi) !== 0);
  return { lo, hi, causes: open ? causes : noCauses, none: false, mayBeNone, mayBeUndefined, reason: undefined };
}

/** lo = hi. Fixed ends are equal by identity; of fractions the comparison decides. */
export function isPoint<E>(ends: Ends<E>, amount: Amount<E>): boolean {
  return amount.lo === amount.hi || ends.compare(amount.lo, amount.hi) === 0;
}

/** lo = hi and nothing else open. */
export function isKnown<E>(ends: Ends<E>, amount: Amount<E>): boolean {
  return !amount.mayBeNone && !amount.mayBeUndefined && isPoint(ends, amount);
}

export function isZero<E>(ends: Ends<E>, amount: Amount<E>): boolean {
  return ends.sign(amount.lo) === 0 && ends.sign(amount.hi) === 0;
}

/** Causes of several operands, each once, in order of first appearance. */
export function union(a: readonly Cause[], b: readonly Cause[]): readonly Cause[] {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const added = b.filter((cause) => !a.includes(cause));
  return added.length === 0 ? a : [...a, ...added];
}

export function unionOf(lists: readonly (readonly Cause[])[]): readonly Cause[] {
  return lists.reduce(union, noCauses);
}

/** The same number at a finer scale; `factor` = 10^(new − old). */
export function rescale(amount: Fixed, factor: bigint): Fixed {
  const lo = typeof amount.lo === 'bigint' ? amount.lo * factor : amount.lo;
  if (amount.hi === amount.lo) return withEnds(amount, lo, lo);
  return withEnds(amount, lo, typeof amount.hi === 'bigint' ? amount.hi * factor : amount.hi);
}

/** All else as it was. */
function withEnds<E>({ causes, none, mayBeNone, mayBeUndefined, reason }: Amount<unknown>, lo: E, hi: E): Amount<E> {
  return { lo, hi, causes, none, mayBeNone, mayBeUndefined, reason };
}

export function toFraction(amount: Fixed, scale: number): Fraction {
  const lo = fractionOf(amount.lo, scale);
  return withEnds(amount, lo, amount.lo === amount.hi ? lo : fractionOf(amount.hi, scale));
}
