import type { Binary, Expression, Negation } from '../../grammar/ast.ts';
import type { Expr } from '../../runtime/ir.ts';
import { literalValue, negated } from './decimal-text.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { lowerExpression } from './lower-expression.ts';

/**
 * A chain of operations leans to the left and may have very many terms: the terms of a sum become operands of one node,
 * so that only chains of other operations are bound by the depth limit.
 */
export function lowerBinary(draft: Draft, expression: Binary, place: Place): Expr {
  const base = { id: take(draft, { span: expression.span }), type: typeIr(draft, expression) };
  const operator = expression.operator;
  if (operator === '+') {
    return { kind: 'add', ...base, operands: termsOf(expression).map((term) => lowerExpression(draft, term, place)) };
  }
  const left = lowerExpression(draft, expression.left, place);
  const right = lowerExpression(draft, expression.right, place);
  if (operator === '-') return { kind: 'subtract', ...base, left, right };
  if (operator === '/') return { kind: 'divide', ...base, left, right };
  return { kind: 'multiply', ...base, left, right, written: 'times' };
}

function termsOf(sum: Binary): readonly Expression[] {
  const terms: Expression[] = [];
  let rest: Expression = sum;
  while (rest.kind === 'Binary' && rest.operator === '+') {
    terms.push(rest.right);
    rest = rest.left;
  }
  terms.push(rest);
  return terms.reverse();
}

export function lowerNegation(draft: Draft, expression: Negation, place: Place): Expr {
  const type = typeIr(draft, expression);
  const id = take(draft, { span: expression.span });
  const { operand } = expression;
  if (operand.kind === 'NumberLiteral') return { kind: 'literal', id, type, value: negated(literalValue(operand)) };
  const left: Expr = { kind: 'literal', id: take(draft, { span: expression.span }), type, value: '0' };
  return { kind: 'subtract', id, type, left, right: lowerExpression(draft, operand, place) };
}
