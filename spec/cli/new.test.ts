import { describe, expect, test } from 'vitest';
import { templates } from '../../cli/templates/index.ts';
import { compile } from '../../compiler/compile.ts';
import type { Language } from '../../diagnostics/diagnostic.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import { runExample } from '../../runtime/run-example.ts';
import { jieti } from '../testing/memory-host.ts';

const xiamen = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
const languages: readonly Language[] = ['zh', 'en'];
const all = templates.flatMap(({ id }) => languages.map((language) => [id, language] as const));

describe.each(all)('template %s in %s', (id, language) => {
  const begun = jieti(['new', 'my-city', '--template', id, '--lang', language]);

  test('checks without a word, is formatted, and its examples come out right', async () => {
    const { code, files, out } = await begun;
    expect(code).toBe(0);
    expect(Object.keys(files)).toEqual(['my-city/my-city.policy', 'my-city/applicant.json']);
    expect(out).toContain('jieti check my-city/my-city.policy');
    const { ir, diagnostics, examples } = compile({ file: 'p', text: files['my-city/my-city.policy']! });
    expect(diagnostics).toEqual([]);
    expect(ir?.id).toBe('my_city');
    expect(examples.length).toBeGreaterThan(3);
    expect(examples.filter((example) => !runExample(ir!, example, evaluate).passed)).toEqual([]);
    expect(await jieti(['fmt', '--check', 'my-city/my-city.policy'], { files })).toMatchObject({ code: 0, out: '' });
  });

  test('its applicant is paid something, and no fact is refused', async () => {
    const { files } = await begun;
    const { code, out, error } = await jieti(
      ['assess', 'my-city/my-city.policy', '--facts', 'my-city/applicant.json', '--year', '2025', '--json'],
      { files },
    );
    expect([code, error]).toEqual([0, '']);
    expect(Number(JSON.parse(out).totals[0].payable.lo)).toBeGreaterThan(100_000);
  });
});

test.each(templates)('template $id says the same in both languages, but for names', ({ policy }) => {
  const irs = languages.map((language) => {
    const { ir } = compile({ file: 'p', text: policy[language].replace('{NAME}', 'p') });
    return JSON.stringify(ir, (key, value) =>
      ['names', 'title', 'interpretedBy', 'authority', 'question', 'reason'].includes(key) ? undefined : value,
    );
  });
  expect(irs[0]).toBe(irs[1]);
});

describe('adapting', () => {
  test.each(languages)('in %s: every figure of the base stands ready, and nothing is changed yet', async (language) => {
    const { code, files } = await jieti(['new', 'policies/city', '--adapts', xiamen, '--lang', language]);
    expect(code).toBe(0);
    const text = files['policies/city/city.policy']!;
    expect(text).toContain('"../xiamen-ai-2023/xiamen-ai-2023.policy"');
    expect(text).toContain(language === 'zh' ? '// 修改 算力券.封顶 为 50万元' : '// set art3.cap = 500,000 CNY');
    const checked = await jieti(['check', 'policies/city/city.policy'], { files });
    expect(checked.out).toMatch(/36 clauses, 21 readings {2}no mistakes/);
    expect(await jieti(['fmt', '--check', 'policies/city/city.policy'], { files })).toMatchObject({ code: 0 });
  });

  test('a line that is taken out of its comment changes that figure', async () => {
    const { files } = await jieti(['new', 'policies/city', '--adapts', xiamen, '--lang', 'zh']);
    const changed = files['policies/city/city.policy']!.replace(
      '// 修改 算力券.封顶 为 50万元',
      '修改 算力券.封顶 为 30万元  「隐含」',
    ).concat('删去 受影响示例\n');
    const given = { ...files, 'policies/city/city.policy': changed };
    expect((await jieti(['check', 'policies/city/city.policy'], { files: given })).out).toContain('no mistakes');
    expect((await jieti(['check', 'policies/city/city.policy', '--print', 'ir'], { files: given })).out).toContain(
      '"300000"',
    );
  });

  test('a base with mistakes is told, and nothing is written', async () => {
    const files = { 'b.policy': 'policy b { }' };
    const { code, error, files: after } = await jieti(['new', 'city', '--adapts', 'b.policy'], { files });
    expect(code).toBe(1);
    expect(error).toContain('b.policy');
    expect(after).toEqual(files);
  });
});

describe('asking', () => {
  test('on a terminal, where nothing was said', async () => {
    const { out, files } = await jieti(['new', 'city'], { isInteractive: true, input: ['2', '\n'] });
    expect(out).toContain('What to begin from?');
    expect(files['city/city.policy']).toContain('for each project');
  });

  test('a base may be the answer, and Enter takes the first', async () => {
    const adapted = await jieti(['new', 'policies/city'], { isInteractive: true, input: [`${xiamen}\n`] });
    expect(adapted.files['policies/city/city.policy']).toContain('adapts "../xiamen-ai-2023/');
    const first = await jieti(['new', 'city'], { isInteractive: true, input: ['\n'] });
    expect(first.files['city/city.policy']).toContain('clause voucher');
  });

  test('never otherwise', async () => {
    const { out, files } = await jieti(['new', 'city']);
    expect(out).not.toContain('?');
    expect(files['city/city.policy']).toContain('clause voucher');
    const said = await jieti(['new', 'city', '--template', 'projects'], { isInteractive: true });
    expect(said.out).not.toContain('?');
  });
});

describe('what is refused, exit 2, nothing written', () => {
  const there = { 'city/city.policy': 'policy city { in force 2024-01-01 }' };
  test.each([
    ['JT8050', ['new', 'city']],
    ['JT8051', ['new', '2025-city']],
    ['JT8051', ['new', '样例 city/市2025']],
    ['JT8052', ['new', 'town', '--template', 'vouchers']],
    ['JT8053', ['new', 'town', '--template', 'voucher', '--adapts', xiamen]],
    ['JT4301', ['new', 'town', '--adapts', 'notes.txt']],
  ])('%s %j', async (code, args) => {
    const result = await jieti(args, { files: there });
    expect(result.code).toBe(2);
    expect(result.error).toContain(code);
    expect(result.files).toEqual(there);
  });

  test('a name of Han characters is the id', async () => {
    const { files } = await jieti(['new', 'policies/样例市', '--lang', 'zh']);
    expect(files['policies/样例市/样例市.policy']).toContain('政策 样例市 {');
  });
});
