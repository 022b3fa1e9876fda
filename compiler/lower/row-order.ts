import type { ChooseRow, Expression } from '../../grammar/ast.ts';
import type { DecimalText } from '../../runtime/ir.ts';
import { compareDecimals, literalValue, negated } from './decimal-text.ts';

/** The value of a figure written out, with its sign; undefined for anything that must be computed. */
export function constantOf(expression: Expression): DecimalText | undefined {
  if (expression.kind === 'NumberLiteral') return literalValue(expression);
  if (expression.kind === 'Negation' && expression.operand.kind === 'NumberLiteral') {
    return negated(literalValue(expression.operand));
  }
  return undefined;
}

interface Hardness {
  readonly hasLower: boolean;
  readonly edge: DecimalText;
  readonly isStrict: boolean;
}

/**
 * R17: written order never matters. Rows with an upper bound alone come first, highest edge first; then rows with a lower bound,
 * lowest edge first; at one edge the strict word is the harder. Rows by options or conditions, or with a computed edge, stay as written.
 */
export function byHardness(rows: readonly ChooseRow[]): readonly ChooseRow[] {
  const known = rows.map((row) => ({ row, hardness: hardnessOf(row) }));
  if (known.some(({ hardness }) => hardness === undefined)) return rows;
  return known.sort((left, right) => compareHardness(left.hardness!, right.hardness!)).map(({ row }) => row);
}

function hardnessOf({ test }: ChooseRow): Hardness | undefined {
  if (test.kind !== 'BoundsRow') return undefined;
  const bounds = test.bounds.map((bound) => ({ operator: bound.operator, edge: constantOf(bound.edge) }));
  if (bounds.some(({ edge }) => edge === undefined)) return undefined;
  const lower = bounds.find(({ operator }) => operator !== 'atMost' && operator !== 'under');
  const chosen = lower ?? bounds[0];
  if (chosen?.edge === undefined) return undefined;
  return {
    hasLower: lower !== undefined,
    edge: chosen.edge,
    isStrict: chosen.operator === 'over' || chosen.operator === 'under',
  };
}

function compareHardness(left: Hardness, right: Hardness): number {
  if (left.hasLower !== right.hasLower) return left.hasLower ? 1 : -1;
  const byEdge = compareDecimals(left.edge, right.edge);
  if (byEdge !== 0) return left.hasLower ? byEdge : -byEdge;
  return Number(left.isStrict) - Number(right.isStrict);
}
