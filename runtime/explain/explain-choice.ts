import { areCeilings } from '../causes.ts';
import { compareEnds } from '../interval.ts';
import type { BandsExpr, BoundIr, BoundOperator, ChooseExpr, ChooseRowIr, Expr, NodeId } from '../ir.ts';
import { subtract, zero } from '../rational.ts';
import type { NumberValue, Truth, Value } from '../value.ts';
import { compareValues, isPoint, shortfall } from './comparison.ts';
import { anchors, type Context, chosen, label, place, recordedTruth, rowTruth } from './context.ts';
import { comparedUnit, explainExpression } from './explain-expression.ts';
import { explainNumber } from './explain-value.ts';
import { wording } from './explained-value.ts';
import type { ExplainedBound, ExplainedExpression, ExplainedRow, NamedOption, RowStatus } from './explanation.ts';

type Facets = Pick<ExplainedExpression, 'mode' | 'operands' | 'rows'>;

/** A choice with every row, the ones that do not apply with the reason. */
export function explainChoose(expression: ChooseExpr, context: Context): Facets {
  const truths = expression.rows.map((row) => recordedTruth(context, row.id));
  const values = expression.rows.map((row) => numberOf(context.frame.values.get(row.value.id)));
  const statuses = rowStatuses(expression.mode, truths, values);
  const rows = expression.rows.map((row, index) => explainRow(row, expression, statuses[index] ?? 'failed', context));
  const key = expression.key === undefined ? [] : [explainExpression(expression.key, context, 'key')];
  const otherwise =
    expression.otherwise === undefined ? [] : [explainExpression(expression.otherwise, context, 'otherwise')];
  return { mode: expression.mode, operands: [...key, ...otherwise], rows };
}

function explainRow(row: ChooseRowIr, expression: ChooseExpr, status: RowStatus, context: Context): ExplainedRow {
  const evaluated = context.frame.values.has(row.value.id);
  return {
    origin: place(context.origins, row.id),
    label: label(context.origins, row.id),
    anchors: anchors(context.origins, row.id),
    status,
    ...rowTruth(context, row.id),
    ...explainTest(row.test, expression, context),
    ...(evaluated ? { value: explainExpression(row.value, context, 'value') } : {}),
  };
}

function explainTest(
  test: ChooseRowIr['test'],
  { key }: ChooseExpr,
  context: Context,
): Pick<ExplainedRow, 'bounds' | 'options' | 'condition'> {
  if (test.kind === 'condition') return { condition: explainExpression(test.condition, context, 'condition') };
  if (key === undefined) return {};
  return test.kind === 'bounds'
    ? { bounds: test.bounds.map((bound) => explainBound(bound, key, context)) }
    : { options: namedOptions(test.options, key, context) };
}

export function explainBound(bound: BoundIr, key: Expr, context: Context): ExplainedBound {
  const operator = operatorOf(bound.operator, context);
  const left = context.frame.values.get(key.id);
  const right = context.frame.values.get(bound.edge.id);
  const truth = compareValues(operator, left, right);
  const missing = truth === 'false' ? shortfall(operator, left, right, comparedUnit(key, context)) : undefined;
  return {
    operator,
    edge: explainExpression(bound.edge, context, 'edge'),
    truth,
    ...(missing === undefined ? {} : { shortfall: missing }),
    ...(typeof bound.operator === 'string' ? {} : { reading: bound.operator.reading }),
  };
}

/** A bound word as the chosen reading has it. */
export function operatorOf(operator: BoundIr['operator'], context: Context): BoundOperator {
  if (typeof operator === 'string') return operator;
  const cases: ReadonlyMap<string, BoundOperator> = new Map(Object.entries(operator.cases));
  return cases.get(chosen(context, operator.reading)) ?? 'atLeast';
}

function rowStatuses(
  mode: ChooseExpr['mode'],
  truths: readonly Truth[],
  values: readonly (NumberValue | undefined)[],
): readonly RowStatus[] {
  const statuses: RowStatus[] = truths.map((truth) =>
    truth === 'true' ? 'applies' : truth === 'unknown' ? 'perhaps' : 'failed',
  );
  if (mode === 'hardest') return outrank(statuses);
  if (mode === 'first') return [...outrank([...statuses].reverse())].reverse();
  if (mode === 'highest') return lower(statuses, values);
  return statuses;
}

/** The row that goes before all others stands last; one that is only perhaps passed leaves the next one open as well. */
function outrank(statuses: readonly RowStatus[]): readonly RowStatus[] {
  const result = [...statuses];
  let state: 'open' | 'perhaps' | 'decided' = 'open';
  for (let index = result.length - 1; index >= 0; index -= 1) {
    const status = result[index];
    if (status === 'failed') continue;
    if (state === 'decided') result[index] = 'outranked';
    else if (status === 'perhaps' || state === 'perhaps') result[index] = 'perhaps';
    if (status === 'applies') state = 'decided';
    else if (state === 'open') state = 'perhaps';
  }
  return result;
}

