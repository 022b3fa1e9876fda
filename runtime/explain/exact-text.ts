/** Exact numbers as text and back. The text is the published form, so an independent reader needs no other code of ours. */
import { fraction, type Rational, toDecimalText } from '../rational.ts';
import type { End } from '../value.ts';
import type { ExactText, Range } from './explanation.ts';

/** Canonical: `12.5` where the decimal ends, else `n/d` in lowest terms. */
export function exactText(end: End): ExactText {
  if (typeof end === 'string') return end;
  return toDecimalText(end) ?? `${end.n}/${end.d}`;
}

export function rangeText(value: { readonly lo: End; readonly hi: End }): Range {
  return { lo: exactText(value.lo), hi: exactText(value.hi) };
}

/** The reverse of `exactText`; undefined for the infinities. */
export function parseExact(text: ExactText): Rational | undefined {
  if (text === 'infinity' || text === '-infinity') return undefined;
  const [numerator = '0', denominator] = text.split('/');
  if (denominator !== undefined) return fraction(BigInt(numerator), BigInt(denominator));
  const [whole = '0', decimals = ''] = numerator.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}
