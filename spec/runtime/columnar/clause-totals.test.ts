import { expect, test } from 'vitest';
import { addTotals, clauseTotals, sumWhere, totalsOf } from '../../../runtime/columnar/clause-totals.ts';
import { newColumns } from '../../../runtime/columnar/new-columns.ts';
import { newOutcomes, roomForOutcomes } from '../../../runtime/columnar/new-outcomes.ts';
import { rowFiller } from '../../../runtime/columnar/row-filler.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import type { EvaluationInput } from '../../../runtime/input.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { seeded } from '../../testing/random.ts';
import { randomInput } from '../../testing/random-input.ts';
import { ir, small } from './small-module.ts';

const safe = Number.MAX_SAFE_INTEGER;

function checked(amounts: readonly number[]): void {
  const cells = Float64Array.from(amounts);
  const status = Uint8Array.from(amounts, (_, row) => [1, 1, 2, 0, 1, 3, 5][row % 7]!);
  const general = Uint8Array.from(amounts, (_, row) => (row % 11 === 10 ? 1 : 0));
  const counted = amounts.filter((_, row) => general[row] === 0 && [1, 2, 3].includes(status[row]!));
  const expected = counted.reduce((sum, amount) => sum + BigInt(amount), 0n);
  expect(sumWhere(cells, status, general, 0, cells.length)).toBe(expected);
  const [from, to] = [Math.floor(amounts.length / 3), Math.floor(amounts.length / 2)];
  expect(
    sumWhere(cells, status, general, 0, from) +
      sumWhere(cells, status, general, from, to) +
      sumWhere(cells, status, general, to, cells.length),
  ).toBe(expected);
}

test('sums past 2^53 are those of BigInt, at every edge', () => {
  // 2^53 is passed within a block, between blocks, by one number, never; odd ends show what a double would drop.
  for (const amount of [1, safe, safe - 1, Math.floor(safe / 2048), Math.floor(safe / 2048) + 1, Math.floor(safe / 3)])
    for (const rows of [1, 2, 2047, 2048, 2049, 5000]) {
      checked(Array.from({ length: rows }, (_, row) => amount - (row % 3)));
      checked(Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? amount : -amount)));
      checked(Array.from({ length: rows }, (_, row) => (row === rows - 1 ? amount : 1)));
    }
});

test('random amounts of every size', () => {
  const random = seeded(8);
  for (let round = 0; round < 200; round += 1) {
    const bound = Math.max(1, Math.floor(safe / 10 ** random.below(16)));
    checked(
      Array.from({ length: random.below(9000) }, () => {
        const amount = Math.floor((random.below(2 ** 30) / 2 ** 30) * bound);
        return random.chance(0.1) ? safe : random.chance(0.2) ? -amount : amount;
      }),
    );
  }
});

test('totals of rows that the code assessed and of those that it did not are those of the interpreter', () => {
  const random = seeded(31);
  const literals = literalsOf(ir);
  const all: readonly EvaluationInput[] = Array.from({ length: 80 }, () => randomInput(ir, random, literals));
  const expected = all.map((input) => totalsOf(small.layout, evaluate(ir, input))).reduce(addTotals);
  const block = newColumns(small.layout, 80);
  const outcomes = newOutcomes(small.layout, 80);
  const filler = rowFiller(ir, small.layout);
  const years = [...new Set(all.map(({ period }) => period.year))];
  const totals = years.flatMap((year) => {
    const inputs = all.filter(({ period }) => period.year === year);
    filler.start(block, year);
    const general = inputs.filter((input) => filler.add(block, input) !== undefined);
    roomForOutcomes(small.layout, outcomes, block);
    small.assess(block, outcomes, 0, block.rows);
    return [
      clauseTotals(small.layout, block, outcomes),
      ...general.map((input) => totalsOf(small.layout, evaluate(ir, input))),
    ];
  });
  expect(totals.reduce(addTotals)).toEqual(expected);
  expect(expected.map(({ counts }) => counts.reduce((sum, count) => sum + count))).toEqual([80, 80]);
});
