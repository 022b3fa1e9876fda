import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { duckdbColumns } from '../../columnar/duckdb-columns.ts';
import { chunkFiller } from '../../runtime/columnar/chunk-filler.ts';
import { generalReason } from '../../runtime/columnar/general-row.ts';
import { newColumns, startBlock } from '../../runtime/columnar/new-columns.ts';
import { newOutcomes, roomForOutcomes } from '../../runtime/columnar/new-outcomes.ts';
import { setParameters } from '../../runtime/columnar/set-parameters.ts';
import { ir, small } from '../runtime/columnar/small-module.ts';

const { layout } = small;
const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();

const names = ['founded_on', 'qualified', 'costs@2024', 'costs@2023', 'other_aid', 'sectors', 'project'];

test('rows come out of a query, in DECIMAL of every width, with missing values and lists', async () => {
  const rows = 5000;
  const query = `
    select
      date '2020-05-01' + (i % 2000)::int as founded_on,
      i % 10 <> 0 as qualified,
      case when i % 7 <> 0 then (1000 + i)::decimal(18, 2) end,
      (i / 100)::decimal(9, 1),
      0.01::decimal(4, 2),
      (1 + i % 3)::uinteger,
      case when i % 11 <> 0 then list_transform(range(i % 4), j -> {
        'invested': (1000000 + i)::bigint, 'key_project': j = 1
      }) end
    from range(${rows}) t(i)
    order by i`;
  const result = await connection.stream(query);
  const fill = chunkFiller(ir, layout, 2024);
  const block = newColumns(layout, 2048, 16);
  const outcomes = newOutcomes(layout, 2048, 16);
  let first = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    startBlock(block, 2024);
    setParameters(ir, layout, block, new Map());
    const noHistory = { values: new Float64Array(chunk.rowCount) };
    const { lists, ...columns } = duckdbColumns(chunk, names);
    const project = lists.get('project')!;
    const history = [{ values: new Uint8Array(project.offsets.at(-1)!) }];
    const source = { ...columns, lists: new Map([['project', { ...project, history }]]) };
    fill(block, { ...source, history: [noHistory], answered: true });
    roomForOutcomes(layout, outcomes, block);
    small.assess(block, outcomes, 0, block.rows);
    for (let row = 0; row < block.rows; row += 1) checkRow(first + row, row);
    first += chunk.rowCount;
  }
  expect(first).toBe(rows);

  function checkRow(i: number, row: number): void {
    const year = new Date(Date.UTC(2020, 4, 1 + (i % 2000))).getUTCFullYear();
    const { offsets, facts } = block.lists[0]!;
    const isKnown = (i % 7 !== 0 || year > 2024) && i % 11 !== 0 && i % 4 <= layout.lists[0]!.most;
    expect([i, generalReason(block.general[row]!)]).toEqual([i, isKnown ? undefined : 'missing']);
    expect([i, offsets[row + 1]! - offsets[row]!]).toEqual([i, i % 11 === 0 ? 0 : i % 4]);
    if (!isKnown) return;
    const costs = [i % 7 === 0 ? Number.NaN : 100_000 + 100 * i, Math.round(i / 10) * 10];
    expect([i, ...block.facts.map((cells) => cells[row])]).toEqual([i, Number(i % 10 !== 0), ...costs, 1, 1 + (i % 3)]);
    if (i % 4 > 0) expect(facts[0]![offsets[row]!]).toBe(100_000_000 + 100 * i);
    const met = i % 10 !== 0 && costs[0]! > costs[1]!;
    if (i % 7 !== 0) expect([i, outcomes.clauses[0]!.status[row]]).toEqual([i, met && 1 + (i % 3) !== 0 ? 1 : 0]);
  }
});

test('what no column can be filled from is refused', async () => {
  for (const wrong of ["'a'", '1::hugeint', "timestamp '2024-01-01'", '1::decimal(30, 2)', '1::ubigint', '[1, 2]']) {
    const chunk = await (await connection.stream(`select ${wrong}`)).fetchChunk();
    expect(() => duckdbColumns(chunk!, ['x'])).toThrow(/^no column can be filled from x|is no list of structs/);
  }
});
