import type { LadderExpr } from '../ir.ts';
import type { Truth } from '../value.ts';
import { compareValues, shortfall } from './comparison.ts';
import { anchors, type Context, label, place, recordedTruth, rowTruth } from './context.ts';
import { operatorOf } from './explain-choice.ts';
import { comparedUnit, explainExpression } from './explain-expression.ts';
import { explainNumber } from './explain-value.ts';
import type { ExplainedExpression, ExplainedRow, ExplainedYear, LadderDetail, RowStatus } from './explanation.ts';

type Facets = Pick<ExplainedExpression, 'operands' | 'rows' | 'years' | 'ladder'>;

/** R18: the value of the assessed year, the earlier years looked at, every rung, and what is deducted. */
export function explainLadder(expression: LadderExpr, context: Context): Facets {
  const years = earlierYears(expression, context);
  const statuses = rungStatuses(expression, context);
  return {
    operands: [explainExpression(expression.of, context, 'of')],
    rows: expression.rungs.map((rung, index) => explainRung(rung, expression, statuses[index] ?? 'failed', context)),
    years: years.map(({ year, inner }): ExplainedYear => ({ year, of: explainExpression(expression.of, inner, 'of') })),
    ladder: detailOf(expression, context),
  };
}

type Rung = LadderExpr['rungs'][number];
interface EarlierYear {
  readonly year: string;
  readonly inner: Context;
}

function earlierYears(expression: LadderExpr, context: Context): readonly EarlierYear[] {
  const frames = context.frame.inner.get(expression.id) ?? [];
  const operandYear = context.year + greatestShift(expression.of);
  return frames.map(({ key, frame }) => ({
    year: key,
    inner: { ...context, frame, shift: Number(key) - operandYear },
  }));
}

/** The year that a ladder calls "this one" is that of the latest yearly fact in its operand. */
function greatestShift(of: LadderExpr['of']): number {
  const shifts = shiftsIn(of);
  return shifts.length === 0 ? 0 : Math.max(...shifts);
}

function shiftsIn(node: unknown): readonly number[] {
  if (Array.isArray(node)) return node.flatMap(shiftsIn);
  if (typeof node !== 'object' || node === null) return [];
  if ('kind' in node && node.kind === 'fact' && 'shift' in node && typeof node.shift === 'number') return [node.shift];
  return Object.values(node).flatMap(shiftsIn);
}

/** The highest rung newly passed applies, unless every tier counts; rungs below it are contained in it. */
function rungStatuses(expression: LadderExpr, context: Context): readonly RowStatus[] {
  let isDecided = false;
  return [...expression.rungs]
    .reverse()
    .map((rung): RowStatus => {
      const newly = recordedTruth(context, rung.id);
      if (newly === 'false') return passesNow(rung, expression, context) === 'false' ? 'failed' : 'passedBefore';
      if (isDecided && expression.settlement !== 'everyTier') return 'outranked';
      if (newly === 'true') isDecided = true;
      return newly === 'true' ? 'applies' : 'perhaps';
    })
    .reverse();
}

function passesNow(rung: Rung, expression: LadderExpr, context: Context): Truth {
  const { values } = context.frame;
  return compareValues(
    operatorOf(expression.operator, context),
    values.get(expression.of.id),
    values.get(rung.threshold.id),
  );
}

function explainRung(rung: Rung, expression: LadderExpr, status: RowStatus, context: Context): ExplainedRow {
  const { values } = context.frame;
  const operator = operatorOf(expression.operator, context);
  const now = passesNow(rung, expression, context);
  const missing =
    now === 'false'
      ? shortfall(
          operator,
          values.get(expression.of.id),
          values.get(rung.threshold.id),
          comparedUnit(expression.of, context),
        )
      : undefined;
  return {
    origin: place(context.origins, rung.id),
    label: label(context.origins, rung.id),
    anchors: anchors(context.origins, rung.id),
    status,
    ...rowTruth(context, rung.id),
    bounds: [
      {
        operator,
        edge: explainExpression(rung.threshold, context, 'threshold'),
        truth: now,
        ...(missing === undefined ? {} : { shortfall: missing }),
        ...(typeof expression.operator === 'string' ? {} : { reading: expression.operator.reading }),
      },
    ],
    ...(values.has(rung.amount.id) ? { value: explainExpression(rung.amount, context, 'amount') } : {}),
  };
}

function detailOf({ id, range, peak, operator, settlement }: LadderExpr, context: Context): LadderDetail {
  const { it: gross, used: deducted } = context.frame.states.get(id) ?? {};
  const declared = (field: string) => ({ path: field, names: context.naming.fact(field) });
  return {
    range: range.kind,
    ...(range.kind === 'sinceFact' ? { since: declared(range.field) } : {}),
    ...(range.kind === 'sinceYear' ? { since: { year: range.year } } : {}),
    ...(peak === undefined ? {} : { peak: { ...declared(peak.field), before: peak.before } }),
    operator: operatorOf(operator, context),
    settlement,
    ...(gross === undefined ? {} : { gross: explainNumber(gross, context.naming) }),
    ...(deducted === undefined ? {} : { deducted: explainNumber(deducted, context.naming) }),
  };
}
