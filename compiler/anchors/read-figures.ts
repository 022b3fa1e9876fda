import { boundAfter, boundBefore } from './bound-words.ts';
import type { BoundWord, Figure, FigureUnit } from './figure.ts';
import { foldText } from './fold-text.ts';
import { chineseWhole, multipliers, scaled } from './numerals.ts';
import { readDate } from './read-date.ts';
import { readDiscount } from './read-discount.ts';
import { readPer } from './read-per.ts';
import { readUnit } from './read-unit.ts';

/** Words of one policy for what figures measure, in simplified characters: its declared units, and 元 where its currency is another. */
export type UnitForms = ReadonlyMap<string, FigureUnit>;

/** A number as it stands, before its neighbours in a list have lent it what it leaves out. */
interface Reading {
  readonly start: number;
  readonly numberEnd: number;
  readonly end: number;
  readonly digits: string;
  readonly power: number;
  readonly unit: FigureUnit | undefined;
  readonly per?: readonly FigureUnit[];
  /** Dates and years have no digits to scale. */
  readonly value?: string;
  readonly isPlain: boolean;
  readonly isDiscount?: true;
}

/**
 * The figures of a source text with the bound words attached to them. R16: ordinals of articles, list markers and whatever stands in 《》 or 〔〕 are no
 * figures; dates, 前N名 and N年 are. In a list (「100万元、50万元」「首次超过5000万元、1亿元」) a figure takes over the bound word before the
 * list and the unit after it where it has none of its own.
 */
export function readFigures(text: string, units: UnitForms = new Map()): readonly Figure[] {
  const { text: folded, offsets } = foldText(text, true);
  const readings = lendUnits(folded, readAll(folded, units));
  const figures: Figure[] = [];
  for (const [index, reading] of readings.entries()) {
    const previous = readings[index - 1];
    const continues = previous !== undefined && isListBreak(folded.slice(previous.end, reading.start));
    const before = boundBefore(folded, reading.start);
    const after = boundAfter(folded, reading.end);
    const own = [before, after].filter((bound) => bound !== undefined);
    const text = folded.slice(reading.start, reading.end);
    figures.push({
      start: offsets[reading.start]!,
      end: offsets[reading.end - 1]! + 1,
      text,
      phrase: `${before?.word ?? ''}${text}${after?.word ?? ''}`,
      value: reading.value ?? scaled(reading.digits, reading.power + ratioPower(reading.unit)),
      unit: reading.unit ?? 'count',
      per: reading.per ?? [],
      bounds: own.length === 0 && continues ? inheritable(figures.at(-1)) : own,
      continues,
      ...(reading.isDiscount === true ? { isDiscount: true as const } : {}),
    });
  }
  return figures;
}

/** 「首次超过5000万元、1亿元」: both are over. The size of a step, or the first so many places, is of one figure alone. */
function inheritable(previous: Figure | undefined): readonly BoundWord[] {
  return (previous?.bounds ?? []).filter(({ side }) => side !== 'step' && side !== 'top');
}

function ratioPower(unit: FigureUnit | undefined): number {
  return unit === 'percent' || unit === 'points' ? -2 : 0;
}

/** A comma parts clauses of a sentence, not members of a list. */
const separators = /^(?:[、/~-]|和|及|以及|或|与|至|到)+$/;

function isListBreak(between: string): boolean {
  return separators.test(between);
}

/** 「20、30、50万元」: what stands after the last holds for all; 「100万、50万元」: the unit alone. */
function lendUnits(text: string, readings: readonly Reading[]): readonly Reading[] {
  const lent = [...readings];
  for (let index = lent.length - 2; index >= 0; index -= 1) {
    const reading = lent[index]!;
    const next = lent[index + 1]!;
    if (reading.unit !== undefined || next.unit === undefined) continue;
    if (!isListBreak(text.slice(reading.end, next.start))) continue;
    if (next.unit === 'year' && /^\d{4}$/.test(reading.digits)) {
      lent[index] = { ...reading, unit: 'year', value: reading.digits };
    }
    if (next.value !== undefined) continue;
    lent[index] = { ...reading, unit: next.unit, power: reading.isPlain ? next.power : reading.power };
  }
  return lent;
}

function readAll(text: string, units: UnitForms): readonly Reading[] {
  const readings: Reading[] = [];
  let index = 0;
  while (index < text.length) {
    const skipped = skipTitle(text, index);
    if (skipped > index) {
      index = skipped;
      continue;
    }
    const reading = readAt(text, index, units);
    if (typeof reading === 'number') index = reading;
    else {
      readings.push(reading);
      index = reading.end;
    }
  }
  return readings;
}

const closers: ReadonlyMap<string, string> = new Map([
  ['《', '》'],
  ['〔', '〕'],
]);

/** Longer titles and longer numbers are none: the search for their end must not grow with the text. */
const titleLimit = 200;
const digitLimit = 40;

/** Past a title or a document number; unclosed ones are text like any other. */
function skipTitle(text: string, index: number): number {
  const closer = closers.get(text.charAt(index));
  if (closer === undefined) return index;
  const length = text.slice(index, index + titleLimit).indexOf(closer);
  if (length < 0) return index;
  const end = index + length;
  return /^\d+号/.exec(text.slice(end + 1, end + 12)) === null ? end + 1 : text.indexOf('号', end) + 1;
}

const arabic = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/y;
const chinese = /[零〇一二两三四五六七八九十百千]+/y;
/** A day of every year: 5月10日. It places nothing by itself. */
const dayOfYear = /\d{1,2}月\d{1,2}日/y;
const percentWord = /(百|千|万)分之((?:\d+(?:\.\d+)?)|[零〇一二两三四五六七八九十百]+)/y;

