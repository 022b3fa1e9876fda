import type { Growth, HasGrown, Increase } from '../../grammar/ast.ts';
import type { Expr } from '../../runtime/ir.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { lowerExpression } from './lower-expression.ts';
import { choicesOf, switchOver } from './lower-reading.ts';

export function yearBefore(place: Place): Place {
  return { ...place, shift: place.shift - 1 };
}

/** R8: growth compares an expression with itself one year earlier; what a base of zero means is the policy's to say. */
export function lowerGrowth(draft: Draft, expression: Growth, place: Place): Expr {
  const node = { span: expression.span, type: typeIr(draft, expression) };
  const { zeroBase } = draft;
  if (zeroBase.kind === 'fixed') return growth(draft, expression, place, zeroBase.value);
  const reading = draft.readings.find((one) => one.name.id === zeroBase.reading);
  if (reading === undefined) return growth(draft, expression, place, 'undefined');
  const settled = place.settled.get(reading);
  const under = (inner: Place): Expr => {
    const choice = inner.settled.get(reading)?.name.id ?? choicesOf(draft, reading)[0]?.name.id ?? '';
    return growth(draft, expression, inner, zeroBase.cases[choice] ?? 'undefined');
  };
  return settled === undefined ? switchOver(draft, reading, node, place, under) : under(place);
}

function growth(draft: Draft, expression: Growth, place: Place, zeroBase: 'undefined' | 'unlimited'): Expr {
  return {
    kind: 'growth',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    now: lowerExpression(draft, expression.of, place),
    before: lowerExpression(draft, expression.of, yearBefore(place)),
    zeroBase,
  };
}

/** This year's amount less last year's, below zero where it fell. */
export function lowerIncrease(draft: Draft, expression: Increase, place: Place): Expr {
  return {
    kind: 'subtract',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    left: lowerExpression(draft, expression.of, place),
    right: lowerExpression(draft, expression.of, yearBefore(place)),
  };
}

/** `X has grown` compares amounts. Its negation is "at most last year's", so that a missing base fails both. R8. */
export function lowerHasGrown(draft: Draft, expression: HasGrown, place: Place, negated: boolean): Expr {
  const base = { id: take(draft, { span: expression.span }), type: { kind: 'boolean' as const } };
  const now = lowerExpression(draft, expression.operand, place);
  const before = lowerExpression(draft, expression.operand, yearBefore(place));
  if (negated) return { kind: 'compare', ...base, operator: 'atMost', left: now, right: before };
  return { kind: 'hasGrown', ...base, now, before };
}
