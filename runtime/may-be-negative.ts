/** Whether an expression's type allows values below 0, told from its form alone: of an absent list the total is then open below too. */
import type { Expr, FactExpr, FieldIr, PolicyIr } from './ir.ts';
import { childrenOf } from './ir-children.ts';

/** A subtraction, a growth, days, a literal below 0, or a fact that may be below 0 stands in it. */
export function mayBeNegative(expression: Expr, ir: PolicyIr): boolean {
  switch (expression.kind) {
    case 'subtract':
    case 'growth':
    case 'days':
    case 'elapsed':
    case 'dateShift':
    case 'calendarEdge':
    case 'referenceDay':
      return true;
    case 'rank':
      return false;
    case 'literal':
      return expression.value.startsWith('-') || expression.type.kind === 'date';
    case 'fact':
    case 'dated': {
      const low = fieldOf(expression, ir).low;
      return low === undefined || low.startsWith('-');
    }
    default:
      return childrenOf(expression).some((child) => mayBeNegative(child, ir));
  }
}

/** The declaration of a fact: of the subject, or of an item of `owner`. */
export function fieldOf(expression: Pick<FactExpr, 'field' | 'owner'>, ir: PolicyIr): FieldIr {
  const fields =
    expression.owner === undefined ? ir.fields : (ir.lists.find((list) => list.id === expression.owner)?.fields ?? []);
  const field = byId(fields).get(expression.field);
  if (field === undefined) throw new Error(`no such fact: ${expression.owner ?? ''} ${expression.field}`);
  return field;
}

function byId(fields: readonly FieldIr[]): ReadonlyMap<string, FieldIr> {
  const known = indices.get(fields);
  if (known !== undefined) return known;
  const index = new Map(fields.map((field) => [field.id, field]));
  indices.set(fields, index);
  return index;
}

/** An IR never changes, and every assessment asks for all of its facts. */
const indices = new WeakMap<readonly FieldIr[], ReadonlyMap<string, FieldIr>>();
