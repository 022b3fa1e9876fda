import type { Choose, ChooseRow, Expression } from '../../grammar/ast.ts';
import type { BandsExpr, Expr } from '../../runtime/ir.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { rowOrigin } from './lower-choose.ts';
import { lowerExpression } from './lower-expression.ts';
import { withReadings } from './lower-reading.ts';
import { byHardness } from './row-order.ts';

/** `in bands`: each row is the rate of the part from its lower edge to its own upper edge, else to the next row's lower edge. */
export function lowerBands(draft: Draft, expression: Choose, key: Expression, place: Place): BandsExpr {
  const id = take(draft, { span: expression.span });
  const of = lowerExpression(draft, key, place);
  const rows = byHardness(expression.rows);
  const bands = rows.map((row, index) => lowerBand(draft, { choose: expression, key }, row, rows[index + 1], place));
  return { kind: 'bands', id, type: typeIr(draft, expression), of, bands };
}

function lowerBand(
  draft: Draft,
  { choose, key }: { readonly choose: Choose; readonly key: Expression },
  row: ChooseRow,
  next: ChooseRow | undefined,
  place: Place,
): BandsExpr['bands'][number] {
  const inner = withReadings(draft, place, row.readings);
  const id = take(draft, rowOrigin(choose, row, place));
  const lowerEdge = edgeOf(row, 'lower');
  const upperEdge = edgeOf(row, 'upper') ?? (next === undefined ? undefined : edgeOf(next, 'lower'));
  return {
    id,
    lower: lowerEdge === undefined ? zeroEdge(draft, key, row) : lowerExpression(draft, lowerEdge, inner),
    ...(upperEdge === undefined ? {} : { upper: lowerExpression(draft, upperEdge, inner) }),
    rate: lowerExpression(draft, row.value, inner),
  };
}

function edgeOf({ test }: ChooseRow, side: 'lower' | 'upper'): Expression | undefined {
  if (test.kind !== 'BoundsRow') return undefined;
  const isUpper = (operator: string) => operator === 'atMost' || operator === 'under';
  return test.bounds.find(({ operator }) => isUpper(operator) === (side === 'upper'))?.edge;
}

/** `at most 100 : 5%` as first row starts from nothing. */
function zeroEdge(draft: Draft, key: Expression, row: ChooseRow): Expr {
  return {
    kind: 'literal',
    id: take(draft, { span: row.span }),
    type: typeIr(draft, key),
    value: '0',
  };
}
