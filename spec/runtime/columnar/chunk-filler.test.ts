import { describe, expect, test } from 'vitest';
import { chunkFiller, chunkReader } from '../../../runtime/columnar/chunk-filler.ts';
import type { SourceChunk, SourceColumn } from '../../../runtime/columnar/column-source.ts';
import { generalCode, generalReason } from '../../../runtime/columnar/general-row.ts';
import type { Columns } from '../../../runtime/columnar/layout.ts';
import { newColumns, startBlock } from '../../../runtime/columnar/new-columns.ts';
import { rowFiller } from '../../../runtime/columnar/row-filler.ts';
import { setParameters } from '../../../runtime/columnar/set-parameters.ts';
import { dayNumber } from '../../../runtime/day.ts';
import type { EvaluationInput, FactValue, FactValues } from '../../../runtime/input.ts';
import { type Random, seeded } from '../../testing/random.ts';
import { mask } from './bit-mask.ts';
import { ir, small } from './small-module.ts';

const { layout } = small;
const nan = Number.NaN;

// ── A table of random applicants, filled once by chunks and once row by row ──

interface Applicant {
  readonly values: FactValues;
  readonly projects: readonly FactValues[] | undefined;
}

/** What a table can say of a figure: fen around the guard, nothing, or that there is none. */
type Cell = bigint | null | 'none';

const figures: readonly Cell[] = [0n, 1n, 99_999n, 10n ** 13n, 10n ** 13n + 1n, -1n, null, 'none', 2n ** 62n];

function money(cell: Cell): FactValue | undefined {
  if (cell === null) return undefined;
  if (cell === 'none') return { none: true };
  const digits = (cell < 0n ? -cell : cell).toString().padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
  return { number: `${cell < 0n ? '-' : ''}${text === '' ? '0' : text}` };
}

/** As an engine holds it: 64-bit numbers, 32-bit ones, doubles, decimals with more places than fen. */
function moneyColumn(cells: readonly Cell[], random: Random): SourceColumn {
  const whole = cells.map((cell) => (typeof cell === 'bigint' ? cell : 12_345n));
  const offset = random.below(70);
  const masks = {
    valid: mask(
      cells.map((cell) => typeof cell === 'bigint'),
      offset,
    ),
    none: mask(cells.map((cell) => cell === 'none')),
  };
  const isShort = whole.every((value) => value < 2n ** 31n && value >= -(2n ** 31n));
  const isSafe = whole.every((value) => value <= 2n ** 53n && value >= -(2n ** 53n));
  switch (random.below(4)) {
    case 0:
      return isShort ? { ...masks, values: Int32Array.from(whole.map(Number)), scale: 2 } : int64(whole, masks, 2);
    case 1:
      return isSafe ? { ...masks, values: Float64Array.from(whole.map(Number)), scale: 2 } : int64(whole, masks, 2);
    case 2:
      return whole.every((value) => value < 2n ** 60n)
        ? int64(
            whole.map((value) => value * 10n),
            masks,
            3,
          )
        : int64(whole, masks, 2);
    default:
      return int64(whole, masks, 2);
  }
}

function int64(values: readonly bigint[], masks: Partial<SourceColumn>, scale: number): SourceColumn {
  return { ...masks, values: BigInt64Array.from(values), scale };
}

