import { scaledInteger } from '../core/ends.ts';

/** A column's cells: whole numbers of 10^-scale from `low` to `high`. */
export interface Guard {
  readonly scale: number;
  readonly low: number;
  readonly high: number;
}

/** In place of a number that a column cannot hold. */
export const beyond = Number.POSITIVE_INFINITY;

/** So many digits a double always holds. */
const surelyHeld = 15;

/**
 * Canonical decimal text as a whole number of 10^-scale; `beyond` where it is finer than that, or outside the guard. Digits are taken one by
 * one as whole numbers, so that no binary fraction comes between.
 */
export function scaledNumber(text: string, guard: Guard): number {
  const { scale } = guard;
  const negative = text.charCodeAt(0) === minus;
  let point = text.length;
  let value = 0;
  for (let at = negative ? 1 : 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === dot) point = at;
    else value = value * 10 + (unit - zero);
  }
  const decimals = Math.max(0, text.length - point - 1);
  if (decimals > scale) return beyond;
  if (text.length + scale - decimals > surelyHeld) return scaledExactly(text, guard);
  for (let added = decimals; added < scale; added += 1) value *= 10;
  return within(negative && value !== 0 ? -value : value, guard);
}

const minus = 0x2d;
const dot = 0x2e;
const zero = 0x30;

function scaledExactly(text: string, guard: Guard): number {
  const exact = scaledInteger(text, guard.scale);
  const value = Number(exact);
  return Number.isSafeInteger(value) ? within(value, guard) : beyond;
}

function within(value: number, { low, high }: Guard): number {
  return value >= low && value <= high ? value : beyond;
}
