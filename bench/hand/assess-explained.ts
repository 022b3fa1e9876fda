/** The five clauses by hand, with a small explanation of each: which conditions held, on what figures, and how the amount came about. */
import { type FiveAmounts, type FiveFacts, wan } from '../companies/five-facts.ts';
import { rung } from './assess-fen.ts';

/** One line of an explanation: what was asked or computed, of which figures (fen), with which result. */
export interface HandStep {
  readonly line: string;
  readonly figures: readonly number[];
  readonly result: number | boolean;
}
export interface HandClause {
  readonly clause: string;
  readonly met: boolean;
  readonly steps: readonly HandStep[];
  readonly amount: number;
}
export interface HandExplained {
  readonly amounts: FiveAmounts;
  readonly clauses: readonly HandClause[];
}

export function assessExplained(c: FiveFacts): HandExplained {
  const clauses = [voucher(c), rdSubsidy(c), growthAward(c), scaleAward(c), rdLoan(c)];
  const [a, b, d, e, f] = clauses.map(({ amount }) => amount) as [number, number, number, number, number];
  return {
    amounts: { voucher: a, rdSubsidy: b, growthAward: d, scaleAward: e, rdLoan: f, grants: a + b + d + e },
    clauses,
  };
}

function clause(name: string, conditions: readonly HandStep[], amount: () => readonly HandStep[]): HandClause {
  const met = conditions.every(({ result }) => result === true);
  if (!met) return { clause: name, met, steps: conditions, amount: 0 };
  const lines = amount();
  return { clause: name, met, steps: [...conditions, ...lines], amount: Number(lines.at(-1)?.result) };
}

function voucher(c: FiveFacts): HandClause {
  const conditions = [
    { line: 'qualified', figures: [], result: c.qualified },
    { line: 'purchases at least', figures: [c.purchases, 30 * wan], result: c.purchases >= 30 * wan },
  ];
  return clause('voucher', conditions, () => {
    const half = c.spend / 2;
    return [
      { line: 'half of spend', figures: [c.spend], result: half },
      { line: 'at most, in whole fen', figures: [half, 50 * wan], result: Math.min(Math.floor(half), 50 * wan) },
    ];
  });
}

function softwareSteps(c: FiveFacts): readonly HandStep[] {
  return [
    { line: 'AI enterprise', figures: [], result: c.ai },
    { line: 'software enterprise', figures: [], result: c.software },
  ];
}

function rdSubsidy(c: FiveFacts): HandClause {
  const conditions = [
    ...softwareSteps(c),
    { line: 'research over', figures: [c.rd, 200 * wan], result: c.rd > 200 * wan },
    { line: 'research has grown', figures: [c.rd, c.rdBefore], result: c.rd > c.rdBefore },
  ];
  return clause('rd_subsidy', conditions, () => {
    const steps = Math.floor(c.rd / (200 * wan)) * 10 * wan;
    return [
      { line: 'for every full', figures: [c.rd, 200 * wan, 10 * wan], result: steps },
      { line: 'at most', figures: [steps, 500 * wan], result: Math.min(steps, 500 * wan) },
    ];
  });
}

function growthAward(c: FiveFacts): HandClause {
  const increase = c.revenue - c.revenueBefore;
  const figures = [c.revenue, c.revenueBefore];
  const conditions = [
    ...softwareSteps(c),
    { line: 'revenue over', figures: [c.revenue, 5000 * wan], result: c.revenue > 5000 * wan },
    { line: 'growth over 25%', figures, result: c.revenueBefore > 0 && increase * 4 > c.revenueBefore },
  ];
  return clause('growth_award', conditions, () => {
    const award = Math.floor((increase * 6) / 1000);
    return [
      { line: '0.6% of the increase', figures: [increase], result: award },
      { line: 'at most', figures: [award, 600 * wan], result: Math.min(award, 600 * wan) },
    ];
  });
}

function scaleAward(c: FiveFacts): HandClause {
  const grown = c.revenueBefore > 0 && (c.revenue - c.revenueBefore) * 20 >= c.revenueBefore * 3;
  const conditions = [
    ...softwareSteps(c),
    { line: 'growth at least 15%', figures: [c.revenue, c.revenueBefore], result: grown },
  ];
  return clause('scale_award', conditions, () => {
    const [now, before] = [rung(c.revenue), rung(c.revenueBefore)];
    return [
      { line: 'rung passed', figures: [c.revenue], result: now },
      { line: 'rung passed before', figures: [c.revenueBefore], result: before },
      { line: 'difference', figures: [now, before], result: Math.max(now - before, 0) },
    ];
  });
}

function rdLoan(c: FiveFacts): HandClause {
  const conditions = [{ line: 'AI enterprise', figures: [], result: c.ai }];
  return clause('rd_loan', conditions, () => {
    const bounds = c.fresh ? [c.asked, 1000 * wan] : [c.asked, 5000 * wan, Math.floor(c.rdBefore / 2)];
    return [{ line: c.fresh ? 'new enterprise' : 'existing enterprise', figures: bounds, result: Math.min(...bounds) }];
  });
}