/** Of the rows passed, the one with the greatest most; ceilings are compared by their ceilings, as R10 does. */
function lower(statuses: readonly RowStatus[], values: readonly (NumberValue | undefined)[]): readonly RowStatus[] {
  const sure = statuses.flatMap((status, index) => (status === 'applies' ? [index] : []));
  const best = sure.reduce<number | undefined>((first, index) => {
    const [a, b] = [first === undefined ? undefined : values[first], values[index]];
    return a === undefined || (b !== undefined && compareEnds(b.hi, a.hi) > 0) ? index : first;
  }, undefined);
  const isFirm = sure.every((index) => isFirmOrCeiling(values[index]));
  return statuses.map((status, index) => {
    if (status !== 'applies') return status;
    if (!isFirm && sure.length > 1) return 'perhaps';
    return index === best ? 'applies' : 'lower';
  });
}

function isFirmOrCeiling(value: NumberValue | undefined): boolean {
  return value !== undefined && (isPoint(value) || areCeilings(value.causes));
}

function namedOptions(options: readonly string[], key: Expr, { naming }: Context): readonly NamedOption[] {
  const known = naming.options(key);
  return options.map((id) => ({ id, names: wording(known.get(id)?.names ?? { en: id }) }));
}

function numberOf(value: Value | undefined): NumberValue | undefined {
  return value?.kind === 'number' ? value : undefined;
}

/** Marginal bands, each with the part of the base that lies in it. */
export function explainBands(expression: BandsExpr, context: Context): Facets {
  const rows = expression.bands.map((band): ExplainedRow => {
    const edges = [
      explainExpression(band.lower, context, 'lower'),
      ...(band.upper === undefined ? [] : [explainExpression(band.upper, context, 'upper')]),
    ];
    const operators: readonly BoundOperator[] = ['over', 'atMost'];
    return {
      origin: place(context.origins, band.id),
      label: label(context.origins, band.id),
      anchors: anchors(context.origins, band.id),
      status: bandStatus(band, expression, context),
      bounds: edges.map((edge, index) => ({
        operator: operators[index] ?? 'over',
        edge,
        truth: compareValues(
          operators[index] ?? 'over',
          context.frame.values.get(expression.of.id),
          context.frame.values.get(edge.node),
        ),
      })),
      ...partInBand(band, expression, context),
      ...contribution(band.id, context),
      ...(context.frame.values.has(band.rate.id) ? { value: explainExpression(band.rate, context, 'rate') } : {}),
      ...(band.cap === undefined ? {} : { cap: explainExpression(band.cap, context, 'cap') }),
    };
  });
  return { operands: [explainExpression(expression.of, context, 'of')], rows };
}

function contribution(band: NodeId, context: Context): Pick<ExplainedRow, 'contributes'> {
  const value = numberOf(context.frame.values.get(band));
  return value === undefined ? {} : { contributes: explainNumber(value, context.naming) };
}

function bandStatus(band: BandsExpr['bands'][number], expression: BandsExpr, context: Context): RowStatus {
  const { values } = context.frame;
  const truth = compareValues('over', values.get(expression.of.id), values.get(band.lower.id));
  return truth === 'true' ? 'applies' : truth === 'unknown' ? 'perhaps' : 'failed';
}

/** max(0, min(of, upper) − lower), end by end. */
function partInBand(
  band: BandsExpr['bands'][number],
  expression: BandsExpr,
  context: Context,
): Pick<ExplainedRow, 'part'> {
  const { values } = context.frame;
  const of = numberOf(values.get(expression.of.id));
  const lowerEdge = numberOf(values.get(band.lower.id));
  const upper = band.upper === undefined ? undefined : numberOf(values.get(band.upper.id));
  if (of === undefined || lowerEdge === undefined || (band.upper !== undefined && upper === undefined)) return {};
  const lo = partBetween(of.lo, lowerEdge.hi, upper?.lo);
  const hi = partBetween(of.hi, lowerEdge.lo, upper?.hi);
  const causes = compareEnds(lo, hi) === 0 ? [] : of.causes;
  return { part: explainNumber({ kind: 'number', lo, hi, causes }, context.naming) };
}

function partBetween(
  of: NumberValue['lo'],
  lowerEdge: NumberValue['lo'],
  upper: NumberValue['lo'] | undefined,
): NumberValue['lo'] {
  const top = upper !== undefined && compareEnds(upper, of) < 0 ? upper : of;
  if (compareEnds(top, lowerEdge) <= 0) return zero;
  if (typeof top === 'string' || typeof lowerEdge === 'string') return 'infinity';
  return subtract(top, lowerEdge);
}
