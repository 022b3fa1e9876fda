import type { CapLine, OnceLine } from '../../grammar/ast.ts';
import type { Cap, Expr, ScopeIr, Statement } from '../../runtime/ir.ts';
import { type Draft, type DraftOrigin, type Place, take } from './draft.ts';
import { lowerExpression } from './lower-expression.ts';
import { lowerOrdering } from './lower-ordering.ts';
import { mapPlan, type Plan, switchStatements } from './lower-reading.ts';
import { perOf, planWindow } from './lower-scope.ts';
import { labelOf } from './lower-statement.ts';

/** How often: a condition on what was paid before, or with an order a choice among the items gone through. R5. */
export function lowerOnce(draft: Draft, line: OnceLine, place: Place, origin: DraftOrigin): readonly Statement[] {
  const per = perOf(draft, line.scopes, place);
  return switchStatements(draft, planScope(draft, line, place), origin, place, (window, inner) => {
    const base = { id: take(draft, origin), ...labelOf(line.label) };
    const scope: ScopeIr = { ...per, window };
    const times = line.times === undefined ? undefined : lowerExpression(draft, line.times, inner);
    if (line.order !== undefined) {
      const most = times ?? oneTime(draft, line);
      return [{ kind: 'limit', ...base, times: most, scope, order: lowerOrdering(draft, line.order, inner) }];
    }
    return [{ kind: 'once', ...base, scope, ...(times === undefined ? {} : { times }) }];
  });
}

/** Without a word of time: ever. */
function planScope(draft: Draft, { scopes }: OnceLine, place: Place): Plan<ScopeIr['window']> {
  const isTimed = scopes.some(({ kind }) => kind !== 'PerSubject');
  return isTimed
    ? mapPlan(planWindow(draft, scopes, place), (window) => window)
    : { kind: 'one', value: { kind: 'ever' } };
}

function oneTime(draft: Draft, { span }: OnceLine): Expr {
  return { kind: 'literal', id: take(draft, { span }), type: { kind: 'count' }, value: '1' };
}

/** How the cut of a cap falls on the items gone through before it. */
export function lowerCut(draft: Draft, { cut }: CapLine, place: Place): Pick<Cap, 'cut'> {
  if (cut === undefined) return {};
  if (cut.kind === 'proRata') return { cut: { kind: 'proRata' } };
  return {
    cut: { kind: 'inOrder', ...(cut.order === undefined ? {} : { order: lowerOrdering(draft, cut.order, place) }) },
  };
}
