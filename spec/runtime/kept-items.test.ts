/** What limits on the number of items leave together: whichever items are kept, their sum lies within the bounds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareEnds, exactly, number } from '../../runtime/interval.ts';
import { sumOfKept } from '../../runtime/item-shares.ts';
import { type Rational, sum, whole } from '../../runtime/rational.ts';
import { unknown } from '../../runtime/truth.ts';

const of = (value: number): Rational => whole(BigInt(value));
const share = (least: number, most: number) => ({
  within: unknown(['missing:a']),
  value: number(of(0), of(most), ['missing:a']),
  kept: [least, most] as const,
});
const item = fc.tuple(fc.nat(9), fc.nat(9)).map(([least, more]) => share(least, least + more));

test('whichever so many are kept', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(item, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { maxLength: 6 }),
      fc.nat(6),
      fc.nat(3),
      (items, times, used) => {
        const limit = { times: exactly(of(times)), used: exactly(of(used)) };
        const bounds = sumOfKept(
          items.map(([one]) => one),
          limit,
        );
        const kept = items.filter(([, , isKept]) => isKept).slice(0, Math.max(0, times - used));
        const paid = sum(
          kept.map(
            ([
              {
                kept: [least, most],
              },
              part,
            ]) => of(least + Math.round(part * (most - least))),
          ),
        );
        expect([compareEnds(bounds.lo, paid) <= 0, compareEnds(paid, bounds.hi) <= 0]).toEqual([true, true]);
      },
    ),
  );
});

test('two of three: the two dearest at most, and no less than what surely is kept', () => {
  const items = [share(0, 90), share(0, 10), { within: unknown([]), value: number(of(20), of(20)), kept: [20, 20] }];
  const two = sumOfKept(items, { times: exactly(of(2)), used: exactly(of(0)) });
  expect([two.lo, two.hi]).toEqual([of(20), of(110)]);
  const open = sumOfKept(items, { times: exactly(of(2)), used: number(of(0), 'infinity', ['history:a']) });
  expect(open.hi).toEqual(of(110));
});
