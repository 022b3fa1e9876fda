import type { AsOf, Expression, SplitByDays } from '../../grammar/ast.ts';
import type { DatedExpr, Expr } from '../../runtime/ir.ts';
import type { ParameterSymbol } from '../resolve/symbol.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { lowerExpression } from './lower-expression.ts';

/** `E as of D`: only a place is changed; the dated figures inside carry the day. */
export function lowerAsOf(draft: Draft, { of, day }: AsOf, place: Place): Expr {
  return lowerExpression(draft, of, { ...place, figureDay: { day, place } });
}

export function lowerSplitByDays(draft: Draft, { of }: SplitByDays, place: Place): Expr {
  return lowerExpression(draft, of, { ...place, figureDay: 'period' });
}

/** R3, R19: a shift moves the day; one that stands outside `as of D` moves only what D itself hangs on. */
export function lowerDated(draft: Draft, expression: Expression, { name }: ParameterSymbol, place: Place): DatedExpr {
  const base = {
    kind: 'dated' as const,
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    field: name.id,
  };
  const { figureDay } = place;
  if (figureDay === undefined) return { ...base, at: 'referenceDay', shift: place.shift };
  if (figureDay === 'period') return { ...base, at: 'period', shift: place.shift };
  if ('accrual' in figureDay) return { ...base, at: 'accrual', shift: place.shift - figureDay.accrual.shift };
  const shift = place.shift - figureDay.place.shift;
  return { ...base, at: 'day', shift, day: lowerExpression(draft, figureDay.day, figureDay.place) };
}
