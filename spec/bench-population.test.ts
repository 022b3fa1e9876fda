/** The generated city: the same for the same seed, and nothing in it that the door of the Xiamen measures would refuse or wonder at. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CompanyFacts, companyFacts, populationParameters } from '../bench/population/company-facts.ts';
import { populationTables, rowsOf } from '../bench/population/tables.ts';
import { writePopulation } from '../bench/population/write-population.ts';
import { irOf } from '../bench/rows/jieti/interpreter.ts';
import { emitFactsSchema } from '../compiler/emit/json-schema/emit.ts';
import { readFacts } from '../runtime/door/read-facts.ts';
import { evaluate } from '../runtime/evaluate.ts';
import { periodOfYear } from '../runtime/period.ts';

const plan = { seed: 1, firstYear: 2023, lastYear: 2025, missing: 0 };
const companies = Array.from({ length: 1500 }, (_, index) => companyFacts(plan, index));
const folder = mkdtempSync(join(tmpdir(), 'jieti-population-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a company depends on the seed and its number alone', () => {
  expect(companyFacts(plan, 1234)).toEqual(companies[1234]);
  expect(companyFacts({ ...plan, seed: 2 }, 1234)).not.toEqual(companies[1234]);
  expect(new Set(companies.map((company) => JSON.stringify({ ...company, subject: '' }))).size).toBe(companies.length);
});

test('the door takes every company without a word, and the clauses with amounts are reached', () => {
  const file = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
  const ir = irOf({ file, text: readFileSync(file, 'utf8') });
  const schema = emitFactsSchema(ir);
  const parameters = populationParameters(plan);
  const paid = new Set<string>();
  const likely = Array.from({ length: 20_000 }, (_, index) => companyFacts(plan, index)).filter(hasSomethingRare);
  expect(likely.length).toBeGreaterThan(50);
  for (const company of [...companies.slice(0, 200), ...likely]) {
    const { facts, diagnostics } = readFacts(ir, schema, { ...company, ...parameters });
    expect({ subject: company.subject, diagnostics }).toEqual({ subject: company.subject, diagnostics: [] });
    const assessment = evaluate(ir, { facts: facts!, period: periodOfYear(2024), decisions: [], readings: {} });
    for (const { clause, outcome } of assessment.clauses) if (isAbove0(outcome.payable.hi)) paid.add(clause);
  }
  // The amounts of art. 2 are set elsewhere.
  const withAmount = ir.clauses.filter(({ id, statements }) => id !== 'art2' && statements.some(isPaying));
  expect(withAmount.map(({ id }) => id).filter((id) => !paid.has(id))).toEqual([]);
});

const isPaying = ({ kind }: { readonly kind: string }) => kind === 'amount' || kind === 'items';

/** One list alone would leave the rarest clauses out; all companies would take long. */
function hasSomethingRare(company: CompanyFacts, index: number): boolean {
  const holds = (list: string) => (company[list] as readonly unknown[]).length > 0;
  if (holds('key_lab')) return true;
  if (index > 8000 || company.ai_enterprise !== true) return false;
  return (
    String(company.first_giant_on).startsWith('2024') || ['milestone', 'platform', 'product', 'standard'].some(holds)
  );
}

test('tables and facts say the same', () => {
  const count = 200;
  const written = writePopulation({ ...plan, companies: count, format: 'csv', folder }, () => {});
  writePopulation({ ...plan, companies: count, format: 'jsonl', folder }, () => {});
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  const facts = lines('companies.jsonl').map((line) => JSON.parse(line) as CompanyFacts);
  expect(facts).toEqual(companies.slice(0, count));
  for (const table of populationTables(plan)) {
    const [head, ...rows] = lines(`${table.name}.csv`).map((line) => line.split(','));
    expect(head).toEqual(table.columns.map(({ name }) => name));
    expect(rows.length).toBe(written.get(`${table.name}.csv`));
    const cells = facts.flatMap((company) => rowsOf(table, company));
    const shown = cells.map((row) => row.map((cell) => (Array.isArray(cell) ? cell.join('|') : String(cell ?? ''))));
    expect(rows).toEqual(shown);
  }
});

function isAbove0(end: { readonly n: bigint } | string): boolean {
  return typeof end === 'object' && end.n > 0n;
}
