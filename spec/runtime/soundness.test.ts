/** R1 as properties: whatever the unknown turns out to be, the result lies in the interval that was told before. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClauseResult } from '../../runtime/assessment.ts';
import { compareEnds } from '../../runtime/interval.ts';
import type { Expr, PolicyIr, Statement } from '../../runtime/ir.ts';
import * as b from '../testing/ir-builder.ts';

const fields = [
  b.field('x', b.money),
  b.field('y', b.money, { high: '40' }),
  b.field('z', b.money, { low: '-20', high: '20' }),
  b.yearly('rd', b.money, { since: 'founded' }),
  b.field('founded', b.date),
  b.field('p', b.boolean),
  b.field('q', b.boolean),
  b.field('levels', b.choices('a', 'b')),
  b.field('group', { kind: 'text' }, { shared: true }),
];
const lists = [
  b.list(
    'item',
    b.field('number', { kind: 'text' }),
    b.field('cost', b.money),
    b.field('good', b.boolean),
    b.field('on', b.date),
  ),
];

// ── Random policies ──────────────────────────────────────────────────────────

const figure = fc.constantFrom('0', '1', '10', '20', '33.3', '50').map((value) => b.cny(value));
const share = fc.constantFrom('0', '0.1', '0.5', '2').map((value) => b.ratio(value));
const leaf: fc.Arbitrary<Expr> = fc.oneof(
  figure,
  fc.constantFrom(b.fact('x'), b.fact('y'), b.fact('z'), b.fact('rd'), b.fact('rd', -1)),
  fc.constant(b.total(b.itemFact('item', 'cost'), 'item', b.itemFact('item', 'good'))),
);

const { amount, condition } = fc.letrec<{ amount: Expr; condition: Expr }>((tie) => ({
  amount: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('amount'), { minLength: 2, maxLength: 3 }).map((operands) => b.add(...operands)),
    fc.tuple(tie('amount'), tie('amount')).map(([left, right]) => b.subtract(left, right)),
    fc.tuple(share, tie('amount')).map(([left, right]) => b.rate(left, right)),
    fc.tuple(tie('amount'), tie('amount')).map(([left, right]) => b.rate(left, right)),
    fc.tuple(tie('amount'), tie('amount')).map(([left, right]) => b.divide(left, right)),
    fc.tuple(share, tie('amount')).map(([limit, base]) => b.upTo(limit, base)),
    fc.tuple(tie('amount'), tie('amount')).map(([of, edge]) => b.partOver(of, edge)),
    fc
      .tuple(tie('amount'), fc.constantFrom('everyFull', 'everyPart', 'everyStarted'))
      .map(([of, mode]) => b.everyFull(of, b.cny('7'), b.cny('2'), mode)),
    fc.constantFrom(b.growth('rd'), b.growth('rd', 'unlimited')),
    fc
      .tuple(fc.constantFrom('lowest', 'highest'), tie('amount'), tie('amount'))
      .map(([side, left, right]) => b.extreme(side, left, right)),
    fc.tuple(tie('amount'), figure).map(([value, cap]) => b.rowCap(value, cap)),
    fc
      .tuple(
        tie('amount'),
        fc.constantFrom('hardest', 'highest', 'eachRow'),
        tie('amount'),
        tie('amount'),
        fc.option(tie('amount')),
      )
      .map(([key, mode, first, second, otherwise]) =>
        b.choose(
          key,
          mode,
          [b.row('over', b.cny('10'), first), b.row('over', b.cny('20'), second)],
          otherwise ?? undefined,
        ),
      ),
    fc
      .tuple(fc.constantFrom('highest', 'eachRow'), tie('amount'), tie('amount'))
      .map(([mode, first, second]) =>
        b.choose(b.fact('levels'), mode, [b.optionRow('a', first), b.optionRow('b', second)]),
      ),
    tie('amount').map((of) => b.bands(of, ['0', '10', '0.1'], ['10', undefined, '0.2'])),
    fc
      .tuple(
        fc.constantFrom('toppingUp', 'perTierHeld', 'everyTier', 'inFull'),
        fc.constantFrom('sinceFact', 'sinceYear', 'unrewarded'),
      )
      .map(([settlement, kind]) =>
        b.ladder(
          b.fact('rd'),
          kind === 'sinceFact' ? { kind, field: 'founded' } : kind === 'sinceYear' ? { kind, year: 2022 } : { kind },
          settlement,
          { '10': '5', '20': '8', '40': '30' },
        ),
      ),
  ),
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(b.fact('p'), b.fact('q'), b.includes(b.fact('levels'), 'a'), b.hasGrown('rd')),
    fc
      .tuple(tie('amount'), fc.constantFrom('atLeast', 'over', 'atMost', 'under', 'equal', 'notEqual'), tie('amount'))
      .map(([left, operator, right]) => b.compare(left, operator, right)),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((operands) => b.all(...operands)),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((operands) => b.any(...operands)),
    fc.constantFrom(b.fact('p'), b.includes(b.fact('levels'), 'b')).map((operand) => b.not(operand)),
    fc.constant(b.compare(b.countOf('item', b.itemFact('item', 'good')), 'atLeast', b.cny('1'))),
  ),
}));

const line: fc.Arbitrary<Statement> = fc.oneof(
  fc
    .tuple(fc.constantFrom('add', 'less', 'floor'), amount, fc.option(condition))
    .map(([operation, value, test]) => b.adjust(operation, value, test ?? undefined)),
  fc.tuple(fc.constantFrom('raise', 'lower'), share).map(([operation, value]) => b.adjust(operation, value)),
  fc
    .tuple(fc.constantFrom('10', '100'), fc.constantFrom('period', 'ever', 'inForce'), fc.boolean())
    .map(([value, window, allOrNothing]) => b.cap(value, window, { allOrNothing })),
  fc
    .tuple(fc.constantFrom('10', '100'), fc.constantFrom('period', 'ever'))
    .map(([value, kind]) => b.cap(value, kind, { scope: { per: 'fact', fact: 'group', window: { kind } } })),
  fc.constantFrom('halfUp', 'halfEven', 'up', 'down').map((mode) => b.round(mode, '1')),
);
const gate = fc.oneof(
  condition.map((test) => b.when(test)),
  fc.constant(b.once()),
);
const start = fc.oneof(
  amount.map((value) => b.grant(value)),
  fc.constant(
    b.items(
      'item',
      [b.when(b.itemFact('item', 'good')), b.grant(b.upTo(b.ratio('0.5'), b.itemFact('item', 'cost'))), b.cap('20')],
      { on: 'on' },
    ),
  ),
);
const clause = (id: string) =>
  fc
    .tuple(fc.array(gate, { maxLength: 2 }), start, fc.array(line, { maxLength: 2 }))
    .map(([gates, first, lines]) => b.clause(id, [...gates, first, ...lines]));

const blocks = fc.constantFrom(
  [],
  [b.conflict('k', ['c', 'd'])],
  [b.conflict('k', ['c', 'd'], { chooser: 'first' })],
  [b.conflict('k', ['c', 'd'], { per: 'item' })],
  [b.groupCap('g', ['c', 'd'], '30')],
  [b.groupCap('g', ['c', 'd'], '30', { cut: 'proRata' })],
  [b.groupCap('g', ['c', 'd'], '30', { scope: { per: 'item', window: { kind: 'ever' } } })],
  [b.groupCap('g', ['c', 'd'], '30', { scope: { per: 'item', shared: true, window: { kind: 'ever' } } })],
  [b.groupCap('g', ['c', 'd'], '30', { scope: { per: 'fact', fact: 'group', window: { kind: 'period' } } })],
);
const policies: fc.Arbitrary<PolicyIr> = fc
  .tuple(clause('c'), clause('d'), blocks, fc.constantFrom('none', 'difference', 'exclusive'))
  .map(([c, d, between, elsewhere]) =>
    b.policy([c, d], {
      fields,
      lists,
      blocks: between,
      elsewhere: { kind: 'fixed', value: elsewhere },
      inForce: { from: '2022-01-01' },
    }),
  );

// ── Random cases ─────────────────────────────────────────────────────────────

const money = fc.constantFrom('0', '5', '10', '10.5', '20', '39', '1000');
const known = fc.record({
  facts: fc.record({
    x: money,
    y: fc.constantFrom('0', '10', '40'),
    z: fc.constantFrom('-20', '0', '7', '20'),
    'rd@2024': money,
    'rd@2023': money,
    'rd@2022': money,
    founded: fc.constantFrom('2021-02-01', '2021-12-31'),
    'rd@2021': money,
    p: fc.boolean(),
    q: fc.boolean(),
    levels: fc.subarray(['a', 'b']),
    group: fc.constantFrom('A', 'B', null),
  }),
  items: fc.array(fc.record({ cost: money, good: fc.boolean(), on: fc.constantFrom('2024-05-01', '2023-05-01') }), {
    maxLength: 3,
  }),
  paid: fc.array(fc.tuple(fc.constantFrom('c', 'd'), fc.constantFrom('3', '10', '25')), { maxLength: 2 }),
  elsewhere: fc.array(fc.tuple(fc.constantFrom('c', 'd'), fc.constantFrom('4', '15'), fc.boolean()), { maxLength: 2 }),
  shared: fc.array(
    fc.tuple(
      fc.constantFrom('c', 'd'),
      fc.constantFrom('2', '8'),
      fc.constantFrom(2023, 2024),
      fc.constantFrom('A', 'B', ''),
    ),
    { maxLength: 2 },
  ),
  rate: fc.option(fc.constantFrom('0', '0.05', '0.1')),
});
type Known = Parameters<Parameters<typeof known.map>[0]>[0];
interface Hidden {
  readonly facts: readonly string[];
  readonly fields: readonly string[];
  readonly list: boolean;
  readonly ledger: boolean;
  readonly coverage: boolean;
  readonly decisions: boolean;
}
const hiding: fc.Arbitrary<Hidden> = fc.record({
  facts: fc.subarray(['x', 'y', 'z', 'rd@2024', 'rd@2023', 'rd@2022', 'p', 'q', 'levels', 'founded', 'group']),
  fields: fc.subarray(['cost', 'good', 'on']),
  list: fc.boolean(),
  ledger: fc.boolean(),
  coverage: fc.boolean(),
  decisions: fc.boolean(),
});
const nothingHidden: Hidden = { facts: [], fields: [], list: false, ledger: false, coverage: false, decisions: false };

function givenOf({ facts, items, paid, elsewhere, shared, rate }: Known, hidden: Hidden): b.Given {
  const without = <T>(values: Record<string, T>, names: readonly string[]): Record<string, T> =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
  const awards = paid.map(([id, amount], index) => b.award(amount, 2023, { clause: id, item: `I${index}` }));
  const others = elsewhere.map(([id, amount, isPaid], index) =>
    b.award(isPaid ? amount : '0', 2024, { policy: 'other', matter: id, entitled: amount, item: `I${index}` }),
  );
  const sharers = shared.map(([id, amount, year, group], index) =>
    b.award(amount, year, { subject: 'other', clause: id, item: `I${index}`, keys: { group } }),
  );
  const covered = hidden.coverage ? [] : [b.coverage('2000-01-01', '2030-01-01', { subject: '*' })];
  const ledger = [...covered, ...awards, ...others, ...sharers];
  return {
    facts: without<b.Plain>(facts, hidden.facts),
    ...(hidden.list
      ? {}
      : {
          lists: {
            item: Object.fromEntries(items.map((item, index) => [`I${index}`, without<b.Plain>(item, hidden.fields)])),
          },
        }),
    ...(hidden.ledger ? {} : { ledger }),
    decisions:
      hidden.decisions || rate === null
        ? []
        : ['c', 'd'].flatMap((id) => [
            { clause: id, rate },
            ...items.map((_, index) => ({ clause: id, rate, item: `I${index}` })),
          ]),
  };
}

function within(result: ClauseResult, bounds: ClauseResult): boolean {
  const [inner, outer] = [result.outcome.amount, bounds.outcome.amount];
  return compareEnds(outer.lo, inner.lo) <= 0 && compareEnds(inner.hi, outer.hi) <= 0;
}

/** Undecided ceilings compare by what may be paid at most, until they are decided (R10): a decision may then turn the comparison. */
function comparesCeilings(bare: PolicyIr): boolean {
  return (
    bare.blocks.some((block) => block.kind === 'conflict') ||
    (bare.elsewhere.kind === 'fixed' && bare.elsewhere.value !== 'none')
  );
}

