import { expect, test } from 'vitest';
import { parsed, withoutSpans } from './parsing.ts';

/** Days, spans of days, years of a schedule, interest and proration: one tree in both languages, though their words stand in another order. */
test.each([
  ['date shift by what is stated', 'd postponed by x', 'd 顺延 x'],
  ['days, the last counted', 'days from d through e', 'd 起至 e 止的天数'],
  ['months', 'full months from d to e / started months from d through e', 'd 至 e 的足月数 ÷ d 起至 e 的起月数'],
  ['years', 'full years from d to e + started years from d to e', 'd 至 e 的周岁数 + d 至 e 的 起年数'],
  ['edges of what is assessed', 'the earlier of (start of year, end of year)', '年初 与 年末 的较早者'],
  ['edges of the period', 'days from start of period through end of period', '期初 起至 期末 止 的 天数'],
  ['last year’s edge', "last year's end of year", '上年 年末'],
  ['edges of a day', 'days from start of month of d to end of month of e', 'd 当月月初 至 e 当月月末 的天数'],
  ['edges of its year', 'days from start of year of d to end of year of e', 'd 当年年初 至 e 当年年末 的天数'],
  ['the later of three', 'the later of (a, b, 2 years after c)', 'a 与 b 与 （c 起满 2年） 的 孰晚者'],
  ['one of one', 'the later of ((the earlier of (a, b)), c)', 'a 与 b 的 较早者 与 c 的 较晚者'],
  ['calendar year', 'calendar year since d', 'd 起第几个自然年'],
  ['calendar year, 自', 'calendar year since d', '自 d 起 第几个自然年'],
  ['anniversary year', 'anniversary year since d', 'd 起 第几个周年年度'],
  ['interest', 'interest on x at 3.5% from d to e, actual/365', 'x 按 3.5% 自 d 至 e 的 利息，按 实际天数/365'],
  [
    'interest of the year, of a sum',
    'interest of the year on (x + y) at (r + 2 percentage points) from d through e, bond 30/360 - z',
    '（x + y） 按 （r + 2个百分点） 自 d 起至 e 止 的当年利息，债券30/360 - z',
  ],
  [
    'interest in a list',
    'lowest of (interest on x at r from d to e, eurobond 30/360, y)',
    '取低（x 按 r 自 d 至 e 的利息，按欧洲债券30/360、y）',
  ],
  [
    'other conventions',
    'interest on x at r from d to e, actual/actual + interest on x at r from d to e, started months/12',
    'x 按 r 自 d 至 e 的利息，按 实际天数/实际天数 + x 按 r 自 d 至 e 的利息，按起月/12',
  ],
  ['by days', 'x prorated by days from d through e', 'x 自 d 起至 e 止 按日折算'],
  [
    'by months',
    '(50% of x) prorated by full months from d to (the earlier of (e, end of year))',
    'x 的 50% 自 d 至 （e 与 年末 的 较早者） 按足月折算',
  ],
  ['by started months', 'x prorated by started months from d to e', 'x 自 d 至 e 按起月折算'],
  ['window', 'd within 2 years of e', 'd 在 e 起 2年内'],
  ['window, longer', 'not d within 18 months of e', '非 d 在 e 起 18个月以内'],
])('%s', (_idea, en, zh) => {
  const [english, chinese] = [parsed(`let v = ${en}`), parsed(`let v = ${zh}`)];
  expect(english.findings).toEqual([]);
  expect(chinese.findings).toEqual([]);
  expect(withoutSpans(chinese.tree.declarations)).toEqual(withoutSpans(english.tree.declarations));
  expect(english.tree.declarations).toHaveLength(1);
});
