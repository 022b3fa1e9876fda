/** R1: an amount is an exact interval with the causes of what is open. */
import { describe, expect, test } from 'vitest';
import * as b from '../../testing/ir-builder.ts';

const fields = [
  b.yearly('rd'),
  b.field('bought', b.money),
  b.field('spent', b.money),
  b.field('fit', b.boolean),
  b.field('debt', b.money, { high: '100' }),
];
const clause = (...statements: Parameters<typeof b.clause>[1][number][]) =>
  b.policy([b.clause('c', statements)], { fields });

describe('R1: what is open', () => {
  const half = clause(
    b.when(b.compare(b.fact('bought'), 'atLeast', b.cny('300000'))),
    b.grant(b.rate(b.ratio('0.5'), b.fact('spent'))),
    b.cap('500000'),
  );

  test('all known: an exact amount', () => {
    expect(b.outcome(half, { facts: { bought: '300000', spent: '300000.02' } })).toBe('granted 150000.01');
  });

  test('a missing amount leaves an interval up to the cap', () => {
    expect(b.outcome(half, { facts: { bought: '300000' } })).toBe('undetermined 0..500000 [missing:spent]');
  });

  test('an unknown gate gives 0 or the amount, its causes first', () => {
    expect(b.outcome(half, { facts: { spent: '100' } })).toBe('undetermined 0..50 [missing:bought]');
    expect(b.outcome(half, {})).toBe('undetermined 0..500000 [missing:bought missing:spent]');
  });

  test('a failed gate decides however much is missing', () => {
    expect(b.outcome(half, { facts: { bought: '299999.99' } })).toBe('not met');
  });

  test('steps of something missing keep its cause where the amount may have no row', () => {
    const fee = b.choose(b.fact('bought'), 'hardest', [b.row('atLeast', b.cny('100'), b.cny('10'))]);
    const steps = clause(b.grant(b.everyFull(b.fact('spent'), b.cny('1000'), fee)));
    expect(b.outcome(steps, {})).toBe('undetermined 0..∞ [missing:spent missing:bought]');
  });

  test('a cause that no longer changes anything is dropped', () => {
    const filled = clause(b.grant(b.add(b.fact('spent'), b.fact('bought'))), b.cap('100'));
    expect(b.outcome(filled, { facts: { spent: '100' } })).toBe('granted 100');
    expect(b.outcome(filled, { facts: { spent: '99' } })).toBe('undetermined 99..100 [missing:bought]');
  });

  test('minus swaps the ends', () => {
    const net = clause(b.grant(b.subtract(b.cny('1000'), b.fact('debt'))));
    expect(b.outcome(net, {})).toBe('undetermined 900..1000 [missing:debt]');
  });

  test('a negative amount is not granted', () => {
    const net = clause(b.grant(b.subtract(b.fact('spent'), b.fact('bought'))));
    expect(b.outcome(net, { facts: { spent: '1', bought: '2' } })).toBe('granted 0');
  });

  test('0 × anything is 0, and nothing is missing then', () => {
    expect(b.outcome(clause(b.grant(b.rate(b.ratio('0'), b.fact('spent')))), {})).toBe('granted 0');
  });

  test('division by what may be 0 is open, by 0 undefined', () => {
    const share = clause(b.grant(b.divide(b.fact('spent'), b.fact('bought'))), b.cap('7'));
    expect(b.outcome(share, { facts: { spent: '6', bought: '3' } })).toBe('granted 2');
    expect(b.outcome(share, { facts: { spent: '6', bought: '0' } })).toBe('not met');
    expect(b.outcome(share, { facts: { spent: '6' } })).toBe('undetermined 0..7 [missing:bought]');
  });
});

