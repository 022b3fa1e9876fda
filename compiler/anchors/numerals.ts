import type { DecimalText } from '../../runtime/ir.ts';

const digits: ReadonlyMap<string, number> = new Map([...'零一二三四五六七八九'].map((sign, value) => [sign, value]));
const otherDigits: ReadonlyMap<string, number> = new Map([
  ['〇', 0],
  ['两', 2],
]);
const tens: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
]);
/** Powers of ten of the words that multiply a number. */
export const multipliers: ReadonlyMap<string, number> = new Map([...tens, ['万', 4], ['亿', 8]]);

function digitOf(sign: string): number | undefined {
  return digits.get(sign) ?? otherDigits.get(sign);
}

/** The whole number that Chinese numerals below 万 write: 二十五, 一百零三, 二〇二三. Undefined for other sequences. */
export function chineseWhole(text: string): number | undefined {
  const signs = [...text];
  if (signs.length > 9) return undefined;
  if (signs.length === 4 && signs.every((sign) => digitOf(sign) !== undefined)) {
    return Number(signs.map((sign) => digitOf(sign)).join(''));
  }
  let total = 0;
  let digit: number | undefined;
  let lastPower = 4;
  for (const sign of signs) {
    const power = tens.get(sign);
    if (power === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digitOf(sign);
      if (digit === undefined) return undefined;
      continue;
    }
    if (power >= lastPower || (digit === undefined && (total > 0 || power > 1))) return undefined;
    total += (digit ?? 1) * 10 ** power;
    lastPower = power;
    digit = undefined;
  }
  return signs.length === 0 ? undefined : total + (digit ?? 0);
}

/** Canonical decimal of `text` × 10^power, by moving the point; `text` as written, thousands commas allowed. */
export function scaled(text: string, power: number): DecimalText {
  const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.');
  const all = whole + fraction;
  const point = whole.length + power;
  const padded = point < 0 ? '0'.repeat(-point) + all : all.padEnd(point, '0');
  const integer = padded.slice(0, Math.max(point, 0)).replace(/^0+(?=\d)/, '') || '0';
  const decimals = padded.slice(Math.max(point, 0)).replace(/0+$/, '');
  return decimals === '' ? integer : `${integer}.${decimals}`;
}

/** Whether two positive decimals have the same digits at different places: 1亿 and 1万. */
export function differByPowerOfTen(left: DecimalText, right: DecimalText): boolean {
  const digitsOf = (text: string) => text.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return left !== right && digitsOf(left) !== '' && digitsOf(left) === digitsOf(right);
}
