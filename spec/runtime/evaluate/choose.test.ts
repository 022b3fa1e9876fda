/** R17: tiers. */
import { describe, expect, test } from 'vitest';
import type { ChooseExpr } from '../../../runtime/ir.ts';
import * as b from '../../testing/ir-builder.ts';

const fields = [
  b.field('size', b.money),
  b.field('band', b.money, { low: '15', high: '25' }),
  b.field('price', b.money),
  b.field('levels', b.choices('a', 'b')),
];
const tiers = (mode: ChooseExpr['mode'], otherwise?: string, key = 'size') =>
  b.policy(
    [
      b.clause('c', [
        b.grant(
          b.choose(
            b.fact(key),
            mode,
            [b.row('over', b.cny('10'), b.cny('1')), b.row('over', b.cny('20'), b.cny('3'))],
            otherwise === undefined ? undefined : b.cny(otherwise),
          ),
        ),
      ]),
    ],
    { fields },
  );

describe('R17: one-sided rows', () => {
  test.each([
    ['10', 'not met'],
    ['10.01', 'granted 1'],
    ['20', 'granted 1'],
    ['20.01', 'granted 3'],
  ])('%s: %s', (size, expected) => {
    expect(b.outcome(tiers('hardest'), { facts: { size } })).toBe(expected);
  });

  test('no row: not met, or what otherwise says', () => {
    const found = b.result(b.assess(tiers('hardest'), { facts: { size: '1' } }));
    expect([...found.frame.states.values()].map((state) => state.failed)).toEqual(['no row']);
    expect(b.outcome(tiers('hardest', '0.5'), { facts: { size: '1' } })).toBe('granted 0.5');
  });

  test('each row passed adds up', () => {
    expect(b.outcome(tiers('eachRow'), { facts: { size: '21' } })).toBe('granted 4');
    expect(b.outcome(tiers('eachRow'), { facts: { size: '1' } })).toBe('not met');
  });
});

describe('R1 in tiers: the hull of the reachable rows', () => {
  test('an unknown key reaches every row, and none', () => {
    expect(b.outcome(tiers('hardest'), {})).toBe('undetermined 0..3 [missing:size]');
    expect(b.outcome(tiers('hardest', '0.5'), {})).toBe('undetermined 0.5..3 [missing:size]');
    expect(b.outcome(tiers('eachRow'), {})).toBe('undetermined 0..4 [missing:size]');
    expect(b.outcome(tiers('highest'), {})).toBe('undetermined 0..3 [missing:size]');
  });

  test('a bounded key reaches only some', () => {
    expect(b.outcome(tiers('hardest', undefined, 'band'), {})).toBe('undetermined 1..3 [missing:band]');
    expect(b.outcome(tiers('eachRow', undefined, 'band'), {})).toBe('undetermined 1..4 [missing:band]');
    expect(b.outcome(tiers('highest', undefined, 'band'), {})).toBe('undetermined 1..3 [missing:band]');
  });

  test('without a sure row the lower end is no higher than any row that may apply', () => {
    const falling = b.policy(
      [b.clause('c', [b.grant(b.choose(b.fact('levels'), 'highest', [b.optionRow('a', b.cny('1'))], b.cny('2')))])],
      { fields },
    );
    expect(b.outcome(falling)).toBe('undetermined 1..2 [missing:levels]');
  });

  test('rows surely failed are not evaluated, so their facts are not missing', () => {
    const rows = b.policy(
      [
        b.clause('c', [
          b.grant(
            b.choose(b.fact('levels'), 'highest', [b.optionRow('a', b.cny('1')), b.optionRow('b', b.fact('price'))]),
          ),
        ]),
      ],
      { fields },
    );
    expect(b.outcome(rows, { facts: { levels: ['a'] } })).toBe('granted 1');
    expect(b.outcome(rows, { facts: { levels: ['a', 'b'] } })).toBe('undetermined 1..∞ [missing:price]');
  });

  test('a row’s cap keeps “no row”', () => {
    const capped = b.policy(
      [
        b.clause('c', [
          b.grant(b.rowCap(b.choose(b.fact('size'), 'hardest', [b.row('over', b.cny('10'), b.cny('9'))]), b.cny('4'))),
        ]),
      ],
      { fields },
    );
    expect([b.outcome(capped, { facts: { size: '11' } }), b.outcome(capped, { facts: { size: '9' } })]).toEqual([
      'granted 4',
      'not met',
    ]);
  });
});

test('R15: an operator may hang on a reading, and the result rests on it', () => {
  const operator = { reading: 'over', cases: { strict: 'over', inclusive: 'atLeast' } } as const;
  const row = {
    id: 0,
    test: { kind: 'bounds' as const, bounds: [{ operator, edge: b.cny('10') }] },
    value: b.cny('1'),
  };
  const bare = b.policy([b.clause('c', [b.grant(b.choose(b.fact('size'), 'hardest', [row]))])], {
    fields,
    readings: [b.reading('over', 'strict', 'inclusive'), b.reading('idle', 'x', 'y')],
  });
  expect(b.outcome(bare, { facts: { size: '10' } })).toBe('not met');
  expect(b.outcome(bare, { facts: { size: '10' }, readings: { over: 'inclusive' } })).toBe('granted 1');
  expect(b.result(b.assess(bare, { facts: { size: '10' } })).restsOn).toEqual(['over']);
});
