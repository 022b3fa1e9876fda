/**
 * A place in a text of JSON, and the steps over it. Whatever is odd (an escape, an exponent, many digits, a slip) ends the scan with `false`: the
 * door then reads the text, and tells what is wrong or that all is well.
 */

export interface Scan {
  text: string;
  at: number;
  /** Of the last string: its content, without quotes. */
  start: number;
  end: number;
  /** Of the last number: its digits as a whole number, and how many stood behind the point. */
  digits: number;
  decimals: number;
  negative: boolean;
}

export function newScan(): Scan {
  return { text: '', at: 0, start: 0, end: 0, digits: 0, decimals: 0, negative: false };
}

export const quote = 0x22;
export const comma = 0x2c;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
const backslash = 0x5c;
const colon = 0x3a;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const nine = 0x39;

export function skipSpace(scan: Scan): void {
  const { text } = scan;
  let at = scan.at;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
    at += 1;
  }
  scan.at = at;
}

/** The next mark, NaN at the end of the text. */
export function peek({ text, at }: Scan): number {
  return text.charCodeAt(at);
}

/** Passes one mark, and space before it. */
export function takes(scan: Scan, mark: number): boolean {
  skipSpace(scan);
  if (scan.text.charCodeAt(scan.at) !== mark) return false;
  scan.at += 1;
  return true;
}

/** Whether another entry follows (true), or the closing mark, which is passed (false); `undefined`: neither. */
export function goesOn(scan: Scan, close: number): boolean | undefined {
  skipSpace(scan);
  const unit = scan.text.charCodeAt(scan.at);
  if (unit !== comma && unit !== close) return undefined;
  scan.at += 1;
  return unit === comma;
}

/** A string without escapes, from its quote. */
export function takesString(scan: Scan): boolean {
  const { text } = scan;
  if (text.charCodeAt(scan.at) !== quote) return false;
  const start = scan.at + 1;
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      scan.start = start;
      scan.end = at;
      scan.at = at + 1;
      return true;
    }
    if (unit === backslash || unit < 0x20) return false;
  }
  return false;
}

/** The very text of `expected`, as a key in quotes with its colon may be. */
export function takesText(scan: Scan, expected: string): boolean {
  const { text, at } = scan;
  const { length } = expected;
  for (let index = 0; index < length; index += 1) {
    if (text.charCodeAt(at + index) !== expected.charCodeAt(index)) return false;
  }
  scan.at = at + length;
  return true;
}

export function takesColon(scan: Scan): boolean {
  return takes(scan, colon);
}

/** A double holds so many digits whatever they are. */
const mostDigits = 15;

/** `-?digits[.digits]` without superfluous zeros in front. What stands behind is for the caller to look at. */
export function takesNumber(scan: Scan): boolean {
  const { text } = scan;
  let at = scan.at;
  scan.negative = text.charCodeAt(at) === minus;
  if (scan.negative) at += 1;
  const start = at;
  let digits = 0;
  let unit = text.charCodeAt(at);
  while (unit >= zero && unit <= nine) {
    digits = digits * 10 + (unit - zero);
    at += 1;
    unit = text.charCodeAt(at);
  }
  const whole = at - start;
  if (whole === 0 || (whole > 1 && text.charCodeAt(start) === zero)) return false;
  let decimals = 0;
  if (unit === point) {
    at += 1;
    unit = text.charCodeAt(at);
    while (unit >= zero && unit <= nine) {
      digits = digits * 10 + (unit - zero);
      decimals += 1;
      at += 1;
      unit = text.charCodeAt(at);
    }
    if (decimals === 0) return false;
  }
  if (whole + decimals > mostDigits) return false;
  scan.digits = digits;
  scan.decimals = decimals;
  scan.at = at;
  return true;
}

/** A value ends here. */
export function isEnd(unit: number): boolean {
  return unit === comma || unit === closeBrace || unit === closeBracket || unit <= 0x20;
}

/** Four digits in quotes, as a year; 0 if there are none. */
export function takesYear(scan: Scan): number {
  const { text, at } = scan;
  if (text.charCodeAt(at) !== quote || text.charCodeAt(at + 5) !== quote) return 0;
  const year = digitsAt(text, at + 1, 4);
  if (year < 1900 || year > 2200) return 0;
  scan.at = at + 6;
  return year;
}

/** So many digits as a number; −1 where other marks stand among them. */
export function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - zero;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
