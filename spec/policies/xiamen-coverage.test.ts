import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { citedAnchors } from '../../compiler/anchors/cited-anchors.ts';
import { readFigures } from '../../compiler/anchors/read-figures.ts';
import { unitForms } from '../../compiler/anchors/unit-forms.ts';
import { compile } from '../../compiler/compile.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import { runExample } from '../../runtime/run-example.ts';

const path = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
const { file, ir, examples } = compile({ file: path, text: readFileSync(path, 'utf8') });

/** Every figure of the source, by article, as it stands there: 68 of them. */
const figures: Readonly<Record<string, string>> = {
  2: '100P',
  3: '1000万元 30万元 50% 50万元',
  4: '40% 1000万元 40% 300万元 30% 1000万元',
  5: '1000万元 100万元 50家 10% 100万元',
  6: '200万元 200万元 10万元 500万元 500万元 20% 30万元 40% 50万元 1000万元 5%',
  7: '5名 100万元 50万元 40万元',
  8: '5000万元 25% 0.6% 600万元 5000万元 1亿元 2亿元 5亿元 10亿元 20亿元 10万元 20万元 50万元 100万元 150万元 200万元 50万元',
  9: '30万元 50万元 100万元',
  10: '60% 500万元 60% 200万元 30% 100万元',
  11: '5% 200万元',
  12: '10% 50万元',
  17: '5年 2% 5000万元 50% 1000万元',
  policy: '2023年10月10日 2025年12月31日',
};

test('every figure of the source stands in an anchored line of its article, and no other does', () => {
  const anchored = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const { anchor, article } of citedAnchors(file)) {
    const key = String(article ?? 'policy');
    if (seen.has(`${key} ${anchor.text}`)) continue;
    seen.add(`${key} ${anchor.text}`);
    const found = readFigures(anchor.text, unitForms(file)).map((figure) => figure.text);
    anchored.set(key, [...(anchored.get(key) ?? []), ...found]);
  }
  for (const [article, list] of Object.entries(figures)) {
    expect({ article, figures: [...(anchored.get(article) ?? [])].sort() }).toEqual({
      article,
      figures: expect.arrayContaining(list.split(' ').sort()),
    });
    expect({ article, figures: new Set(anchored.get(article)) }).toEqual({
      article,
      figures: new Set(list.split(' ')),
    });
  }
  expect([...anchored.keys()].filter((key) => (anchored.get(key) ?? []).length > 0).sort()).toEqual(
    Object.keys(figures).sort(),
  );
  expect(Object.values(figures).join(' ').split(' ')).toHaveLength(68);
});

/**
 * Every statement of the source and where the policy has it: `head` for the policy's head, otherwise a clause and what stands there:
 * the n-th text, a line with an amount, or the authorities.
 */
const statements: Readonly<Record<string, readonly string[]>> = {
  head: ['pre.1', 'pre.2', 'closing.1', 'closing.2', 'closing.3', 'closing.4', 'closing.5'],
  art1: ['art1.1 text', 'art1.2 text', 'art1.3 text', 'art1.R'],
  art2_support: ['art2.1 text', 'art2.2 text', 'art2.3 text'],
  art2: ['art2 when', 'art2.ext text', 'art2.R'],
  art3_purpose: ['art3.0 text'],
  art3: ['art3.pool budget', 'art3.elig when', 'art3 amount', 'art3.cap cap', 'art3.R'],
  art4_purpose: ['art4.0 text'],
  art4: [
    'art4.1 row',
    'art4.1.cap rowCap',
    'art4.2 row',
    'art4.2.cap rowCap',
    'art4.3 row',
    'art4.3.cap rowCap',
    'art4.R',
  ],
  art5_purpose: ['art5.0 text'],
  art5_1: ['art5.1 amount', 'art5.R'],
  art5_2: ['art5.2.elig when', 'art5.2 amount', 'art5.2.cap cap', 'art5.R'],
  art6_1: ['art6.elig when', 'art6.1.elig when', 'art6.1 amount', 'art6.1.cap cap', 'art6.R'],
  art6_2: ['art6.elig when', 'art6.2.elig when', 'art6.2.a row', 'art6.2.b row', 'art6.R'],
  art6_3: ['art6.elig when', 'art6.3.elig when', 'art6.3 amount', 'art6.R'],
  art7_purpose: ['art7.0 text', 'art7.4 text'],
  art7: ['art7.elig when', 'art7.1 row', 'art7.2 row', 'art7.3 row', 'art7.R'],
  art8_1: ['art8.1.elig when', 'art8.1 amount', 'art8.1.cap cap', 'art8.R'],
  art8_2: [
    'art8.2.elig when',
    'art8.2 amount',
    'art8.2.t1 rung',
    'art8.2.t2 rung',
    'art8.2.t3 rung',
    'art8.2.t4 rung',
    'art8.2.t5 rung',
    'art8.2.t6 rung',
    'art8.R',
  ],
  art8_3: ['art8.3 amount', 'art8.R'],
  art9: ['art9.1 row', 'art9.2 row', 'art9.3 row', 'art9.R'],
  art9_support: ['art9.0 text', 'art9.ext text'],
  art10_purpose: ['art10.0 text'],
  art10: [
    'art10.1 row',
    'art10.1.cap rowCap',
    'art10.2 row',
    'art10.2.cap rowCap',
    'art10.3 row',
    'art10.3.cap rowCap',
    'art10.R',
  ],
  art11_purpose: ['art11.0 text'],
  art11: ['art11 amount', 'art11.cap cap', 'art11.R'],
  art12_purpose: ['art12.0 text'],
  art12: ['art12.elig when', 'art12 amount', 'art12.cap cap', 'art12.R'],
  art13: ['art13.1 text', 'art13.2 text', 'art13.3 text', 'art13.4 text', 'art13.R'],
  art14: ['art14.1 text', 'art14.2 text', 'art14.R'],
  art15: ['art15.1 text', 'art15.2 text', 'art15.3 text', 'art15.4 text', 'art15.5 text', 'art15.R'],
  art16: ['art16.1 text', 'art16.2 text', 'art16.R'],
  art17_support: ['art17.ext text', 'art17.4 text'],
  art17_1: ['art17.1 amount', 'art17.1 cap', 'art17.R'],
  art17_2: ['art17.2 amount', 'art17.2 cap', 'art17.R'],
  art17_3: ['art17.3 amount'],
  art18: ['art18.1 text', 'art18.2 text', 'art18.3 text', 'art18.4 text', 'art18.R'],
  art19: ['art19.1 text', 'art19.2 text', 'art19.3 text', 'art19.R'],
};