describe('R1: three-valued conditions', () => {
  const [fit, rich] = [b.fact('fit'), b.compare(b.fact('spent'), 'over', b.cny('10'))];

  test.each([
    [b.all(fit, rich), {}, 'undetermined 0..5 [missing:fit missing:spent]'],
    [b.all(fit, rich), { spent: '1' }, 'not met'],
    [b.any(fit, rich), { spent: '11' }, 'granted 5'],
    [b.any(fit, rich), { spent: '1' }, 'undetermined 0..5 [missing:fit]'],
    [b.not(b.compare(b.fact('spent'), 'equal', b.cny('3'))), { spent: '3' }, 'not met'],
  ])('case %#', (condition, facts, expected) => {
    expect(b.outcome(clause(b.when(condition), b.grant(b.cny('5'))), { facts: facts as Record<string, string> })).toBe(
      expected,
    );
  });

  test('bounds include or leave out their figure', () => {
    const met = (operator: 'atLeast' | 'over' | 'atMost' | 'under' | 'equal' | 'notEqual', value: string) =>
      b.outcome(clause(b.when(b.compare(b.fact('spent'), operator, b.cny('10'))), b.grant(b.cny('1'))), {
        facts: { spent: value },
      }) === 'granted 1';
    expect(['9.99', '10', '10.01'].map((value) => met('atLeast', value))).toEqual([false, true, true]);
    expect(['9.99', '10', '10.01'].map((value) => met('over', value))).toEqual([false, false, true]);
    expect(['9.99', '10', '10.01'].map((value) => met('atMost', value))).toEqual([true, true, false]);
    expect(['9.99', '10', '10.01'].map((value) => met('under', value))).toEqual([true, false, false]);
    expect(['9.99', '10'].map((value) => met('equal', value))).toEqual([false, true]);
    expect(['9.99', '10'].map((value) => met('notEqual', value))).toEqual([true, false]);
  });
});

describe('unknown facts taken strictly (A41)', () => {
  const lines = [b.when(b.compare(b.fact('spent'), 'over', b.cny('10'))), b.when(b.fact('fit')), b.grant(b.cny('5'))];
  const strict = b.policy([b.clause('c', lines)], {
    fields,
    unknownFacts: { kind: 'switch', reading: 'missing', cases: { logic: 'logic', strict: 'strict' } },
    readings: [b.reading('missing', 'logic', 'strict')],
  });

  test('an unknown part outweighs a failed one', () => {
    expect(b.outcome(strict, { facts: { spent: '1' } })).toBe('not met');
    expect(b.outcome(strict, { facts: { spent: '1' }, readings: { missing: 'strict' } })).toBe(
      'undetermined 0..5 [missing:fit]',
    );
    expect(b.outcome(strict, { facts: { spent: '1', fit: true }, readings: { missing: 'strict' } })).toBe('not met');
  });

  test('the result rests on the reading only where both parts meet', () => {
    expect(b.result(b.assess(strict, { facts: { spent: '1' } })).restsOn).toEqual(['missing']);
    expect(b.result(b.assess(strict, { facts: { spent: '11' } })).restsOn).toEqual([]);
  });
});

test('the frame keeps every value and every line', () => {
  const bare = clause(
    b.when(b.compare(b.fact('bought'), 'atLeast', b.cny('3'))),
    b.grant(b.rate(b.ratio('0.5'), b.fact('spent'))),
    b.cap('4'),
  );
  const { frame } = b.result(b.assess(bare, { facts: { bought: '3', spent: '10' } }));
  const shown = [...frame.values].map(
    ([id, value]) =>
      `${id} ${value.kind === 'number' ? b.range(value) : value.kind === 'truth' ? value.truth : value.kind}`,
  );
  expect(shown).toEqual(['4 3..3', '5 3..3', '3 true', '8 0.5..0.5', '9 10..10', '7 5..5', '11 4..4']);
  const states = [...frame.states.values()].map((state) => state.truth?.truth ?? b.range(state.it!));
  expect(states).toEqual(['true', '5..5', '4..4']);
  expect(b.range([...frame.states.values()].at(-1)!.room!)).toBe('4..4');
});
