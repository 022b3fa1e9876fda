/** Cells as people read them. The same texts as `runtime/explain/amount-text.ts` gives for the exact numbers, without its detour over rationals. */
import { numberText } from '../explain/amount-text.ts';
import type { Unit } from '../explain/explanation.ts';
import type { Words } from '../explain/words.ts';
import { type CellText, cellText } from './exact-cells.ts';

/** `500,000.00 元`, `20%`: whole numbers of 1/`denominator` of the unit. */
export function displayCell(denominator: number, unit: Unit, words: Words): CellText {
  const exact = cellText(denominator);
  const general: CellText = (cell) => numberText(exact(cell), unit, words);
  if (!isDecimal(denominator)) return general;
  switch (unit.kind) {
    case 'money': {
      const suffix = ` ${words.currency(unit.currency)}`;
      return (cell) => grouped(exact(cell), 2) + suffix;
    }
    case 'percent': {
      const times100 = cellText(denominator % 100 === 0 ? denominator / 100 : denominator);
      return denominator % 100 === 0 ? (cell) => `${grouped(times100(cell), 0)}%` : general;
    }
    case 'quantity':
    case 'counted': {
      const suffix = ` ${unit.names[words.language]}`;
      return (cell) => grouped(exact(cell), 0) + suffix;
    }
    case 'count':
      return (cell) => grouped(exact(cell), 0);
    default:
      return general;
  }
}

/** Few enough decimals that all of them are shown. */
function isDecimal(denominator: number): boolean {
  return 10 ** 12 % denominator === 0;
}

function grouped(decimal: string, leastDecimals: number): string {
  const minus = decimal.charCodeAt(0) === 45 ? 1 : 0;
  const dot = decimal.indexOf('.');
  const point = dot < 0 ? decimal.length : dot;
  let text = minus === 1 ? '−' : '';
  const first = minus + (((point - minus - 1) % 3) + 1);
  text += decimal.slice(minus, first);
  for (let at = first; at < point; at += 3) text += `,${decimal.slice(at, at + 3)}`;
  if (dot >= 0) text += decimal.slice(point);
  const missing = leastDecimals - (dot < 0 ? 0 : decimal.length - point - 1);
  return missing <= 0 ? text : `${text}${dot < 0 ? '.' : ''}${'0'.repeat(missing)}`;
}
