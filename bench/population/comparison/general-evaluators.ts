/** Single companies through the door and both general evaluators, with the awards of the years before as their ledger. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitFactsSchema } from '../../../compiler/emit/json-schema/emit.ts';
import { tableNames } from '../../../compiler/emit/sql/table-names.ts';
import { emitTypeScript } from '../../../compiler/emit/typescript/emit.ts';
import { fewRows, sqlName, type Workspace } from '../../../programme/workspace.ts';
import type { Assessment } from '../../../runtime/assessment.ts';
import { readFacts } from '../../../runtime/door/read-facts.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import type { AwardEntry, EvaluationInput, Facts, FactValues, LedgerEntry } from '../../../runtime/input.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import { type PopulationPlan, populationParameters } from '../company-facts.ts';

export type Assess = (input: EvaluationInput) => Assessment;

/** The evaluator that `jieti build` emits, and the interpreter. */
export async function generalEvaluators(
  ir: PolicyIr,
  origins: Origins,
  root: string,
): Promise<ReadonlyMap<string, Assess>> {
  const folder = join(root, '.cache', 'comparison');
  mkdirSync(folder, { recursive: true });
  const files = emitTypeScript(ir, origins, { name: 'evaluator', runtime: '../../runtime/core/index.ts' });
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
  const emitted: unknown = await import(pathToFileURL(join(folder, 'evaluator.ts')).href);
  return new Map<string, Assess>([
    ['interpreter', (input) => evaluate(ir, input)],
    ['emitted evaluator', (emitted as { readonly assess: Assess }).assess],
  ]);
}

/** Past the door, as facts of the company and what is the same for all. */
export type Door = (facts: object) => Facts;

export function door(ir: PolicyIr): Door {
  const schema = emitFactsSchema(ir);
  return (source) => {
    const { facts, diagnostics } = readFacts(ir, schema, source);
    if (facts === undefined) throw new Error(`the door refuses a company: ${diagnostics[0]?.message.en}`);
    return facts;
  };
}

export function parametersOf(read: Door, plan: PopulationPlan): FactValues {
  return read(populationParameters(plan)).values;
}

/** Complete for all policies: so the query takes the table of awards. */
const complete: LedgerEntry = { kind: 'coverage', policy: '*', subject: '*', from: '1900-01-01', to: '2200-01-01' };

export function inputOf(
  facts: Facts,
  parameters: FactValues,
  year: number,
  awards: ReadonlyMap<string, readonly AwardEntry[]>,
): EvaluationInput {
  const values = new Map([...parameters, ...facts.values]);
  const ledger = { entries: [complete, ...(awards.get(facts.subject) ?? [])] };
  return { facts: { ...facts, values }, period: periodOfYear(year), ledger, decisions: [], readings: {} };
}

/** The table of awards as entries, by company. */
export async function awardsBySubject(
  { connection }: Workspace,
  ir: PolicyIr,
): Promise<ReadonlyMap<string, readonly AwardEntry[]>> {
  const columns = 'subject, clause, item, year, cast(entitled as varchar), cast(paid as varchar)';
  const rows = await fewRows(connection, `select ${columns} from ${sqlName(tableNames(ir).award)}`);
  const bySubject = new Map<string, AwardEntry[]>();
  for (const [subject, clause, item, year, entitled, paid] of rows) {
    const entry: AwardEntry = {
      kind: 'award',
      id: `${subject} ${clause} ${item} ${year}`,
      subject: String(subject),
      policy: ir.id,
      clause: String(clause),
      ...(item === null ? {} : { item: String(item) }),
      period: periodOfYear(Number(year)),
      recordedOn: `${year}-12-31`,
      entitled: plainText(String(entitled)),
      paid: plainText(String(paid)),
      state: 'decided',
      readings: {},
      digests: {},
    };
    const known = bySubject.get(entry.subject);
    if (known === undefined) bySubject.set(entry.subject, [entry]);
    else known.push(entry);
  }
  return bySubject;
}

/** The canonical form of decimal text. */
function plainText(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}
