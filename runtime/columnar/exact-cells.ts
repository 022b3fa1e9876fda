/** Cells of columns and traces as exact text: decimal where it ends, else a fraction, as `runtime/explain/exact-text.ts` writes them. */
import { exactText } from '../explain/exact-text.ts';
import type { ExactText } from '../explain/explanation.ts';
import { fraction } from '../rational.ts';
import { decimalDigits, mostQuick } from './decimal-digits.ts';

export type CellText = (cell: number) => ExactText;

/**
 * Writes whole numbers of 1/`denominator`. Where the denominator divides a power of ten the digits of the cell, times what is missing,
 * are the decimal's digits; nothing is divided.
 */
export function cellText(denominator: number): CellText {
  const exact: CellText = (cell) => exactText(fraction(BigInt(cell), BigInt(denominator)));
  const decimals = decimalsOf(denominator);
  if (decimals === undefined) return exact;
  const factor = 10 ** decimals / denominator;
  const largest = Math.floor(mostQuick / factor);
  const { text } = decimalDigits({ decimals, least: 0, separator: '' });
  return (cell) => {
    const magnitude = Math.abs(cell);
    if (!(magnitude <= largest)) return exact(cell);
    return cell < 0 ? `-${text(magnitude * factor)}` : text(magnitude * factor);
  };
}

/** The least power of ten that the denominator divides; undefined where there is none, or none that numbers hold exactly. */
export function decimalsOf(denominator: number): number | undefined {
  for (let decimals = 0; decimals <= 15; decimals++) if (10 ** decimals % denominator === 0) return decimals;
  return undefined;
}
