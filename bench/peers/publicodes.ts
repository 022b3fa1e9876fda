/** Publicodes: rules by name, facts as the situation. Evaluated clause by clause, as its notation asks. */
import Engine from 'publicodes';
import { type ClauseNumbers, type Peer, prepared, withGrants } from './peer.ts';

const clause = (conditions: readonly string[], amount: string, most: string) => ({
  variations: [{ si: { 'toutes ces conditions': conditions }, alors: { valeur: amount, plafond: most } }, { sinon: 0 }],
});
const rung = (revenue: string) => ({
  variations: [
    { si: `${revenue} > 200000000000`, alors: 200_000_000 },
    { si: `${revenue} > 100000000000`, alors: 150_000_000 },
    { si: `${revenue} > 50000000000`, alors: 100_000_000 },
    { si: `${revenue} > 20000000000`, alors: 50_000_000 },
    { si: `${revenue} > 10000000000`, alors: 20_000_000 },
    { si: `${revenue} > 5000000000`, alors: 10_000_000 },
    { sinon: 0 },
  ],
});

const facts = ['ai', 'software', 'qualified', 'fresh'].map((name) => [name, 'non'] as const);
const figures = ['purchases', 'spend', 'rd', 'rd before', 'revenue', 'revenue before', 'asked'].map(
  (name) => [name, 0] as const,
);
/** `//` is division rounded down. */
const rules = {
  ...Object.fromEntries([...facts, ...figures].map(([name, value]) => [name, { 'par défaut': value }])),
  growth: { variations: [{ si: 'revenue before > 0', alors: 'revenue / revenue before - 1' }, { sinon: -1 }] },
  'rung now': rung('revenue'),
  'rung then': rung('revenue before'),
  voucher: clause(['qualified', 'purchases >= 30000000'], '(spend * 0.5) // 1', '50000000'),
  'rd subsidy': clause(
    ['ai', 'software', 'rd > 200000000', 'rd > rd before'],
    '(rd // 200000000) * 10000000',
    '500000000',
  ),
  'growth award': clause(
    ['ai', 'software', 'revenue > 5000000000', 'growth > 0.25'],
    '((revenue - revenue before) * 0.006) // 1',
    '600000000',
  ),
  'scale award': {
    variations: [
      {
        si: { 'toutes ces conditions': ['ai', 'software', 'growth >= 0.15'] },
        alors: { valeur: 'rung now - rung then', plancher: 0 },
      },
      { sinon: 0 },
    ],
  },
  'loan ceiling': {
    variations: [
      { si: 'fresh', alors: 1_000_000_000 },
      { sinon: { valeur: '(rd before * 0.5) // 1', plafond: 5_000_000_000 } },
    ],
  },
  'rd loan': { variations: [{ si: 'ai', alors: { valeur: 'asked', plafond: 'loan ceiling' } }, { sinon: 0 }] },
};

const names: Readonly<Record<keyof ClauseNumbers, string>> = {
  voucher: 'voucher',
  rdSubsidy: 'rd subsidy',
  growthAward: 'growth award',
  scaleAward: 'scale award',
  rdLoan: 'rd loan',
};

export const peer: Peer = {
  name: 'publicodes',
  prepare: async () => {
    const engine = new Engine<string>(rules);
    const word = (value: boolean) => (value ? 'oui' : 'non');
    return prepared({
      input: (c) => ({
        ai: word(c.ai),
        software: word(c.software),
        qualified: word(c.qualified),
        fresh: word(c.fresh),
        purchases: c.purchases,
        spend: c.spend,
        rd: c.rd,
        'rd before': c.rdBefore,
        revenue: c.revenue,
        'revenue before': c.revenueBefore,
        asked: c.asked,
      }),
      assess: (situation) => {
        engine.setSituation(situation);
        const amount = (clause: keyof ClauseNumbers) => Number(engine.evaluate(names[clause]).nodeValue);
        return {
          voucher: amount('voucher'),
          rdSubsidy: amount('rdSubsidy'),
          growthAward: amount('growthAward'),
          scaleAward: amount('scaleAward'),
          rdLoan: amount('rdLoan'),
        };
      },
      amounts: withGrants,
    });
  },
};
