import type { Rational } from './rational.ts';

/**
 * Decimal text of `value` to `digits` significant digits (at most 100), half even, without exponent or trailing zeros. For people's eyes
 * only: what is computed stays a rational.
 */
export function displayText({ n, d }: Rational, digits: number): string {
  if (n === 0n) return '0';
  const magnitude = n < 0n ? -n : n;
  const kept = Math.min(Math.max(1, digits), 100);
  // The lengths of dividend and divisor tell the place of the quotient's first digit but for one.
  let places = kept - (lengthOf(magnitude) - lengthOf(d));
  if (shifted(magnitude, places) / shifted(d, -places) >= 10n ** BigInt(kept)) places -= 1;
  const shown = nearest(shifted(magnitude, places), shifted(d, -places));
  return `${n < 0n ? '-' : ''}${withPoint(shown.toString(), places)}`;
}

function lengthOf(whole: bigint): number {
  return whole.toString().length;
}

/** With so many zeros more; as it is if there are none to add. */
function shifted(whole: bigint, zeros: number): bigint {
  return zeros > 0 ? whole * 10n ** BigInt(zeros) : whole;
}

/** The quotient as a whole number, half even. */
function nearest(dividend: bigint, divisor: bigint): bigint {
  const below = dividend / divisor;
  const twice = 2n * (dividend % divisor);
  return twice > divisor || (twice === divisor && below % 2n === 1n) ? below + 1n : below;
}

/** A negative number of places stands for zeros before the point. */
function withPoint(digits: string, places: number): string {
  if (places <= 0) return digits + '0'.repeat(-places);
  const padded = digits.padStart(places + 1, '0');
  const parts = [padded.slice(0, -places), padded.slice(-places).replace(/0+$/, '')];
  return parts[1] === '' ? parts[0]! : parts.join('.');
}
