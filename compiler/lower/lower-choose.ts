import type { Choose, ChooseRow, Expression } from '../../grammar/ast.ts';
import type { BoundIr, ChooseExpr, ChooseRowIr, Expr } from '../../runtime/ir.ts';
import type { ReadingSymbol } from '../resolve/symbol.ts';
import { type Draft, type DraftOrigin, type Place, standing, take, typeIr } from './draft.ts';
import { lowerBands } from './lower-bands.ts';
import { lowerExpression } from './lower-expression.ts';
import {
  boundOperator,
  planBound,
  planWord,
  secondReading,
  switchByPlan,
  switchOver,
  withReadings,
} from './lower-reading.ts';
import { byHardness } from './row-order.ts';

/** `by X { … }`: rows of a table. `in bands` is marginal; all else picks rows. R17. */
export function lowerChoose(draft: Draft, expression: Choose, place: Place): Expr {
  if (expression.mode === 'bands') return lowerBands(draft, expression, place);
  const node = { span: expression.span, type: typeIr(draft, expression) };
  const doubled = rowReadings(draft, expression, place);
  if (doubled !== undefined) {
    return switchOver(draft, doubled, node, place, (inner) => lowerChoose(draft, expression, inner));
  }
  const { mode } = expression;
  if (mode !== 'highest' && mode !== 'eachRow') return choose(draft, expression, 'hardest', place);
  return switchByPlan(draft, planWord(draft, mode, place), node, place, (word, inner) =>
    choose(draft, expression, word === 'eachRow' ? 'eachRow' : 'highest', inner),
  );
}

function choose(draft: Draft, expression: Choose, mode: ChooseExpr['mode'], place: Place): Expr {
  const id = take(draft, { span: expression.span });
  const key = lowerExpression(draft, expression.key, place);
  const rows = byHardness(expression.rows).map((row) => lowerRow(draft, expression, row, place));
  const base = { kind: 'choose' as const, id, type: typeIr(draft, expression), key, mode, rows };
  if (expression.otherwise === undefined) return base;
  return { ...base, otherwise: lowerOtherwise(draft, expression, expression.otherwise, place) };
}

/** `otherwise : nothing` is a deliberate zero. */
function lowerOtherwise(
  draft: Draft,
  expression: Choose,
  otherwise: NonNullable<Choose['otherwise']>,
  place: Place,
): Expr {
  if (otherwise.value !== undefined) return lowerExpression(draft, otherwise.value, place);
  const id = take(draft, { span: otherwise.span });
  return { kind: 'literal', id, type: typeIr(draft, expression), value: '0' };
}

function lowerRow(draft: Draft, expression: Choose, row: ChooseRow, place: Place): ChooseRowIr {
  const inner = withReadings(draft, place, row.readings);
  const id = take(draft, rowOrigin(expression, row, place));
  return { id, test: lowerTest(draft, row, inner), value: lowerExpression(draft, row.value, inner) };
}

export function rowOrigin(choose: Choose, row: ChooseRow, place: Place): DraftOrigin {
  return { span: row.span, labelled: { kind: 'row', choose, row }, anchors: row.anchors, ...standing(place) };
}

function lowerTest(draft: Draft, { test }: ChooseRow, place: Place): ChooseRowIr['test'] {
  if (test.kind === 'OptionsRow') {
    return {
      kind: 'options',
      options: test.options.map((option) => draft.names.used.get(option)?.name.id ?? option.text),
    };
  }
  const lowerBound = (bound: {
    readonly operator: Parameters<typeof planBound>[1];
    readonly edge: Expression;
  }): BoundIr => ({
    operator: boundOperator(planBound(draft, bound.operator, place)),
    edge: lowerExpression(draft, bound.edge, place),
  });
  return { kind: 'bounds', bounds: test.bounds.map(lowerBound) };
}

function rowReadings(draft: Draft, expression: Choose, place: Place): ReadingSymbol | undefined {
  for (const row of expression.rows) {
    if (row.test.kind !== 'BoundsRow') continue;
    const inner = withReadings(draft, place, row.readings);
    for (const { operator } of row.test.bounds) {
      const reading = secondReading(planBound(draft, operator, inner));
      if (reading !== undefined) return reading;
    }
  }
  return undefined;
}
