/** JSON Logic, compiled by json-logic-engine. */
import { LogicEngine } from 'json-logic-engine';
import type { FiveAmounts, FiveFacts } from '../companies/five-facts.ts';
import { type Peer, prepared } from './peer.ts';

type Rule = number | boolean | { readonly [operator: string]: Rule | readonly Rule[] | string };

const fact = (name: keyof FiveFacts): Rule => ({ var: name });
/** The notation has no floor; amounts are not negative. */
const floor = (amount: Rule): Rule => ({ '-': [amount, { '%': [amount, 1] }] });
const software: Rule = { and: [fact('ai'), fact('software')] };
const increase: Rule = { '-': [fact('revenue'), fact('revenueBefore')] };
const growth: Rule = { '-': [{ '/': [fact('revenue'), fact('revenueBefore')] }, 1] };
const steps: readonly (readonly [number, number])[] = [
  [200_000_000_000, 200_000_000],
  [100_000_000_000, 150_000_000],
  [50_000_000_000, 100_000_000],
  [20_000_000_000, 50_000_000],
  [10_000_000_000, 20_000_000],
  [5_000_000_000, 10_000_000],
];
const rung = (revenue: Rule): Rule => ({
  if: [...steps.flatMap(([edge, amount]): readonly Rule[] => [{ '>': [revenue, edge] }, amount]), 0],
});
const met = (conditions: readonly Rule[], amount: Rule): Rule => ({ if: [{ and: conditions }, amount, 0] });

const voucher = met([fact('qualified'), { '>=': [fact('purchases'), 30_000_000] }], {
  min: [floor({ '*': [fact('spend'), 0.5] }), 50_000_000],
});
const rdSubsidy = met([software, { '>': [fact('rd'), 200_000_000] }, { '>': [fact('rd'), fact('rdBefore')] }], {
  min: [{ '*': [floor({ '/': [fact('rd'), 200_000_000] }), 10_000_000] }, 500_000_000],
});
const growthAward = met(
  [software, { '>': [fact('revenue'), 5_000_000_000] }, { '>': [fact('revenueBefore'), 0] }, { '>': [growth, 0.25] }],
  { min: [floor({ '*': [increase, 0.006] }), 600_000_000] },
);
const scaleAward = met([software, { '>': [fact('revenueBefore'), 0] }, { '>=': [growth, 0.15] }], {
  max: [{ '-': [rung(fact('revenue')), rung(fact('revenueBefore'))] }, 0],
});
const rdLoan = met([fact('ai')], {
  if: [
    fact('fresh'),
    { min: [fact('asked'), 1_000_000_000] },
    { min: [fact('asked'), 5_000_000_000, floor({ '*': [fact('rdBefore'), 0.5] })] },
  ],
});

const rule = [voucher, rdSubsidy, growthAward, scaleAward, rdLoan];

export const peer: Peer = {
  name: 'compiled JSON Logic (json-logic-engine)',
  prepare: async () => {
    const assess = new LogicEngine().build(rule) as (
      facts: FiveFacts,
    ) => readonly [number, number, number, number, number];
    return prepared({
      input: (company) => company,
      assess,
      amounts: ([a, b, c, d, e]): FiveAmounts => ({
        voucher: a,
        rdSubsidy: b,
        growthAward: c,
        scaleAward: d,
        rdLoan: e,
        grants: a + b + c + d,
      }),
    });
  },
};
