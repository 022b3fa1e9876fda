/** The expressions of a policy by node, found by shape: whatever carries a node id, a kind and a type. */
import type { Expr, NodeId, PolicyIr } from '../ir.ts';

export function expressionsByNode(ir: PolicyIr): ReadonlyMap<NodeId, Expr> {
  const found = new Map<NodeId, Expr>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isExpression(value)) found.set(value.id, value);
    for (const part of Object.values(value)) visit(part);
  };
  visit(ir.clauses);
  visit(ir.blocks);
  return found;
}

function isExpression(value: object): value is Expr {
  return 'id' in value && typeof value.id === 'number' && 'kind' in value && 'type' in value;
}
