import type { ClauseDeclaration, DueTime, Instalment, PaymentPlan } from '../../grammar/ast.ts';
import type { DueIr, ExcessIr, InstalmentIr, PaymentIr } from '../../runtime/ir.ts';
import { literalValue } from './decimal-text.ts';
import { type Draft, type Place, standing, take } from './draft.ts';
import { lowerCondition } from './lower-condition.ts';
import { clauseId, lowerExpression } from './lower-expression.ts';
import { widthOf } from './lower-items.ts';

/** The plan of a clause, if it has one. In an item clause without wider lines the items are paid one by one. */
export function lowerPayment(draft: Draft, clause: ClauseDeclaration, clausePlace: Place): PaymentIr | undefined {
  const plan = clause.lines.find((line) => line.kind === 'PaymentPlan');
  if (plan === undefined) return undefined;
  const shift = clause.lines.find((line) => line.kind === 'YearLine')?.shift ?? 0;
  const outer: Place = { ...clausePlace, shift };
  const { each } = clause;
  const isByItem = each !== undefined && clause.lines.every((line) => widthOf(draft, line) === 'item');
  const place: Place = isByItem ? { ...outer, level: 'item', list: clauseId(draft, each.list) } : outer;
  const id = take(draft, {
    span: plan.span,
    labelled: { kind: 'line', line: plan },
    anchors: plan.anchors,
    ...standing(place),
  });
  return {
    id,
    ...(place.list === undefined ? {} : { list: place.list }),
    instalments: instalmentsOf(draft, plan, place),
    ...mostOf(draft, plan, outer),
  };
}

function instalmentsOf(draft: Draft, { form, span }: PaymentPlan, place: Place): readonly InstalmentIr[] {
  if (form.kind === 'Instalments') return form.rows.map((row) => instalmentOf(draft, row, place));
  const years = form.kind === 'EqualParts' ? form.years : 1;
  const due = Array.from({ length: years }, (_, index): DueIr => ({ kind: 'year', number: index + 1 }));
  return [{ id: take(draft, { span, ...standing(place) }), due, share: { kind: 'rest' } }];
}

function instalmentOf(draft: Draft, row: Instalment, place: Place): InstalmentIr {
  const { span, anchors, due, condition } = row;
  const id = take(draft, { span, labelled: { kind: 'instalment', row }, anchors, ...standing(place) });
  return {
    id,
    due: due.map((one) => dueOf(draft, one, place)),
    share: shareOf(row),
    ...(condition === undefined ? {} : { condition: lowerCondition(draft, condition, place, false) }),
  };
}

function dueOf(draft: Draft, due: DueTime, place: Place): DueIr {
  switch (due.kind) {
    case 'DueYear':
      return { kind: 'year', number: due.year };
    case 'DueDay':
      return { kind: 'day', day: lowerExpression(draft, due.day, place) };
    case 'DueEvery':
      return { kind: 'every', years: due.years };
  }
}

function shareOf({ share }: Instalment): InstalmentIr['share'] {
  if (share === undefined) return { kind: 'rest' };
  return share.unit.kind === 'Percent'
    ? { kind: 'rate', rate: literalValue(share) }
    : { kind: 'sum', amount: literalValue(share) };
}

function mostOf(draft: Draft, { most }: PaymentPlan, place: Place): Pick<PaymentIr, 'most'> {
  if (most === undefined) return {};
  const { excess: kind, years } = most;
  const excess: ExcessIr = kind === 'carried' && years !== undefined ? { kind, years } : { kind };
  return { most: { amount: lowerExpression(draft, most.amount, place), excess } };
}
