import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findAnchors } from '../../compiler/anchors/find-anchors.ts';
import { collector } from '../../diagnostics/diagnostic.ts';
import { factsDigest } from '../../runtime/digest.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import { renderExplanation } from '../../runtime/explain/render.ts';
import { explain } from '../../runtime/explain.ts';
import { projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';
import { policyCase, testPolicyCase } from '../testing/policy-case.ts';
import { expectNamedSteps, expectSoundDocument, expectSoundText } from '../testing/sound-explanation.ts';

/** A city of our own making that adapts the measures of Xiamen: only the differences are stated. */
const file = 'spec/sharing/sample-city/sample-city-2025.policy';
const base = policyCase('policies/xiamen-ai-2023/xiamen-ai-2023.policy').compiled;
const city = policyCase(file);
const { ir, origins, examples } = city.compiled;

describe(file, () => testPolicyCase(city));

test('it is shorter than its base by far, and has the clauses of both', () => {
  expect(city.text.length * 8).toBeLessThan(base.source.text.length);
  const ids = ir!.clauses.map(({ id }) => id);
  expect(ids).toContain('art3_review');
  expect(ids).toContain('art6_1');
  expect(ids).not.toContain('art9');
  expect(ids).toHaveLength(base.ir!.clauses.length - 7 + 1);
});

test('what it does not speak of means what it means in the base', () => {
  const bare = (tree: unknown) =>
    JSON.stringify(tree, (key, value) => (key === 'id' && typeof value === 'number' ? 0 : value));
  const clause = (of: typeof base.ir, id: string) => {
    const found = of!.clauses.find((one) => one.id === id)!;
    return bare({ ...found, node: 0 });
  };
  for (const id of ['art5_1', 'art6_1', 'art6_2', 'art7', 'art8_2', 'art10', 'art11'])
    expect(clause(ir, id)).toBe(clause(base.ir, id));
  for (const id of ['art3', 'art4', 'art8_3', 'art12']) expect(clause(ir, id)).not.toBe(clause(base.ir, id));
});

test('its anchors are looked up in its own document, those of the base are not', () => {
  const { report, diagnostics } = collector();
  const document = readFileSync(join(projectRoot, 'spec/sharing/sample-city/measures.txt'), 'utf8');
  const { anchors, uncovered } = findAnchors(city.compiled.file, document, report);
  expect(diagnostics).toEqual([]);
  expect(uncovered).toEqual([]);
  expect(anchors.map(({ anchor }) => anchor.text)).not.toContain('每满200万元给予10万元补助');
  expect(anchors.find(({ anchor }) => anchor.text === '达到20万元以上')?.article).toBe(1);
});

describe('the explanation says which text each line comes from', () => {
  const explanations = examples.map(({ title, input }) => ({
    title,
    explanation: explain(ir!, origins!, evaluate(ir!, input), {
      policyDigest: origins!.policyDigest,
      factsDigest: factsDigest(input.facts),
      compilerVersion: '0',
    }),
  }));
  const { explanation } = explanations[0]!;
  const clause = (id: string) => explanation.clauses.find((one) => one.clause === id)!;

  test.each(explanations)('$title: the document is sound', ({ title, explanation: each }) => {
    expectSoundDocument(each, title);
    expectSoundText(each, title);
    expectNamedSteps(each, title);
  });

  test('in JSON', () => {
    expect(explanation.head.texts).toEqual([
      {
        role: 'base',
        file: 'policies/xiamen-ai-2023/xiamen-ai-2023.policy',
        digest: /摘要 "(\w+)"/u.exec(city.text)![1],
        policy: { id: 'xiamen_ai_2023', names: { zh: '厦门人工智能措施', en: 'xiamen_ai_2023' } },
      },
    ]);
    const line = (of: string, start: string) => {
      const text = of === file ? city.text : base.source.text;
      return text.split('\n').findIndex((one) => one.trimStart().startsWith(start)) + 1;
    };
    const voucher = clause('art3');
    expect(voucher.article).toBe(1);
    expect(voucher.origin).toMatchObject({ text: 0, article: 3, line: line('base', '条款 art3 |') });
    expect(voucher.steps.map(({ origin }) => origin.changedOn)).toEqual([
      undefined,
      line(file, '修改 算力券.条件'),
      line(file, '修改 算力券.补助'),
      undefined,
    ]);
    expect(voucher.steps[3]!.steps!.map(({ origin }) => origin.changedOn)).toEqual([
      line(file, '修改 算力券.封顶'),
      line(file, '修改 算力券.总额'),
    ]);
    expect(clause('art6_1').origin).toMatchObject({ text: 0, article: 6 });
    expect(clause('art6_1').origin).not.toHaveProperty('changedOn');
    expect(clause('art8_3').origin).not.toHaveProperty('text');
    expect(clause('art8_3').origin.line).toBe(line(file, '替换 条款 小巨人奖励'));
  });

  test('in words', () => {
    const zh = renderExplanation(explanation, { language: 'zh' });
    expect(zh).toMatch(/改编自 厦门人工智能措施 [0-9a-f]{12} policies\/xiamen-ai-2023\/xiamen-ai-2023\.policy/);
    expect(zh).toMatch(/出处 +沿用 厦门人工智能措施第三条，未在本文核对；本文第 \d+、\d+、\d+、\d+ 行改动/);
    expect(zh).toMatch(/出处 +沿用 厦门人工智能措施第六条，未在本文核对\n/);
    const en = renderExplanation(explanation, { language: 'en' });
    expect(en).toMatch(
      /origin +taken over from xiamen_ai_2023, article 3, not anchored here; changed here on line \d+/,
    );
    const own = zh.split('\n\n').find((section) => section.startsWith('art8_3'))!;
    expect(own).not.toContain('出处');
  });
});

describe('the command line', () => {
  test('findings in the base are told with its file; in JSON too', async () => {
    const text = city.text.replace('删去 应用.在厦标杆应用、应用.市内销售收入\n', '');
    const files = { 'spec/sharing/sample-city/other.policy': text };
    const { out } = await jieti(['check', 'spec/sharing/sample-city/other.policy', '--lang', 'zh'], { files });
    expect(out).toContain('┌ policies/xiamen-ai-2023/xiamen-ai-2023.policy:110:5');
    const json = await jieti(['check', 'spec/sharing/sample-city/other.policy', '--json'], { files });
    expect(JSON.parse(json.out)[0].diagnostics[0]).toMatchObject({
      code: 'JT4070',
      file: 'policies/xiamen-ai-2023/xiamen-ai-2023.policy',
      from: { line: 110, column: 5 },
    });
  });

  test('anchors, test and schema take the base along', async () => {
    const anchors = await jieti(['anchors', file, '--source', 'spec/sharing/sample-city/measures.txt']);
    expect(anchors).toMatchObject({ code: 0 });
    expect(await jieti(['test', file])).toMatchObject({ code: 0 });
    expect((await jieti(['schema', file])).out).toContain('compute_purchases');
    const failing = city.text.replace('得 小巨人复核奖励 = 10万元', '得 小巨人复核奖励 = 11万元');
    const broken = await jieti(['test', 'spec/sharing/sample-city/other.policy'], {
      files: { 'spec/sharing/sample-city/other.policy': failing },
    });
    expect(broken.out).toMatch(/spec\/sharing\/sample-city\/other\.policy:\d+/);
  });
});
