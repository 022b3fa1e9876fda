import { describe, expect, test } from 'vitest';
import { chunkFiller, chunkReader } from '../../../runtime/columnar/chunk-filler.ts';
import { eachUnset, type SourceColumn } from '../../../runtime/columnar/column-source.ts';
import { generalReason } from '../../../runtime/columnar/general-row.ts';
import { newColumns, startBlock } from '../../../runtime/columnar/new-columns.ts';
import { seeded } from '../../testing/random.ts';
import { mask } from './bit-mask.ts';
import { ir, small } from './small-module.ts';

const { layout } = small;
const nan = Number.NaN;

describe('one value that no cell may hold, or that is missing', () => {
  const rows = 200;
  const bare = { ...layout, facts: [layout.facts[0]!, layout.facts[3]!], lists: [], history: [] };
  const fill = chunkFiller(ir, bare, 2024);
  const amounts = Array.from({ length: rows }, (_, row) => row * 1_000_003);

  /** Of a chunk that begins so many rows behind the first of its block: the rows that are general, and the amounts that stand in the others. */
  function filled(before: number, facts: ReadonlyMap<string, SourceColumn>): readonly unknown[] {
    const block = newColumns(bare, before + rows);
    startBlock(block, 2024);
    block.rows = before;
    fill(block, { rows, facts });
    const reasons = [...block.general.subarray(before)].map(generalReason);
    const cells = [...block.facts[1]!.subarray(before)];
    return reasons.map((reason, row) => reason ?? cells[row]);
  }

  const set = (of: Uint8Array | Float64Array, row: number, value: number) => {
    of[row] = value;
    return of;
  };
  const all = Array.from({ length: rows }, () => true);

  test('is found wherever it stands, and the others are taken', () => {
    for (let row = 0; row < rows; row += 1) {
      // Buffers begin anywhere.
      const bytes = new Uint8Array(rows + 4).subarray(row % 4, (row % 4) + rows);
      const doubles = new Float64Array(rows + 1).subarray(row % 2);
      doubles.set(amounts);
      const [hole, full] = [mask(all.with(row, false), (row * 7) % 70), mask(all, (row * 7) % 70)];
      const wrong = [
        { truths: { values: set(bytes.slice(), row, 2) }, numbers: { values: doubles }, why: 'form' },
        { truths: { values: bytes, valid: hole }, numbers: { values: doubles, valid: full }, why: 'missing' },
        { truths: { values: bytes, valid: full }, numbers: { values: doubles, valid: hole }, why: 'missing' },
        ...[0.5, -1, 10 ** 13 + 1, Infinity, -Infinity].map((value) => ({
          truths: { values: bytes, valid: full },
          numbers: { values: set(doubles.slice(), row, value) },
          why: 'guard',
        })),
        { truths: { values: bytes }, numbers: { values: set(doubles.slice(), row, nan) }, why: 'missing' },
        // Slots without a value hold anything.
        ...[nan, 0.5, -1, 1e300].map((value) => ({
          truths: { values: set(bytes.slice(), row, 9), valid: full },
          numbers: { values: set(doubles.slice(), row, value), valid: hole },
          why: 'form',
        })),
        ...[nan, 0.5, -1, 1e300].map((value) => ({
          truths: { values: bytes, valid: full },
          numbers: {
            values: set(doubles.slice(), row, value),
            valid: hole,
            none: mask(all.map((_, at) => at === row)),
          },
          why: nan,
        })),
        {
          truths: { values: set(bytes.slice(), row, 9), valid: hole },
          numbers: { values: doubles, valid: full },
          why: 'missing',
        },
      ];
      for (const { truths, numbers, why } of wrong) {
        const facts = new Map<string, SourceColumn>([
          ['qualified', truths],
          ['other_aid', { ...numbers, scale: 2 }],
        ]);
        expect(filled(row % 5, facts)).toEqual((amounts as readonly unknown[]).with(row, why));
      }
    }
  });

  test('is found among numbers of 64 and of 32 bits, of the scale of the column and of others', () => {
    const qualified = { values: new Uint8Array(rows) };
    const small = Array.from({ length: rows }, (_, row) => row * 300);
    const longs = (units: bigint) => amounts.map((amount) => BigInt(amount) * units);
    for (let row = 0; row < rows; row += 1) {
      const columns: readonly (readonly [SourceColumn, unknown])[] = [
        ...[-1n, 10n ** 13n + 1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)].map(
          (value) => [{ values: BigInt64Array.from(longs(1n).with(row, value)), scale: 2 }, amounts] as const,
        ),
        [{ values: BigInt64Array.from(longs(1000n).with(row, 1n)), scale: 5 }, amounts],
        [
          { values: BigInt64Array.from(longs(1n).with(row, 10n ** 11n + 1n)), scale: 0 },
          amounts.map((amount) => amount * 100),
        ],
        [{ values: Int32Array.from(small.with(row, -1)), scale: 2 }, small],
        [{ values: Int32Array.from(small.with(row, -1)), scale: 0 }, small.map((amount) => amount * 100)],
      ];
      for (const [source, taken] of columns) {
        const facts = new Map<string, SourceColumn>([
          ['qualified', qualified],
          ['other_aid', source],
        ]);
        expect(filled(row % 5, facts)).toEqual((taken as readonly unknown[]).with(row, 'guard'));
      }
    }
  });
});

