import { describe, expect, test } from 'vitest';
import { amountText, numberText, valueText } from '../../../runtime/explain/amount-text.ts';
import { exactText, parseExact } from '../../../runtime/explain/exact-text.ts';
import type { ExplainedCause, ExplainedNumber, Unit } from '../../../runtime/explain/explanation.ts';
import { words } from '../../../runtime/explain/words.ts';
import { fraction } from '../../../runtime/rational.ts';

const coin = { zh: '元', en: 'CNY' };
const area = { zh: '平方米', en: 'sqm' };
const month = { zh: '月', en: 'month' };
const yuan: Unit = { kind: 'money', currency: 'CNY' };
const { zh, en } = words;

describe('a number in words', () => {
  test.each<[string, Unit, string, string]>([
    ['0', yuan, '0.00 元', '0.00 CNY'],
    ['1234567.8', yuan, '1,234,567.80 元', '1,234,567.80 CNY'],
    ['0.125', yuan, '0.125 元', '0.125 CNY'],
    ['-1000', yuan, '−1,000.00 元', '−1,000.00 CNY'],
    ['1/3', yuan, '≈0.333333 元', '≈0.333333 CNY'],
    ['1000000/3', yuan, '≈333,333.33 元', '≈333,333.33 CNY'],
    ['99999999999999999999.99', yuan, '99,999,999,999,999,999,999.99 元', '99,999,999,999,999,999,999.99 CNY'],
    ['100', { kind: 'money', currency: 'USD' }, '100.00 美元', '100.00 USD'],
    ['100', { kind: 'money', currency: 'XTS' }, '100.00 XTS', '100.00 XTS'],
    ['0.134', { kind: 'percent' }, '13.4%', '13.4%'],
    ['1/3', { kind: 'percent' }, '≈33.3333%', '≈33.3333%'],
    ['0.02', { kind: 'points' }, '2 个百分点', '2 points'],
    ['12345', { kind: 'count' }, '12,345', '12,345'],
    ['3', { kind: 'rank' }, '第3名', 'rank 3'],
    ['1', { kind: 'duration', unit: 'years' }, '1 年', '1 year'],
    ['18', { kind: 'duration', unit: 'months' }, '18 个月', '18 months'],
    ['100', { kind: 'quantity', unit: 'P', names: { zh: 'P', en: 'P' } }, '100 P', '100 P'],
    ['100', { kind: 'counted', unit: 'TEU', names: { zh: '标箱', en: 'TEU' } }, '100 标箱', '100 TEU'],
    [
      '30.5',
      { kind: 'compound', share: false, over: [coin], per: [area, month] },
      '30.5 元/平方米/月',
      '30.5 CNY/sqm/month',
    ],
    ['0.0345', { kind: 'compound', share: true, over: [], per: [month] }, '3.45%/月', '3.45%/month'],
    ['6', { kind: 'compound', share: false, over: [area, month], per: [] }, '6 平方米·月', '6 sqm·month'],
    ['0.5', { kind: 'compound', share: false, over: [], per: [month] }, '0.5/月', '0.5/month'],
    ['2024-02-29', { kind: 'date' }, '2024-02-29', '2024-02-29'],
    ['infinity', yuan, '无上限', 'unbounded'],
  ])('%s', (text, unit, chinese, english) => {
    expect(numberText(text, unit, zh)).toBe(chinese);
    expect(numberText(text, unit, en)).toBe(english);
  });
});

describe('an open amount', () => {
  const discretion: ExplainedCause = { kind: 'discretion', path: 'art3', names: { zh: '', en: '' } };
  const missing: ExplainedCause = { kind: 'missing', path: 'rd', names: { zh: '', en: '' } };
  const open = (lo: string, hi: string, ...causes: ExplainedCause[]): ExplainedNumber => ({
    kind: 'number',
    lo,
    hi,
    causes,
  });

  test.each<[string, ExplainedNumber, string, string]>([
    ['a ceiling', open('0', '250000', discretion), '至多 250,000.00 元', 'up to 250,000.00 CNY'],
    ['both bounds', open('0', '250000', missing, discretion), '0.00 至 250,000.00 元', '0.00 to 250,000.00 CNY'],
    ['a floor', open('5', 'infinity', missing), '5.00 元 起，无上限', 'from 5.00 CNY, unbounded'],
    ['nothing known', open('0', 'infinity', missing), '未知', 'unknown'],
    ['known', open('7', '7'), '7.00 元', '7.00 CNY'],
  ])('%s', (_name, value, chinese, english) => {
    expect(amountText(value, yuan, zh)).toBe(chinese);
    expect(amountText(value, yuan, en)).toBe(english);
  });
});

test('options by their names, none and unknown said in words', () => {
  const options = { kind: 'options' } as const;
  const national = { id: 'national', names: { zh: '国家级', en: 'national' } };
  expect(
    valueText(
      { ...options, options: [national, { id: 'x', names: { zh: '省级', en: 'provincial' } }], causes: [] },
      options,
      zh,
    ),
  ).toBe('国家级、省级');
  expect(valueText({ ...options, options: [], causes: [] }, options, en)).toBe('none');
  expect(valueText({ ...options, causes: [] }, options, zh)).toBe('未知');
  expect(valueText({ kind: 'undefined', reason: 'none' }, yuan, zh)).toBe('无');
});

test.each([
  ['1/3', fraction(1n, 3n)],
  ['0.5', fraction(1n, 2n)],
  ['-12.125', fraction(-97n, 8n)],
  ['7', fraction(7n, 1n)],
  ['-2/7', fraction(-2n, 7n)],
] as const)('%s is exact both ways', (text, value) => {
  expect(exactText(value)).toBe(text);
  expect(parseExact(text)).toEqual(value);
});
