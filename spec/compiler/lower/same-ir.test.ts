import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { canonicalIr } from '../../../compiler/lower/canonical-ir.ts';

const declarations = {
  en: `policy sample | 样例 {
  in force 2023-10-10 to 2025-12-31
  growth from zero has no rate
}
facts company | 企业 {
  bought | 算力购买额 : money each year
  spent  | 算力实际支出 : money each year
  rd     | 自主研发费用 : money each year
}`,
  zh: `政策 sample | 样例 {
  有效期 2023-10-10 至 2025-12-31
  基期为零 无增速
}
填报 company | 企业 {
  bought | 算力购买额 ： 金额 逐年
  spent  | 算力实际支出 ： 金额 逐年
  rd     | 自主研发费用 ： 金额 逐年
}`,
};
const voucher = {
  en: `clause art3 | 算力券 {
  cites article 3
  authority "市工信局", "市财政局"
  when bought at least 300,000 CNY 「达到30万元以上」
  grant up to 50% of spent
  cap 500,000 CNY per company per year
  budget 10,000,000 CNY per year, pro rata
}`,
  zh: `条款 art3 | 算力券 {
  依据 第三条
  责任 "市工信局"、"市财政局"
  条件 算力购买额 达到 30万元 「达到30万元以上」
  补助 算力实际支出 的 最高 50%
  封顶 每家 企业 每年 50万元
  总额 每年 1000万元，按比例
}`,
};
const growth = {
  en: `clause art6 | 研发 {
  cites article 6
  when rd has grown and growth of rd over 20%
  award 100,000 CNY for every full 2,000,000 CNY of rd
  add the part of last year's rd over 5,000,000 CNY if rd at most 1.2 CNY
}`,
  zh: `条款 art6 | 研发 {
  依据 第六条
  条件 自主研发费用 比上年 增长 且 自主研发费用 的 增速 超过 20%
  奖励 自主研发费用 每满 200万元 给予 10万元
  另加 上年 自主研发费用 超过 500万元 的部分 如果 自主研发费用 不超过 1.2元
}`,
};

function canonical(...parts: readonly string[]): string {
  const { ir, diagnostics } = compile({ file: 'x.policy', text: parts.join('\n') });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return canonicalIr(ir!);
}

test('English, Chinese and mixed texts of one policy have the same IR, byte for byte', () => {
  const english = canonical(declarations.en, voucher.en, growth.en);
  expect(canonical(declarations.zh, voucher.zh, growth.zh)).toBe(english);
  expect(canonical(declarations.en, voucher.zh, growth.en)).toBe(english);
  expect(english).toContain('"kind":"growth"');
});

test('a figure more makes another IR', () => {
  expect(canonical(declarations.en, voucher.en.replace('50%', '51%'))).not.toBe(canonical(declarations.en, voucher.en));
});

test('what is undefined is not there, as in JSON', () => {
  const { ir } = compile({ file: 'x.policy', text: [declarations.en, voucher.en].join('\n') });
  const given = { ...ir!, continues: undefined } as unknown as NonNullable<typeof ir>;
  expect(canonicalIr(given)).toBe(canonicalIr(ir!));
  expect(JSON.parse(canonicalIr(given))).toEqual(JSON.parse(JSON.stringify(ir)));
});
