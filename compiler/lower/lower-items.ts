import type { ClauseLine, EachHeader } from '../../grammar/ast.ts';
import type { Items } from '../../runtime/ir.ts';
import { isWide, scopeOwner } from '../resolve/scope-owner.ts';
import { linesIn } from '../walk.ts';
import { type Draft, type DraftOrigin, type Place, take } from './draft.ts';
import { lowerCondition } from './lower-condition.ts';
import { clauseId } from './lower-expression.ts';
import { lowerStatements } from './lower-statement.ts';

/** The lines that act on one item, in an `items` statement. R2. */
export function lowerItems(
  draft: Draft,
  each: EachHeader,
  lines: readonly ClauseLine[],
  place: Place,
  origin: DraftOrigin,
): Items {
  const list = clauseId(draft, each.list);
  const inner: Place = { ...place, level: 'item', list };
  return {
    kind: 'items',
    id: take(draft, origin),
    list,
    ...(each.on === undefined ? {} : { on: clauseId(draft, each.on) }),
    ...(each.where === undefined ? {} : { where: lowerCondition(draft, each.where, inner, false) }),
    statements: lowerStatements(draft, lines, inner),
  };
}

export type Width = 'item' | 'wider' | 'mixed';

/**
 * Whether a line of an item clause acts on one item or on the sum. A pool is wider, and a cap or `once` that names the applicant, or what several share;
 * a scope that names a time alone speaks of whatever is at hand.
 */
export function widthOf(draft: Draft, line: ClauseLine): Width {
  switch (line.kind) {
    case 'BudgetLine':
      return 'wider';
    case 'OnceLine':
      return line.order !== undefined || isWide(scopeOwner(draft.names, line.scopes)) ? 'wider' : 'item';
    case 'CapLine':
      return isWide(scopeOwner(draft.names, line.scopes)) ? 'wider' : 'item';
    case 'ReadingChoice': {
      const widths = new Set(linesIn(line).map((inner) => widthOf(draft, inner)));
      if (widths.size > 1) return 'mixed';
      return [...widths][0] ?? 'item';
    }
    default:
      return 'item';
  }
}
