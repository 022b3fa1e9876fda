import type { Among, Choose, ChooseRow, Ordering, OrderKey, Part, Rank } from '../../grammar/ast.ts';
import type { ChooseRowIr, Expr, OrderIr } from '../../runtime/ir.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { isExhaustive, lowerTest, rowOrigin } from './lower-choose.ts';
import { lowerCondition } from './lower-condition.ts';
import { clauseId, lowerExpression } from './lower-expression.ts';

export function lowerRank(draft: Draft, expression: Rank, place: Place): Expr {
  const { among } = expression;
  return {
    kind: 'rank',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    ...itemsOf(draft, among, place),
    order: lowerOrdering(draft, among.order, place),
  };
}

export function lowerPartInOrder(draft: Draft, expression: Part, among: Among, place: Place): Expr {
  return {
    kind: 'partInOrder',
    id: take(draft, { span: expression.span }),
    type: typeIr(draft, expression),
    side: expression.side,
    ...itemsOf(draft, among, place),
    of: lowerExpression(draft, expression.of, place),
    limit: lowerExpression(draft, expression.edge, place),
    order: lowerOrdering(draft, among.order, place),
  };
}

function itemsOf(draft: Draft, { list, where }: Among, place: Place): { readonly list: string; readonly where?: Expr } {
  const id = clauseId(draft, list);
  return where === undefined ? { list: id } : { list: id, where: lowerCondition(draft, where, place, false) };
}

export function lowerOrdering(draft: Draft, { keys, ties }: Ordering, place: Place): OrderIr {
  return {
    keys: keys.map((key) => ({
      by: key.direction === 'inTheOrder' ? placeOf(draft, key, place) : lowerExpression(draft, key.by, place),
      first: key.direction === 'highestFirst' || key.direction === 'latestFirst' ? 'greatest' : 'least',
    })),
    ties: ties ?? 'listed',
  };
}

/** `F in the order A, B`: by F { A : 1 ; B : 2 }. */
function placeOf(
  draft: Draft,
  { by, options, span }: Extract<OrderKey, { direction: 'inTheOrder' }>,
  place: Place,
): Expr {
  const type = { kind: 'count' } as const;
  const rows = options.map((option): ChooseRow => {
    const test = { kind: 'OptionsRow', span: option.span, options: [option] } as const;
    return { span: option.span, test, value: by, anchors: [], readings: [] };
  });
  const choose: Choose = { kind: 'Choose', span, key: by, rows };
  const id = take(draft, { span });
  const key = lowerExpression(draft, by, place);
  const lowered = rows.map((row, index): ChooseRowIr => {
    const rowId = take(draft, rowOrigin(choose, row, place));
    const value: Expr = { kind: 'literal', id: take(draft, { span: row.span }), type, value: String(index + 1) };
    return { id: rowId, test: lowerTest(draft, row, place), value };
  });
  const exhaustive = isExhaustive(draft, choose, place) ? { exhaustive: true as const } : {};
  return { kind: 'choose', id, type, key, ...exhaustive, mode: 'hardest', rows: lowered };
}