function table(
  random: Random,
  rows: number,
): { readonly chunk: SourceChunk; readonly applicants: readonly Applicant[] } {
  const pickAll = <T>(from: readonly T[], count = rows): readonly T[] =>
    Array.from({ length: count }, () => random.pick(from));
  const columns = { now: pickAll(figures), before: pickAll(figures), aid: pickAll(figures) };
  const founded = pickAll(['2019-07-01', '2023-12-31', '2024-01-01', null]);
  const qualified = pickAll([true, false, true, null, 'none' as const]);
  const sectors = pickAll([['ai'], [], ['software', 'ai'], ['robots', 'software'], null]);
  const counts = pickAll([0, 1, 2, 3, 4]);
  const known = pickAll([true, true, true, false]);
  // Items of a chunk need not begin with the first of their columns.
  const skipped = random.below(3);
  const ends = counts.map((_, row) => counts.slice(0, row + 1).reduce((sum, one) => sum + one, skipped));
  const offsets = Uint32Array.from([skipped, ...ends]);
  const items = offsets[rows]!;
  const invested = pickAll(figures, items);
  const keyProject = pickAll([true, false, true, null], items);
  const applicants = columns.now.map((_, row): Applicant => {
    const values = entries([
      ['founded_on', founded[row] === null ? undefined : { date: founded[row]! }],
      ['qualified', truth(qualified[row]!)],
      ['costs@2024', money(columns.now[row]!)],
      ['costs@2023', money(columns.before[row]!)],
      ['other_aid', money(columns.aid[row]!)],
      ['sectors', sectors[row] === null ? undefined : { options: sectors[row]! }],
    ]);
    const own = Array.from({ length: counts[row]! }, (_item, index) => offsets[row]! + index);
    const projects = own.map((item) =>
      entries([
        ['invested', money(invested[item]!)],
        ['key_project', truth(keyProject[item]!)],
      ]),
    );
    return { values, projects: known[row] ? projects : undefined };
  });
  const chunk: SourceChunk = {
    rows,
    facts: new Map<string, SourceColumn>([
      [
        'founded_on',
        {
          values: Int32Array.from(founded.map((day) => (day === null ? 77 : dayNumber(day)))),
          valid: mask(founded.map((day) => day !== null)),
        },
      ],
      ['qualified', truthColumn(qualified)],
      ['costs@2024', moneyColumn(columns.now, random)],
      ['costs@2023', moneyColumn(columns.before, random)],
      ['other_aid', moneyColumn(columns.aid, random)],
      [
        'sectors',
        {
          values: Uint32Array.from(
            sectors.map((chosen) => (chosen ?? []).reduce((bits, one) => bits | (1 << order.indexOf(one)), 0)),
          ),
          valid: mask(sectors.map((chosen) => chosen !== null)),
          options: order,
        },
      ],
    ]),
    lists: new Map([
      [
        'project',
        {
          offsets,
          facts: new Map([
            ['invested', moneyColumn(invested, random)],
            ['key_project', truthColumn(keyProject)],
          ]),
          history: [{ values: new Uint8Array(items) }],
          valid: mask(known),
        },
      ],
    ]),
    history: [{ values: new Float64Array(rows) }],
    answered: true,
  };
  return { chunk, applicants };
}

/** Another order than the layout's. */
const order = ['robots', 'ai', 'software'];

