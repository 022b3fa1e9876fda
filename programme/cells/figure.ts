/** Figures as people write them in cells, where there is only one thing that they can mean; all else is left to the door, which refuses and explains. */
import { canonicalText, type Decimal, readDecimal } from '../../runtime/door/decimal-text.ts';

/** Powers of ten that a word multiplies by. */
const multipliers: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['萬', 4],
  ['十万', 5],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['億', 8],
]);

export interface WrittenFigure {
  readonly value: Decimal;
  /** Tens that the cell itself multiplies by; 0 where it says nothing. */
  readonly tens: number;
  /** What stands behind the figure, without the multiplier: 元, %, 家. */
  readonly unit: string;
}

/** `1,234.50`, `30万元`, `¥ 300`, `(1,200)`, `25 %`; undefined for anything that is not one figure and one unit. */
export function readFigure(text: string): WrittenFigure | undefined {
  const match =
    /^([(]?)([¥￥]?)\s*([-+]?)(\d{1,3}(?:,\d{3})+|\d{1,30})(\.\d{1,20})?(?:[eE]([-+]?\d{1,3}))?\s*([百千万萬十亿億]{0,2})\s*(.{0,12}?)([)]?)$/u.exec(
      text,
    );
  if (match === null) return undefined;
  const [
    ,
    open = '',
    sign = '',
    minus = '',
    whole = '',
    decimals = '',
    exponent = '0',
    words = '',
    rest = '',
    close = '',
  ] = match;
  const tens = multipliers.get(words);
  // Brackets around a figure are a bookkeeper's minus.
  if (tens === undefined || (open === '') !== (close === '') || (open !== '' && minus !== '')) return undefined;
  const negative = open !== '' || minus === '-' ? '-' : '';
  const value = readDecimal(`${negative}${whole.replaceAll(',', '')}${decimals}e${exponent}`);
  if (value === undefined) return undefined;
  return { value, tens, unit: rest === '' && sign !== '' ? '元' : rest };
}

/** The figure multiplied out, as the door takes it. */
export function figureText({ value, tens }: Pick<WrittenFigure, 'value' | 'tens'>): string {
  return canonicalText({ digits: value.digits * 10n ** BigInt(tens), places: value.places });
}

/** What a header says behind a name: `（万元）` multiplies by ten thousand. Undefined: no unit that is known. */
export function headerUnit(text: string): Pick<WrittenFigure, 'tens' | 'unit'> | undefined {
  const match = /^(?:单位 ?[:：]? ?)?([百千万萬十亿億]{0,2})(元|%|家|个|項|项|人|名|年|天|月|件|台|套|CNY|RMB)?$/u.exec(
    text.trim(),
  );
  if (match === null) return undefined;
  const [, words = '', unit = ''] = match;
  const tens = multipliers.get(words);
  return tens === undefined || (words === '' && unit === '') ? undefined : { tens, unit };
}
