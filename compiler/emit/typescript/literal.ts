/**
 * The one printer of values that come from a policy. Whatever a drafter writes reaches emitted code only through here, as a
 * double-quoted string or as digits: never as a name, a comment or a template.
 */

/**
 * A string literal in ASCII and Han. Everything else is escaped: line separators (they end a line for older readers), controls and
 * direction marks (they make code look like other code), surrogates, `<` and `>` (the text may be placed in a page), and back-ticks and
 * dollar signs, so that a literal stays harmless even where somebody pastes it into a template.
 */
export function stringLiteral(text: string): string {
  // The engine's own writer is many times faster than any loop; what it leaves as it is is looked for afterwards.
  const literal = JSON.stringify(text);
  return unusual.test(literal) ? literal.replaceAll(everyUnusual, escaped) : literal;
}

/** Whatever is not printable ASCII, CJK punctuation, kana, Han or a full-width form; and the signs that mean something to a reader of code or of pages: $ < > ` */
const unusual = /[^\u0020-\u0023\u0025-\u003b\u003d\u003f-\u005f\u0061-\u007e\u3000-\u9fff\uff01-\uff60]/;
const everyUnusual = new RegExp(unusual, 'g');

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A whole number as BigInt literal. */
export function bigintLiteral(value: bigint): string {
  return `${value}n`;
}

/** A safe integer: node ids, years, scales. */
export function integerLiteral(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  return String(value);
}

/** Digits of exact decimal text as a whole number at `scale`; the scale must hold all its decimals. */
export function scaledInteger(text: string, scale: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new RangeError('not an exact decimal');
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > scale) throw new RangeError(`more than ${scale} decimals`);
  const value = BigInt(whole + fraction.padEnd(scale, '0'));
  return sign === '-' ? -value : value;
}

/** Decimals of exact decimal text: "0.06" has 2. */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** Days since 1970-01-01 in the Gregorian calendar, the form in which emitted code holds dates. */
export function dayNumber(day: string): bigint {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) throw new RangeError('not a day');
  const month = Number(match[2]);
  // Years are counted from March, so that the leap day is the last of its year.
  const year = Number(match[1]) - (month < 3 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(match[3]) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return BigInt(365 * year + leapDays + dayOfYear - 719_468);
}
