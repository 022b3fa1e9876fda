/** R1 of days and what accrues: whatever an unknown day turns out to be, the result lies in what was told; and years add up to the term. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareEnds } from '../../../runtime/interval.ts';
import type { AccrualExpr, BasisIr, Expr, TypeIr } from '../../../runtime/ir.ts';
import { add, equals, type Rational, zero } from '../../../runtime/rational.ts';
import * as b from '../../testing/ir-builder.ts';

const bases: readonly BasisIr[] = [
  'actual/365',
  'actual/360',
  'actual/actual',
  'bond 30/360',
  'eurobond 30/360',
  'full months/12',
  'started months/12',
];
const number: TypeIr = { kind: 'number' };
const made = (kind: Expr['kind'], type: TypeIr, rest: object): Expr =>
  ({ id: 0, kind, type, ...rest }) as unknown as Expr;
const dayFact = (field: string): Expr => made('fact', b.date, { field, shift: 0 });

const days = (of: string) => fc.constantFrom(dayFact(of), dayFact(of), b.day('2024-02-29'), edge('start'), edge('end'));
const edge = (side: 'start' | 'end', shift = 0): Expr => made('calendarEdge', b.date, { side, unit: 'period', shift });
const shifted = fc
  .tuple(days('begun'), fc.constantFrom('years', 'months', 'days'), fc.integer({ min: -14, max: 30 }))
  .map(([from, unit, amount]) => made('dateShift', b.date, { from, unit, amount }));
const between = (side: 'lowest' | 'highest') => (a: Expr, c: Expr) =>
  made('extreme', b.date, { side, operands: [a, c] });
const someDay = fc.oneof(
  days('begun'),
  days('ended'),
  shifted,
  fc
    .tuple(days('begun'), days('ended'), fc.constantFrom('lowest', 'highest'))
    .map(([a, c, side]) => between(side)(a, c)),
  fc
    .tuple(days('ended'), fc.constantFrom('start', 'end'), fc.constantFrom('month', 'year'))
    .map(([of, side, unit]) => made('calendarEdge', b.date, { side, unit, of, shift: 0 })),
);
const fixedRate = b.ratio('0.05');
/** R19: read on every day; half a point is added to it. */
const rateOfTheDay = b.add(made('dated', b.percent, { field: 'base', at: 'accrual', shift: 0 }), b.ratio('0.005'));
const accrual = (
  begin: Expr,
  end: Expr,
  basis: BasisIr,
  window: AccrualExpr['window'],
  through: boolean,
  rate: Expr = fixedRate,
): Expr =>
  made('accrual', b.money, {
    principal: b.cny('1000'),
    rate,
    begin,
    end,
    through,
    basis,
    window,
    shift: 0,
  });
const counted = fc.oneof(
  fc
    .tuple(
      someDay,
      someDay,
      fc.constantFrom('days', 'months', 'years'),
      fc.constantFrom('full', 'started'),
      fc.boolean(),
    )
    .map(([from, to, unit, rounding, through]) => made('elapsed', number, { from, to, unit, rounding, through })),
  fc
    .tuple(someDay, fc.constantFrom('calendar', 'anniversary'))
    .map(([since, years]) => made('yearSince', number, { since, now: edge('end'), years })),
  fc
    .tuple(
      someDay,
      someDay,
      fc.constantFrom(...bases),
      fc.constantFrom('term', 'period'),
      fc.boolean(),
      fc.constantFrom(fixedRate, rateOfTheDay),
    )
    .map(([begin, end, basis, window, through, rate]) => accrual(begin, end, basis, window, through, rate)),
);

const versions = [
  { from: '2000-01-01', to: '2023-06-19', value: '0.042' },
  { from: '2023-06-20', to: '2024-02-28', value: '0.031' },
  // Announced later, and given with the facts.
  { from: '2024-02-29', to: '2024-07-21' },
  { from: '2024-07-22', value: '0.0345' },
];
const fields = [
  b.field('begun', b.date),
  b.field('ended', b.date),
  b.field('base', b.percent, { role: 'parameter', dated: true, versions, low: '0' }),
];
const policyOf = (amount: Expr) =>
  b.policy([b.clause('c', [b.grant(b.add(amount, b.cny('1000000')))])], { fields, inForce: { from: '2000-01-01' } });
