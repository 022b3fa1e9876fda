import { expect, test } from 'vitest';
import { parsed, withoutSpans } from './parsing.ts';

const clause = (line: string) => `clause c | 条 {\n${line}\n}`;

/** Amounts of other kinds than grants, what is taken back, and when what is due is paid: one tree in both languages. */
test.each([
  ['税前扣除', 'deduct 100% of x', '税前扣除 x 的 100%'],
  ['加计扣除', 'deduct additionally 100% of x', '加计扣除 x 的 100%'],
  ['抵免', 'credit 10% of x', '抵免 x 的 10%'],
  ['追回', 'recover paid under b * (5 years - y) / 1 year', '追回 b 已获 × （5年 − y） ÷ 1年'],
])('%s', (_idea, en, zh) => {
  const [english, chinese] = [parsed(clause(en)), parsed(clause(zh))];
  expect(english.findings).toEqual([]);
  expect(chinese.findings).toEqual([]);
  expect(withoutSpans(chinese.tree.declarations)).toEqual(withoutSpans(english.tree.declarations));
  expect(english.tree.declarations).toHaveLength(1);
});
