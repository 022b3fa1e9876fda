import type { BoundOperator, Choose, ChooseRow, Expression } from '../../grammar/ast.ts';
import type { BandsExpr, Expr } from '../../runtime/ir.ts';
import { isWhole } from '../check/type.ts';
import { typeOf } from '../check/types.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { rowOrigin } from './lower-choose.ts';
import { lowerExpression } from './lower-expression.ts';
import { planBound, switchOver, withReadings } from './lower-reading.ts';
import { byHardness, constantOf, isOrderKnown } from './row-order.ts';

interface Bands {
  readonly draft: Draft;
  readonly choose: Choose;
  readonly key: Expression;
  readonly place: Place;
  /** The key steps by one: from 1001 on is all that lies over 1000. */
  readonly whole: boolean;
}

interface Edge {
  readonly value: Expression;
  readonly operator: BoundOperator;
}

/** `in bands`: each row is the rate of the part from its lower edge to its own upper edge, else to the next row's lower edge. */
export function lowerBands(draft: Draft, choose: Choose, key: Expression, place: Place): Expr {
  const whole = isWhole(typeOf(draft.types, key));
  const reading = whole ? edgeReading(draft, choose, place) : undefined;
  if (reading !== undefined) {
    const node = { span: choose.span, type: typeIr(draft, choose) };
    return switchOver(draft, reading, node, place, (inner) => lowerBands(draft, choose, key, inner));
  }
  const bands: Bands = { draft, choose, key, place, whole };
  const id = take(draft, { span: choose.span });
  const of = lowerExpression(draft, key, place);
  const rows = byHardness(draft.names, choose.rows);
  // Where the facts alone can order the rows, none borrows the edge of another.
  const isOrdered = isOrderKnown(draft.names, choose.rows);
  const lowered = rows.map((row, index) => lowerBand(bands, row, isOrdered ? rows[index + 1] : undefined));
  return { kind: 'bands', id, type: typeIr(draft, choose), of, bands: lowered };
}

function lowerBand(bands: Bands, row: ChooseRow, next: ChooseRow | undefined): BandsExpr['bands'][number] {
  const { draft, choose, place } = bands;
  const inner = withReadings(draft, place, row.readings);
  const id = take(draft, rowOrigin(choose, row, place));
  const lower = edgeOf(bands, row, 'lower');
  const upper = edgeOf(bands, row, 'upper') ?? (next === undefined ? undefined : edgeOf(bands, next, 'lower'));
  const capped = row.value.kind === 'CappedRow' ? row.value : undefined;
  return {
    id,
    lower: lower === undefined ? zeroEdge(bands, row) : lowerEdge(bands, lower, inner),
    ...(upper === undefined ? {} : { upper: lowerEdge(bands, upper, inner) }),
    rate: lowerExpression(draft, capped?.value ?? row.value, inner),
    ...(capped === undefined ? {} : { cap: lowerExpression(draft, capped.cap, inner) }),
  };
}

function edgeOf({ draft, place }: Bands, row: ChooseRow, side: 'lower' | 'upper'): Edge | undefined {
  if (row.test.kind !== 'BoundsRow') return undefined;
  const isUpper = (operator: string) => operator === 'atMost' || operator === 'under';
  const bound = row.test.bounds.find(({ operator }) => isUpper(operator) === (side === 'upper'));
  if (bound === undefined) return undefined;
  const plan = planBound(draft, bound, withReadings(draft, place, row.readings));
  return { value: bound.edge, operator: plan.kind === 'one' ? plan.value : bound.operator };
}

/** The first reading, not yet settled, that replaces a bound word of a row. */
function edgeReading(draft: Draft, choose: Choose, place: Place) {
  for (const { test, readings } of choose.rows) {
    if (test.kind !== 'BoundsRow') continue;
    for (const bound of test.bounds) {
      const plan = planBound(draft, bound, withReadings(draft, place, readings));
      if (plan.kind === 'switch') return plan.reading;
    }
  }
  return undefined;
}

/** Of what is counted, `at least n` begins, and `under n` ends, at n − 1: the numbers over it are n, n + 1 … R17. */
function lowerEdge({ draft, key, whole }: Bands, { value, operator }: Edge, place: Place): Expr {
  if (!whole || operator === 'over' || operator === 'atMost') return lowerExpression(draft, value, place);
  const type = typeIr(draft, key);
  const constant = constantOf(value);
  const id = take(draft, { span: value.span });
  if (constant !== undefined && /^-?\d+$/.test(constant))
    return { kind: 'literal', id, type, value: String(BigInt(constant) - 1n) };
  const left = lowerExpression(draft, value, place);
  const right: Expr = { kind: 'literal', id: take(draft, { span: value.span }), type, value: '1' };
  return { kind: 'subtract', id, type, left, right };
}

/** `at most 100 : 5%` as first row starts from nothing. */
function zeroEdge({ draft, key }: Bands, row: ChooseRow): Expr {
  return { kind: 'literal', id: take(draft, { span: row.span }), type: typeIr(draft, key), value: '0' };
}
