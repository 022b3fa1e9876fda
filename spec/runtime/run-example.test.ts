import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import type { Assessment, ClauseResult, Outcome } from '../../runtime/assessment.ts';
import type { ExampleIr, ExpectedOutcomeIr } from '../../runtime/example.ts';
import { newFrame } from '../../runtime/frame.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { ofDecimalText } from '../../runtime/rational.ts';
import { runExample } from '../../runtime/run-example.ts';

const ir = { currency: 'CNY', fields: [], lists: [], clauses: [] } as unknown as PolicyIr;

function outcome(kind: Outcome['kind'], low: string, high: string, more: Partial<Outcome> = {}): Outcome {
  const amount = { lo: ofDecimalText(low), hi: ofDecimalText(high) };
  return { kind, amount, payable: amount, causes: [], ...more };
}

/** Runs one expectation about clause `a` against an evaluator that gives this outcome for it, and for its item P1. */
function run(
  expected: ExpectedOutcomeIr,
  got: Outcome,
  target: { clause?: string; item?: string } = { clause: 'a' },
  of = ir,
) {
  const own = { kind: 'number' as const, ...got.amount, causes: got.causes };
  const result: ClauseResult = {
    clause: 'a',
    outcome: got,
    own,
    items: [{ key: 'P1', outcome: got, frame: newFrame() }],
    frame: newFrame(),
    after: [],
    restsOn: [],
  };
  const period = { label: '2024', from: '2024-01-01', to: '2025-01-01', year: 2024 };
  const assessment: Assessment = {
    policy: 'p',
    subject: 's',
    period,
    readings: {},
    clauses: [result],
    blocks: [],
    totals: [{ kind: 'grant', currency: 'CNY', payable: got.payable }],
    diagnostics: [],
  };
  const example: ExampleIr = {
    title: 's',
    span: { start: 0, end: 0 },
    input: { facts: { subject: 's', values: new Map(), lists: new Map() }, period, decisions: [], readings: {} },
    expectations: [{ span: { start: 0, end: 0 }, ...target, outcome: expected }],
  };
  return runExample(of, example, () => assessment);
}

const granted = outcome('granted', '150000', '150000');
const ceiling = outcome('grantedUpTo', '0', '150000', { causes: ['discretion:a'] });
const open = outcome('undetermined', '100', '1000', { causes: ['missing:project[P1].won_on', 'missing:rd@2023'] });

describe('expectations that hold', () => {
  test.each<readonly [string, ExpectedOutcomeIr, Outcome]>([
    ['an amount', { kind: 'exactly', amount: '150000' }, granted],
    ['a ceiling', { kind: 'upTo', amount: '150000' }, ceiling],
    [
      'bounds and missing facts',
      { kind: 'undetermined', low: '100', high: '1000', facts: ['won_on', 'rd', 'project'] },
      open,
    ],
    ['not met', { kind: 'notMet' }, outcome('notMet', '0', '0')],
    ['superseded', { kind: 'supersededBy', clause: 'b' }, outcome('superseded', '0', '0', { by: 'b' })],
    ['superseded elsewhere', { kind: 'supersededElsewhere' }, outcome('superseded', '0', '0', { by: 'elsewhere' })],
  ])('%s', (_, expected, got) => {
    expect(run(expected, got).passed).toBe(true);
    expect(run(expected, got, { clause: 'a', item: 'P1' }).passed).toBe(true);
  });
  test('the total is judged by what is payable', () => {
    expect(run({ kind: 'exactly', amount: '150000' }, granted, {}).passed).toBe(true);
    expect(run({ kind: 'upTo', amount: '150000' }, ceiling, {}).passed).toBe(true);
    expect(run({ kind: 'exactly', amount: '150000' }, ceiling, {}).passed).toBe(false);
  });
});

describe('expectations that fail', () => {
  test.each<readonly [string, ExpectedOutcomeIr, Outcome]>([
    ['a ceiling is no amount', { kind: 'exactly', amount: '150000' }, ceiling],
    ['an amount is no ceiling', { kind: 'upTo', amount: '150000' }, granted],
    ['one fen less', { kind: 'exactly', amount: '149999.99' }, granted],
    ['another fact is missing', { kind: 'undetermined', facts: ['revenue'] }, open],
    ['another bound', { kind: 'undetermined', low: '0', facts: [] }, open],
    [
      'superseded by another',
      { kind: 'supersededBy', clause: 'b' },
      outcome('superseded', '0', '0', { by: 'elsewhere' }),
    ],
  ])('%s', (_, expected, got) => {
    expect(run(expected, got).passed).toBe(false);
  });
  test('both sides are told in both languages', () => {
    const [failure] = run({ kind: 'exactly', amount: '1234567.5' }, ceiling).failures;
    expect(failure?.expected).toEqual({ zh: '1,234,567.5', en: '1,234,567.5' });
    expect(failure?.got).toEqual({ zh: '最高 150,000', en: 'up to 150,000' });
  });
  test('an item that is not there', () => {
    const [failure] = run({ kind: 'notMet' }, granted, { clause: 'a', item: 'P9' }).failures;
    expect(failure?.got.en).toBe('there is no such item');
  });
});

test('facts and clauses are told by their names', () => {
  const facts = `policy p | 试行 { in force 2024-01-01 }
facts company | 企业 { rd | 研发费用 : money each year ; each project | 项目 { won_on | 立项日期 : date } }
clause a | 甲 { cites article 1 grant 50% of rd }`;
  const { ir: named } = compile({ file: 'p.policy', text: facts });
  if (named === undefined) throw new Error('no IR');
  const failure = (expected: ExpectedOutcomeIr, got: Outcome) => run(expected, got, { clause: 'a' }, named).failures[0];
  const missing = failure(
    { kind: 'undetermined', facts: ['rd', 'won_on'] },
    outcome('undetermined', '0', '10', { causes: ['missing:rd@2024'] }),
  );
  expect([missing?.expected.zh, missing?.got.zh]).toEqual([
    '待定 缺 研发费用、立项日期',
    '待定 在 0 至 10 缺 研发费用（2024年）',
  ]);
  expect(missing?.got.en).toBe('undetermined between 0 and 10 for rd (2024)');
  const superseded = failure({ kind: 'notMet' }, outcome('superseded', '0', '0', { by: 'a' }));
  expect(superseded?.got).toEqual({ zh: '被 a 甲 取代', en: 'superseded by a' });
});
