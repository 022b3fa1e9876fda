import { expect } from 'vitest';
import type { Assessment } from '../../runtime/assessment.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import type { Origins } from '../../runtime/origins.ts';
import { literalsOf, type PolicyLiterals } from './policy-literals.ts';
import { seeded } from './random.ts';
import { randomInput } from './random-input.ts';
import { asTabled, runSql, sqlDifferences } from './sql-differential.ts';
import { fitsTables } from './sql-tables.ts';

export interface SqlCase {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly year: number;
  readonly readings?: Readonly<Record<string, string>>;
  readonly count: number;
  readonly seed?: number;
}

export interface SqlCompared {
  readonly compared: number;
  readonly undetermined: number;
  readonly assessments: readonly Assessment[];
}

/** Random applicants that the tables can hold, assessed by the query and the interpreter; undefined where the policy has no SQL. */
export async function compareSql(one: SqlCase): Promise<SqlCompared | undefined> {
  const inputs = applicants(one);
  const results = await runSql(one.ir, one.origins, inputs, { year: one.year, readings: one.readings ?? {} });
  if (results === undefined) return undefined;
  const assessments = inputs.map((input) => evaluate(one.ir, input));
  const { differences, undetermined, compared } = sqlDifferences(assessments, results);
  expect(differences.slice(0, 5)).toEqual([]);
  return { compared, undetermined, assessments };
}

export function applicants({ ir, year, readings = {}, count, seed = 0 }: SqlCase): readonly EvaluationInput[] {
  const literals: PolicyLiterals = literalsOf(ir);
  const inputs: EvaluationInput[] = [];
  for (let number = 1; inputs.length < count && number <= count * 20; number += 1) {
    const subject = `S${seed + number}`;
    const drawn = randomInput(ir, seeded(seed + number), literals);
    const input = { ...asTabled(drawn, subject, year), readings };
    if (drawn.period.year === year && fitsTables(ir, input)) inputs.push(input);
  }
  return inputs;
}

/** Years that a policy touches, and the one before. */
export function yearsOf({ inForce }: PolicyIr): readonly number[] {
  const first = Number(inForce.from.slice(0, 4));
  const last = inForce.to === undefined ? first + 2 : Number(inForce.to.slice(0, 4));
  return Array.from({ length: Math.min(3, last - first + 1) }, (_, index) => first + index);
}