const stated = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

describe('R1 of days', () => {
  test('what is known later lies in what was told before', () => {
    const known = fc.record({ begun: stated('2022-01-01', '2026-01-01'), ended: stated('2022-01-01', '2027-01-01') });
    fc.assert(
      fc.property(counted, known, fc.subarray(['begun', 'ended', 'base'], { minLength: 1 }), (amount, days, hidden) => {
        const policy = policyOf(amount);
        const facts: Record<string, string> = { ...days, 'base@2024-02-29': '0.0395', 'base@2024-05-20': '0.0385' };
        const rest = Object.fromEntries(
          Object.entries(facts).filter(([name]) => !hidden.some((one) => name.startsWith(one))),
        );
        const told = b.result(b.assess(policy, { facts: rest }), 'c');
        const later = b.result(b.assess(policy, { facts }), 'c');
        // A count without a value is told apart, as not met.
        if (later.outcome.kind === 'notMet') return;
        const [outer, inner] = [told.outcome.amount, later.outcome.amount];
        if (compareEnds(outer.lo, inner.lo) > 0 || compareEnds(inner.hi, outer.hi) > 0)
          throw new Error(`${b.told(later)} is outside ${b.told(told)}`);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('accrual', () => {
  const amountOf = (policy: ReturnType<typeof policyOf>, facts: Record<string, string>, year: number): Rational => {
    const { lo } = b.result(b.assess(policy, { facts, year }), 'c').outcome.amount;
    if (typeof lo === 'string') throw new Error('endless');
    return lo;
  };

  const rates: readonly (readonly [string, Expr])[] = [
    ['a rate', fixedRate],
    ['the rate of each day', rateOfTheDay],
  ];
  const yearsOf = bases.flatMap((basis) => rates.map(([name, rate]) => [name, basis, rate] as const));

  test.each(yearsOf)('of %s by %s the years add up to the term', (_, basis, rate) => {
    const exact = (window: AccrualExpr['window'], through: boolean) => {
      const amount = accrual(dayFact('begun'), dayFact('ended'), basis, window, through, rate);
      return b.policy([b.clause('c', [b.grant(amount)])], { fields, inForce: { from: '2000-01-01' } });
    };
    fc.assert(
      fc.property(
        stated('2022-01-01', '2024-12-31'),
        stated('2022-01-01', '2026-12-30'),
        fc.boolean(),
        (begun, ended, through) => {
          const facts = { begun, ended, 'base@2024-02-29': '0.0395', 'base@2024-05-20': '0.0385' };
          const whole = amountOf(exact('term', through), facts, 2024);
          const years = [2021, 2022, 2023, 2024, 2025, 2026].map((year) =>
            amountOf(exact('period', through), facts, year),
          );
          expect(equals(years.reduce(add, zero), whole)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the rate of each day by hand; a day not yet known leaves every rate it may meet', () => {
    const amount = accrual(dayFact('begun'), b.day('2023-07-20'), 'actual/365', 'term', false, rateOfTheDay);
    const policy = b.policy([b.clause('c', [b.grant(amount)])], { fields, inForce: { from: '2000-01-01' } });
    // 1000 × (4.7% × 19 days, up to 19 June, + 3.6% × 30 days) ÷ 365.
    const known = b.assess(policy, { facts: { begun: '2023-06-01' } });
    expect(b.told(b.result(known, 'c'))).toBe('granted 1973/365');
    expect(b.outcome(policy)).toBe('undetermined 0..∞ [missing:begun]');
  });

  test('a first day somewhere before the year leaves its months open by one', () => {
    const begin = between('lowest')(dayFact('begun'), b.day('2023-12-01'));
    const amount = accrual(begin, b.day('2024-06-15'), 'full months/12', 'period', false);
    const policy = b.policy([b.clause('c', [b.grant(amount)])], { fields, inForce: { from: '2000-01-01' } });
    expect(b.outcome(policy)).toBe('undetermined 125/6..25 [missing:begun]');
  });
});
