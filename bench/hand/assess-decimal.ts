/** The five clauses by hand with a decimal library: amounts in yuan, as most would write them who mistrust doubles. */
import { Decimal } from 'decimal.js';
import type { FiveAmounts, FiveFacts } from '../companies/five-facts.ts';

type Money = InstanceType<typeof Exact>;
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_DOWN });
const zero = new Exact(0);
const rungs: readonly (readonly [number, number])[] = [
  [2_000_000_000, 2_000_000],
  [1_000_000_000, 1_500_000],
  [500_000_000, 1_000_000],
  [200_000_000, 500_000],
  [100_000_000, 200_000],
  [50_000_000, 100_000],
];

/** The facts as this form keeps them between requests. */
export type DecimalFacts = { readonly [fact in keyof FiveFacts]: FiveFacts[fact] extends number ? Money : boolean };

export function decimalFacts(c: FiveFacts): DecimalFacts {
  const yuan = (fen: number) => new Exact(fen).div(100);
  return {
    ai: c.ai,
    software: c.software,
    qualified: c.qualified,
    fresh: c.fresh,
    purchases: yuan(c.purchases),
    spend: yuan(c.spend),
    rd: yuan(c.rd),
    rdBefore: yuan(c.rdBefore),
    revenue: yuan(c.revenue),
    revenueBefore: yuan(c.revenueBefore),
    asked: yuan(c.asked),
  };
}

export type DecimalAmounts = { readonly [amount in keyof FiveAmounts]: Money };

export function assessDecimal(c: DecimalFacts): DecimalAmounts {
  const voucher = c.qualified && c.purchases.gte(300_000) ? capped(c.spend.times('0.5'), 500_000) : zero;
  const software = c.ai && c.software;
  const rdSubsidy =
    software && c.rd.gt(2_000_000) && c.rd.gt(c.rdBefore)
      ? capped(c.rd.divToInt(2_000_000).times(100_000), 5_000_000)
      : zero;
  const increase = c.revenue.minus(c.revenueBefore);
  const hasBase = software && c.revenueBefore.gt(0);
  const growthAward =
    hasBase && c.revenue.gt(50_000_000) && increase.gt(c.revenueBefore.times('0.25'))
      ? capped(increase.times('0.006'), 6_000_000)
      : zero;
  const scaleAward =
    hasBase && increase.gte(c.revenueBefore.times('0.15'))
      ? Exact.max(rung(c.revenue).minus(rung(c.revenueBefore)), zero)
      : zero;
  return {
    voucher,
    rdSubsidy,
    growthAward,
    scaleAward,
    rdLoan: loan(c),
    grants: voucher.plus(rdSubsidy).plus(growthAward).plus(scaleAward),
  };
}

function loan(c: DecimalFacts): Money {
  if (!c.ai) return zero;
  return c.fresh
    ? capped(c.asked, 10_000_000)
    : Exact.min(c.asked, 50_000_000, c.rdBefore.times('0.5')).toDecimalPlaces(2);
}

function capped(amount: Money, most: number): Money {
  return Exact.min(amount, most).toDecimalPlaces(2);
}

function rung(revenue: Money): Money {
  const passed = rungs.find(([edge]) => revenue.gt(edge));
  return passed === undefined ? zero : new Exact(passed[1]);
}

export function decimalAmounts(amounts: DecimalAmounts): FiveAmounts {
  const fen = (amount: Money) => amount.times(100).toNumber();
  return {
    voucher: fen(amounts.voucher),
    rdSubsidy: fen(amounts.rdSubsidy),
    growthAward: fen(amounts.growthAward),
    scaleAward: fen(amounts.scaleAward),
    rdLoan: fen(amounts.rdLoan),
    grants: fen(amounts.grants),
  };
}
