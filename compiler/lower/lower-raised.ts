import type { Choose, ChooseRow, Raised } from '../../grammar/ast.ts';
import type { Expr, ExprTypeIr } from '../../runtime/ir.ts';
import { typeOf } from '../check/types.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { rowOrigin } from './lower-choose.ts';
import { lowerExpression } from './lower-expression.ts';

/** `E, raised by R if P`: E × (by case, the first { P : 100% + R ; otherwise : 100% }), or E + { P : R ; otherwise : 0 points }; lowered, minus. R17. */
export function lowerRaised(draft: Draft, expression: Raised, place: Place): Expr {
  const base = () => ({ id: take(draft, { span: expression.span }), type: typeIr(draft, expression) });
  const left = lowerExpression(draft, expression.of, place);
  if (typeOf(draft.types, expression.by).kind === 'points')
    return joined(base(), expression, left, rise(draft, expression, place, 'points'));
  return { kind: 'multiply', ...base(), left, right: rise(draft, expression, place, 'percent'), written: 'times' };
}

function rise(draft: Draft, expression: Raised, place: Place, kind: 'points' | 'percent'): Expr {
  const { by, condition, span } = expression;
  const type: ExprTypeIr = { kind };
  const node = () => ({ id: take(draft, { span: by.span }), type });
  const unraised = (): Expr => ({ kind: 'literal', ...node(), value: kind === 'points' ? '0' : '1' });
  const test: ChooseRow['test'] = { kind: 'ConditionRow', span: condition.span, condition };
  const row: ChooseRow = { span, test, value: by, anchors: [], readings: [] };
  const choose: Choose = { kind: 'Choose', span, mode: 'first', rows: [row] };
  const lowered = lowerExpression(draft, by, place);
  const value: Expr = kind === 'points' ? lowered : joined(node(), expression, unraised(), lowered);
  const loweredRow = {
    id: take(draft, rowOrigin(choose, row, place)),
    test: { kind: 'condition' as const, condition: lowerExpression(draft, condition, place) },
    value,
  };
  return { kind: 'choose', ...node(), mode: 'first', rows: [loweredRow], otherwise: unraised() };
}

function joined(base: Pick<Expr, 'id' | 'type'>, { operation }: Raised, left: Expr, right: Expr): Expr {
  return operation === 'raise'
    ? { kind: 'add', ...base, operands: [left, right] }
    : { kind: 'subtract', ...base, left, right };
}