function entries(stated: readonly (readonly [string, FactValue | undefined])[]): FactValues {
  return new Map(stated.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

function truth(cell: boolean | null | 'none'): FactValue | undefined {
  return cell === null ? undefined : cell === 'none' ? { none: true } : { boolean: cell };
}

function truthColumn(cells: readonly (boolean | null | 'none')[]): SourceColumn {
  return {
    values: Uint8Array.from(cells.map((cell) => (typeof cell === 'boolean' ? Number(cell) : 9))),
    valid: mask(cells.map((cell) => typeof cell === 'boolean')),
    none: mask(cells.map((cell) => cell === 'none')),
  };
}

function inputOf({ values, projects }: Applicant): EvaluationInput {
  return {
    facts: {
      subject: 'S',
      values,
      lists: new Map(
        projects === undefined
          ? []
          : [['project', projects.map((one, index) => ({ key: String(index), values: one }))]],
      ),
    },
    period: { label: '2024', from: '2024-01-01', to: '2025-01-01', year: 2024 },
    ledger: { entries: [{ kind: 'coverage', policy: '*', subject: '*', from: '2000-01-01', to: '2024-12-31' }] },
    decisions: [],
    readings: {},
  };
}

/** What the code would read of a row. */
function rowOf(block: Columns, row: number): unknown {
  const list = block.lists[0]!;
  const [start, end] = [list.offsets[row]!, list.offsets[row + 1]!];
  return {
    facts: block.facts.map((cells) => cells[row]),
    history: block.history.map((cells) => cells[row]),
    items: [...list.facts, ...list.history].map((cells) => [...cells.slice(start, end)]),
    answered: block.answered[row],
  };
}

describe('chunks of a table', () => {
  test('give the cells, and the general rows, that filling row by row gives', () => {
    const random = seeded(99);
    const filler = rowFiller(ir, layout);
    const fill = chunkFiller(ir, layout, 2024);
    const kept = new Set<unknown>();
    for (let round = 0; round < 150; round += 1) {
      const [byChunk, byRow] = [newColumns(layout, 64, 2), newColumns(layout, 64, 2)];
      startBlock(byChunk, 2024);
      expect(setParameters(ir, layout, byChunk, new Map())).toBeUndefined();
      filler.start(byRow, 2024);
      for (let chunks = 0; chunks < 2; chunks += 1) {
        const { chunk, applicants } = table(random, random.between(1, 32));
        fill(byChunk, chunk);
        for (const applicant of applicants) filler.add(byRow, inputOf(applicant));
      }
      expect(byChunk.rows).toBe(byRow.rows);
      expect(byChunk.parameters).toEqual(newParameters(byRow) ?? byChunk.parameters);
      for (let row = 0; row < byRow.rows; row += 1) {
        expect(byChunk.general[row] === 0).toBe(byRow.general[row] === 0);
        if (byRow.general[row] !== 0) kept.add(generalReason(byRow.general[row]!));
        else {
          expect(rowOf(byChunk, row)).toEqual(rowOf(byRow, row));
          kept.add('assessed');
        }
      }
    }
    expect([...kept].sort()).toEqual(['assessed', 'guard', 'items', 'missing', 'none']);
  });
});

describe('a reader of chunks', () => {
  test('gives the cells, and the general rows, that filling gives', () => {
    const random = seeded(7);
    const [fill, read] = [chunkFiller(ir, layout, 2024), chunkReader(ir, layout, 2024)];
    const [filled, kept] = [newColumns(layout, 64, 2), newColumns(layout, 64, 2)];
    const seen = new Set<unknown>();
    for (let round = 0; round < 400; round += 1) {
      for (const block of [filled, kept]) {
        startBlock(block, 2024);
        setParameters(ir, layout, block, new Map());
      }
      const { chunk } = table(random, random.between(1, 64));
      fill(filled, chunk);
      const columns = read(kept, chunk);
      expect([columns.year, columns.rows, [...columns.general]]).toEqual([2024, chunk.rows, [...filled.general]]);
      expect(columns.parameters).toEqual(filled.parameters);
      for (let row = 0; row < chunk.rows; row += 1) {
        if (filled.general[row] === 0) expect(rowOf(columns, row)).toEqual(rowOf(filled, row));
        seen.add(generalReason(filled.general[row]!));
      }
    }
    expect([...seen].sort()).toEqual(['guard', 'items', 'missing', 'none', undefined]);
  });

  test('gives its block, chunk after chunk, and writes to no buffer', () => {
    const block = newColumns(layout, 2);
    startBlock(block, 2024);
    setParameters(ir, layout, block, new Map());
    const [qualified, costs, aid] = [Uint8Array.of(1, 7), Float64Array.of(nan, 4), Float64Array.of(3, 10 ** 14)];
    const facts = new Map<string, SourceColumn>([
      ['qualified', { values: qualified }],
      ['costs@2024', { values: costs, scale: 2 }],
      ['costs@2023', { values: Float64Array.of(1, 2), scale: 0 }],
      ['other_aid', { values: aid, scale: 2 }],
      ['sectors', { values: Uint32Array.of(0, 0) }],
    ]);
    const project = { offsets: Uint32Array.of(0, 0, 0), facts: new Map() };
    const source = {
      rows: 2,
      facts,
      lists: new Map([['project', project]]),
      history: [{ values: new Float64Array(2) }],
    };
    const read = chunkReader(ir, layout, 2024);
    const arrays = [...block.facts];
    for (let round = 0; round < 3; round += 1) {
      expect(read(block, source)).toBe(block);
      expect(block.rows).toBe(2);
      for (const [index, cells] of block.facts.entries()) expect(cells).toBe(arrays[index]);
      expect([...block.facts[2]!]).toEqual([100, 200]);
      expect([...block.general].map(generalReason)).toEqual(['missing', 'form']);
    }
    expect([[...qualified], [...costs], [...aid]]).toEqual([
      [1, 7],
      [nan, 4],
      [3, 10 ** 14],
    ]);
    const short = new Map([...facts, ['other_aid', { values: Float64Array.of(1), scale: 2 }]]);
    expect(() => read(block, { ...source, facts: short })).toThrow(RangeError);
    expect(() => read(block, { ...source, rows: 3 })).toThrow(RangeError);
    // Too few marks, or offsets that fall, would leave to a row what the chunk before said of another.
    expect(() => read(block, { ...source, answered: Uint8Array.of(1) })).toThrow(RangeError);
    expect(() => read(block, { ...source, general: Uint8Array.of(1) })).toThrow(RangeError);
    for (const offsets of [
      [0, 2, 1],
      [2, 0, 2],
      [0, 3, 2],
      [0, 1],
    ].map((all) => Uint32Array.from(all))) {
      const lists = new Map([['project', { offsets, facts: new Map() }]]);
      expect(() => read(block, { ...source, lists })).toThrow(RangeError);
    }
    expect(read(block, source).rows).toBe(2);
  });
});

/** Where the first rows are all general, nothing has stated the parameters. */
function newParameters(block: Columns): unknown {
  return block.parameters[0]![0] === 0 ? undefined : block.parameters;
}

test('a column that is not there, and what is told beside the columns', () => {
  const block = newColumns(layout, 4);
  startBlock(block, 2024);
  const { chunk } = table(seeded(1), 4);
  chunkFiller(
    ir,
    layout,
    2024,
  )(block, {
    ...chunk,
    general: Uint8Array.of(0, generalCode('decision'), 0, 0),
    facts: new Map(),
    answered: Uint8Array.of(1, 0, 1, 0),
  });
  expect([...block.general].map(generalReason)).toEqual(['missing', 'decision', 'missing', 'missing']);
  expect([...block.answered]).toEqual([1, 0, 1, 0]);
  expect(block.rows).toBe(4);
});

test('lists, history and parameters that are not there', () => {
  const block = newColumns(layout, 1);
  startBlock(block, 2025);
  expect(setParameters(ir, layout, block, new Map())).toEqual({ reason: 'missing', field: 'share', year: 2025 });
  expect(setParameters(ir, layout, block, new Map([['share@2025', { number: '0.3' }]]))).toBeUndefined();
  expect(block.parameters[0]![0]).toBe(3000);
  const facts = new Map<string, SourceColumn>([
    ['qualified', { values: Uint8Array.of(1) }],
    ['costs@2025', { values: Float64Array.of(5), scale: 2 }],
    ['costs@2024', { values: Float64Array.of(4), scale: 0 }],
    ['other_aid', { values: Float64Array.of(0), scale: 2 }],
    ['sectors', { values: Uint8Array.of(0b111) }],
  ]);
  const fill = chunkFiller(ir, layout, 2025);
  fill(block, { rows: 1, facts });
  expect(generalReason(block.general[0]!)).toBe('missing');
  startBlock(block, 2025);
  const project = { offsets: Uint32Array.of(0, 0), facts: new Map() };
  fill(block, { rows: 1, facts, lists: new Map([['project', project]]) });
  expect(generalReason(block.general[0]!)).toBe('uncovered');
  startBlock(block, 2025);
  fill(block, { rows: 1, facts, lists: new Map([['project', project]]), history: [{ values: Float64Array.of(0) }] });
  expect(block.general[0]).toBe(0);
  expect(block.facts.map((cells) => cells[0])).toEqual([1, 5, 400, 0, 0b111]);
});
