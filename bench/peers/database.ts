/** DuckDB on whole numbers, on one core: the clauses as one query over a table in memory, its result another table. */
import { BIGINT, DuckDBDataChunk, DuckDBInstance, UTINYINT } from '@duckdb/node-api';
import { type AmountColumns, emptyAmounts, type FiveColumns } from '../companies/five-columns.ts';
import type { ColumnPeer } from './column-peer.ts';

const rung = (revenue: string) => `case when ${revenue} > 200000000000 then 200000000
  when ${revenue} > 100000000000 then 150000000 when ${revenue} > 50000000000 then 100000000
  when ${revenue} > 20000000000 then 50000000 when ${revenue} > 10000000000 then 20000000
  when ${revenue} > 5000000000 then 10000000 else 0 end`;

const query = `create or replace temp table amounts as select
  case when qualified = 1 and purchases >= 30000000 then least(spend // 2, 50000000) else 0 end as voucher,
  case when ai = 1 and software = 1 and rd > 200000000 and rd > rdBefore
    then least(rd // 200000000 * 10000000, 500000000) else 0 end as rdSubsidy,
  case when ai = 1 and software = 1 and revenue > 5000000000 and revenueBefore > 0
    and (revenue - revenueBefore) * 4 > revenueBefore
    then least((revenue - revenueBefore) * 6 // 1000, 600000000) else 0 end as growthAward,
  case when ai = 1 and software = 1 and revenueBefore > 0 and (revenue - revenueBefore) * 20 >= revenueBefore * 3
    then greatest(${rung('revenue')} - ${rung('revenueBefore')}, 0) else 0 end as scaleAward,
  case when ai = 0 then 0 when fresh = 1 then least(asked, 1000000000)
    else least(asked, 5000000000, rdBefore // 2) end as rdLoan
from companies`;

const flags = ['ai', 'software', 'qualified', 'fresh'] as const;
const money = ['purchases', 'spend', 'rd', 'rdBefore', 'revenue', 'revenueBefore', 'asked'] as const;
/** Rows of one chunk, as the engine cuts them. */
const chunkRows = 2048;

export const columnPeer: ColumnPeer = {
  name: 'DuckDB on integers',
  prepare: async (facts) => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    const columns = [...flags.map((name) => `${name} utinyint`), ...money.map((name) => `${name} bigint`)];
    await connection.run(`create table companies (${columns.join(', ')})`);
    const appender = await connection.createAppender('companies');
    for (let from = 0; from < facts.rows; from += chunkRows) appender.appendDataChunk(chunkOf(facts, from));
    appender.closeSync();
    return {
      run: async () => {
        await connection.run(query);
      },
      amounts: async () => {
        const reader = await connection.runAndReadAll(
          'select voucher::double, rdSubsidy::double, growthAward::double, scaleAward::double, rdLoan::double from amounts',
        );
        const read = reader.getColumns();
        const amounts = emptyAmounts(facts.rows);
        for (const [index, column] of Object.values(amounts).entries()) column.set(read[index] as number[]);
        return amounts as AmountColumns;
      },
      close: () => instance.closeSync(),
    };
  },
};

function chunkOf(facts: FiveColumns, from: number): DuckDBDataChunk {
  const to = Math.min(from + chunkRows, facts.rows);
  const chunk = DuckDBDataChunk.create([...flags.map(() => UTINYINT), ...money.map(() => BIGINT)], to - from);
  chunk.setColumns([
    ...flags.map((name) => [...facts[name].subarray(from, to)]),
    ...money.map((name) => Array.from(facts[name].subarray(from, to), BigInt)),
  ]);
  return chunk;
}
