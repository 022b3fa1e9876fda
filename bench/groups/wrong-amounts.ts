/** How many amounts each row gets wrong, of companies at the boundaries, held against the interpreter. */

import { factsText } from '../companies/facts-json.ts';
import { clauseIds, type FiveFacts, fiveClauses, wrongAmounts } from '../companies/five-facts.ts';
import { boundaryCompanies } from '../companies/five-generators.ts';
import { assessJson } from '../hand/assess-json.ts';
import { assessTexts } from '../rows/jieti/from-json.ts';
import { interpreterRow } from '../rows/jieti/rows.ts';
import type { Row } from '../rows/row.ts';

/** Wrong amounts by row, of `of`. */
export interface WrongAmounts {
  readonly of: number;
  readonly byRow: Readonly<Record<string, number>>;
}

export async function countWrong(rows: readonly Row[], cases: number, seed: number): Promise<WrongAmounts> {
  const companies = boundaryCompanies(cases, seed);
  const meaning = await interpreterRow.prepare();
  const expected = companies.map((company) => meaning.amounts(meaning.assess(meaning.input(company))));
  const byRow: Record<string, number> = {};
  for (const row of rows) {
    const { input, assess, amounts, close } = await row.prepare();
    let wrong = 0;
    for (const [index, company] of companies.entries()) {
      wrong += wrongAmounts(expected[index]!, amounts(await assess(input(company))));
    }
    byRow[row.id] = wrong;
    close?.();
  }
  byRow['from-json'] = await wrongFromTexts(companies);
  return { of: cases * fiveClauses.length, byRow };
}

/** Of the way from text to text: yuan for yuan what the same by hand answers. */
async function wrongFromTexts(companies: readonly FiveFacts[]): Promise<number> {
  const assess = await assessTexts();
  let wrong = 0;
  for (const company of companies) {
    const text = factsText(company, 'company');
    const expected = JSON.parse(assessJson(text)) as Readonly<Record<string, string>>;
    const { outcomes } = JSON.parse(assess(text)) as { outcomes: Readonly<Record<string, { payable?: string }>> };
    for (const clause of fiveClauses) {
      const { payable = '0' } = outcomes[clauseIds[clause]]!;
      if (Number(payable) !== Number(expected[clauseIds[clause]])) wrong += 1;
    }
  }
  return wrong;
}
