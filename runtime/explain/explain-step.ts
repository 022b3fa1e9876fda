import type { ItemResult } from '../assessment.ts';
import type { StatementState } from '../frame.ts';
import type { Expr, Items, ReadingId, Statement } from '../ir.ts';
import { expressionsOf as expressionsIn } from '../ir-children.ts';
import { isSharedScope } from '../scope-sharers.ts';
import type { NumberValue } from '../value.ts';
import { anchors, type Context, chosen, label, place } from './context.ts';
import { explainExpression } from './explain-expression.ts';
import { explainOutcome } from './explain-outcome.ts';
import { explainPool } from './explain-pool.ts';
import { cutOfItems, sharesOfItems } from './explain-shares.ts';
import { explainNumber, explainTruth } from './explain-value.ts';
import { ratesByDay } from './explained-accrual.ts';
import { wording } from './explained-value.ts';
import type { ExplainedExpression, ExplainedItem, ExplainedStep, StepDetail, StepStatus } from './explanation.ts';
import { kept, recordOf, type SharedStep, sharedStep, toldBefore } from './shared-parts.ts';
import { formulas } from './step-formula.ts';

/** The lines of a clause or of one item, in order; each with the amount so far before and after it. */
export function explainSteps(
  statements: readonly Statement[],
  context: Context,
  start?: NumberValue,
): readonly ExplainedStep[] {
  const steps: ExplainedStep[] = [];
  let before = start;
  for (const statement of statements) {
    steps.push(explainStep(statement, before, context));
    before = amountAfter(statement, context) ?? before;
  }
  return steps;
}

/** Every item of the `for each` lines that were in force, in listed order, left-out ones too. */
export function explainItems(
  statements: readonly Statement[],
  context: Context,
  results: readonly ItemResult[],
  withSteps: boolean,
): readonly ExplainedItem[] {
  let items: readonly ExplainedItem[] = [];
  for (const statement of statements) {
    if (statement.kind === 'items') items = [...items, ...itemsOf(statement, context, results, withSteps)];
    if (statement.kind !== 'switch') continue;
    items = [...items, ...explainItems(chosenStatements(statement, context), context, results, withSteps)];
  }
  return items;
}

function explainStep(statement: Statement, before: NumberValue | undefined, context: Context): ExplainedStep {
  if (before !== undefined || context.shift !== 0) return tellStep(statement, before, context);
  const shared = sharedStep(statement, toldExpressions, context.parts);
  const record = recordOfStep(statement, shared, context);
  if (record === undefined) return tellStep(statement, before, context);
  return toldBefore(shared, record) ?? kept(shared, record, tellStep(statement, before, context));
}

/** What was recorded of a line that did not run, or of a condition on nothing but yes and no; undefined of any other, which seldom recurs. */
function recordOfStep(statement: Statement, shared: SharedStep, { frame }: Context): string | undefined {
  if (statement.kind === 'switch' || shared.isOfItem || frame.inner.has(statement.id)) return undefined;
  const state = frame.states.get(statement.id);
  if (state === undefined) return recordOf(shared, frame);
  const { truth } = state;
  if (statement.kind !== 'when' || truth === undefined || truth.causes.length > 0 || truth.reason !== undefined)
    return undefined;
  if (state.it !== undefined || state.failed !== undefined || state.decided !== undefined) return undefined;
  const record = recordOf(shared, frame);
  return record === undefined ? undefined : `${truth.truth} ${record}`;
}

/** Filled in the order of the document: there are many, and spreading takes several times as long. */
function tellStep(statement: Statement, before: NumberValue | undefined, context: Context): ExplainedStep {
  const state = context.frame.states.get(statement.id);
  const inner = statement.kind === 'switch' ? chosenStatements(statement, context) : noStatements;
  const after = amountAfter(statement, context);
  const { origins, naming } = context;
  const told: InMaking = {
    kind: statement.kind,
    origin: place(origins, statement.id),
    label: label(origins, statement.id),
    anchors: anchors(origins, statement.id),
    status: statusOf(statement, state, inner, context),
  };
  if (state?.truth !== undefined) told.gate = explainTruth(state.truth, naming);
  if (before !== undefined) told.before = explainNumber(before, naming);
  if (after !== undefined) told.after = after === before ? told.before! : explainNumber(after, naming);
  tellExpressions(statement, told, context);
  told.detail = detailOf(statement, state, context);
  if (statement.kind === 'switch') told.steps = explainSteps(inner, context, before);
  const whole = told as Unexplained;
  told.formula = formulas(undecided(whole, state, context), context.clause?.currency ?? context.ir.currency);
  told.restsOn = context.ir.readings.length === 0 ? [] : readingsOf(whole);
  return told as ExplainedStep;
}

