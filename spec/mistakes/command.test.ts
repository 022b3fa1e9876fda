import { expect, test } from 'vitest';
import type { Language } from '../../diagnostics/diagnostic.ts';
import { expectGolden } from '../testing/golden.ts';
import { type CommandSetting, jieti } from '../testing/memory-host.ts';

/** Slips on the command line, and all that is said of them: one golden for each language. */
const policy = `政策 rent_2024 | 房租补贴办法 {
  有效期 2024-01-01 至 2026-12-31
}
填报 company | 企业 {
  rent | 实付房租 : 金额 逐年
}
口径 cap_scope | 封顶期间 "逐年封顶，还是整个有效期合计封顶？" {
  yearly | 逐年计 （默认） "基数是年度数"
  lifetime | 全程封顶 ： 每年 读作 有效期内 "没有写每年"
}
条款 rent_subsidy | 房租补贴 {
  补贴 实付房租 的 50%
  封顶 每家 企业 每年 20万元，口径 cap_scope
}
`;
const files = { 'rent.policy': policy, 'facts.json': '{ "实付房租": { "2024": "10000" } }' };
const run = ['rent.policy', '--facts', 'facts.json', '--year', '2024'];

interface Slip {
  readonly args: readonly string[];
  readonly setting?: CommandSetting;
}
const slips: readonly Slip[] = [
  { args: ['check', 'rents.policy'] },
  { args: ['check', 'folder'], setting: { failing: { folder: 'EISDIR' } } },
  { args: ['check', 'rent.policy'], setting: { failing: { 'rent.policy': 'EACCES' } } },
  { args: ['check', 'rent.policy'], setting: { failing: { 'rent.policy': 'ENOTUTF8' } } },
  { args: ['assess', ...run, '--reading', 'cap=lifetime'] },
  { args: ['assess', ...run, '--reading', 'cap_scope=forever'] },
  { args: ['assess', ...run, '--reading', 'cap_scope'] },
  { args: ['assess', 'rent.policy', '--facts', 'facts.json', '--year', '24'] },
  { args: ['assess', ...run, '--record'] },
  { args: ['assess', ...run, '--provisional'] },
  { args: ['explain', 'rent.policy', 'rent_subsidies', ...run.slice(1)] },
  { args: ['assess', ...run], setting: { files: { ...files, 'rent.policy': policy.replace('50%', '50') } } },
  { args: ['build', 'rent.policy', '-o', 'out'], setting: { failing: { 'out/rent_2024.schema.json': 'ENOSPC' } } },
  { args: ['fmt', 'rent.policy', '--lang', 'fr'] },
  { args: ['chek', 'rent.policy'] },
  { args: ['assess', 'rent.policy', '--year', '2024'] },
  { args: ['assess', 'rent.policy'] },
  { args: ['assess', 'rent.policy', '--fact', 'facts.json', '--year', '2024'] },
  { args: ['assess', ...run, '--explane'] },
  { args: ['explain', 'rent.policy'] },
];

test.each(['zh', 'en'] as const)('%s', async (language) => {
  const told: string[] = [];
  for (const slip of slips) told.push(await tell(slip, language));
  await expectGolden(told.join('\n'), `spec/mistakes/command.${language}.txt`);
});

async function tell({ args, setting }: Slip, language: Language): Promise<string> {
  const locale = language === 'zh' ? 'zh_CN' : 'en_GB';
  const { code, error } = await jieti(args, { files, locale, ...setting });
  expect(error).not.toMatch(/ {4}at /);
  return `$ jieti ${args.join(' ')}\n[${code}] ${error}`;
}

test('a line of standard input that is too long is told, and the next one is read', async () => {
  const { code, out } = await jieti(['assess', 'rent.policy', '--facts', '-', '--year', '2024'], {
    files,
    input: [`{"note": "${'x'.repeat(1_000_001)}"}\n`, '{ "实付房租": { "2024": "10000" } }\n'],
  });
  const [first, second] = out.split('\n').map((line) => (line === '' ? {} : JSON.parse(line)));
  expect(code).toBe(1);
  expect(first.error).toMatchObject([{ code: 'JT8017' }]);
  expect(second).toMatchObject({ line: 2 });
  expect(second.error).toBeUndefined();
});
