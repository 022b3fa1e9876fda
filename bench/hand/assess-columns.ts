/** The five clauses over typed arrays, written by hand: one fused loop, nothing made per row. The measure of all columnar rows. */

import type { AmountColumns, FiveColumns } from '../companies/five-columns.ts';
import { wan } from '../companies/five-facts.ts';
import { rung } from './assess-fen.ts';

/** Assesses rows `from` to below `to`. */
export function assessColumns(facts: FiveColumns, out: AmountColumns, from = 0, to = facts.rows): void {
  const { ai, software, qualified, fresh, purchases, spend, rd, rdBefore, revenue, revenueBefore, asked } = facts;
  const { voucher, rdSubsidy, growthAward, scaleAward, rdLoan } = out;
  for (let row = from; row < to; row += 1) {
    const meetsVoucher = qualified[row] === 1 && purchases[row]! >= 30 * wan;
    voucher[row] = meetsVoucher ? Math.min(Math.floor(spend[row]! / 2), 50 * wan) : 0;
    const isAi = ai[row] === 1;
    const both = isAi && software[row] === 1;
    const cost = rd[row]!;
    const costBefore = rdBefore[row]!;
    rdSubsidy[row] =
      both && cost > 200 * wan && cost > costBefore
        ? Math.min(Math.floor(cost / (200 * wan)) * 10 * wan, 500 * wan)
        : 0;
    const now = revenue[row]!;
    const before = revenueBefore[row]!;
    const increase = now - before;
    growthAward[row] =
      both && now > 5000 * wan && before > 0 && increase * 4 > before
        ? Math.min(Math.floor((increase * 6) / 1000), 600 * wan)
        : 0;
    scaleAward[row] = both && before > 0 && increase * 20 >= before * 3 ? Math.max(rung(now) - rung(before), 0) : 0;
    const wanted = asked[row]!;
    rdLoan[row] = !isAi
      ? 0
      : fresh[row] === 1
        ? Math.min(wanted, 1000 * wan)
        : Math.min(wanted, 5000 * wan, Math.floor(costBefore / 2));
  }
}
