import { UnitsLeft, WrongType } from '../../diagnostics/types.ts';
import type { Expression } from '../../grammar/ast.ts';
import type { Checking } from './checking.ts';
import { quotientOf } from './dimensions.ts';
import type { Type } from './type.ts';
import { typeWords, unitWords } from './type-words.ts';

/** Reports that an expression is not of the type its place asks for: by the units left over where units were multiplied out, else by both types. */
export function reportWrongType(state: Checking, { span }: Expression, wanted: Type, found: Type): void {
  const left = found.kind === 'compound' ? quotientOf(found, wanted) : undefined;
  const units = left === undefined ? undefined : unitsOf(left);
  if (units === undefined || units.per.some(({ kind }) => kind === 'money'))
    state.report(WrongType, { span }, { expected: typeWords(wanted), found: typeWords(found) });
  else
    state.report(
      UnitsLeft,
      { span },
      { wanted: typeWords(wanted), over: units.over.map(unitWords), per: units.per.map(unitWords) },
    );
}

function unitsOf(type: Type): Pick<Extract<Type, { kind: 'compound' }>, 'over' | 'per'> | undefined {
  if (type.kind === 'compound') return type;
  return type.kind === 'money' || type.kind === 'quantity' || type.kind === 'duration'
    ? { over: [type], per: [] }
    : undefined;
}
