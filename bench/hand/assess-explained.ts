/** The five clauses by hand, with a small explanation of each: what was asked or computed, of which two figures, and how it came out. */
import { type FiveAmounts, type FiveFacts, wan } from '../companies/five-facts.ts';
import { rung } from './assess-fen.ts';

/** One line of an explanation; figures in fen, 0 where a line has fewer than two. */
export interface HandStep {
  readonly line: string;
  readonly left: number;
  readonly right: number;
  readonly result: number | boolean;
}
/** A class: of plain objects from several functions, whose amounts are now small whole numbers and now large, V8 goes on making shapes that it has to convert at every reading. That took ten times as long. */
export class HandClause {
  readonly clause: string;
  readonly steps: readonly HandStep[];
  readonly amount: number;
  constructor(clause: string, steps: readonly HandStep[], amount: number) {
    this.clause = clause;
    this.steps = steps;
    this.amount = amount;
  }
}
export interface HandExplained {
  readonly amounts: FiveAmounts;
  readonly clauses: readonly HandClause[];
}

export function assessExplained(c: FiveFacts): HandExplained {
  const first = voucher(c);
  const second = rdSubsidy(c);
  const third = growthAward(c);
  const fourth = scaleAward(c);
  const fifth = rdLoan(c);
  const grants = first.amount + second.amount + third.amount + fourth.amount;
  return {
    amounts: {
      voucher: first.amount,
      rdSubsidy: second.amount,
      growthAward: third.amount,
      scaleAward: fourth.amount,
      rdLoan: fifth.amount,
      grants,
    },
    clauses: [first, second, third, fourth, fifth],
  };
}

function told(line: string, left: number, right: number, result: number | boolean): HandStep {
  return { line, left, right, result };
}

function voucher(c: FiveFacts): HandClause {
  const reaches = c.purchases >= 30 * wan;
  const steps = [told('qualified', 0, 0, c.qualified), told('purchases at least', c.purchases, 30 * wan, reaches)];
  if (!c.qualified || !reaches) return new HandClause('voucher', steps, 0);
  const half = c.spend / 2;
  const amount = Math.min(Math.floor(half), 50 * wan);
  steps.push(told('half of spend', c.spend, 0, half), told('at most, in whole fen', half, 50 * wan, amount));
  return new HandClause('voucher', steps, amount);
}

function rdSubsidy(c: FiveFacts): HandClause {
  const isOver = c.rd > 200 * wan;
  const hasGrown = c.rd > c.rdBefore;
  const steps = [
    told('AI enterprise', 0, 0, c.ai),
    told('software enterprise', 0, 0, c.software),
    told('research over', c.rd, 200 * wan, isOver),
    told('research has grown', c.rd, c.rdBefore, hasGrown),
  ];
  if (!c.ai || !c.software || !isOver || !hasGrown) return new HandClause('rd_subsidy', steps, 0);
  const full = Math.floor(c.rd / (200 * wan)) * 10 * wan;
  const amount = Math.min(full, 500 * wan);
  steps.push(told('for every full', c.rd, 200 * wan, full), told('at most', full, 500 * wan, amount));
  return new HandClause('rd_subsidy', steps, amount);
}

function growthAward(c: FiveFacts): HandClause {
  const increase = c.revenue - c.revenueBefore;
  const isOver = c.revenue > 5000 * wan;
  const hasGrown = c.revenueBefore > 0 && increase * 4 > c.revenueBefore;
  const steps = [
    told('AI enterprise', 0, 0, c.ai),
    told('software enterprise', 0, 0, c.software),
    told('revenue over', c.revenue, 5000 * wan, isOver),
    told('growth over 25%', c.revenue, c.revenueBefore, hasGrown),
  ];
  if (!c.ai || !c.software || !isOver || !hasGrown) return new HandClause('growth_award', steps, 0);
  const award = Math.floor((increase * 6) / 1000);
  const amount = Math.min(award, 600 * wan);
  steps.push(told('0.6% of the increase', increase, 0, award), told('at most', award, 600 * wan, amount));
  return new HandClause('growth_award', steps, amount);
}

function scaleAward(c: FiveFacts): HandClause {
  const hasGrown = c.revenueBefore > 0 && (c.revenue - c.revenueBefore) * 20 >= c.revenueBefore * 3;
  const steps = [
    told('AI enterprise', 0, 0, c.ai),
    told('software enterprise', 0, 0, c.software),
    told('growth at least 15%', c.revenue, c.revenueBefore, hasGrown),
  ];
  if (!c.ai || !c.software || !hasGrown) return new HandClause('scale_award', steps, 0);
  const now = rung(c.revenue);
  const before = rung(c.revenueBefore);
  const amount = Math.max(now - before, 0);
  steps.push(
    told('rung passed', c.revenue, 0, now),
    told('rung passed before', c.revenueBefore, 0, before),
    told('difference', now, before, amount),
  );
  return new HandClause('scale_award', steps, amount);
}

function rdLoan(c: FiveFacts): HandClause {
  const steps = [told('AI enterprise', 0, 0, c.ai), told('new enterprise', 0, 0, c.fresh)];
  if (!c.ai) return new HandClause('rd_loan', steps, 0);
  const ceiling = c.fresh ? 1000 * wan : Math.min(5000 * wan, Math.floor(c.rdBefore / 2));
  const amount = Math.min(c.asked, ceiling);
  steps.push(told('asked, at most', c.asked, ceiling, amount));
  return new HandClause('rd_loan', steps, amount);
}
