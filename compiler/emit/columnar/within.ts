import type { Expr, Statement } from '../../../runtime/ir.ts';

/** The expression and everything in it, outside first. */
export function withinExpression(node: Expr): readonly Expr[] {
  const found: Expr[] = [];
  collect(node, found);
  return found;
}

/** All expressions of a line, those inside others too; of an items line, those of the line itself. */
export function withinLine(line: Statement): readonly Expr[] {
  const found: Expr[] = [];
  for (const key in line) if (key !== 'statements') collect(line[key as keyof Statement], found);
  return found;
}

/** Rows, rungs and bands have an id, but no type; types hold no expressions, and are many. */
function collect(value: unknown, found: Expr[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const part of value) collect(part, found);
    return;
  }
  if ('type' in value && 'id' in value && 'kind' in value) found.push(value as Expr);
  for (const key in value) if (key !== 'type') collect(value[key as keyof typeof value], found);
}
