/** How types and figures are called in messages. */
import { currencyZh } from '../../diagnostics/currencies.ts';
import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import type { NumberLiteral } from '../../grammar/ast.ts';
import { compoundText, declaredUnit, type UnitNames } from '../../runtime/compound.ts';
import type { Type } from './type.ts';

const plain: Readonly<Record<Exclude<Type['kind'], 'money' | 'quantity' | 'duration' | 'compound'>, Bilingual>> = {
  boolean: { zh: '是否', en: 'a yes/no' },
  percent: { zh: '比例（%）', en: 'a percentage' },
  points: { zh: '百分点', en: 'percentage points' },
  number: { zh: '数值', en: 'a plain number' },
  count: { zh: '个数', en: 'a count' },
  rank: { zh: '名次', en: 'a rank' },
  date: { zh: '日期', en: 'a date' },
  text: { zh: '文字', en: 'text' },
  choice: { zh: '选项', en: 'an option' },
  choices: { zh: '选项（可多选）', en: 'a set of options' },
  error: { zh: '（有误）', en: '(in error)' },
};

const durations = {
  years: { zh: '年数', en: 'a number of years' },
  months: { zh: '月数', en: 'a number of months' },
  days: { zh: '天数', en: 'a number of days' },
} as const;

/** What messages take unit names from. */
export interface WithUnits {
  readonly units: UnitNames;
}

export function typeWords(type: Type, { units }: WithUnits): Bilingual {
  switch (type.kind) {
    case 'money':
      return { zh: `金额（${currencyZh(type.currency)}）`, en: `money in ${type.currency}` };
    case 'quantity': {
      const { zh, en } = declaredUnit(type.unit, units);
      return { zh: `以“${zh}”计的数量`, en: `a quantity in ${en}` };
    }
    case 'duration':
      return durations[type.unit];
    case 'count': {
      if (type.unit === undefined) return plain.count;
      const { zh, en } = declaredUnit(type.unit, units);
      return { zh: `以“${zh}”计的个数`, en: `a count in ${en}` };
    }
    case 'compound': {
      const { zh, en } = compoundText(type, units);
      return { zh: `以“${zh}”计的数`, en: `a figure in ${en}` };
    }
    default:
      return plain[type.kind];
  }
}

/** A figure as the author may have written it: 300000 is 30万 in Chinese and 300,000 in English. */
export function figureWords(value: string): Bilingual {
  return { zh: chineseFigure(value), en: englishFigure(value) };
}

function chineseFigure(value: string): string {
  for (const [zeros, word] of [
    ['00000000', '亿'],
    ['0000', '万'],
  ] as const)
    if (!value.includes('.') && value.length > zeros.length && value.endsWith(zeros))
      return `${value.slice(0, -zeros.length)}${word}`;
  return value;
}

function englishFigure(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The figure of a literal with the unit that a place of `type` asks for. */
export function figureAs(value: string, type: Type, { units }: WithUnits): Bilingual {
  const { zh, en } = figureWords(value);
  switch (type.kind) {
    case 'money':
      return { zh: `${zh}${currencyZh(type.currency)}`, en: `${en} ${type.currency}` };
    case 'percent':
      return { zh: `${value}%`, en: `${value}%` };
    case 'points':
      return { zh: `${value}个百分点`, en: `${value} points` };
    case 'quantity': {
      const unit = declaredUnit(type.unit, units);
      return { zh: `${zh} ${unit.zh}`, en: `${en} ${unit.en}` };
    }
    case 'duration':
      return { zh: `${zh}${{ years: '年', months: '个月', days: '天' }[type.unit]}`, en: `${en} ${type.unit}` };
    case 'count': {
      if (type.unit === undefined) return { zh, en };
      const unit = declaredUnit(type.unit, units);
      return { zh: `${zh} ${unit.zh}`, en: `${en} ${unit.en}` };
    }
    case 'compound': {
      const unit = compoundText(type, units);
      return { zh: `${zh}${unit.zh}`, en: type.share ? `${en}${unit.en}` : `${en} ${unit.en}` };
    }
    default:
      return { zh, en };
  }
}

/** What a figure without unit may have meant. A share is often written as a fraction: 0.5 for 50%. */
export function fixesOf(value: string, type: Type, names: WithUnits): readonly Bilingual[] {
  const isFraction = /^0?\.\d*[1-9]\d*$/.test(value);
  if (type.kind !== 'percent' || !isFraction) return [figureAs(value, type, names)];
  return [figureAs(asPercent(value), type, names), figureAs(value, type, names)];
}

/** 0.125 is 12.5 per cent. */
function asPercent(value: string): string {
  const digits = value.slice(value.indexOf('.') + 1).padEnd(2, '0');
  const whole = digits.slice(0, 2).replace(/^0(?=\d)/, '');
  const rest = digits.slice(2);
  return rest === '' ? whole : `${whole}.${rest}`;
}

export function literalWords(literal: NumberLiteral): Bilingual {
  return figureWords(literal.value);
}
