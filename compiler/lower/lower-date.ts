import type { DateShift } from '../../grammar/ast.ts';
import type { Expr } from '../../runtime/ir.ts';
import { type Draft, type Place, take } from './draft.ts';
import { lowerExpression } from './lower-expression.ts';

export function lowerDateShift(draft: Draft, expression: DateShift, place: Place): Expr {
  const { unit, value } = expression.amount;
  return {
    kind: 'dateShift',
    id: take(draft, { span: expression.span }),
    type: { kind: 'date' },
    from: lowerExpression(draft, expression.from, place),
    amount: Number.parseInt(value, 10),
    unit: unit.kind === 'Duration' ? unit.unit : 'days',
  };
}
