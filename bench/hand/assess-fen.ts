/**
 * The five clauses as a careful programmer would write them for this runtime: whole fen in numbers, rates compared by multiplying out, one
 * flat object per company. This is the measure of all rows of the table.
 *
 * Exact for money below 2^53 / 100 fen, that is 900 billion yuan.
 */
import { type FiveAmounts, type FiveFacts, wan } from '../companies/five-facts.ts';

export function assessFen(c: FiveFacts): FiveAmounts {
  const voucher = c.qualified && c.purchases >= 30 * wan ? Math.min(Math.floor(c.spend / 2), 50 * wan) : 0;
  const software = c.ai && c.software;
  const rdSubsidy =
    software && c.rd > 200 * wan && c.rd > c.rdBefore
      ? Math.min(Math.floor(c.rd / (200 * wan)) * 10 * wan, 500 * wan)
      : 0;
  const increase = c.revenue - c.revenueBefore;
  const growthAward =
    software && c.revenue > 5000 * wan && c.revenueBefore > 0 && increase * 4 > c.revenueBefore
      ? Math.min(Math.floor((increase * 6) / 1000), 600 * wan)
      : 0;
  const scaleAward =
    software && c.revenueBefore > 0 && increase * 20 >= c.revenueBefore * 3
      ? Math.max(rung(c.revenue) - rung(c.revenueBefore), 0)
      : 0;
  const rdLoan = !c.ai
    ? 0
    : c.fresh
      ? Math.min(c.asked, 1000 * wan)
      : Math.min(c.asked, 5000 * wan, Math.floor(c.rdBefore / 2));
  return {
    voucher,
    rdSubsidy,
    growthAward,
    scaleAward,
    rdLoan,
    grants: voucher + rdSubsidy + growthAward + scaleAward,
  };
}

/** What the highest rung that a revenue is over comes to. */
export function rung(revenue: number): number {
  if (revenue > 200_000 * wan) return 200 * wan;
  if (revenue > 100_000 * wan) return 150 * wan;
  if (revenue > 50_000 * wan) return 100 * wan;
  if (revenue > 20_000 * wan) return 50 * wan;
  if (revenue > 10_000 * wan) return 20 * wan;
  if (revenue > 5000 * wan) return 10 * wan;
  return 0;
}
