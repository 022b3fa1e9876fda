/** Cells as people read them. The same texts as `runtime/explain/amount-text.ts` gives for the exact numbers, without its detour over rationals. */
import { numberText } from '../explain/amount-text.ts';
import type { Unit } from '../explain/explanation.ts';
import type { Words } from '../explain/words.ts';
import { decimalDigits, mostQuick } from './decimal-digits.ts';
import { type CellText, cellText, decimalsOf } from './exact-cells.ts';

/** `500,000.00`, and ` 元` behind it. */
export interface CellDisplay {
  readonly text: CellText;
  readonly unit: string;
}

/** `500,000.00 元`, `20%`: whole numbers of 1/`denominator` of the unit. */
export function displayCell(denominator: number, unit: Unit, words: Words): CellText {
  const display = cellDisplay(denominator, unit, words);
  return (cell) => display.text(cell) + display.unit;
}

export function cellDisplay(denominator: number, unit: Unit, words: Words): CellDisplay {
  const exact = cellText(denominator);
  const whole: CellDisplay = { text: (cell) => numberText(exact(cell), unit, words), unit: '' };
  // Few enough decimals that all of them are shown.
  if (10 ** 12 % denominator !== 0) return whole;
  const inUnit = (after: string, least = 0): CellDisplay => ({
    text: grouped(denominator, least, (cell) => withoutEnd(whole.text(cell), after)),
    unit: after,
  });
  switch (unit.kind) {
    case 'money':
      return inUnit(` ${words.currency(unit.currency)}`, 2);
    case 'percent': {
      if (denominator % 100 !== 0) return whole;
      return { text: grouped(denominator / 100, 0, (cell) => withoutEnd(whole.text(cell), '%')), unit: '%' };
    }
    case 'quantity':
    case 'counted':
      return inUnit(` ${unit.names[words.language]}`);
    case 'count':
      return inUnit('');
    default:
      return whole;
  }
}

/** `exact`: of numbers that are too long for the quick way. */
function grouped(denominator: number, least: number, exact: CellText): CellText {
  const decimals = decimalsOf(denominator)!;
  const factor = 10 ** decimals / denominator;
  const largest = Math.floor(mostQuick / factor);
  const { text } = decimalDigits({ decimals, least, separator: ',' });
  return (cell) => {
    const magnitude = Math.abs(cell);
    if (!(magnitude <= largest)) return exact(cell);
    return cell < 0 ? `−${text(magnitude * factor)}` : text(magnitude * factor);
  };
}

function withoutEnd(text: string, end: string): string {
  return text.slice(0, text.length - end.length);
}
