import { expect, test } from 'vitest';
import { columnarEvaluator } from '../../../runtime/columnar/columnar-evaluator.ts';
import { cellText } from '../../../runtime/columnar/exact-cells.ts';
import { resultWriter } from '../../../runtime/columnar/result-json.ts';
import { assessmentView, type ResultView } from '../../../runtime/columnar/result-view.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import { exactText } from '../../../runtime/explain/exact-text.ts';
import type { EvaluationInput } from '../../../runtime/input.ts';
import { fraction } from '../../../runtime/rational.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { seeded } from '../../testing/random.ts';
import { randomInput } from '../../testing/random-input.ts';
import { ir, small } from './small-module.ts';

const { layout } = small;

test('amounts are the exact text of the whole numbers they are', () => {
  const random = seeded(5);
  for (let round = 0; round < 2000; round += 1) {
    const value = Math.floor(Number.MAX_SAFE_INTEGER / 10 ** random.below(16)) - random.below(200);
    const denominator = random.pick([1, 2, 3, 10, 100, 100, 10_000, 365]);
    expect(cellText(denominator)(value)).toBe(exactText(fraction(BigInt(value), BigInt(denominator))));
  }
  expect([0, 1, 10, 99, 100, 12_300].map(cellText(100))).toEqual(['0', '0.01', '0.1', '0.99', '1', '123']);
});

function inputs(count: number, seed: number): readonly EvaluationInput[] {
  const random = seeded(seed);
  const literals = literalsOf(ir);
  return Array.from({ length: count }, () => randomInput(ir, random, literals));
}

test('many inputs of several years come out in order, as the general evaluator alone would tell them, and so does each by itself', () => {
  const all = inputs(300, 11).map((input, index) => ({
    ...input,
    facts: { ...input.facts, subject: `S${index % 3}"` },
  }));
  const write = (view: ResultView, input: EvaluationInput) => resultWriter(layout, input.period.label)(view);
  const told: string[] = [];
  let general = 0;
  const evaluator = columnarEvaluator(small, (input) => evaluate(ir, input), 16);
  const alone: string[] = [];
  evaluator.assess(all, (view, input) => {
    // Asked for in between, and told before what was asked for many.
    const one = evaluator.assessOne(input);
    // Alone it states its own parameters.
    if (view.general?.reason !== 'parameter') expect(one.general).toEqual(view.general);
    alone.push(write(one, input));
    if (view.general !== undefined) general += 1;
    told.push(write(view, input));
  });
  const expected = all.map((input) => {
    const keys = (list: string) => (input.facts.lists.get(list) ?? []).map(({ key }) => key);
    return write(assessmentView(layout, evaluate(ir, input), keys, { reason: 'left' }), input);
  });
  expect(told).toEqual(expected);
  expect(alone).toEqual(expected);
  for (const text of told) JSON.parse(text);
  expect(general).toBeGreaterThan(50);
  expect(general).toBeLessThan(290);
});

test('a result as JSON text', () => {
  const view: ResultView = {
    subject: '甲\n乙',
    general: undefined,
    assessment: undefined,
    outcome: (clause) => (clause === 0 ? 'grantedUpTo' : 'granted'),
    low: () => '0',
    high: () => '12.5',
    items: (clause) => (clause === 0 ? 0 : 3),
    itemKey: (_clause, item) => `K"${item}`,
    itemOutcome: (_clause, item) => (['granted', undefined, 'notMet'] as const)[item],
    itemLow: () => '12.5',
    itemHigh: () => '12.5',
  };
  expect(JSON.parse(resultWriter(layout, '2024')(view))).toEqual({
    subject: '甲\n乙',
    period: '2024',
    outcomes: {
      general_aid: { outcome: 'grantedUpTo', least: '0', most: '12.5' },
      projects: {
        outcome: 'granted',
        payable: '12.5',
        items: [
          { item: 'K"0', outcome: 'granted', payable: '12.5' },
          { item: 'K"2', outcome: 'notMet' },
        ],
      },
    },
  });
});