const noStatements: readonly Statement[] = [];

type Unexplained = Omit<ExplainedStep, 'formula' | 'restsOn'>;
type MadeLast = 'detail' | 'formula' | 'restsOn';
type InMaking = { -readonly [Key in keyof Omit<ExplainedStep, MadeLast>]: ExplainedStep[Key] } & {
  -readonly [Key in MadeLast]?: ExplainedStep[Key];
};

/** The line's own sum ends before the decision that settled it. */
function undecided<S extends Pick<ExplainedStep, 'after'>>(
  step: S,
  state: StatementState | undefined,
  context: Context,
): S {
  if (state?.decided === undefined || state.it === undefined) return step;
  return { ...step, after: explainNumber(state.it, context.naming) };
}

function chosenStatements(
  statement: Extract<Statement, { readonly kind: 'switch' }>,
  context: Context,
): readonly Statement[] {
  const choice = chosen(context, statement.reading);
  return statement.cases.find((one) => one.choice === choice)?.statements ?? [];
}

/** The amount after the last of these statements that ran; a switch has that of its lines. */
function lastAmount(statements: readonly Statement[], context: Context): NumberValue | undefined {
  for (const statement of [...statements].reverse()) {
    const it = amountAfter(statement, context);
    if (it !== undefined) return it;
  }
  return undefined;
}

function amountAfter(statement: Statement, context: Context): NumberValue | undefined {
  const state = context.frame.states.get(statement.id);
  const it = state?.decided ?? state?.it;
  if (it !== undefined || statement.kind !== 'switch') return it;
  return lastAmount(chosenStatements(statement, context), context);
}

function statusOf(
  statement: Statement,
  state: StatementState | undefined,
  inner: readonly Statement[],
  context: Context,
): StepStatus {
  if (statement.kind === 'switch') {
    if (inner.length === 0) return 'amount';
    const statuses = inner.map((one) =>
      statusOf(
        one,
        context.frame.states.get(one.id),
        one.kind === 'switch' ? chosenStatements(one, context) : [],
        context,
      ),
    );
    return (['failed', 'open', 'amount', 'met'] as const).find((status) => statuses.includes(status)) ?? 'notRun';
  }
  if (state === undefined) return 'notRun';
  if (state.failed !== undefined) return 'failed';
  if ((statement.kind === 'when' || statement.kind === 'once') && state.truth !== undefined) {
    return ({ true: 'met', false: 'failed', unknown: 'open' } as const)[state.truth.truth];
  }
  return 'amount';
}

/** Those of which a step tells. */
function toldExpressions(statement: Statement): readonly Expr[] {
  return statement.kind === 'items' ? [] : expressionsIn(statement);
}

function tellExpressions(statement: Statement, told: InMaking, context: Context): void {
  switch (statement.kind) {
    case 'when':
      told.expression = explainExpression(statement.condition, context);
      break;
    case 'amount':
    case 'cap':
    case 'budget':
      told.expression = explainExpression(statement.amount, context);
      break;
    case 'once':
      if (statement.times !== undefined) told.expression = explainExpression(statement.times, context);
      break;
    case 'limit':
      told.expression = explainExpression(statement.times, context);
      break;
    case 'adjust':
      told.expression = explainExpression(statement.amount, context);
      if (statement.condition !== undefined) told.condition = explainExpression(statement.condition, context);
      break;
    default:
  }
}

function detailOf(statement: Statement, state: StatementState | undefined, context: Context): StepDetail {
  const detail: { -readonly [Key in keyof StepDetail]: StepDetail[Key] } = written(statement, context);
  if (state === undefined) return detail;
  const { naming } = context;
  if (state.failed !== undefined) detail.failed = state.failed;
  if (state.decided !== undefined) detail.decided = explainNumber(state.decided, naming);
  if (state.used !== undefined) detail.used = explainNumber(state.used, naming);
  if (state.room !== undefined) detail.room = explainNumber(state.room, naming);
  if (state.pool !== undefined) detail.pool = explainPool(statement, state.pool, context);
  return detail;
}

