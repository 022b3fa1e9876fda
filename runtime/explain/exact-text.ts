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
  const slash = text.indexOf('/');
  if (slash >= 0) return fraction(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  const decimals = text.slice(point + 1);
  return fraction(BigInt(text.slice(0, point) + decimals), 10n ** BigInt(decimals.length));
}

/**
 * Below 0, 0, or above 0 as `left` is less than, equal to, or greater than `right`, told from their digits alone; undefined unless both are
 * decimals, not below 0, as `exactText` writes them.
 */
export function compareDecimals(left: ExactText, right: ExactText): number | undefined {
  const [leftPoint, rightPoint] = [canonicalPoint(left, 0), canonicalPoint(right, 0)];
  if (leftPoint === undefined || rightPoint === undefined) return undefined;
  if (left === right) return 0;
  if (leftPoint !== rightPoint) return leftPoint - rightPoint;
  // As many digits before the point, and none at the end that says nothing: the order of the texts is that of the numbers.
  return left < right ? -1 : 1;
}

export const minusSign = 45;
const [zeroDigit, nineDigit, pointSign] = [48, 57, 46];

/** Where the decimals begin (the length where there are none) of a number that is written from `start` on as `exactText` writes it, after its sign. */
export function canonicalPoint(text: string, start: number): number | undefined {
  const { length } = text;
  let point = length;
  for (let at = start; at < length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign >= zeroDigit && sign <= nineDigit) continue;
    if (sign !== pointSign || point !== length) return undefined;
    point = at;
  }
  if (point === start) return undefined;
  const isZero = text.charCodeAt(start) === zeroDigit;
  if (isZero && (point > start + 1 || (start > 0 && length === start + 1))) return undefined;
  return point === length || (point < length - 1 && text.charCodeAt(length - 1) !== zeroDigit) ? point : undefined;
}
