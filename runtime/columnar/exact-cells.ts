/** Cells of columns and traces as exact text: decimal where it ends, else a fraction, as `runtime/explain/exact-text.ts` writes them. */
import { exactText } from '../explain/exact-text.ts';
import type { ExactText } from '../explain/explanation.ts';
import { fraction } from '../rational.ts';

export type CellText = (cell: number) => ExactText;

/**
 * Writes whole numbers of 1/`denominator`. Where the denominator divides a power of ten the digits of the cell, times what is missing,
 * are the decimal's digits; nothing is divided.
 */
export function cellText(denominator: number): CellText {
  if (denominator === 1) return String;
  const decimals = decimalsOf(denominator);
  if (decimals === undefined) return (cell) => exactText(fraction(BigInt(cell), BigInt(denominator)));
  const factor = 10 ** decimals / denominator;
  const largest = Math.floor(Number.MAX_SAFE_INTEGER / factor);
  return (cell) => {
    const magnitude = Math.abs(cell);
    const digits = magnitude <= largest ? String(magnitude * factor) : (BigInt(magnitude) * BigInt(factor)).toString();
    const text = decimalPoint(digits, decimals);
    return cell < 0 ? `-${text}` : text;
  };
}

/** The least power of ten that the denominator divides; undefined where there is none, or none that numbers hold exactly. */
function decimalsOf(denominator: number): number | undefined {
  for (let decimals = 0; decimals <= 15; decimals++) if (10 ** decimals % denominator === 0) return decimals;
  return undefined;
}

/** Digits with their point put in; zeros at the end are dropped. */
function decimalPoint(digits: string, decimals: number): string {
  const padded = digits.length > decimals ? digits : digits.padStart(decimals + 1, '0');
  let end = padded.length;
  const point = padded.length - decimals;
  while (end > point && padded.charCodeAt(end - 1) === 48) end--;
  return end === point ? padded.slice(0, point) : `${padded.slice(0, point)}.${padded.slice(point, end)}`;
}
