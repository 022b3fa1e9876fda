import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  CeilingInCondition,
  LimitOfOneItem,
  OrderReadsClause,
  TiesCannotShare,
  TiesUnsaid,
} from '../../diagnostics/rules.ts';
import type { Among, Expression, Ordering } from '../../grammar/ast.ts';
import { symbolNamed } from '../resolve/names.ts';
import { amongChildren, amongOf, everyExpression, expressionsOfKind } from '../walk.ts';
import { type Analysis, type Rule, toldWithin } from './rule.ts';

/** D17: an order says what becomes of ties, and reads nothing but what is known of each item. */
export const orderings: Rule = (analysis, report) => {
  const { file } = analysis;
  for (const part of expressionsOfKind(file, 'Rank', 'Part')) {
    const among = amongOf(part);
    if (among !== undefined) checkAmong(analysis, part, among, report);
  }
};

function checkAmong(analysis: Analysis, part: Expression, among: Among, report: Report): void {
  const isRank = part.kind === 'Rank';
  requireTies(among.order, isRank, report);
  const inside = part.kind === 'Part' ? [...amongChildren(among), part.of] : amongChildren(among);
  for (const root of inside) requireItemFigures(analysis, root, report);
  const limit = part.kind === 'Part' ? part.edge : undefined;
  const list = limit === undefined ? undefined : analysis.types.expressions.get(limit)?.item;
  if (limit !== undefined && list !== undefined && list === analysis.names.used.get(among.list))
    report(LimitOfOneItem, { span: limit.span }, { list: among.list.text });
}

/** Ranks may be shared; a limit is used up one by one. */
export function requireTies({ span, ties }: Ordering, mayShare: boolean, report: Report): void {
  if (ties === undefined) report(TiesUnsaid, { span }, { isRank: mayShare });
  else if (ties === 'share' && !mayShare) report(TiesCannotShare, { span }, {});
}

/** What an order, its filter or its parts read must be the same from whichever item they are looked at. */
export function requireItemFigures(analysis: Analysis, root: Expression, report: Report): void {
  if (toldWithin(analysis, root.span, CeilingInCondition.code)) return;
  const seen = new Set<Expression>();
  const open: { readonly at: Expression | undefined; readonly root: Expression }[] = [{ at: undefined, root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next.root)) continue;
    seen.add(next.root);
    for (const part of everyExpression(next.root)) {
      const symbol = symbolNamed(analysis.names, part);
      if (symbol?.kind === 'definition') open.push({ at: next.at ?? part, root: symbol.declaration.value });
      const isCeiling = part.kind === 'UpTo';
      const readsClause =
        symbol?.kind === 'clause' || ['ClauseValue', 'PaidUnder', 'IsGranted', 'Ladder'].includes(part.kind);
      if (!isCeiling && !readsClause) continue;
      report(OrderReadsClause, { span: (next.at ?? part).span }, { isCeiling });
      return;
    }
  }
}
