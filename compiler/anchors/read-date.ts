import type { FigureUnit } from './figure.ts';
import { chineseWhole } from './numerals.ts';

const number = '(?:\\d+|[零〇一二三四五六七八九十]+)';
const patterns: readonly RegExp[] = [
  new RegExp(`(\\d{4}|[一二][零〇一二三四五六七八九]{3})年(${number})月(${number})日`, 'y'),
  /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/y,
  /(\d{4})\.(\d{1,2})\.(\d{1,2})(?![\d.])/y,
  new RegExp(`(\\d{4}|[一二][零〇一二三四五六七八九]{3})年(${number})月`, 'y'),
  /((?:19|20)\d\d|[一二][零〇一二三四五六七八九]{3})年/y,
];

export interface DateFigure {
  readonly end: number;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly value: string;
  readonly unit: Extract<FigureUnit, 'date' | 'month' | 'year'>;
}

/** A day, a calendar month or a calendar year that begins here. Whether the day exists is not asked: the source says it. */
export function readDate(text: string, index: number): DateFigure | undefined {
  if (/\d/.test(text.charAt(index - 1))) return undefined;
  for (const pattern of patterns) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (match === null) continue;
    const parts = match.slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : chineseWhole(part)));
    if (parts.some((part) => part === undefined)) continue;
    const value = parts.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-');
    const unit = (['year', 'month', 'date'] as const)[parts.length - 1]!;
    return { end: index + match[0].length, value, unit };
  }
  return undefined;
}