/** The figure that begins here, or the offset at which to go on. */
function readAt(text: string, index: number, units: UnitForms): Reading | number {
  const special = readPercentWord(text, index) ?? readDiscountAt(text, index) ?? readDateAt(text, index);
  if (special !== undefined) return special;
  const yearly = matchAt(dayOfYear, text, index);
  if (yearly !== undefined) return index + yearly[0].length;
  return readArabic(text, index, units) ?? readChinese(text, index, units);
}

function readPercentWord(text: string, index: number): Reading | undefined {
  const match = matchAt(percentWord, text, index);
  if (match === undefined) return undefined;
  const end = index + match[0].length;
  const digits = /^\d/.test(match[2]!) ? match[2]! : String(chineseWhole(match[2]!) ?? '');
  if (digits === '') return undefined;
  const power = 2 - (multipliers.get(match[1]!) ?? 2);
  return { start: index, numberEnd: end, end, digits, power, unit: 'percent', isPlain: false };
}

function readDiscountAt(text: string, index: number): Reading | undefined {
  const found = readDiscount(text, index);
  if (found === undefined) return undefined;
  const { digits, power, end } = found;
  return { start: index, numberEnd: end, end, digits, power, unit: 'percent', isPlain: false, isDiscount: true };
}

function readDateAt(text: string, index: number): Reading | undefined {
  const date = readDate(text, index);
  if (date === undefined) return undefined;
  const { end, value, unit } = date;
  return { start: index, numberEnd: end, end, digits: '', power: 0, unit, value, isPlain: false };
}

function readArabic(text: string, index: number, units: UnitForms): Reading | number | undefined {
  const match = matchAt(arabic, text, index);
  if (match === undefined) return undefined;
  const numberEnd = index + match[0].length;
  const isInWord = /[A-Za-z_]/.test(text.charAt(index - 1)) && !followsUnit(text, index, units);
  if (match[0].length > digitLimit || isOrdinal(text, index, numberEnd) || isInWord) return numberEnd;
  const amount = readMagnitude(text, match[0], numberEnd);
  const unit = readUnit(text, amount.end, units);
  const isUnknownLetter = unit === undefined && /[A-Za-z+]/.test(text.charAt(amount.end));
  if (isUnknownLetter) return amount.end;
  const isPlain = amount.power === 0;
  const { per, end } = unit === undefined ? { per: [], end: amount.end } : readPer(text, unit.end, units);
  return { start: index, numberEnd, ...amount, end, unit: unit?.unit, per, isPlain };
}

/** 每TEU100元: the digits are no part of the word before them. */
function followsUnit(text: string, index: number, units: UnitForms): boolean {
  return [...units.keys()].some((form) => text.endsWith(`每${form}`, index));
}

/** 万, 亿, 千万 after a number, and compounds of falling size: 1亿5000万. */
function readMagnitude(text: string, first: string, start: number): { digits: string; power: number; end: number } {
  let end = start;
  let power = 0;
  for (let next = multipliers.get(text.charAt(end)); next !== undefined; next = multipliers.get(text.charAt(end))) {
    if (next === 1) break;
    power += next;
    end += 1;
  }
  const rest = power >= 4 ? matchAt(arabic, text, end) : undefined;
  if (rest === undefined || rest[0].length > digitLimit) return { digits: first, power, end };
  const lower = readMagnitude(text, rest[0], end + rest[0].length);
  if (lower.power === 0 || lower.power >= power) return { digits: first, power, end };
  const sum = sumOf(scaled(first, power), scaled(lower.digits, lower.power));
  return sum === undefined ? { digits: first, power, end } : { digits: sum, power: 0, end: lower.end };
}

/** Whole numbers alone can be added without care for places. */
function sumOf(left: string, right: string): string | undefined {
  return left.includes('.') || right.includes('.') ? undefined : (BigInt(left) + BigInt(right)).toString();
}

/** A Chinese numeral is a figure only with a unit that measures: 三年, 五十万元; not 一批, 一次性, 同一项目, 上一年度. */
function readChinese(text: string, index: number, units: UnitForms): Reading | number {
  const match = matchAt(chinese, text, index);
  if (match === undefined) return index + 1;
  const numberEnd = index + match[0].length;
  const value = chineseWhole(match[0]);
  const isFirst = boundBefore(text, index)?.side === 'top';
  if (value === undefined || isOrdinal(text, index, numberEnd)) return numberEnd;
  if (!isFirst && /[第上下同每某任另唯统专之其前后近哪]/.test(text.charAt(index - 1))) return numberEnd;
  const amount = readMagnitude(text, String(value), numberEnd);
  const unit = readUnit(text, amount.end, units);
  if (unit === undefined) return amount.end;
  const isVague =
    value === 1 && amount.power === 0 && (unit.unit === 'count' || /[度流线系]/.test(text.charAt(unit.end)));
  if (isVague && !isFirst) return unit.end;
  const { per, end } = readPer(text, unit.end, units);
  return { start: index, numberEnd, ...amount, end, unit: unit.unit, per, isPlain: amount.power === 0 };
}

/** 第三条, (三), 3. or 3、 at the head of a line. 第N名 is a rank. */
function isOrdinal(text: string, start: number, end: number): boolean {
  const previous = text.charAt(start - 1);
  if (previous === '第') return !/[名位]/.test(text.charAt(end));
  if (previous === '(' && text.charAt(end) === ')') return true;
  const isLineHead = start === 0 || previous === '\n';
  return isLineHead && /^[.、](?!\d)/.test(text.slice(end, end + 2));
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
