/** Cells as people read them. The same texts as `runtime/explain/amount-text.ts` gives for the exact numbers, without its detour over rationals. */
import { numberText } from '../explain/amount-text.ts';
import type { Unit } from '../explain/explanation.ts';
import type { Words } from '../explain/words.ts';
import { decimalDigits, mostQuick } from './decimal-digits.ts';
import { type CellText, cellText, decimalsOf } from './exact-cells.ts';

/** `500,000.00 元`, `20%`: whole numbers of 1/`denominator` of the unit. `after` stands behind the text. */
export function displayCell(denominator: number, unit: Unit, words: Words, after = ''): CellText {
  const exact = cellText(denominator);
  const general: CellText = (cell) => numberText(exact(cell), unit, words) + after;
  // Few enough decimals that all of them are shown.
  if (10 ** 12 % denominator !== 0) return general;
  switch (unit.kind) {
    case 'money':
      return decimalCell(denominator, 2, ` ${words.currency(unit.currency)}${after}`, general);
    case 'percent':
      return denominator % 100 === 0 ? decimalCell(denominator / 100, 0, `%${after}`, general) : general;
    case 'quantity':
    case 'counted':
      return decimalCell(denominator, 0, ` ${unit.names[words.language]}${after}`, general);
    case 'count':
      return decimalCell(denominator, 0, after, general);
    default:
      return general;
  }
}

function decimalCell(denominator: number, least: number, after: string, general: CellText): CellText {
  const decimals = decimalsOf(denominator)!;
  const factor = 10 ** decimals / denominator;
  const largest = Math.floor(mostQuick / factor);
  const { text } = decimalDigits({ decimals, least, separator: ',', after });
  return (cell) => {
    const magnitude = Math.abs(cell);
    if (!(magnitude <= largest)) return general(cell);
    return cell < 0 ? `−${text(magnitude * factor)}` : text(magnitude * factor);
  };
}
