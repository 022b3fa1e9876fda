import type { Expr, PaymentIr, Statement } from '../../../runtime/ir.ts';

/** The expressions that stand directly in an expression, found by shape: whatever carries a node id and a kind with a type. */
export function childrenOf(node: Expr): readonly Expr[] {
  const found: Expr[] = [];
  for (const inner of Object.values(node)) gather(inner, found);
  return found;
}

/** The expressions that stand directly in a statement; of statements inside it, those too unless they belong to an items block. */
export function expressionsOf(statement: Statement): readonly Expr[] {
  if (statement.kind === 'switch') return statement.cases.flatMap((one) => one.statements.flatMap(expressionsOf));
  if (statement.kind === 'items') return statement.where === undefined ? [] : [statement.where];
  return Object.values(statement).flatMap(expressionsIn);
}

/** The outermost expressions of a payment plan: days, conditions, the most of one year. */
export function expressionsOfPlan(plan: PaymentIr): readonly Expr[] {
  return expressionsIn(plan);
}

/** Whether some node within satisfies the test. */
export function someWithin(node: Expr, test: (node: Expr) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => someWithin(child, test));
}

/** Types and options have a kind too, but no id; rows, rungs and bands have an id, but no type. */
function expressionsIn(value: unknown): readonly Expr[] {
  const found: Expr[] = [];
  gather(value, found);
  return found;
}

function gather(value: unknown, found: Expr[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isExpression(value)) found.push(value);
  else for (const inner of Array.isArray(value) ? value : Object.values(value)) gather(inner, found);
}

function isExpression(value: object): value is Expr {
  return 'id' in value && typeof value.id === 'number' && 'kind' in value && 'type' in value;
}
