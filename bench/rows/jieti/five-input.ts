/** The companies of the bench as evaluators take them, past the door, and what evaluators give as amounts of the bench. */
import type { Assessment } from '../../../runtime/assessment.ts';
import type { EvaluationInput, Facts, FactValue } from '../../../runtime/input.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import type { End } from '../../../runtime/value.ts';
import { yuanText } from '../../companies/facts-json.ts';
import {
  assessedYear,
  clauseIds,
  type FiveAmounts,
  type FiveClause,
  type FiveFacts,
} from '../../companies/five-facts.ts';

const period = periodOfYear(assessedYear);

export function inputOf(company: FiveFacts, subject: string): EvaluationInput {
  return { facts: fiveFacts(company, subject), period, decisions: [], readings: {} };
}

/** As the door gives them. */
function fiveFacts(company: FiveFacts, subject: string): Facts {
  const values = new Map<string, FactValue>([
    ['ai_enterprise', { boolean: company.ai }],
    ['scale_software', { boolean: company.software }],
    ['compute_qualified', { boolean: company.qualified }],
    ['new_registered', { boolean: company.fresh }],
    [`compute_purchases@${assessedYear}`, { number: yuanText(company.purchases) }],
    [`compute_spend@${assessedYear}`, { number: yuanText(company.spend) }],
    [`rd@${assessedYear - 1}`, { number: yuanText(company.rdBefore) }],
    [`rd@${assessedYear}`, { number: yuanText(company.rd) }],
    [`revenue@${assessedYear - 1}`, { number: yuanText(company.revenueBefore) }],
    [`revenue@${assessedYear}`, { number: yuanText(company.revenue) }],
    [`loan_asked@${assessedYear}`, { number: yuanText(company.asked) }],
  ]);
  return { subject, values, lists: new Map() };
}

/** Payable amounts in fen. An assessment that leaves anything open is not what the bench asked for, and throws. */
export function amountsOf(assessment: Assessment): FiveAmounts {
  const fen = (clause: FiveClause) => {
    const result = assessment.clauses.find((one) => one.clause === clauseIds[clause]);
    if (result === undefined) throw new Error(`no result for ${clause}`);
    const { kind, payable } = result.outcome;
    if (kind !== 'granted' && kind !== 'notMet') throw new Error(`${clause} came out ${kind}`);
    return fenOf(payable.hi);
  };
  const [voucher, rdSubsidy, growthAward] = [fen('voucher'), fen('rdSubsidy'), fen('growthAward')];
  const [scaleAward, rdLoan] = [fen('scaleAward'), fen('rdLoan')];
  const grants = assessment.totals.find(({ kind }) => kind === 'grant');
  return {
    voucher,
    rdSubsidy,
    growthAward,
    scaleAward,
    rdLoan,
    grants: grants === undefined ? 0 : fenOf(grants.payable.hi),
  };
}

function fenOf(end: End): number {
  if (typeof end === 'string') throw new Error('an amount without end');
  const fen = (end.n * 100n) / end.d;
  if (fen * end.d !== end.n * 100n) throw new Error('an amount with parts of a fen');
  return Number(fen);
}
