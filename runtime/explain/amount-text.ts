/** Exact values as people read them: thousands separators, the unit's word, never more digits than a reader can use. */
import { displayText } from '../display-text.ts';
import { floor, multiply, negate, type Rational, sign, toDecimalText, whole } from '../rational.ts';
import { canonicalPoint, minusSign, parseExact } from './exact-text.ts';
import type { CompoundUnit, ExactText, ExplainedNumber, ExplainedValue, Range, Unit } from './explanation.ts';
import type { Words } from './words.ts';

/** Digits shown of a number whose decimals do not end (or hardly). */
const significantDigits = 6;
const longestDecimals = 12;
const hundred = whole(100);

/** One exact number with its unit: `500,000.00 元`, `20%`, `≈33.3333%`, `2024-05-01`. */
export function numberText(text: ExactText, unit: Unit, words: Words): string {
  if (text === 'infinity') return words.unbounded;
  if (text === '-infinity') return `−${words.unbounded}`;
  if (unit.kind === 'date') return text;
  const bare = bareText(text, unit);
  switch (unit.kind) {
    case 'money':
      return `${bare} ${words.currency(unit.currency)}`;
    case 'percent':
      return `${bare}%`;
    case 'points':
      return words.points(bare);
    case 'rank':
      return words.rank(bare);
    case 'duration':
      return words.duration(bare, unit.unit);
    case 'quantity':
    case 'counted':
      return `${bare} ${unit.names[words.language]}`;
    case 'compound':
      return `${bare}${compoundText(unit, words)}`;
    default:
      return bare;
  }
}

/** ` 元/平方米/月`, `%/year`. */
function compoundText({ share, over, per }: CompoundUnit, words: Words): string {
  const head = share ? '%' : over.length === 0 ? '' : ` ${over.map((one) => one[words.language]).join('·')}`;
  return `${head}${per.map((one) => `/${one[words.language]}`).join('')}`;
}

/** The number alone, as its unit writes it: percent and points times 100, money with at least two decimals. */
export function bareText(text: ExactText, unit: Unit): string {
  const isRatio = unit.kind === 'percent' || unit.kind === 'points' || (unit.kind === 'compound' && unit.share);
  const leastDecimals = unit.kind === 'money' ? 2 : 0;
  const shown = isRatio ? shownRatios : leastDecimals === 2 ? shownMoney : shownNumbers;
  const known = shown.get(text);
  if (known !== undefined) return known;
  const bare = plainText(text, isRatio ? 2 : 0, leastDecimals) ?? roundedText(text, isRatio, leastDecimals);
  if (shown.size >= mostShown) shown.clear();
  shown.set(text, bare);
  return bare;
}

/** A figure stands in its line, in both languages, and often in the next one again: the last ones are not grouped and divided anew. */
const [shownRatios, shownMoney, shownNumbers] = [new Map<string, string>(), new Map(), new Map()];
const mostShown = 256;

function roundedText(text: ExactText, isRatio: boolean, leastDecimals: number): string {
  const exact = parseExact(text);
  return exact === undefined ? text : digitsText(isRatio ? multiply(exact, hundred) : exact, leastDecimals);
}

/** A decimal as `exactText` writes it, with its point moved to the right: what `digitsText` makes of it, told from its digits alone. */
function plainText(text: ExactText, places: number, leastDecimals: number): string | undefined {
  const start = text.charCodeAt(0) === minusSign ? 1 : 0;
  const point = canonicalPoint(text, start);
  if (point === undefined || text.length - point - 1 - places > longestDecimals) return undefined;
  const minus = start === 0 ? '' : '−';
  const before = text.slice(start, point);
  const behind = text.slice(point + 1);
  if (places === 0) return minus + groupedDigits(before, behind, leastDecimals);
  const moved = withoutZeros(before + behind.slice(0, places).padEnd(places, '0'));
  return minus + groupedDigits(moved, behind.slice(places), leastDecimals);
}

