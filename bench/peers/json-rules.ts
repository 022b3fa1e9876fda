/** json-rules-engine: conditions as rules; what a rule pays is computed by facts in JavaScript, since its notation computes nothing. */
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { FiveFacts } from '../companies/five-facts.ts';
import { type ClauseNumbers, type Peer, prepared, withGrants } from './peer.ts';

const is = (fact: string) => ({ fact, operator: 'equal', value: true });
const over = (fact: string, value: unknown) => ({ fact, operator: 'greaterThan', value });
const atLeast = (fact: string, value: number) => ({ fact, operator: 'greaterThanInclusive', value });
const pays = (type: keyof ClauseNumbers, amount: string) => ({ type, params: { amount: { fact: amount } } });

const rules: RuleProperties[] = [
  { conditions: { all: [is('qualified'), atLeast('purchases', 30_000_000)] }, event: pays('voucher', 'voucherAmount') },
  {
    conditions: { all: [is('ai'), is('software'), over('rd', 200_000_000), over('rd', { fact: 'rdBefore' })] },
    event: pays('rdSubsidy', 'rdSubsidyAmount'),
  },
  {
    conditions: { all: [is('ai'), is('software'), over('revenue', 5_000_000_000), over('growth', 0.25)] },
    event: pays('growthAward', 'growthAwardAmount'),
  },
  {
    conditions: { all: [is('ai'), is('software'), atLeast('growth', 0.15)] },
    event: pays('scaleAward', 'scaleAwardAmount'),
  },
  { conditions: { all: [is('ai')] }, event: pays('rdLoan', 'rdLoanAmount') },
];

/** Computed facts, by what they need. Growth over nothing is below every bound. */
const computed: Readonly<Record<string, readonly [readonly (keyof FiveFacts)[], (...values: number[]) => number]>> = {
  growth: [['revenue', 'revenueBefore'], (now, before) => (before! > 0 ? now! / before! - 1 : -1)],
  voucherAmount: [['spend'], (spend) => Math.min(Math.floor(spend! * 0.5), 50_000_000)],
  rdSubsidyAmount: [['rd'], (rd) => Math.min(Math.floor(rd! / 200_000_000) * 10_000_000, 500_000_000)],
  growthAwardAmount: [
    ['revenue', 'revenueBefore'],
    (now, before) => Math.min(Math.floor((now! - before!) * 0.006), 600_000_000),
  ],
  scaleAwardAmount: [['revenue', 'revenueBefore'], (now, before) => Math.max(rung(now!) - rung(before!), 0)],
  rdLoanAmount: [
    ['fresh', 'asked', 'rdBefore'],
    (fresh, asked, before) =>
      fresh ? Math.min(asked!, 1_000_000_000) : Math.min(asked!, 5_000_000_000, Math.floor(before! * 0.5)),
  ],
};

function rung(revenue: number): number {
  if (revenue > 200_000_000_000) return 200_000_000;
  if (revenue > 100_000_000_000) return 150_000_000;
  if (revenue > 50_000_000_000) return 100_000_000;
  if (revenue > 20_000_000_000) return 50_000_000;
  if (revenue > 10_000_000_000) return 20_000_000;
  return revenue > 5_000_000_000 ? 10_000_000 : 0;
}

export const peer: Peer = {
  name: 'json-rules-engine',
  prepare: async () => {
    const engine = new Engine(rules, { replaceFactsInEventParams: true });
    for (const [name, [needs, compute]] of Object.entries(computed)) {
      engine.addFact(name, async (_params, almanac) =>
        compute(...(await Promise.all(needs.map((need) => almanac.factValue<number>(need))))),
      );
    }
    return prepared({
      input: (company) => company,
      assess: (company) => engine.run(company),
      waits: true,
      amounts: ({ events }) => {
        const numbers = { voucher: 0, rdSubsidy: 0, growthAward: 0, scaleAward: 0, rdLoan: 0 };
        for (const { type, params } of events) numbers[type as keyof ClauseNumbers] = Number(params?.amount);
        return withGrants(numbers);
      },
    });
  },
};
