import { expect, test } from 'vitest';
import { jieti } from '../testing/memory-host.ts';

const policy = `policy p | 甲 {
  in force 2024-01-01 to 2025-12-31
  currency CNY
}
facts company | 企业 {
  rd | 研发费用 : money each year
}
clause c | 研发奖补 {
  cites article 1
  when rd at least 100 CNY
  grant 12.5% of rd
  cap 50 CNY per company per year
}
`;
test('code over columns is written in TypeScript and JavaScript, for the readings asked for', async () => {
  const files = { 'p.policy': policy };
  const { code, files: written, out } = await jieti(['build', 'p.policy', '--columnar', '-o', 'out'], { files });
  expect(out).toContain('out/p.columnar.ts');
  expect(code).toBe(0);
  expect(written['out/p.columnar.ts']).toContain('export function assessColumns(columns: Columns');
  expect(written['out/p.columnar.mjs']).toContain('export function assessColumns(columns, outcomes, from, to)');
});

test('what columns cannot hold is told at its place', async () => {
  const siming = 'policies/siming-events-2025/siming-events-2025.policy';
  const { code, error } = await jieti(['build', siming, '--columnar', '-o', 'out']);
  expect(error).toContain('JT8043');
  expect(error).toContain('no columnar code of "one_meeting": clauses exclude each other item by item');
  expect(error).toMatch(/siming-events-2025\.policy:\d+:1/);
  expect(code).not.toBe(0);
});

test('how each number is held is printed in the words of the policy', async () => {
  const files = { 'p.policy': policy };
  const english = await jieti(['build', 'p.policy', '--print', 'numbers'], { files });
  expect(english.out).toContain('line 11  grant 12.5% of rd  safe integer, of 1/800, 0 to 12500000000');
  const chinese = await jieti(['build', 'p.policy', '--print', 'numbers', '--lang', 'zh'], { files });
  expect(chinese.out).toContain('研发奖补');
  expect(chinese.out).toContain('第12行');
  expect(chinese.out).toContain('安全整数，1/800 的整数倍，0 至 50');
});

test('a command that cannot be meant is told', async () => {
  const files = { 'p.policy': policy };
  expect((await jieti(['build', 'p.policy', '--print', 'ast'], { files })).error).toContain('JT8044');
  expect((await jieti(['build', 'p.policy'], { files })).error).toContain('JT8045');
});

test('with --trace the code records what it meets', async () => {
  const files = { 'p.policy': policy };
  const { code, files: written } = await jieti(['build', 'p.policy', '--columnar', '--trace', '-o', 'out'], { files });
  expect(code).toBe(0);
  expect(written['out/p.traced.ts']).toContain('export const traceLayout: TraceLayout');
  expect(written['out/p.traced.mjs']).toContain('export function assessTraced(columns, outcomes, trace, from, to)');
});
