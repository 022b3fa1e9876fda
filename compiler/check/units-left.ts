import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import { UnitsLeft, WrongType } from '../../diagnostics/types.ts';
import type { Expression } from '../../grammar/ast.ts';
import { type UnitNames, unitText } from '../../runtime/compound.ts';
import type { UnitIr } from '../../runtime/ir.ts';
import type { Checking } from './checking.ts';
import { quotientOf } from './dimensions.ts';
import type { Type } from './type.ts';
import { typeWords } from './type-words.ts';

/** Reports that an expression is not of the type its place asks for: by the units left over where units were multiplied out, else by both types. */
export function reportWrongType(state: Checking, { span }: Expression, wanted: Type, found: Type): void {
  const left = found.kind === 'compound' ? quotientOf(found, wanted) : undefined;
  const units = left === undefined ? undefined : unitsOf(left);
  if (units === undefined || units.per.some(({ kind }) => kind === 'money'))
    state.report(WrongType, { span }, { expected: typeWords(wanted, state), found: typeWords(found, state) });
  else
    state.report(
      UnitsLeft,
      { span },
      {
        wanted: typeWords(wanted, state),
        over: units.over.map((unit) => unitText(unit, state.units)),
        per: units.per.map((unit) => unitText(unit, state.units)),
        factors: [...units.over, ...units.per].map((unit) => factorWords(unit, state.units)),
      },
    );
}

function unitsOf(type: Type): Pick<Extract<Type, { kind: 'compound' }>, 'over' | 'per'> | undefined {
  if (type.kind === 'compound') return type;
  return type.kind === 'money' || type.kind === 'quantity' || type.kind === 'duration'
    ? { over: [type], per: [] }
    : undefined;
}

/** What is measured in a unit. */
function factorWords(unit: UnitIr, units: UnitNames): Bilingual {
  if (unit.kind === 'count') return { zh: '个数', en: 'a count' };
  const { zh, en } = unitText(unit, units);
  return { zh: `以${zh}计的数`, en: `a figure in ${en}` };
}
