import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import { declaredUnit, type UnitNames } from '../../runtime/compound.ts';
import { compareDecimals } from '../lower/decimal-text.ts';
import type { FigureUnit } from './figure.ts';
import type { FigureRole } from './line-figures.ts';
import { scaled } from './numerals.ts';

/** A figure of a line, as its author would write it in either language. */
export function figureText(
  { value, unit, per }: { readonly value: string; readonly unit: FigureUnit; readonly per?: readonly FigureUnit[] },
  names: UnitNames,
): Bilingual {
  const { zh, en } = ownText(value, unit, names);
  const below = (per ?? []).map((one) => unitText(one, names));
  const after = (language: 'zh' | 'en') => below.map((word) => `/${word[language]}`).join('');
  return { zh: `${zh}${after('zh')}`, en: `${en}${after('en')}` };
}

/** A unit that a figure is per. */
function unitText(unit: FigureUnit, names: UnitNames): Bilingual {
  if (unit.startsWith('money:'))
    return unit === 'money:CNY' ? { zh: '元', en: 'CNY' } : same(unit.slice('money:'.length));
  if (unit.startsWith('unit:')) return declaredUnit(unit.slice('unit:'.length), names);
  switch (unit) {
    case 'years':
      return { zh: '年', en: 'year' };
    case 'months':
      return { zh: '月', en: 'month' };
    case 'days':
      return { zh: '天', en: 'day' };
    default:
      return { zh: '个', en: 'unit' };
  }
}

function ownText(value: string, unit: FigureUnit, names: UnitNames): Bilingual {
  if (unit.startsWith('money:')) return moneyText(value, unit.slice('money:'.length));
  if (unit.startsWith('unit:')) {
    const { zh, en } = declaredUnit(unit.slice('unit:'.length), names);
    return { zh: `${grouped(value)}${/^[A-Za-z]/.test(zh) ? ' ' : ''}${zh}`, en: `${grouped(value)} ${en}` };
  }
  switch (unit) {
    case 'percent':
      return same(`${scaled(value, 2)}%`);
    case 'points':
      return { zh: `${scaled(value, 2)}个百分点`, en: `${scaled(value, 2)} points` };
    case 'years':
      return { zh: `${value}年`, en: `${value} years` };
    case 'months':
      return { zh: `${value}个月`, en: `${value} months` };
    case 'days':
      return { zh: `${value}天`, en: `${value} days` };
    case 'year':
      return { zh: `${value}年`, en: value };
    case 'date':
    case 'month':
      return same(value);
    default:
      return same(grouped(value));
  }
}

/** In 亿 or 万 where that takes few decimals: 1.5亿元, but 66666.66元. */
function moneyText(value: string, currency: string): Bilingual {
  const name = currency === 'CNY' ? '元' : ` ${currency}`;
  const { power, word } = powers.find(
    (one) => compareDecimals(value, one.from) >= 0 && (scaled(value, -one.power).split('.')[1] ?? '').length <= 2,
  ) ?? { power: 0, word: '' };
  return { zh: `${scaled(value, -power)}${word}${name}`, en: `${grouped(value)} ${currency}` };
}

const powers = [
  { from: '100000000', power: 8, word: '亿' },
  { from: '10000', power: 4, word: '万' },
] as const;

function same(text: string): Bilingual {
  return { zh: text, en: text };
}

function grouped(value: string): string {
  const [whole = '0', decimals] = value.split('.');
  const groups = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** What a side means, named by its usual word. */
export const sideTexts: Readonly<Record<FigureRole | 'top', Bilingual>> = {
  atLeast: { zh: '“达到”（含本数）', en: '“at least” (the figure included)' },
  over: { zh: '“超过”（不含本数）', en: '“over” (the figure excluded)' },
  atMost: { zh: '“不超过”（含本数）', en: '“at most” (the figure included)' },
  under: { zh: '“低于”（不含本数）', en: '“under” (the figure excluded)' },
  partOver: { zh: '“超过…的部分”', en: '“the part over”' },
  partUpTo: { zh: '“不超过…的部分”', en: '“the part up to”' },
  step: { zh: '“每满”', en: '“for every full”' },
  top: { zh: '“前几名”', en: '“in the top”' },
  exact: { zh: '这个数本身，没有上下限', en: 'the figure itself, without a bound' },
  free: { zh: '一个数', en: 'a figure' },
};
