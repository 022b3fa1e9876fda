import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { compareColumnar, loadColumnar } from '../../testing/columnar-differential.ts';
import { shown } from '../../testing/differential.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { seeded } from '../../testing/random.ts';
import { randomKnownInput } from '../../testing/random-known-input.ts';

const clause = (index: number): string => {
  const sector = ['s1', 's2', 's3', 's1、s4'][index % 4]!;
  const size = index % 3 === 2 ? '' : `条件 规模 为 g${1 + (index % 2)}\n`;
  return `条款 c${index} {\n依据 第1条\n条件 行业 为 ${sector}\n${size}补助 营业收入 的 ${1 + (index % 9)}%\n}\n`;
};

const policy = `政策 guarded | 分流 { 有效期 2023-01-01 至 2025-12-31 ； 基期为零 无增速 }
填报 company | 企业 {
  sector | 行业 ： 选项 { s1、s2、s3、s4 }
  size | 规模 ： 选项 { g1、g2、g3 }
  revenue | 营业收入 ： 金额 逐年
}
${Array.from({ length: 160 }, (_, index) => clause(index)).join('')}
条款 plain | 不分流 { 依据 第2条 ； 奖励 营业收入 的 1% }
条款 both | 合计一成 { 依据 第2条 ； 条件 行业 为 s1 ； 奖励 （不分流 + 营业收入） 的 10% }
`;

test('rows go straight to the clauses of their option, and come out as the interpreter says', async () => {
  const { ir } = compile({ file: 'guarded.policy', text: policy });
  const loaded = await loadColumnar(ir!);
  if ('reasons' in loaded) throw new Error(shown(loaded.reasons));
  expect(loaded.source).toContain('guarded[f');
  expect(loaded.source).toContain('clearStatuses(outcomes, from, to)');
  const literals = literalsOf(loaded.ir);
  const inputs = Array.from({ length: 60 }, (_, index) =>
    randomKnownInput(loaded.ir, loaded.layout, seeded(index), literals),
  );
  const compared = compareColumnar(loaded, inputs);
  expect(shown(compared.differences.slice(0, 3))).toBe('[]');
  expect(compared.rows).toBeGreaterThan(20);
  expect([...compared.statuses.keys()]).toEqual(expect.arrayContaining(['granted', 'notMet']));
});