test('the edges of guards of every width are met to the unit', () => {
  const ends = [0, 1, 7, 99_999_999, 2 ** 51 - 1, 2 ** 51, 2 ** 51 + 1, 2 ** 52 + 1, 2 ** 53 - 1];
  for (const high of ends) {
    for (const low of [...ends, ...ends.map((end) => -end)].filter((end) => end <= high)) {
      const form = { kind: 'number', scale: 2, low, high } as const;
      const bare = { ...layout, facts: [{ ...layout.facts[3]!, form }], lists: [], history: [] };
      const block = newColumns(bare, 16);
      const read = chunkReader(ir, bare, 2024);
      const wrongs = [low - 1, high + 1, low - 2 ** 20, high + 2 ** 20, -(2 ** 60), 2 ** 60, Infinity, low + 0.5];
      for (const [place, wrong] of [...wrongs.entries()].filter(
        ([, value]) => !(value >= low && value <= high && value % 1 === 0),
      )) {
        const values = Float64Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? low : high));
        const marks = (): readonly number[] => [
          ...read(block, { rows: 16, facts: new Map([['other_aid', { values, scale: 2 }]]) }).general,
        ];
        expect([low, high, ...marks()]).toEqual([low, high, ...new Uint8Array(16)]);
        values[place] = wrong;
        expect([wrong, marks().findIndex((code) => code !== 0)]).toEqual([wrong, place]);
      }
    }
  }
});

test('the edges of a guard, in every form of number', () => {
  const high = 10 ** 13;
  const fill = (source: SourceColumn): string => {
    const block = newColumns({ ...layout, facts: [layout.facts[3]!], lists: [], history: [] }, 1);
    startBlock(block, 2024);
    chunkFiller(
      ir,
      { ...layout, facts: [layout.facts[3]!], lists: [], history: [] },
      2024,
    )(block, {
      rows: 1,
      facts: new Map([['other_aid', source]]),
    });
    return generalReason(block.general[0]!) ?? String(block.facts[0]![0]);
  };
  expect(fill({ values: Float64Array.of(high), scale: 2 })).toBe(String(high));
  expect(fill({ values: Float64Array.of(high + 1), scale: 2 })).toBe('guard');
  expect(fill({ values: Float64Array.of(1.5), scale: 2 })).toBe('guard');
  expect(fill({ values: Float64Array.of(nan), scale: 2 })).toBe('missing');
  expect(fill({ values: Float64Array.of(Infinity), scale: 2 })).toBe('guard');
  expect(fill({ values: Float64Array.of(-0), scale: 2 })).toBe('0');
  expect(fill({ values: BigInt64Array.of(10n ** 11n), scale: 0 })).toBe(String(high));
  expect(fill({ values: BigInt64Array.of(10n ** 11n + 1n), scale: 0 })).toBe('guard');
  expect(fill({ values: BigInt64Array.of(2n ** 53n + 1n), scale: 0 })).toBe('guard');
  expect(fill({ values: BigInt64Array.of(-(2n ** 63n)), scale: 0 })).toBe('guard');
  expect(fill({ values: BigInt64Array.of(1_2340n), scale: 4 })).toBe('guard');
  expect(fill({ values: BigInt64Array.of(1_2300n), scale: 4 })).toBe('123');
  expect(fill({ values: BigInt64Array.of(10n ** 15n), scale: 4 })).toBe(String(high));
  expect(fill({ values: BigInt64Array.of(10n ** 15n + 100n), scale: 4 })).toBe('guard');
  expect(fill({ values: Int32Array.of(-1), scale: 2 })).toBe('guard');
});

test('rows that are not set are visited wherever the mask begins, each once and in order', () => {
  const random = seeded(3);
  for (const chance of [0, 1, 16, 31, 32]) {
    for (let round = 0; round < 60; round += 1) {
      const [count, offset] = [random.below(140), random.below(140)];
      const bits = Array.from({ length: count }, () => random.below(32) < chance);
      const visited: number[] = [];
      eachUnset(mask(bits, offset), count, (row) => visited.push(row));
      expect(visited).toEqual(bits.flatMap((bit, row) => (bit ? [] : [row])));
    }
  }
});
