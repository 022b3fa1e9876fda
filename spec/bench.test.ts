/** What the bench measures against: it must be right before it may be quick. The engines it is compared with are not needed here. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factsText } from '../bench/companies/facts-json.ts';
import { columnsOf, emptyAmounts } from '../bench/companies/five-columns.ts';
import { fiveClauses } from '../bench/companies/five-facts.ts';
import { boundaryCompanies, realisticCompanies } from '../bench/companies/five-generators.ts';
import { assessColumns } from '../bench/hand/assess-columns.ts';
import { assessDecimal, decimalAmounts, decimalFacts } from '../bench/hand/assess-decimal.ts';
import { assessExplained } from '../bench/hand/assess-explained.ts';
import { assessFen } from '../bench/hand/assess-fen.ts';
import { assessJson, factsFrom } from '../bench/hand/assess-json.ts';
import { interpreterOf } from '../bench/rows/jieti/interpreter.ts';

const file = 'bench/policies/five-clauses.policy';
const interpret = interpreterOf({ file, text: readFileSync(file, 'utf8') });
const cases = Number(process.env.JIETI_CASES ?? 2000);

test('the same seed gives the same companies', () => {
  expect(boundaryCompanies(50, 7)).toEqual(boundaryCompanies(50, 7));
  expect(realisticCompanies(50, 7)).toEqual(realisticCompanies(50, 7));
  expect(boundaryCompanies(50, 7)).not.toEqual(boundaryCompanies(50, 8));
  expect(factsText(boundaryCompanies(1, 7)[0]!, 'c1')).toMatchInlineSnapshot(
    `"{"subject":"c1","ai_enterprise":true,"scale_software":true,"compute_qualified":true,"new_registered":false,"compute_purchases":{"2024":"2000000.01"},"compute_spend":{"2024":"20000000.00"},"rd":{"2023":"0.00","2024":"20000000.01"},"revenue":{"2023":"2086000000.40","2024":"999999999.99"},"loan_asked":{"2024":"1000000.00"}}"`,
  );
});

test(`the hand-written code pays what the interpreter pays, on ${cases} companies at the boundaries`, () => {
  const reached = Object.fromEntries(fiveClauses.map((clause) => [clause, 0]));
  for (const company of boundaryCompanies(cases, 20_231_010)) {
    const expected = interpret(company);
    expect({ company, amounts: assessFen(company) }).toEqual({ company, amounts: expected });
    for (const clause of fiveClauses) if (expected[clause] > 0) reached[clause]! += 1;
  }
  // A generator that never reaches a clause would prove nothing about it.
  for (const clause of fiveClauses)
    expect({ clause, often: reached[clause]! > cases / 50 }).toEqual({ clause, often: true });
});

test('all that is written by hand pays the same', () => {
  const companies = [...boundaryCompanies(cases, 3), ...realisticCompanies(cases, 4)];
  const amounts = emptyAmounts(companies.length);
  assessColumns(columnsOf(companies), amounts);
  for (const [row, company] of companies.entries()) {
    const { grants, ...expected } = assessFen(company);
    const columns = Object.fromEntries(fiveClauses.map((clause) => [clause, amounts[clause][row]]));
    expect({ company, amounts: columns }).toEqual({ company, amounts: expected });
    expect(decimalAmounts(assessDecimal(decimalFacts(company)))).toEqual({ ...expected, grants });
    expect(assessExplained(company).amounts).toEqual({ ...expected, grants });
    expect(factsFrom(JSON.parse(factsText(company, 'c')))).toEqual(company);
  }
  expect(assessJson(factsText(companies[0]!, 'c'))).toMatchInlineSnapshot(
    `"{"subject":"c","voucher":"238400.39","rd_subsidy":"0.00","growth_award":"0.00","scale_award":"0.00","rd_loan":"0.00","grants":"238400.39"}"`,
  );
});
