import type { Ladder } from '../../grammar/ast.ts';
import type { Expr, ExprTypeIr, LadderExpr } from '../../runtime/ir.ts';
import { compareDecimals } from './decimal-text.ts';
import { type Draft, type Place, standing, take, typeIr } from './draft.ts';
import { lowerExpression } from './lower-expression.ts';
import { boundOperator, planBound, planWord, secondReading, switchByPlan, switchOver } from './lower-reading.ts';
import { constantOf } from './row-order.ts';

/** `first time X over, topping up { … }`, once per choice of the readings that replace its range or its settlement. R18. */
export function lowerLadder(draft: Draft, expression: Ladder, place: Place): Expr {
  const node = { span: expression.span, type: typeIr(draft, expression) };
  const { range } = expression;
  if (range.kind === 'given') return lowerSettlements(draft, expression, place, node.type);
  const plan = planWord(draft, range.kind === 'unrewarded' ? 'ifNotYetRewarded' : 'since', place);
  return switchByPlan(draft, plan, node, place, (word, inner) => {
    const ranged: Ladder = word === 'ifNotYetRewarded' ? { ...expression, range: { kind: 'unrewarded' } } : expression;
    return lowerSettlements(draft, ranged, inner, node.type);
  });
}

function lowerSettlements(draft: Draft, expression: Ladder, place: Place, type: ExprTypeIr): Expr {
  const plan = planWord(draft, expression.settlement, place);
  return switchByPlan(draft, plan, { span: expression.span, type }, place, (word, inner) =>
    lowerSettled(draft, { ...expression, settlement: word as Ladder['settlement'] }, inner, type),
  );
}

function lowerSettled(draft: Draft, expression: Ladder, place: Place, type: ExprTypeIr): Expr {
  const plan = planBound(draft, expression, place);
  const doubled = secondReading(plan);
  if (doubled !== undefined) {
    const node = { span: expression.span, type };
    return switchOver(draft, doubled, node, place, (inner) => lowerSettled(draft, expression, inner, type));
  }
  return {
    kind: 'ladder',
    id: take(draft, { span: expression.span }),
    type,
    of: lowerExpression(draft, expression.of, place),
    range: lowerRange(draft, expression),
    ...(expression.peak === undefined
      ? {}
      : { peak: { field: idOf(draft, expression.peak.fact), before: expression.peak.before } }),
    operator: boundOperator(plan),
    settlement: expression.settlement,
    rungs: ascending(expression.rows).map((rung) => ({
      id: take(draft, { span: rung.span, labelled: { kind: 'rung', rung }, anchors: rung.anchors, ...standing(place) }),
      threshold: lowerExpression(draft, rung.threshold, place),
      amount: lowerExpression(draft, rung.amount, place),
    })),
  };
}

function lowerRange(draft: Draft, { range }: Ladder): LadderExpr['range'] {
  return range.kind === 'sinceFact' ? { kind: 'sinceFact', field: idOf(draft, range.fact) } : range;
}

function idOf(draft: Draft, reference: NonNullable<Ladder['peak']>['fact']): string {
  return draft.names.used.get(reference)?.name.id ?? reference.text;
}

function ascending(rows: Ladder['rows']): Ladder['rows'] {
  const known = rows.map((row) => ({ row, threshold: constantOf(row.threshold) }));
  if (known.some(({ threshold }) => threshold === undefined)) return rows;
  return known.sort((left, right) => compareDecimals(left.threshold!, right.threshold!)).map(({ row }) => row);
}
