/** Exact decimals as text: reading the forms JSON has, the canonical form of the IR, comparison. No binary fraction takes part. */
import type { DecimalText } from '../ir.ts';

/** value = digits / 10^places, places ≥ 0. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** No figure of a policy needs more, and an exponent beyond it is an attack. */
const largestShift = 400;

/** Reads `-12.50` and `1.25e3`; undefined for anything else, and for exponents nobody means. */
export function readDecimal(text: string): Decimal | undefined {
  const match = /^(-?)(\d{1,400})(?:\.(\d{1,400}))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > largestShift) return undefined;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  const places = decimals.length - shift;
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

/** `-?digits[.digits]` without superfluous zeros. */
export function canonicalText({ digits, places }: Decimal): DecimalText {
  const negative = digits < 0n;
  const plain = (negative ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = plain.slice(0, plain.length - places);
  const decimals = plain.slice(plain.length - places).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/** The same value divided by 10^places: percent to ratio. */
export function shiftedDown({ digits, places }: Decimal, by: number): Decimal {
  return { digits, places: places + by };
}

/** Decimals that the canonical form needs. */
export function decimalsOf(value: Decimal): number {
  return canonicalText(value).split('.')[1]?.length ?? 0;
}

/** Digits without the zeros on either side: 0.00120 has two. */
export function significantDigits({ digits }: Decimal): number {
  return (digits < 0n ? -digits : digits).toString().replace(/0+$/, '').length;
}

/** −1, 0 or 1 as left is less than, equal to or more than right. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const places = Math.max(left.places, right.places);
  const difference = scaled(left, places) - scaled(right, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A canonical text of the IR, which is trusted to be one. */
export function decimalOf(text: DecimalText): Decimal {
  const value = readDecimal(text);
  if (value === undefined) throw new Error(`not decimal text: ${text}`);
  return value;
}

function scaled({ digits, places }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - places);
}
