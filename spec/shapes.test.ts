/**
 * The shapes of clauses that real measures are made of, one small policy each, named `sNN-<name>-<term>.policy`. Its examples compute the
 * shape's formula at its edges; interpreted and emitted they agree on every recorded value; every example can be explained.
 */
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../grammar/parse.ts';
import { nameForms, print } from '../grammar/print.ts';
import { evaluate } from '../runtime/evaluate.ts';
import { explain } from '../runtime/explain.ts';
import { type PolicyCase, policyCase, settledInput, testPolicyCase } from './testing/policy-case.ts';
import { testPrinting } from './testing/print-case.ts';
import { projectFiles, readProjectFile } from './testing/project-files.ts';
import { expectNamedSteps, expectSoundDocument, expectSoundText } from './testing/sound-explanation.ts';

const numberOfShapes = 69;

const files = projectFiles('spec/shapes').filter((file) => file.endsWith('.policy'));
const shapeOf = (file: string) => Number(/^s(\d\d)-/.exec(basename(file))?.[1]);

test('every shape has exactly one case', () => {
  expect(files.map(shapeOf)).toEqual(Array.from({ length: numberOfShapes }, (_, index) => index + 1));
});

test('a case is named by its number, its Chinese name and its English term', () => {
  const named = /^spec\/shapes\/s\d\d-[\p{Script=Han}\d]+(?:-[a-z\d]+)+\.policy$/u;
  expect(files.filter((file) => !named.test(file))).toEqual([]);
});

describe('the constructs of ARCHITECTURE.md', () => {
  const rows = constructRows();

  test('are said of every shape', () => {
    const served = new Set(rows.flatMap(({ shapes }) => shapes));
    expect(files.map(shapeOf).filter((shape) => !served.has(shape))).toEqual([]);
  });

  test('are used, under one of their words, by the shapes of which they are said', () => {
    const inChinese = new Map(files.map((file) => [shapeOf(file), chineseLines(readProjectFile(file))]));
    const unused = rows.flatMap(({ words, shapes }) =>
      shapes.flatMap((shape) =>
        words.length === 0 || words.some((word) => inChinese.get(shape)?.includes(word)) ? [] : [`${shape}: ${words}`],
      ),
    );
    expect(unused).toEqual([]);
  });
});

/** The Chinese words of each construct, and the shapes that it serves. */
function constructRows(): readonly { readonly words: readonly string[]; readonly shapes: readonly number[] }[] {
  const [, table = ''] = readProjectFile('ARCHITECTURE.md').split('| construct | shapes |');
  const [section = ''] = table.split('\n## ');
  return section.split('\n').flatMap((line) => {
    const [, construct = '', shapes = ''] = line.split('|');
    const words = construct.match(/\p{Script=Han}+/gu) ?? [];
    const ranges = [...shapes.matchAll(/(\d+)(?:–(\d+))?/g)];
    return ranges.length === 0 ? [] : [{ words, shapes: ranges.flatMap(([, from, to]) => range(Number(from), to)) }];
  });
}

function range(from: number, to: string | undefined): readonly number[] {
  return Array.from({ length: Number(to ?? from) - from + 1 }, (_, index) => from + index);
}

/** The policy in Chinese, without its examples. */
function chineseLines(text: string): string {
  const file = parse({ file: 'shape.policy', text }, () => {});
  const declarations = file.declarations.filter(({ kind }) => kind !== 'ExampleDeclaration');
  const names = nameForms(file);
  return print({ ...file, declarations, comments: [] }, { language: 'zh', names, source: text });
}

describe.each(files)('%s', (file) => {
  const policy = policyCase(file);
  testPolicyCase(policy);
  testPrinting(policy);

  test('begins by telling its shape', () => expect(policy.text).toMatch(/^\/\/ \S/));

  test('every example can be explained, in both languages and as JSON', () => {
    for (const { explanation, title } of explanations(policy)) {
      expectSoundDocument(explanation, title);
      expectSoundText(explanation, title);
      expectNamedSteps(explanation, title);
    }
  });
});

function explanations({ compiled }: PolicyCase) {
  const { ir, origins, examples } = compiled;
  if (ir === undefined || origins === undefined) throw new Error('no IR');
  const source = { policyDigest: origins.policyDigest, factsDigest: 'b'.repeat(64), compilerVersion: '0.1.0' };
  return examples.map((example) => ({
    title: example.title,
    explanation: explain(ir, origins, evaluate(ir, settledInput(ir, example)), source),
  }));
}
