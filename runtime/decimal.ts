/** Rounding by name, on rationals and exact. */
import type { RoundingIr } from './ir.ts';
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  fraction,
  multiply,
  ofDecimalText,
  type Rational,
  sign,
  whole,
} from './rational.ts';

/** The multiples of `step` on either side decide; `step` above 0. */
type Mode = RoundingIr['mode'];

/**
 * Rounds to a multiple of `step`, exactly. R9.
 *
 * - `down` 舍去: towards −∞, so it never lifts an amount;
 * - `up` 进一: towards +∞;
 * - `awayFromZero` 远零进位: to the greater magnitude;
 * - `halfUp` 四舍五入: to the nearer, a tie away from zero;
 * - `halfEven` 四舍六入五成双: to the nearer, a tie to the even multiple.
 */
export function roundToStep(value: Rational, mode: Mode, step: Rational): Rational {
  return multiply(whole(roundToWhole(divide(value, step), mode)), step);
}

export function round(value: Rational, rounding: RoundingIr): Rational {
  return roundToStep(value, rounding.mode, ofDecimalText(rounding.step));
}

function roundToWhole(value: Rational, mode: Mode): bigint {
  switch (mode) {
    case 'down':
      return floor(value);
    case 'up':
      return ceiling(value);
    case 'awayFromZero':
      return sign(value) < 0 ? floor(value) : ceiling(value);
    case 'halfUp':
      return sign(value) < 0 ? ceiling(add(value, fraction(-1n, 2n))) : floor(add(value, fraction(1n, 2n)));
    case 'halfEven':
      return halfEven(value);
  }
}

function halfEven(value: Rational): bigint {
  const below = floor(value);
  const side = compare(value, add(whole(below), fraction(1n, 2n)));
  if (side !== 0) return side < 0 ? below : below + 1n;
  return below % 2n === 0n ? below : below + 1n;
}
