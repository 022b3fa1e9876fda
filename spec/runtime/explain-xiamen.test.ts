import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { readFacts } from '../../runtime/door/read-facts.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import { renderExplanation } from '../../runtime/explain/render.ts';
import { type Explanation, explain } from '../../runtime/explain.ts';
import { readLedger } from '../../runtime/ledger/read-ledger.ts';
import { periodOfYear } from '../../runtime/period.ts';
import { projectRoot } from '../testing/golden.ts';
import { expectNamedSteps, expectSoundDocument, expectSoundText } from '../testing/sound-explanation.ts';

const folder = `${projectRoot}/policies/xiamen-ai-2023`;
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
const { ir, origins } = compile({ file: 'xiamen-ai-2023.policy', text: read('xiamen-ai-2023.policy') });
const factsSchema = emitFactsSchema(ir!);
const { ledger } = readLedger(read('ledger.jsonl'));

function explained(file: string, year: number, readings: Readonly<Record<string, string>> = {}): Explanation {
  const { facts, decisions } = readFacts(ir!, factsSchema, read(`companies/${file}`));
  const input = {
    facts: facts!,
    decisions,
    period: periodOfYear(year),
    readings,
    ...(ledger === undefined ? {} : { ledger }),
  };
  const source = { policyDigest: origins!.policyDigest, factsDigest: 'b'.repeat(64), compilerVersion: '0.1.0' };
  return explain(ir!, origins!, evaluate(ir!, input), source);
}

const companies = readdirSync(`${folder}/companies`).filter((file) => file.endsWith('.json'));
const runs = companies.flatMap((file) => [2023, 2024, 2025].map((year) => [file, year] as const));

describe.each(runs)('%s in %i', (file, year) => {
  const explanation = explained(file, year);

  test('keeps to the published schema, and every step follows', () => expectSoundDocument(explanation, file));

  test('every line of a money clause that ran has its place and its words in both languages', () => {
    expectNamedSteps(explanation, file);
  });

  test('is told in both languages within 100 columns', () => expectSoundText(explanation, file));
});

test('the English explanation of a policy written in Chinese holds no Chinese but its own texts', () => {
  const { clauses } = explained('lanhai-software.json', 2024);
  const formulas = clauses
    .flatMap(({ steps, items }) => [...steps, ...items.flatMap((item) => item.steps)])
    .map(({ formula }) => formula.en);
  expect(formulas.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
});

test('a shared cap tells what it had to share and what it left to each', () => {
  const explanation = explained('xingtu-robotics.json', 2024, { art6_cap: 'all_three' });
  const text = renderExplanation(explanation, { language: 'zh' });
  expect(text).toMatch(/合计 +三项共同上限 +250,000\.00 元 → 0\.00 元 +削减/);
  expect(text).toContain('5,000,000.00 元 + 300,000.00 元 + 250,000.00 元；封顶于 5,000,000.00 元');
  expect(text).toMatch(/口径 +五百万元封顶的范围 = 三项合计/);
});

test('an award of another policy is named, with what it paid', () => {
  const text = renderExplanation(explained('lanhai-software.json', 2024), { language: 'zh' });
  expect(text).toMatch(/他项 +与其他政策就高不重复 +fujian-little-giant 2024年已付 300,000\.00 元；/);
});

test('an item with a date of its own shows it; a figure of another clause says whose it is; a denied fact is named', () => {
  const text = renderExplanation(explained('xingtu-robotics.json', 2024), { language: 'zh' });
  expect(text).toMatch(/P-2024-01 +时点 2024-04-12/);
  expect(text).toContain('研发补助 5,000,000.00 元 × 5% = 250,000.00 元');
  expect(text).toMatch(/条件 +非 新注册企业 +新注册企业：否 +成立/);
});

test('a line’s own sum ends before the decision that settles it', () => {
  const text = renderExplanation(explained('xingtu-robotics.json', 2025), { language: 'zh', width: 200 });
  expect(text).toContain('2,000,000.00 元 − 0.00 元 = 2,000,000.00 元；核定 1,800,000.00 元');
});
