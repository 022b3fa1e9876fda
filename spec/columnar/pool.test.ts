import { afterAll, expect, test } from 'vitest';
import { columnarPool } from '../../columnar/pool.ts';
import type { ColumnarLayout } from '../../runtime/columnar/layout.ts';
import { newColumns, startBlock } from '../../runtime/columnar/new-columns.ts';
import { newOutcomes } from '../../runtime/columnar/new-outcomes.ts';

const layout: ColumnarLayout = {
  policy: 'doubling',
  readings: {},
  parameters: [],
  facts: [{ field: 'amount', shift: 0, form: { kind: 'number', scale: 0, low: 0, high: 1e9 } }],
  history: [],
  lists: [],
  outcomes: [{ clause: 'twice', kind: 'grant', currency: 'CNY', denominator: 1 }],
};
const doubling = new URL('./doubling.mjs', import.meta.url);
const rows = 50_001;
const pool = await columnarPool({ module: doubling, threads: 2 });
afterAll(() => pool.close());

function filled(shared = true) {
  const columns = newColumns(layout, rows, 0, { shared });
  startBlock(columns, 2024);
  columns.rows = rows;
  for (let row = 0; row < rows; row += 1) columns.facts[0]![row] = row;
  columns.general[7] = 1;
  return { columns, outcomes: newOutcomes(layout, rows, 0, { shared }) };
}

test('all rows are assessed, each once, on whichever thread', async () => {
  const { columns, outcomes } = filled();
  await pool.assess(columns, outcomes);
  const { status, low, high } = outcomes.clauses[0]!;
  expect([status[7], low[7]]).toEqual([0, 0]);
  for (let row = 0; row < rows; row += 1) {
    if (row === 7) continue;
    if (status[row] !== 1 || low[row] !== 2 * row || high[row] !== 2 * row)
      expect([row, status[row], low[row]]).toEqual([]);
  }
  await pool.assess(columns, outcomes, 10, 20);
  expect([...status.subarray(8, 22)]).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1]);
  await pool.assess(columns, outcomes, 20, 20);
  expect(status[20]).toBe(1);
});

test('columns that the threads know already are read anew, in whatever year, and others after them', async () => {
  const { columns, outcomes } = filled();
  const others = filled();
  for (let round = 1; round <= 3; round += 1) {
    columns.facts[0]![100] = round;
    await pool.assess(columns, outcomes);
    expect(outcomes.clauses[0]!.low[100]).toBe(2 * round);
    expect(outcomes.clauses[0]!.status[100]).toBe(2 * round - 1);
    others.columns.facts[0]![100] = 50 + round;
    await pool.assess(others.columns, others.outcomes);
    expect(others.outcomes.clauses[0]!.low[100]).toBe(100 + 2 * round);
    await pool.assess(columns, outcomes);
  }
  columns.year = 2025;
  columns.facts[0]![3] = -1;
  await expect(pool.assess(columns, outcomes)).rejects.toThrow('row 3 of 2025');
});

test('a fault in a thread is told, and the pool goes on', async () => {
  const { columns, outcomes } = filled();
  columns.facts[0]![40_000] = -1;
  await expect(pool.assess(columns, outcomes)).rejects.toThrow('row 40000 of 2024');
  columns.facts[0]![40_000] = 1;
  await pool.assess(columns, outcomes);
  expect(outcomes.clauses[0]!.low[40_000]).toBe(2);
});

test('columns that threads cannot see are refused', async () => {
  const { columns, outcomes } = filled(false);
  await expect(pool.assess(columns, outcomes)).rejects.toThrow('shared');
  await expect(pool.assess(filled().columns, outcomes)).rejects.toThrow('shared');
});

test('a module that cannot be loaded, or holds no code, is told at once', async () => {
  const nowhere = new URL('./nowhere.mjs', import.meta.url);
  await expect(columnarPool({ module: nowhere, threads: 2 })).rejects.toThrow('nowhere.mjs');
  const other = new URL('../../columnar/columnar-worker.mjs', import.meta.url);
  await expect(columnarPool({ module: other, threads: 1 })).rejects.toThrow();
});
