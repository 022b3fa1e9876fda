import type { ChooseRow, Expression } from '../../grammar/ast.ts';
import type { DecimalText } from '../../runtime/ir.ts';
import { compareEdges, type EdgeForm, edgeForm } from '../edge-order.ts';
import type { Names } from '../resolve/names.ts';
import { literalValue, negated } from './decimal-text.ts';

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
  readonly edge: EdgeForm;
  readonly isStrict: boolean;
}

/**
 * R17: written order never matters. Rows with an upper bound alone come first, highest edge first; then rows with a lower bound,
 * lowest edge first; at one edge the strict word is the harder. Rows without bounds, or whose edges the facts alone can order, stay as written.
 */
export function byHardness(names: Names, rows: readonly ChooseRow[]): readonly ChooseRow[] {
  const known = hardnesses(names, rows);
  if (known === undefined) return rows;
  return [...known].sort((left, right) => compareHardness(left, right) ?? 0).map(({ row }) => row);
}

/** Whether `byHardness` puts the rows in their order, whatever is known of the facts. */
export function isOrderKnown(names: Names, rows: readonly ChooseRow[]): boolean {
  return hardnesses(names, rows) !== undefined;
}

/** Formulas are compared in pairs; figures are in order in any number. */
const mostFormulas = 200;

interface Row extends Hardness {
  readonly row: ChooseRow;
}

function hardnesses(names: Names, rows: readonly ChooseRow[]): readonly Row[] | undefined {
  const all: Row[] = [];
  for (const row of rows) {
    const hardness = hardnessOf(names, row);
    if (hardness === undefined) return undefined;
    all.push({ ...hardness, row });
  }
  if (all.every(({ edge }) => edge.base === '')) return all;
  if (all.length > mostFormulas) return undefined;
  const isOrdered = all.every((one, index) =>
    all.slice(0, index).every((other) => compareHardness(other, one) !== undefined),
  );
  return isOrdered ? all : undefined;
}

function hardnessOf(names: Names, { test }: ChooseRow): Hardness | undefined {
  if (test.kind !== 'BoundsRow') return undefined;
  const lower = test.bounds.find(({ operator }) => operator !== 'atMost' && operator !== 'under');
  const chosen = lower ?? test.bounds[0];
  const edge = chosen === undefined ? undefined : edgeForm(names, chosen.edge);
  if (chosen === undefined || edge === undefined) return undefined;
  const isStrict = chosen.operator === 'over' || chosen.operator === 'under';
  return { hasLower: lower !== undefined, edge, isStrict };
}

function compareHardness(left: Hardness, right: Hardness): number | undefined {
  if (left.hasLower !== right.hasLower) return left.hasLower ? 1 : -1;
  const byEdge = compareEdges(left.edge, right.edge);
  if (byEdge === undefined) return undefined;
  if (byEdge !== 0) return left.hasLower ? byEdge : -byEdge;
  return Number(left.isStrict) - Number(right.isStrict);
}
