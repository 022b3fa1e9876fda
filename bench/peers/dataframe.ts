/** A dataframe over typed arrays (arquero): five derived columns. It compiles the expressions to loops of its own. */
import { table } from 'arquero';
import type { AmountColumns, FiveColumns } from '../companies/five-columns.ts';
import type { ColumnPeer } from './column-peer.ts';

const rung = (revenue: string) =>
  `(${revenue} > 200000000000 ? 200000000 : ${revenue} > 100000000000 ? 150000000 : ${revenue} > 50000000000 ? 100000000 : ${revenue} > 20000000000 ? 50000000 : ${revenue} > 10000000000 ? 20000000 : ${revenue} > 5000000000 ? 10000000 : 0)`;
/** The notation has no lesser of two for one row. */
const least = (a: string, b: string) => `(${a} < ${b} ? ${a} : ${b})`;

const expressions = {
  voucher: `d => d.qualified && d.purchases >= 30000000 ? ${least('op.floor(d.spend * 0.5)', '50000000')} : 0`,
  rdSubsidy: `d => d.ai && d.software && d.rd > 200000000 && d.rd > d.rdBefore
    ? ${least('op.floor(d.rd / 200000000) * 10000000', '500000000')} : 0`,
  growthAward: `d => d.ai && d.software && d.revenue > 5000000000 && d.revenueBefore > 0 && d.revenue / d.revenueBefore - 1 > 0.25
    ? ${least('op.floor((d.revenue - d.revenueBefore) * 0.006)', '600000000')} : 0`,
  scaleAward: `d => d.ai && d.software && d.revenueBefore > 0 && d.revenue / d.revenueBefore - 1 >= 0.15 && d.revenue > d.revenueBefore
    ? ${rung('d.revenue')} - ${rung('d.revenueBefore')} : 0`,
  rdLoan: `d => !d.ai ? 0 : d.fresh ? ${least('d.asked', '1000000000')}
    : ${least(least('d.asked', '5000000000'), 'op.floor(d.rdBefore * 0.5)')}`,
};

export const columnPeer: ColumnPeer = {
  name: 'dataframe (arquero)',
  prepare: async (facts: FiveColumns) => {
    const { rows: _rows, ...columns } = facts;
    const companies = table(columns);
    let derived = companies.derive(expressions);
    return {
      run: () => {
        derived = companies.derive(expressions);
      },
      amounts: () =>
        Object.fromEntries(
          Object.keys(expressions).map((name) => [name, Float64Array.from(derived.array(name) as ArrayLike<number>)]),
        ) as AmountColumns,
    };
  },
};
