import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../compiler/anchors/read-figures.ts';

function figures(text: string): readonly string[] {
  return readFigures(text, new Map([['P', 'unit:P']])).map(({ value, unit, bounds }) =>
    [value, unit, ...bounds.map(({ side }) => side)].join(' '),
  );
}

describe('figures of a source text', () => {
  test.each([
    ['money with 万 and 亿', '年度总额1.2亿元', ['120000000 money:CNY']],
    ['compound of 亿 and 万', '1亿5000万元', ['150000000 money:CNY']],
    ['thousands commas', '1,200,000元', ['1200000 money:CNY']],
    ['full-width digits and signs', '３０万元，５０％', ['300000 money:CNY', '0.5 percent']],
    ['a Chinese percentage', '再给予百分之八', ['0.08 percent']],
    ['per mille', '千分之三', ['0.003 percent']],
    ['减半 is half', '减半收取，折半计算', ['0.5 percent', '0.5 percent']],
    [
      'tenths and hundredths of the price',
      '八折、7.5折、八五折、85折',
      ['0.8 percent', '0.75 percent', '0.85 percent', '0.85 percent'],
    ],
    ['half a year is no half, nor is depreciation a discount', '缩减半年，按3折算，折旧5年', ['3 count', '5 years']],
    ['what is raised and lowered', '上浮15%，下浮10%', ['0.15 percent', '0.1 percent']],
    ['percentage points are no percentage', '提高2个百分点', ['0.02 points']],
    ['Chinese numerals with a unit', '三家以上，五十万元', ['3 count atLeast', '500000 money:CNY']],
    ['a declared unit', '扩容升级100P以上', ['100 unit:P atLeast']],
    [
      'days, in both numerals',
      '自2023年10月10日起，二〇二五年十二月三十一日止',
      ['2023-10-10 date atLeast', '2025-12-31 date'],
    ],
    ['calendar years in a list', '2022、2023年', ['2022 year', '2023 year']],
    ['a calendar year and a number of years', '2022年，最长5年', ['2022 year', '5 years atMost']],
    ['the first places', '排名前5名', ['5 count top']],
    ['a figure per units, and the bound word after them', '30元/P·月以内', ['30 money:CNY atMost']],
    ['a slash between figures', '100元/200元', ['100 money:CNY', '200 money:CNY']],
    ['steps', '每满200万元给予10万元', ['2000000 money:CNY step', '100000 money:CNY']],
  ])('%s', (_, text, expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

test.each([
  ['30元/P/月', 'unit:P months'],
  ['20元/P·年以上', 'unit:P years'],
  ['1000元/人', 'count'],
  ['7.1元/美元', 'money:USD'],
  ['50万元/企业', ''],
  ['每P每月30元', ''],
])('what a figure is per: %s', (text, per) => {
  expect(readFigures(text, new Map([['P', 'unit:P']])).map((figure) => figure.per.join(' '))).toEqual([per]);
});

describe('bound words', () => {
  test.each([
    ['达到30万元以上', 'atLeast atLeast'],
    ['不低于30万元', 'atLeast'],
    ['超过30万元', 'over'],
    ['高于30万元', 'over'],
    ['最高不超过30万元', 'atMost'],
    ['未超过30万元', 'atMost'],
    ['30万元以内', 'atMost'],
    ['低于30万元', 'under'],
    ['不满30万元', 'under'],
    ['超过人民币30万元', 'over'],
    ['超過30萬元', 'over'],
    ['最高按实际支出的30万元', ''],
  ])('%s', (text, sides) => {
    expect(figures(text)).toEqual([['300000 money:CNY', sides].join(' ').trim()]);
  });
});

describe('lists', () => {
  test('a bound word holds for the whole list', () => {
    expect(figures('首次超过5000万元、1亿元、2亿元')).toEqual([
      '50000000 money:CNY over',
      '100000000 money:CNY over',
      '200000000 money:CNY over',
    ]);
  });
  test('a unit is left out before the last', () => {
    expect(figures('20、30、50万元')).toEqual(['200000 money:CNY', '300000 money:CNY', '500000 money:CNY']);
    expect(figures('100万、50万元')).toEqual(['1000000 money:CNY', '500000 money:CNY']);
  });
  test('the size of a step is not that of what follows', () => {
    expect(figures('每满200万元、10万元')).toEqual(['2000000 money:CNY step', '100000 money:CNY']);
  });
});

describe('what is no figure', () => {
  test.each([
    '第三条第二款',
    '（三）支持提质增效',
    '三、创新场景',
    '1.总则',
    '《办法（2023）》',
    '厦府〔2023〕12号',
    '一次性奖励',
    '同一项目',
    '上一年度',
    '5G基站',
    '千家万户',
    '一批项目',
    '第三方机构',
  ])('%s', (text) => {
    expect(figures(text)).toEqual([]);
  });
});

test('offsets point into the text as given', () => {
  const text = '超過 30 萬元以上';
  const [figure] = readFigures(text);
  expect(text.slice(figure!.start, figure!.end)).toBe('30 萬元');
});
