import { NothingDated, SplitOfSeveral } from '../../diagnostics/dated-figures.ts';
import type { AsOf, Expression, SplitByDays } from '../../grammar/ast.ts';
import { datedFigures } from '../dated-figures.ts';
import { requireType } from './check-choose.ts';
import type { Checking } from './checking.ts';
import { dateType, errorType, isError, type Type } from './type.ts';

/** `E as of D`: the dated figures inside E are read at D. R19. */
export function checkAsOf(state: Checking, { of, day, span }: AsOf): Type {
  const type = state.infer(of);
  requireType(state, day, dateType);
  if (isError(type) || figuresIn(state, of) > 0) return type;
  state.report(NothingDated, { span }, { split: false });
  return errorType;
}

/** `E split by days`: the one dated figure inside E counts by days. R19. */
export function checkSplitByDays(state: Checking, { of, span }: SplitByDays): Type {
  const type = state.infer(of);
  const count = isError(type) ? 1 : figuresIn(state, of);
  if (count === 1) return type;
  if (count === 0) state.report(NothingDated, { span }, { split: true });
  else state.report(SplitOfSeveral, { span }, {});
  return errorType;
}

/** Dated figures whose day is not yet said. */
function figuresIn({ names }: Checking, root: Expression): number {
  return [...datedFigures(names, root)].length;
}
