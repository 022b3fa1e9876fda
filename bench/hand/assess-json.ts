/**
 * From the text of a request to the text of an answer, written by hand: parse, look at every fact, turn yuan into whole fen, assess, write the
 * amounts as yuan. What is missing or of the wrong form is refused with its name, and that is all the help a caller gets.
 */

import { yuanText } from '../companies/facts-json.ts';
import { assessedYear, type FiveFacts } from '../companies/five-facts.ts';
import { assessFen } from './assess-fen.ts';

const now = String(assessedYear);
const before = String(assessedYear - 1);

export function assessJson(text: string): string {
  const facts = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const subject = facts.subject;
  if (typeof subject !== 'string') throw new TypeError('subject');
  const amounts = assessFen(factsFrom(facts));
  return JSON.stringify({
    subject,
    voucher: yuanText(amounts.voucher),
    rd_subsidy: yuanText(amounts.rdSubsidy),
    growth_award: yuanText(amounts.growthAward),
    scale_award: yuanText(amounts.scaleAward),
    rd_loan: yuanText(amounts.rdLoan),
    grants: yuanText(amounts.grants),
  });
}

export function factsFrom(facts: Readonly<Record<string, unknown>>): FiveFacts {
  return {
    ai: truthOf(facts, 'ai_enterprise'),
    software: truthOf(facts, 'scale_software'),
    qualified: truthOf(facts, 'compute_qualified'),
    fresh: truthOf(facts, 'new_registered'),
    purchases: moneyOf(facts, 'compute_purchases', now),
    spend: moneyOf(facts, 'compute_spend', now),
    rd: moneyOf(facts, 'rd', now),
    rdBefore: moneyOf(facts, 'rd', before),
    revenue: moneyOf(facts, 'revenue', now),
    revenueBefore: moneyOf(facts, 'revenue', before),
    asked: moneyOf(facts, 'loan_asked', now),
  };
}

function truthOf(facts: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = facts[name];
  if (typeof value !== 'boolean') throw new TypeError(name);
  return value;
}

/** Below 2^53 / 100 yuan the product with 100 is off by less than half a fen, so that rounding gives the fen that was written. */
function moneyOf(facts: Readonly<Record<string, unknown>>, name: string, year: string): number {
  const years = facts[name];
  if (typeof years !== 'object' || years === null) throw new TypeError(name);
  const text = (years as Readonly<Record<string, unknown>>)[year];
  if (typeof text !== 'string' || !/^\d{1,13}(?:\.\d{1,2})?$/.test(text)) throw new TypeError(`${name} ${year}`);
  return Math.round(Number(text) * 100);
}
