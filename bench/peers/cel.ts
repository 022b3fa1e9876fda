/** Common Expression Language, by @marcbachmann/cel-js: parsed once, one map of amounts per company. */
import { Environment } from '@marcbachmann/cel-js';
import type { FiveFacts } from '../companies/five-facts.ts';
import { type ClauseNumbers, type Peer, prepared, withGrants } from './peer.ts';

const rung = (revenue: string) =>
  `(${revenue} > 200000000000.0 ? 200000000.0 : ${revenue} > 100000000000.0 ? 150000000.0 : ${revenue} > 50000000000.0 ? 100000000.0 :
    ${revenue} > 20000000000.0 ? 50000000.0 : ${revenue} > 10000000000.0 ? 20000000.0 : ${revenue} > 5000000000.0 ? 10000000.0 : 0.0)`;

/** The notation has no lesser of two, and rounds down by turning into a whole number. */
const least = (a: string, b: string) => `(${a} < ${b} ? ${a} : ${b})`;
const floor = (a: string) => `double(int(${a}))`;

const text = `{
  'voucher': qualified && purchases >= 30000000.0 ? ${least(floor('spend * 0.5'), '50000000.0')} : 0.0,
  'rdSubsidy': ai && software && rd > 200000000.0 && rd > rdBefore
    ? ${least(`${floor('rd / 200000000.0')} * 10000000.0`, '500000000.0')} : 0.0,
  'growthAward': ai && software && revenue > 5000000000.0 && revenueBefore > 0.0 && revenue / revenueBefore - 1.0 > 0.25
    ? ${least(floor('(revenue - revenueBefore) * 0.006'), '600000000.0')} : 0.0,
  'scaleAward': ai && software && revenueBefore > 0.0 && revenue / revenueBefore - 1.0 >= 0.15 && revenue > revenueBefore
    ? ${rung('revenue')} - ${rung('revenueBefore')} : 0.0,
  'rdLoan': !ai ? 0.0 : fresh ? ${least('asked', '1000000000.0')}
    : ${least(least('asked', '5000000000.0'), floor('rdBefore * 0.5'))}
}`;

export const peer: Peer = {
  name: 'CEL (@marcbachmann/cel-js)',
  prepare: async () => {
    const environment = new Environment();
    for (const name of ['ai', 'software', 'qualified', 'fresh']) environment.registerVariable(name, 'bool');
    for (const name of ['purchases', 'spend', 'rd', 'rdBefore', 'revenue', 'revenueBefore', 'asked'])
      environment.registerVariable(name, 'double');
    const assess = environment.parse(text) as unknown as (facts: FiveFacts) => ClauseNumbers;
    return prepared({ input: (company) => company, assess: (company) => assess(company), amounts: withGrants });
  },
};
