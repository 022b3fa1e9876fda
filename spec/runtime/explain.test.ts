import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../runtime/explain.ts';
import { expectGolden, projectRoot } from '../testing/golden.ts';
import { faults } from './explain/rederive.ts';
import { explained, type SampleFacts, sampleCases } from './explain/sample-cases.ts';

const schema = JSON.parse(readFileSync(`${projectRoot}/spec/explanation.schema.json`, 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

describe.each(Object.entries(sampleCases))('the explanation of case %s', (name, facts) => {
  const explanation = explained(facts);

  test('is as before', async () => {
    await expectGolden(JSON.stringify(explanation, undefined, 1), `spec/runtime/explain/goldens/${name}.json`);
  });

  test('keeps to the published schema', () => {
    validate(plain(explanation));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('is plain JSON: nothing is lost on the way through text', () => {
    expect(plain(explanation)).toEqual(explanation);
  });

  test('is complete: every step follows from what the document says', () => {
    expect(faults(explanation)).toEqual([]);
  });
});

const amount = fc.oneof(
  fc.constant('0'),
  fc.constantFrom('300000', '2000000', '5000000', '10000000', '50000000'),
  fc.bigInt({ min: 0n, max: 10n ** 11n }).map(fen),
);

test('whatever the facts, the explanation keeps to the schema and every step follows', () => {
  const values = fc.record(
    Object.fromEntries(
      [
        'compute_bought@2024',
        'compute_spent@2024',
        'rd@2024',
        'rd@2023',
        'revenue@2023',
        'revenue@2022',
        'revenue@2021',
      ].map((key) => [key, amount.map((number) => ({ number }))]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(values, fc.boolean(), (stated, isAi) => {
      const facts: SampleFacts = {
        ...sampleCases.granted,
        values: { ai_enterprise: { boolean: isAi }, ...stated } as SampleFacts['values'],
      };
      const explanation = explained(facts);
      expect(validate(plain(explanation)), JSON.stringify(validate.errors)).toBe(true);
      expect(faults(explanation)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('a changed figure is found', () => {
  const text = JSON.stringify(explained(sampleCases.granted));
  expect(text).toContain('"lo":"12000000"');
  const changed = JSON.parse(
    text.replaceAll('"lo":"12000000","hi":"12000000"', '"lo":"11000000","hi":"11000000"'),
  ) as Explanation;
  expect(faults(changed)).not.toEqual([]);
});

test('the schema refuses what is not an explanation', () => {
  const explanation = plain(explained(sampleCases.granted)) as Record<string, unknown>;
  expect(validate({ ...explanation, format: 'jieti-explanation/2' })).toBe(false);
  expect(validate({ ...explanation, extra: 1 })).toBe(false);
  expect(
    validate({ ...explanation, totals: [{ kind: 'grant', currency: 'CNY', payable: { lo: '1.50', hi: '1.5' } }] }),
  ).toBe(false);
});

test('a clause rests on the reading that its condition hangs on, and its line says so', () => {
  const clause = explained(sampleCases.open).clauses.find((one) => one.clause === 'art3')!;
  expect(clause.restsOn).toEqual(['at_least']);
  expect(clause.steps[0]).toMatchObject({
    kind: 'when',
    status: 'failed',
    restsOn: ['at_least'],
    expression: { reading: 'at_least', choice: 'strict' },
  });
});

test('a failed comparison says exactly how far it is from holding', () => {
  const { clauses } = explained(sampleCases.refused);
  const shortfall = (id: string) =>
    JSON.stringify(
      clauses
        .find((one) => one.clause === id)
        ?.steps.map(({ expression }) => expression?.shortfall ?? expression?.operands[0]?.shortfall),
    );
  expect(shortfall('art3')).toContain('{"side":"below","strict":false,"least":"12000","most":"12000"');
  expect(shortfall('art6_1')).toContain('{"side":"equal","strict":true,"least":"0","most":"0"');
});

test('places, labels and anchors come from the policy text', () => {
  const step = explained(sampleCases.granted).clauses.find((one) => one.clause === 'art3')!.steps[0]!;
  expect(step.label).toEqual({ zh: '条件 算力购买额 达到 30万元', en: 'when compute_bought at least 300,000 CNY' });
  expect(step.anchors).toEqual(['达到30万元以上']);
  expect(step.origin.span.start).toBe(step.origin.node * 10);
});

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function fen(value: bigint): string {
  const text = value.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`.replace(/\.?0+$/, '') || '0';
}

test('without steps the document keeps its form, outcomes and items', () => {
  const whole = explained(sampleCases.granted);
  const brief = explained(sampleCases.granted, 'outcomes');
  expect(validate(plain(brief))).toBe(true);
  expect(
    brief.clauses.every(({ steps, items }) => steps.length === 0 && items.every((item) => item.steps.length === 0)),
  ).toBe(true);
  expect(brief.clauses.map(({ outcome, items }) => [outcome, items.map(({ key }) => key)])).toEqual(
    whole.clauses.map(({ outcome, items }) => [outcome, items.map(({ key }) => key)]),
  );
});
