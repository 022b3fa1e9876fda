import type { Steps } from '../../grammar/ast.ts';
import type { Expr, StepsExpr } from '../../runtime/ir.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { lowerExpression } from './lower-expression.ts';
import { planWord, switchByPlan } from './lower-reading.ts';

/** `A for every full S of X`; whether steps must be full may hang on a reading (A14). */
export function lowerSteps(draft: Draft, expression: Steps, place: Place): Expr {
  const node = { span: expression.span, type: typeIr(draft, expression) };
  return switchByPlan(draft, planWord(draft, expression.mode, place), node, place, (mode, inner) => ({
    kind: 'steps',
    id: take(draft, { span: expression.span }),
    type: node.type,
    mode: mode as StepsExpr['mode'],
    of: lowerExpression(draft, expression.of, inner),
    step: lowerExpression(draft, expression.step, inner),
    amount: lowerExpression(draft, expression.amount, inner),
  }));
}