function withoutZeros(digits: string): string {
  let first = 0;
  while (first < digits.length - 1 && digits.charCodeAt(first) === 48) first += 1;
  return first === 0 ? digits : digits.slice(first);
}

/** Both ends; `words.unknown` where nothing is known at all. */
export function rangeText(range: Range, unit: Unit, words: Words): string {
  if (range.lo === range.hi) return numberText(range.lo, unit, words);
  if (range.hi === 'infinity') {
    // A rate of growth is never below −100%: that end tells nothing.
    const nothing = range.lo === '-infinity' || range.lo === '0' || (unit.kind === 'percent' && range.lo === '-1');
    return nothing ? words.unknown : words.atLeast(numberText(range.lo, unit, words));
  }
  if (range.lo === '-infinity') return words.upTo(numberText(range.hi, unit, words));
  const isBare = ['money', 'quantity', 'counted', 'compound', 'duration', 'points'].includes(unit.kind);
  const low = isBare ? bareText(range.lo, unit) : numberText(range.lo, unit, words);
  return words.between(low, numberText(range.hi, unit, words));
}

/** Open only for a decision, other awards, what others claim, or the budget: the upper end is what may be paid at most. */
export function isCeiling(value: ExplainedNumber): boolean {
  const open = value.causes.length > 0 && value.lo === '0' && value.hi !== 'infinity';
  return open && value.causes.every(({ kind }) => kind !== 'missing' && kind !== 'history');
}

export function amountText(value: ExplainedNumber, unit: Unit, words: Words): string {
  return isCeiling(value) ? words.upTo(numberText(value.hi, unit, words)) : rangeText(value, unit, words);
}

/** Of a ceiling its upper end alone, where the line says beside it that it is one. */
export function ceilingText(value: ExplainedNumber, unit: Unit, words: Words): string {
  return isCeiling(value) ? numberText(value.hi, unit, words) : rangeText(value, unit, words);
}

export function valueText(value: ExplainedValue | undefined, unit: Unit, words: Words): string {
  switch (value?.kind) {
    case undefined:
      return words.unknown;
    case 'number':
      return amountText(value, unit, words);
    case 'truth':
      return { true: words.yes, false: words.no, unknown: words.unknown }[value.truth];
    case 'undefined':
      return value.reason === 'none' ? words.none : words.undefinedReason[value.reason];
    case 'options':
      if (value.options === undefined) return words.unknown;
      return value.options.length === 0
        ? words.none
        : value.options.map(({ names }) => names[words.language]).join(words.listSeparator);
    case 'text':
      return value.text ?? words.unknown;
  }
}

function digitsText(value: Rational, leastDecimals: number): string {
  const magnitude = sign(value) < 0 ? negate(value) : value;
  const minus = sign(value) < 0 ? '−' : '';
  const exact = toDecimalText(magnitude);
  if (exact !== undefined && (exact.split('.')[1] ?? '').length <= longestDecimals)
    return minus + grouped(exact, leastDecimals);
  const wholeDigits = floor(magnitude).toString().length;
  return `≈${minus}${grouped(displayText(magnitude, Math.max(significantDigits, wholeDigits + leastDecimals)), leastDecimals)}`;
}

function grouped(decimal: string, leastDecimals: number): string {
  const point = decimal.indexOf('.');
  if (point < 0) return groupedDigits(decimal, '', leastDecimals);
  return groupedDigits(decimal.slice(0, point), decimal.slice(point + 1), leastDecimals);
}

function groupedDigits(integer: string, decimals: string, leastDecimals: number): string {
  const padded = decimals.length >= leastDecimals ? decimals : decimals.padEnd(leastDecimals, '0');
  const end = padded === '' ? '' : `.${padded}`;
  const { length } = integer;
  if (length <= 3) return integer + end;
  if (length <= 6) return `${integer.slice(0, length - 3)},${integer.slice(length - 3)}${end}`;
  const first = ((length - 1) % 3) + 1;
  let text = integer.slice(0, first);
  for (let at = first; at < length; at += 3) text += `,${integer.slice(at, at + 3)}`;
  return text + end;
}