/** What the line says beside its expressions. */
function written(statement: Statement, context: Context): StepDetail {
  switch (statement.kind) {
    case 'amount':
      return statement.cutToCeiling ? { verb: statement.verb, cutToCeiling: true } : { verb: statement.verb };
    case 'adjust':
      return { operation: statement.operation };
    case 'cap':
      return {
        scope: statement.scope,
        allOrNothing: statement.allOrNothing,
        ...cutOfItems(statement, context),
      };
    case 'round':
      return { rounding: statement.rounding };
    case 'budget':
      return { period: statement.period, sharing: statement.sharing };
    case 'once':
      return {
        once: statement.scope.per,
        ...(statement.times === undefined && !isSharedScope(statement.scope) ? {} : { scope: statement.scope }),
      };
    case 'limit':
      return { scope: statement.scope, ...sharesOfItems(statement.id, statement.order, context) };
    case 'items':
      return {
        list: named(statement.list, context),
        ...(statement.on === undefined ? {} : { datedBy: namedField(statement.on, statement.list, context) }),
      };
    case 'switch':
      return { reading: statement.reading, choice: chosen(context, statement.reading) };
    case 'when':
      return {};
  }
}

function named(list: string, context: Context): NonNullable<StepDetail['list']> {
  return { id: list, names: wording(context.naming.list(list)?.names ?? { en: list }) };
}

function namedField(field: string, list: string, context: Context): NonNullable<StepDetail['datedBy']> {
  return { id: field, names: wording(context.naming.field(field, list)?.names ?? { en: field }) };
}

function itemsOf(
  statement: Items,
  context: Context,
  results: readonly ItemResult[],
  withSteps: boolean,
): readonly ExplainedItem[] {
  const found = new Map(results.map((result) => [result.key, result]));
  return (context.frame.inner.get(statement.id) ?? []).map(({ key, frame }) => {
    const inner: Context = {
      ...context,
      frame,
      item: { list: statement.list, key },
      items: new Map(context.items).set(statement.list, key),
    };
    const state = frame.states.get(statement.id);
    const result = state?.it === undefined ? undefined : found.get(key);
    const outcome = result?.outcome;
    const day = statement.on === undefined ? undefined : result?.referenceDay;
    return {
      key,
      node: statement.id,
      ...(outcome === undefined ? {} : { outcome: explainOutcome(outcome, context.naming) }),
      ...(day === undefined ? {} : { referenceDay: day }),
      ...(state?.truth === undefined ? {} : { dated: explainTruth(state.truth, context.naming) }),
      ...(statement.where === undefined || !withSteps
        ? {}
        : { where: explainExpression(statement.where, inner, 'where') }),
      steps: outcome === undefined || !withSteps ? [] : explainSteps(statement.statements, inner),
      ...(state?.it === undefined ? {} : { own: explainNumber(state.it, context.naming) }),
    };
  });
}

/** Readings whose switches were met on the way to this line's result, in order of meeting. */
function readingsOf(step: Unexplained): readonly ReadingId[] {
  const found = new Set<ReadingId>();
  if (step.detail.reading !== undefined) found.add(step.detail.reading);
  for (const expression of [step.condition, step.expression])
    if (expression !== undefined) collectReadings(expression, found);
  for (const { keys } of step.detail.shares ?? []) for (const key of keys) collectReadings(key, found);
  for (const inner of step.steps ?? []) for (const reading of inner.restsOn) found.add(reading);
  return [...found];
}

function collectReadings(expression: ExplainedExpression, found: Set<ReadingId>): void {
  if (expression.reading !== undefined) found.add(expression.reading);
  for (const operand of expression.operands) collectReadings(operand, found);
  for (const rate of ratesByDay(expression)) collectReadings(rate, found);
  for (const row of expression.rows ?? []) {
    for (const bound of row.bounds ?? []) {
      if (bound.reading !== undefined) found.add(bound.reading);
      collectReadings(bound.edge, found);
    }
    if (row.value !== undefined) collectReadings(row.value, found);
  }
  for (const { of } of expression.years ?? []) collectReadings(of, found);
  for (const item of expression.items ?? []) {
    if (item.where !== undefined) collectReadings(item.where, found);
    for (const key of item.keys ?? []) collectReadings(key, found);
    if (item.of !== undefined) collectReadings(item.of, found);
  }
}
