import { expect, test } from 'vitest';
import type { EvaluationInput, FactValue } from '../../../runtime/input.ts';
import { ir } from '../../runtime/columnar/small-module.ts';
import { compareEvaluators } from '../../testing/differential.ts';
import { loadEmitted } from '../../testing/load-emitted.ts';

const assess = await loadEmitted(ir);

test('a figure that was read before is read as it stands now: in another year, of another applicant, changed in place', () => {
  const costs = { number: '123456.79' };
  const values = new Map<string, FactValue>([
    ['founded_on', { date: '2020-05-01' }],
    ['qualified', { boolean: true }],
    ['costs@2023', { number: '1' }],
    ['costs@2024', costs],
    ['other_aid', { none: true }],
    ['sectors', { options: ['software'] }],
  ]);
  const inputOf = (year: number): EvaluationInput => ({
    facts: { subject: 'S', values, lists: new Map([['project', []]]) },
    period: { label: String(year), from: `${year}-01-01`, to: `${year + 1}-01-01`, year },
    decisions: [],
    readings: {},
  });
  const seen = new Set<string>();
  for (const [at, year] of [2024, 2024, 2025, 2024].entries()) {
    for (const change of [
      () => undefined,
      () => (costs.number = `${at + 5}00000`),
      () => values.set('costs@2025', { number: '900000.01' }),
      () => values.set('costs@2023', at % 2 === 0 ? { none: true } : { number: '-0.5' }),
      () => values.delete('costs@2024'),
      () => values.set('costs@2024', costs),
    ]) {
      change();
      expect(compareEvaluators(ir, assess, inputOf(year))).toBeUndefined();
      const { kind, payable } = assess(inputOf(year)).clauses[0]!.outcome;
      seen.add(`${kind} ${typeof payable.hi === 'string' ? payable.hi : payable.hi.n}`);
    }
  }
  expect(seen.size).toBeGreaterThan(4);
});