test('every statement of the source has its place', () => {
  const clauses = new Map(ir?.clauses.map((clause) => [clause.id as string, clause]));
  expect([...clauses.keys()].sort()).toEqual(
    Object.keys(statements)
      .filter((id) => id !== 'head')
      .sort(),
  );
  for (const [id, list] of Object.entries(statements)) {
    const clause = clauses.get(id);
    if (clause === undefined) continue;
    const has = (what: string) => list.filter((statement) => statement.endsWith(` ${what}`)).length;
    expect({ id, article: clause.article }).toEqual({ id, article: Number(/^art(\d+)/u.exec(id)?.[1]) });
    expect({ id, texts: clause.texts.length }).toEqual({ id, texts: has('text') });
    if (list.some((statement) => statement.endsWith('.R')))
      expect({ id, empty: clause.authority.length === 0 }).toEqual({ id, empty: false });
    const text = JSON.stringify(clause.statements);
    for (const kind of ['when', 'amount', 'budget', 'cap', 'rowCap'] as const) {
      if (has(kind) > 0)
        expect({ id, kind, count: text.split(`"kind":"${kind}"`).length - 1 >= has(kind) }).toEqual({
          id,
          kind,
          count: true,
        });
    }
    for (const [kind, property] of [
      ['row', '"test":'],
      ['rung', '"threshold":'],
    ] as const) {
      if (has(kind) > 0)
        expect({ id, kind, count: (text.split(property).length - 1) % has(kind) }).toEqual({ id, kind, count: 0 });
    }
  }
  expect(ir?.remarks).toHaveLength(3);
  expect(ir?.inForce).toEqual({ from: '2023-10-10', to: '2025-12-31' });
  expect(ir?.interpretedBy).toBe('厦门市工业和信息化局');
});

test('every money clause has examples: met, not met or out of its bounds, and with something unknown', () => {
  const kinds = new Map<string, Set<string>>();
  for (const example of examples) {
    for (const { clause, outcome } of example.expectations) {
      if (clause === undefined) continue;
      kinds.set(clause, (kinds.get(clause) ?? new Set()).add(outcome.kind));
    }
  }
  for (const clause of ir?.clauses.filter(({ kind }) => kind !== 'none') ?? []) {
    const seen = kinds.get(clause.id) ?? new Set();
    expect({
      clause: clause.id,
      pays: seen.has('exactly') || seen.has('upTo'),
      open: seen.has('undetermined'),
    }).toEqual({ clause: clause.id, pays: true, open: true });
  }
});

test('every choice of every reading is taken by an example', () => {
  const taken = new Set(
    examples.flatMap(({ input }) =>
      Object.entries(input.readings).map(([reading, choice]) => `${reading} = ${choice}`),
    ),
  );
  const others = (ir?.readings ?? []).flatMap((reading) =>
    reading.choices.filter(({ id }) => id !== reading.default).map(({ id }) => `${reading.id} = ${id}`),
  );
  expect(others.filter((choice) => !taken.has(choice))).toEqual([]);
});

test('all examples come out right', () => {
  const failed = examples
    .map((example) => runExample(ir as NonNullable<typeof ir>, example, evaluate))
    .filter(({ passed }) => !passed);
  expect(failed.map(({ example, failures }) => ({ title: example.title, failures }))).toEqual([]);
  expect(examples.length).toBeGreaterThan(130);
});
