/**
 * The reference interpreter: what a policy means, written to be read. Every other target must agree with it to the last digit.
 *
 * - `evaluate/expression.ts` dispatches expressions to the files of their subjects: `facts`, `arithmetic`, `compare`, `logic`, `choose`,
 *   `ladder`, `aggregate`, `dates`, `clause-reference`, `switch`;
 * - `evaluate/statement.ts` runs lines: `lines`, `items`; over the state in `scope`;
 * - `evaluate/clause.ts` runs one clause;
 * - `assess.ts` joins clauses, blocks, other policies and outcomes.
 */
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { interpreter } from './evaluate/clause.ts';
import type { EvaluationInput } from './input.ts';
import type { PolicyIr } from './ir.ts';

/** Total and pure. The input has passed the door: facts fit their declared types, keys are unique, days exist. */
export function evaluate(ir: PolicyIr, input: EvaluationInput): Assessment {
  return assess(ir, input, interpreter);
}
