import type { Choose, ChooseRow, Expression, FieldDeclaration, Reference } from '../../grammar/ast.ts';
import type { BoundIr, ChooseExpr, ChooseRowIr, Expr } from '../../runtime/ir.ts';
import { symbolNamed } from '../resolve/names.ts';
import type { ReadingSymbol } from '../resolve/symbol.ts';
import { coversAll } from './covers-all.ts';
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
  if (expression.mode === 'bands' && expression.key !== undefined)
    return lowerBands(draft, expression, expression.key, place);
  const node = { span: expression.span, type: typeIr(draft, expression) };
  const doubled = rowReadings(draft, expression, place);
  if (doubled !== undefined) {
    return switchOver(draft, doubled, node, place, (inner) => lowerChoose(draft, expression, inner));
  }
  const { mode, key } = expression;
  if (key === undefined && (mode === undefined || mode === 'first')) return choose(draft, expression, 'first', place);
  if (mode !== 'highest' && mode !== 'eachRow') return choose(draft, expression, 'hardest', place);
  return switchByPlan(draft, planWord(draft, mode, place), node, place, (word, inner) =>
    choose(draft, expression, word === 'eachRow' ? 'eachRow' : 'highest', inner),
  );
}

function choose(draft: Draft, expression: Choose, mode: ChooseExpr['mode'], place: Place): Expr {
  const id = take(draft, { span: expression.span });
  const key = expression.key === undefined ? {} : { key: lowerExpression(draft, expression.key, place) };
  const rows = byHardness(draft.names, expression.rows).map((row) => lowerRow(draft, expression, row, place));
  const exhaustive = isExhaustive(draft, expression, place) ? { exhaustive: true as const } : {};
  const base = { kind: 'choose' as const, id, type: typeIr(draft, expression), ...key, ...exhaustive, mode, rows };
  if (expression.otherwise === undefined) return base;
  return { ...base, otherwise: lowerOtherwise(draft, expression, expression.otherwise, place) };
}

/** Whether the rows name every option, or cover every value, of a key that is always stated, or at worst unknown. */
export function isExhaustive(draft: Draft, { key, rows }: Choose, place: Place): boolean {
  const field = key === undefined ? undefined : fieldOf(draft, key);
  if (field === undefined || field.orNone || field.yearly?.since !== undefined) return false;
  if (rows[0]?.test.kind === 'BoundsRow') return coversAll(draft, rows, place, field);
  const named = new Set(rows.flatMap(({ test }) => (test.kind === 'OptionsRow' ? test.options : [])).map(optionId));
  if (field.type.kind === 'ChoiceType') return field.type.options.every(({ id }) => named.has(id));
  const truths = new Set(rows.flatMap(({ test }) => (test.kind === 'TruthRow' ? [test.truth] : [])));
  return field.type.kind === 'BooleanType' && truths.size === 2;

  function optionId(option: Reference): string {
    return draft.names.used.get(option)?.name.id ?? option.text;
  }
}

/** The fact that an expression is, looked up through definitions; a circle of them, which has its own message, is none. */
function fieldOf(draft: Draft, expression: Expression): FieldDeclaration | undefined {
  const seen = new Set<Expression>();
  for (let at = expression; !seen.has(at); ) {
    seen.add(at);
    const symbol = symbolNamed(draft.names, at);
    if (symbol?.kind === 'fact' || symbol?.kind === 'itemField') return symbol.declaration;
    if (symbol?.kind !== 'definition') return undefined;
    at = symbol.declaration.value;
  }
  return undefined;
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

export function lowerTest(draft: Draft, { test }: ChooseRow, place: Place): ChooseRowIr['test'] {
  if (test.kind === 'ConditionRow') {
    return { kind: 'condition', condition: lowerExpression(draft, test.condition, place) };
  }
  if (test.kind === 'TruthRow') return { kind: 'options', options: [test.truth ? 'true' : 'false'] };
  if (test.kind === 'OptionsRow') {
    return {
      kind: 'options',
      options: test.options.map((option) => draft.names.used.get(option)?.name.id ?? option.text),
    };
  }
  const lowerBound = (bound: (typeof test.bounds)[number]): BoundIr => ({
    operator: boundOperator(planBound(draft, bound, place)),
    edge: lowerExpression(draft, bound.edge, place),
  });
  return { kind: 'bounds', bounds: test.bounds.map(lowerBound) };
}

function rowReadings(draft: Draft, expression: Choose, place: Place): ReadingSymbol | undefined {
  for (const row of expression.rows) {
    if (row.test.kind !== 'BoundsRow') continue;
    const inner = withReadings(draft, place, row.readings);
    for (const bound of row.test.bounds) {
      const reading = secondReading(planBound(draft, bound, inner));
      if (reading !== undefined) return reading;
    }
  }
  return undefined;
}
