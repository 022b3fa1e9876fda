import { canonicalText } from '../door/decimal-text.ts';
import type { DecimalText } from '../ir.ts';
import { floor, multiply, type Rational } from '../rational.ts';

/** Exact where the decimal ends within twelve places; else cut there, so that a record never promises more than is due. */
export function decimalOf(value: Rational): DecimalText {
  const places = 12;
  return canonicalText({ digits: floor(multiply(value, { n: 10n ** BigInt(places), d: 1n })), places });
}
