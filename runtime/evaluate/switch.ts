import type { ChoiceId, ReadingId, SwitchExpr } from '../ir.ts';
import { chosen } from '../session.ts';
import type { Value } from '../value.ts';
import type { Context } from './context.ts';
import { evaluateExpression } from './expression.ts';

/** R15: only the chosen alternative is evaluated. */
export function switchExpression(node: SwitchExpr, context: Context): Value {
  return evaluateExpression(caseChosen(node, context).value, context);
}

export function caseChosen<C extends { readonly choice: ChoiceId }>(
  node: { readonly reading: ReadingId; readonly cases: readonly C[] },
  context: Context,
): C {
  const choice = chosen(node.reading, context.session, context.restsOn);
  const found = node.cases.find((one) => one.choice === choice);
  if (found === undefined) throw new Error(`reading ${node.reading} has no case for ${choice}`);
  return found;
}
