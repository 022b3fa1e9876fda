/** Kleene's three-valued logic with the causes of what is unknown. R1. */
import { joinCauses } from './causes.ts';
import type { Cause, Truth, TruthValue, UndefinedReason } from './value.ts';

export const yes: TruthValue = { kind: 'truth', truth: 'true', causes: [] };
export const no: TruthValue = { kind: 'truth', truth: 'false', causes: [] };

export function unknown(causes: readonly Cause[]): TruthValue {
  return { kind: 'truth', truth: 'unknown', causes };
}

export function known(value: boolean): TruthValue {
  return value ? yes : no;
}

/** False without comparing: an operand is undefined. R8. */
export function undefinedTruth(reason: UndefinedReason): TruthValue {
  return { kind: 'truth', truth: 'false', causes: [], reason };
}

/** No short-circuit: the caller has evaluated every operand. */
export function conjunction(operands: readonly TruthValue[]): TruthValue {
  return combine(operands, 'false', yes);
}

export function disjunction(operands: readonly TruthValue[]): TruthValue {
  return combine(operands, 'true', no);
}

/** A truth that is false because something is undefined stays false when negated (R8). */
export function negation(operand: TruthValue): TruthValue {
  if (operand.truth === 'unknown' || operand.reason !== undefined) return operand;
  return operand.truth === 'true' ? no : yes;
}

function combine(operands: readonly TruthValue[], deciding: Truth, neutral: TruthValue): TruthValue {
  if (operands.some((operand) => operand.truth === deciding)) return deciding === 'true' ? yes : no;
  const open = operands.filter((operand) => operand.truth === 'unknown');
  return open.length === 0 ? neutral : unknown(joinCauses(open.map((operand) => operand.causes)));
}
