/** What `jieti build` writes of the five clauses, with the runtime that ships: bundled by `run.mjs` before anything is measured. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Assessment } from '../../../runtime/assessment.ts';
import type { EvaluationInput } from '../../../runtime/input.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';

/** One module that holds the evaluator, its tables, its schema, and what it needs of Jieti. */
export interface EmittedPolicy {
  readonly assess: (input: EvaluationInput) => Assessment;
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly schema: object;
}

/** Where `run.mjs` puts what it builds. */
export function builtFolder(): string {
  const folder = process.env.JIETI_BENCH_BUILT;
  if (folder === undefined) throw new Error('the bench is started by `npm run bench`');
  return folder;
}

export async function emittedPolicy(): Promise<EmittedPolicy> {
  return (await import(pathToFileURL(join(builtFolder(), 'five-clauses.mjs')).href)) as EmittedPolicy;
}
