import type { Expr } from '../../../runtime/ir.ts';
import { childrenOf } from '../typescript/children.ts';

/** The expression and everything in it, outside first. */
export function withinExpression(node: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    pending.push(...[...childrenOf(next)].reverse());
  }
  return found;
}
