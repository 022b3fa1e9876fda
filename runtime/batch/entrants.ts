/** R11: who enters a pool, with what claim, and in which order they are served. */
import { PoolKeyOpen } from '../../diagnostics/batch.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Assessment, ClauseResult } from '../assessment.ts';
import { linesOf } from '../clause-value.ts';
import { knownPoint } from '../interval.ts';
import type { Budget, ClauseId, ClauseIr } from '../ir.ts';
import { compare } from '../rational.ts';
import type { NumberValue } from '../value.ts';

export interface Entrant {
  readonly applicant: number;
  readonly subject: string;
  readonly budget: Budget;
  readonly amount: NumberValue;
  readonly claim: NumberValue;
  readonly keys: readonly (NumberValue | undefined)[];
}

/** An applicant whose budget line ran; else none. */
export function entrantOf(clause: ClauseIr, { subject, clauses }: Assessment, applicant: number): readonly Entrant[] {
  const result = clauses.find((one) => one.clause === clause.id)!;
  const budget = activeBudget(clause, result);
  if (budget === undefined) return [];
  const amount = numberAt(result, budget.amount.id);
  if (amount === undefined) return [];
  const keys = (budget.order?.keys ?? []).map(({ by }) => numberAt(result, by.id));
  return [{ applicant, subject, budget, amount, claim: result.own, keys }];
}

function activeBudget(clause: ClauseIr, { frame }: ClauseResult): Budget | undefined {
  return linesOf(clause.statements).find(
    (line): line is Budget => line.kind === 'budget' && line.sharing !== 'unlimited' && frame.states.has(line.id),
  );
}

function numberAt({ frame }: ClauseResult, node: number): NumberValue | undefined {
  const value = frame.values.get(node);
  return value?.kind === 'number' ? value : undefined;
}

/** As listed, or by the line's own keys, those alike as listed; undefined where a key is open for somebody. */
export function inOrder(
  clause: ClauseId,
  entrants: readonly Entrant[],
  order: Budget['order'],
  report: Report,
): readonly Entrant[] | undefined {
  if (order === undefined) return entrants;
  const open = entrants.filter(({ keys }) => keys.some((key) => key === undefined || knownPoint(key) === undefined));
  if (open.length > 0) {
    report(PoolKeyOpen, { path: clause }, { clause, subjects: open.map(({ subject }) => subject) });
    return undefined;
  }
  const byKeys = (one: Entrant, other: Entrant): number => {
    for (const [index, { first }] of order.keys.entries()) {
      const ahead = compare(knownPoint(one.keys[index]!)!, knownPoint(other.keys[index]!)!);
      if (ahead !== 0) return first === 'least' ? ahead : -ahead;
    }
    return 0;
  };
  return [...entrants].sort(byKeys);
}
