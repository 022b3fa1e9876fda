/** FEEL, the expression language of decision tables, by feelin: one context of amounts, read anew each time, since it keeps nothing. */
import { evaluate } from 'feelin';
import { type ClauseNumbers, type Peer, prepared, withGrants } from './peer.ts';

const rung = (revenue: string) =>
  `(if ${revenue} > 200000000000 then 200000000 else if ${revenue} > 100000000000 then 150000000 else if ${revenue} > 50000000000 then 100000000 else if ${revenue} > 20000000000 then 50000000 else if ${revenue} > 10000000000 then 20000000 else if ${revenue} > 5000000000 then 10000000 else 0)`;

const text = `{
  voucher: if qualified and purchases >= 30000000 then min(floor(spend * 0.5), 50000000) else 0,
  rdSubsidy: if ai and software and rd > 200000000 and rd > rdBefore then min(floor(rd / 200000000) * 10000000, 500000000) else 0,
  growthAward: if ai and software and revenue > 5000000000 and revenueBefore > 0 and revenue / revenueBefore - 1 > 0.25
    then min(floor((revenue - revenueBefore) * 0.006), 600000000) else 0,
  scaleAward: if ai and software and revenueBefore > 0 and revenue / revenueBefore - 1 >= 0.15
    then max(${rung('revenue')} - ${rung('revenueBefore')}, 0) else 0,
  rdLoan: if not(ai) then 0 else if fresh then min(asked, 1000000000) else min(asked, 5000000000, floor(rdBefore * 0.5))
}`;

export const peer: Peer = {
  name: 'FEEL (feelin)',
  prepare: async () =>
    prepared({
      input: (company) => ({ ...company }),
      assess: (company) => evaluate(text, company).value as ClauseNumbers,
      amounts: withGrants,
    }),
};
