import type { Cause, Truth, TruthValue, UndefinedReason } from '../value.ts';
import { noCauses, union } from './amount.ts';
import type { OptionsOperand, TextOperand } from './place.ts';

export const yes: TruthValue = { kind: 'truth', truth: 'true', causes: noCauses };
export const no: TruthValue = { kind: 'truth', truth: 'false', causes: noCauses };

export function unknown(causes: readonly Cause[]): TruthValue {
  return { kind: 'truth', truth: 'unknown', causes };
}

/** False without comparing. */
export function noBecause(reason: UndefinedReason): TruthValue {
  return { kind: 'truth', truth: 'false', causes: noCauses, reason };
}

/** Kleene; `deciding` is the truth that settles it alone. */
function joined(
  operands: readonly TruthValue[],
  deciding: Truth,
  settled: TruthValue,
  otherwise: TruthValue,
): TruthValue {
  let causes = noCauses;
  let open = false;
  for (const operand of operands) {
    if (operand.truth === deciding) return settled;
    if (operand.truth !== 'unknown') continue;
    open = true;
    causes = union(causes, operand.causes);
  }
  return open ? unknown(causes) : otherwise;
}

export function and(operands: readonly TruthValue[]): TruthValue {
  return joined(operands, 'false', no, yes);
}

export function or(operands: readonly TruthValue[]): TruthValue {
  return joined(operands, 'true', yes, no);
}

export function not(operand: TruthValue): TruthValue {
  if (operand.reason !== undefined) return operand;
  return operand.truth === 'unknown' ? operand : operand.truth === 'true' ? no : yes;
}

/** Whether a choice holds one of these options; a yes/no value holds "true" or "false". What is none holds nothing, negated or not. */
export function holdsOneOf(value: OptionsOperand | TruthValue, options: readonly string[]): TruthValue {
  if (value.kind === 'undefined') return noBecause(value.reason);
  if (value.kind === 'truth')
    return value.truth === 'unknown' || value.reason !== undefined ? value : options.includes(value.truth) ? yes : no;
  if (value.options === undefined) return unknown(value.causes);
  return value.options.some((option) => options.includes(option)) ? yes : no;
}

/** Texts are the same or not, by code units. */
export function compareTexts(same: boolean, left: TextOperand, right: TextOperand): TruthValue {
  if (left.kind === 'undefined') return noBecause(left.reason);
  if (right.kind === 'undefined') return noBecause(right.reason);
  if (left.text === undefined || right.text === undefined) return unknown(union(left.causes, right.causes));
  return (left.text === right.text) === same ? yes : no;
}

/** A row's bounds together; with an undefined key none holds, for that reason. */
export function boundsTest(
  key: { readonly reason: UndefinedReason | undefined },
  tests: readonly TruthValue[],
): TruthValue {
  return key.reason === undefined ? and(tests) : noBecause(key.reason);
}
