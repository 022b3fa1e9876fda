import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addEnds, compareEnds } from '../../../runtime/interval.ts';
import type { DueIr, InstalmentIr, PaymentIr } from '../../../runtime/ir.ts';
import { splitAmount } from '../../../runtime/payment/split.ts';
import { fraction, ofDecimalText, toDecimalText, zero } from '../../../runtime/rational.ts';
import type { End } from '../../../runtime/value.ts';

const coin = ofDecimalText('0.01');

function plan(...rows: readonly (readonly [InstalmentIr['share'], number | DueIr])[]): PaymentIr {
  let id = 1;
  const instalments = rows.map(([share, due]): InstalmentIr => {
    id += 1;
    const years = typeof due === 'number' ? due : 0;
    const times = Array.from({ length: years }, (_, index): DueIr => ({ kind: 'year', number: index + 1 }));
    return { id, share, due: typeof due === 'number' ? times : [due] };
  });
  return { id: 1, instalments };
}

const rate = (text: string) => ({ kind: 'rate', rate: text }) as const;
const sum = (text: string) => ({ kind: 'sum', amount: text }) as const;
const rest = { kind: 'rest' } as const;
const every = { kind: 'every', years: 1 } as const;

function amounts(of: PaymentIr, total: string, step = coin): readonly (string | undefined)[] {
  const payable = ofDecimalText(total);
  return splitAmount(of, { lo: payable, hi: payable }, step).parts.map(({ amount }) =>
    toDecimalText(amount.lo as typeof coin),
  );
}

test.each([
  ['equal parts, the coins to the last', plan([rest, 3]), '100', ['33.33', '33.33', '33.34']],
  ['fewer coins than parts', plan([rest, 3]), '0.02', ['0', '0', '0.02']],
  [
    'rates that make the whole: the last takes what is left',
    plan([rate('0.333'), 2], [rate('0.334'), 1]),
    '0.1',
    ['0.03', '0.03', '0.04'],
  ],
  ['a rest in equal parts', plan([rate('0.4'), 1], [rest, 2]), '100.01', ['40', '30', '30.01']],
  ['sums before a rest', plan([sum('30'), 2], [rest, 1]), '100', ['30', '30', '40']],
  ['sums that are more than there is', plan([sum('60'), 2], [rest, 1]), '100', ['60', '40', '0']],
  ['a sum repeated until nothing is left', plan([sum('20'), 1], [sum('30'), every]), '100', ['20', '30', '30', '20']],
  ['nothing left to repeat', plan([sum('200'), 1], [sum('30'), every]), '100', ['100']],
])('%s', (_, of, total, expected) => {
  expect(amounts(of, total)).toEqual(expected);
});

test('coarser steps and none at all', () => {
  expect(amounts(plan([rest, 3]), '100000', ofDecimalText('10000'))).toEqual(['30000', '30000', '40000']);
  const third = splitAmount(plan([rest, 3]), { lo: ofDecimalText('1'), hi: ofDecimalText('1') }, undefined);
  expect(third.parts[2]!.amount.lo).toEqual(fraction(1n, 3n));
});

test('what a hundred repeated parts leave is told apart', () => {
  const { parts, unplaced } = splitAmount(
    plan([sum('1'), 1], [sum('1'), every]),
    { lo: ofDecimalText('500'), hi: ofDecimalText('500') },
    coin,
  );
  expect(parts).toHaveLength(101);
  expect(unplaced.lo).toEqual(ofDecimalText('399'));
});

const plans = fc.constantFrom(
  plan([rest, 3]),
  plan([rate('0.4'), 1], [rate('0.3'), 1], [rest, 1]),
  plan([rate('0.1'), 3], [rest, 4]),
  plan([rate('0.333'), 2], [rate('0.334'), 1]),
  plan([sum('33.33'), 2], [rate('0.25'), 1], [rest, 2]),
  plan([sum('20'), 1], [sum('7.77'), every]),
);
const cents = fc.integer({ min: 0, max: 100_000 }).map((value) => fraction(BigInt(value), 100n));

test('the parts of any amount make the whole, and none is below zero', () => {
  fc.assert(
    fc.property(plans, cents, (of, total) => {
      const { parts, unplaced } = splitAmount(of, { lo: total, hi: total }, coin);
      const all = parts.reduce<End>((so, { amount }) => addEnds(so, amount.lo, 'infinity'), unplaced.lo);
      expect(compareEnds(all, total)).toBe(0);
      expect(parts.every(({ amount }) => compareEnds(amount.lo, zero) >= 0)).toBe(true);
    }),
  );
});

test('R1: what an amount turns out to be, its parts lie within those of the open one', () => {
  fc.assert(
    fc.property(plans, cents, cents, (of, one, other) => {
      const [less, more] = compareEnds(one, other) <= 0 ? [one, other] : [other, one];
      if (compareEnds(less, more) === 0) return;
      const open = splitAmount(of, { lo: zero, hi: more }, coin).parts;
      const settled = splitAmount(of, { lo: less, hi: less }, coin).parts;
      for (const { number, amount } of settled) {
        const bound = open.find((part) => part.number === number)?.amount.hi ?? zero;
        expect(compareEnds(amount.lo, bound)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
