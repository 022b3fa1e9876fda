import { expect, test } from 'vitest';
import { parsed, withoutSpans } from './parsing.ts';

const clause = (line: string) => `clause c | 条 {\n${line}\n}`;

/** Amounts of other kinds than grants, what is taken back, and when what is due is paid: one tree in both languages. */
test.each([
  ['税前扣除', 'deduct 100% of x', '税前扣除 x 的 100%'],
  ['加计扣除', 'deduct additionally 100% of x', '加计扣除 x 的 100%'],
  ['抵免', 'credit 10% of x', '抵免 x 的 10%'],
  ['等额', 'grant x\npaid in 3 equal yearly parts', '补助 x\n分3年 等额兑付'],
  ['等额, 不空格', 'grant x\npaid in 3 equal yearly parts', '补助 x\n分3年等额兑付'],
  [
    '分期',
    'grant x\npaid in parts { in year 1 : 40% ; in year 2 : 30% if x over 5 CNY ; in year 3, in year 4 : the rest 「a」 }',
    '补助 x\n分期兑付 { 第一年 ： 40% ； 第2年 ： 30% 如果 x 超过 5元 ； 第三年、第四年 ： 其余 「a」 }',
  ],
  [
    '按日期',
    'grant x\npaid in parts { on d : 2,000,000 CNY ; on 2 years after d : 1,000,000 CNY ; then every 1 year : 5 CNY }',
    '补助 x\n分期兑付 { 于 d ： 200万元 ； 于 d 起满 2年 ： 100万元 ； 此后每满 1年 ： 5元 }',
  ],
  [
    '每年封顶',
    'grant x\npaid in 5 equal yearly parts, cap x + 1 CNY per year, excess carried over 3 years 「b」',
    '补助 x\n分5年等额兑付，封顶 每年 x + 1元，超出结转3年 「b」',
  ],
  ['不补', 'grant x\npaid at once, cap x per year, excess lost', '补助 x\n一次兑付，封顶 每年 x，超出不补'],
  ['退还', 'credit x\npaid at once, cap x per year, excess refunded', '抵免 x\n一次兑付，封顶 每年 x，超出退还'],
  ['追回', 'recover paid under b * (5 years - y) / 1 year', '追回 b 已获 × （5年 − y） ÷ 1年'],
])('%s', (_idea, en, zh) => {
  const [english, chinese] = [parsed(clause(en)), parsed(clause(zh))];
  expect(english.findings).toEqual([]);
  expect(chinese.findings).toEqual([]);
  expect(withoutSpans(chinese.tree.declarations)).toEqual(withoutSpans(english.tree.declarations));
  expect(english.tree.declarations).toHaveLength(1);
});
