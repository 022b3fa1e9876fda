/**
 * The language reference shows nothing that does not compile: its policies with their examples, and its pairs of snippets, which must mean
 * the same in both languages. Snippets stand in the reference's first policy, in the place that their fence names.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { emitFactsSchema } from '../compiler/emit/json-schema/emit.ts';
import { depthLimit, nodeLimit } from '../compiler/lower/draft.ts';
import { factLimit } from '../compiler/rules/fact-count.ts';
import { factorLimit } from '../compiler/rules/products.ts';
import { digestOf } from '../compiler/sharing/text-digest.ts';
import { diagnosticLimit } from '../diagnostics/diagnostic.ts';
import { limits as textLimits } from '../grammar/limits.ts';
import { limits as doorLimits } from '../runtime/door/json-tree.ts';
import { readFacts } from '../runtime/door/read-facts.ts';
import { evaluate } from '../runtime/evaluate.ts';
import { readLedger } from '../runtime/ledger/read-ledger.ts';
import { partLimit } from '../runtime/payment/pay-in-parts.ts';
import { runExample } from '../runtime/run-example.ts';

const reference = readFileSync('spec/language.md', 'utf8');

interface Block {
  readonly title: string;
  /** What follows `lines` on the fence. */
  readonly place: string;
  readonly text: string;
}

function blocksOf(language: string): readonly Block[] {
  const fence = new RegExp(`^\`\`\`${language}(?: (\\w+))?\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return [...reference.matchAll(fence)].map((match) => {
    const line = reference.slice(0, match.index).split('\n').length;
    return { title: `line ${line}`, place: match[1] ?? '', text: match[2]! };
  });
}

/** The policies of the reference that bear a name, as the files `NAME.policy`, and the first of all as `sample.policy`. */
function load(path: string) {
  const text = path === 'sample.policy' ? world : policies.find(({ place }) => `${place}.policy` === path)?.text;
  return text === undefined ? { problem: 'missing' as const } : { file: path, text };
}

/** The reference shows no digest: it would be another with every word of the sample. */
const pinned = (text: string) => text.replaceAll('digest "…"', `digest "${digestOf(world)}"`);

function compiled(text: string) {
  const { ir, examples, diagnostics } = compile({ file: 'spec/language.md', text: pinned(text) }, { load });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(
    errors.map(({ code, message, span }) => `${code} ${message.en} at ${text.slice(span?.start, span?.end)}`),
  ).toEqual([]);
  if (ir === undefined) throw new Error('no IR');
  return { ir, examples };
}

const policies = blocksOf('policy');
const world = policies[0]!.text;
const worldHead = /^policy [\s\S]*?^\}$/m;

/** How the lines of a snippet are made a policy, by the place that its fence names. */
const places: Readonly<Record<string, (lines: string) => string>> = {
  head: (lines) => {
    const term = /in force|有效期/.test(lines) ? '' : 'in force 2023-01-01';
    return world.replace(worldHead, `policy sample | 样例政策 {\n${term}\n${lines}\n}`);
  },
  adapting: (lines) => `policy city adapts "sample.policy" digest "…" {\nin force 2024-01-01\n}\n${lines}`,
  facts: (lines) => `${world}\nfacts company | 企业 {\n${lines}\n}`,
  declarations: (lines) => `${world}\n${lines}`,
  clause: (lines) => `${world}\nclause snippet {\n${/cites|依据/.test(lines) ? '' : 'cites article 1'}\n${lines}\n}`,
  gates: (lines) => `${world}\nclause snippet {\ncites article 1\n${lines}\ngrant rd\n}`,
  after: (lines) => `${world}\nclause snippet {\ncites article 1\ngrant rd\n${lines}\n}`,
  items: (lines) => `${world}\nclause snippet for each project on won_on {\ncites article 1\n${lines}\n}`,
  conditions: (lines) => clausesOf(lines, (condition) => `when ${condition}\ngrant rd`),
  amounts: (lines) => clausesOf(lines, (amount) => `grant ${amount}`),
  example: (lines) => `${world}\nexample "snippet" in 2024 {\n${lines}\nexpect total = undetermined\n}`,
};

/** One clause for each expression; an expression goes on where lines are indented or close a bracket. */
function clausesOf(lines: string, body: (expression: string) => string): string {
  const expressions = lines.split(/\n(?![\s}]|$)/);
  const clauses = expressions.map(
    (one, index) => `clause snippet${index} {\ncites article 1\nevery year\n${body(one)}\n}`,
  );
  return `${world}\n${clauses.join('\n')}`;
}

describe('policies', () => {
  test.each(policies)('$title', ({ text }) => {
    const { ir, examples } = compiled(text);
    for (const example of examples) {
      const { title } = example;
      const { failures } = runExample(ir, example, evaluate);
      expect({ title, failures }).toEqual({ title, failures: [] });
    }
  });
});

describe('pairs', () => {
  const pairs = blocksOf('lines');

  test('each is of one place that the harness knows, in two languages', () => {
    expect(pairs.length).toBeGreaterThan(20);
    expect(pairs.filter(({ place, text }) => !(place in places) || text.split('\n--\n').length !== 2)).toEqual([]);
  });

  test.each(pairs)('$title', ({ place, text }) => {
    const [english, chinese] = text.split('\n--\n').map((lines) => compiled(places[place]!(lines.trimEnd())));
    expect(chinese!.ir).toEqual(english!.ir);
    expect(withoutSpans(chinese!.examples)).toEqual(withoutSpans(english!.examples));
    expect(/\p{Script=Han}/u.test(text.split('\n--\n')[1]!)).toBe(true);
  });
});

function withoutSpans(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'span' ? undefined : value)));
}

test('the limits are those of the code', () => {
  const stated = [
    ...Object.values(textLimits),
    ...Object.values(doorLimits),
    nodeLimit,
    depthLimit,
    factLimit,
    factorLimit,
    diagnosticLimit,
    partLimit,
  ];
  const chapter = /^## 18[\s\S]*?(?=^## )/m.exec(reference)![0].replaceAll(',', '');
  const figures = new Set((chapter.match(/\d+/g) ?? []).map(Number));
  expect(stated.filter((limit) => !figures.has(limit))).toEqual([]);
});

describe('the forms at the door', () => {
  test.each(blocksOf('json'))('$title', ({ place, text }) => {
    if (place === 'ledger') {
      expect(readLedger(text).diagnostics).toEqual([]);
      return;
    }
    const { ir } = compiled(world);
    const { facts, decisions, diagnostics } = readFacts(ir, emitFactsSchema(ir), text);
    expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
    expect([facts?.values.size, decisions.length]).toEqual([11, 2]);
  });
});