describe('R1: bounds are sound', () => {
  test('what is known later lies in what was told before', () => {
    fc.assert(
      fc.property(policies, known, hiding, (bare, full, hidden) => {
        const decisions = hidden.decisions && !comparesCeilings(bare);
        const told = b.assess(bare, givenOf(full, { ...hidden, decisions }));
        const later = b.assess(bare, givenOf(full, nothingHidden));
        for (const id of ['c', 'd']) {
          const [before, after] = [b.result(told, id), b.result(later, id)];
          if (!within(after, before)) throw new Error(`${id}: ${b.told(after)} is outside ${b.told(before)}`);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('causes name hidden things alone, and a result without causes has one amount', () => {
    fc.assert(
      fc.property(policies, known, hiding, (bare, full, hidden) => {
        for (const { outcome } of b.assess(bare, givenOf(full, hidden)).clauses) {
          const isOne = compareEnds(outcome.amount.lo, outcome.amount.hi) === 0;
          expect(outcome.causes.length === 0).toBe(isOne);
          expect(new Set(outcome.causes).size).toBe(outcome.causes.length);
        }
        const all = b.assess(bare, { ...givenOf(full, { ...nothingHidden, decisions: true }) });
        const causes = all.clauses.flatMap(({ outcome }) => outcome.causes);
        expect(causes.filter((cause) => !cause.startsWith('discretion:'))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the order in which facts were written changes nothing, causes included', () => {
    fc.assert(
      fc.property(policies, known, hiding, (bare, full, hidden) => {
        const given = givenOf(full, hidden);
        const reversed = { ...given, facts: Object.fromEntries(Object.entries(given.facts!).reverse()) };
        expect(b.assess(bare, reversed).clauses).toEqual(b.assess(bare, given).clauses);
      }),
      { numRuns: 300 },
    );
  });
});
