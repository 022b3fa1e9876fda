import { clauseCause } from '../causes.ts';
import { compareEnds } from '../interval.ts';
import type { BoundOperator, Expr, FieldIr } from '../ir.ts';
import { divide, type Rational, sign, zero } from '../rational.ts';
import type { End } from '../value.ts';
import { isPoint, shortfall } from './comparison.ts';
import { type Context, chosen } from './context.ts';
import { exactText } from './exact-text.ts';
import { explainAccrual, periodEdgeNames } from './explain-calendar.ts';
import { explainBands, explainChoose } from './explain-choice.ts';
import { datedSource, explainVersions, publication } from './explain-dated.ts';
import { explainLadder } from './explain-ladder.ts';
import { explainPartInOrder, explainRank } from './explain-ordering.ts';
import { explainValue } from './explain-value.ts';
import { wording } from './explained-value.ts';
import type { ExplainedExpression, Publication, Unit, ValueSource } from './explanation.ts';

type Facets = Partial<Omit<ExplainedExpression, 'node' | 'operation' | 'unit' | 'value' | 'role'>>;
type Handlers = {
  readonly [K in Expr['kind']]: (expression: Extract<Expr, { readonly kind: K }>, context: Context) => Facets;
};

/** One expression with everything that went into it, down to the leaves. Needs the frame in which it was evaluated. */
export function explainExpression(expression: Expr, context: Context, role?: string): ExplainedExpression {
  const value = context.frame.values.get(expression.id);
  const explain = handlers[expression.kind] as (expression: Expr, context: Context) => Facets;
  // Filled step by step: there are many, and spreading takes several times as long.
  const explained: InMaking = {
    node: expression.id,
    operation: expression.kind,
    unit: context.naming.unit(expression.type),
  };
  if (value !== undefined) explained.value = explainValue(value, expression, context.naming);
  if (role !== undefined) explained.role = role;
  return Object.assign(explained, { operands: [] }, explain(expression, context));
}

type InMaking = { -readonly [Key in keyof Omit<ExplainedExpression, 'operands'>]: ExplainedExpression[Key] };

const handlers: Handlers = {
  literal: (expression, context) => ({
    source: { kind: 'literal' },
    // A literal need not be evaluated to be known.
    ...(context.frame.values.has(expression.id) ? {} : { mode: expression.value }),
  }),
  options: () => ({ source: { kind: 'literal' } }),
  fact: (expression, context) => ({ source: factSource(expression, context) }),
  add: (expression, context) => ({ operands: all(expression.operands, context) }),
  subtract: (expression, context) => ({ operands: pair(expression, context) }),
  multiply: (expression, context) => ({ mode: expression.written, operands: pair(expression, context) }),
  divide: (expression, context) => ({ operands: pair(expression, context) }),
  ceiling: explainCeiling,
  part: (expression, context) => ({
    mode: expression.side,
    operands: [explainExpression(expression.of, context, 'of'), explainExpression(expression.edge, context, 'edge')],
  }),
  steps: (expression, context) => ({
    mode: expression.mode,
    operands: [
      explainExpression(expression.of, context, 'of'),
      explainExpression(expression.step, context, 'step'),
      explainExpression(expression.amount, context, 'amount'),
    ],
  }),
  growth: (expression, context) => ({ mode: expression.zeroBase, operands: nowAndBefore(expression, context) }),
  choose: explainChoose,
  bands: explainBands,
  ladder: explainLadder,
  rowCap: (expression, context) => ({
    operands: [
      explainExpression(expression.value, context, 'value'),
      explainExpression(expression.cap, context, 'cap'),
    ],
  }),
  extreme: (expression, context) => ({ mode: expression.side, operands: all(expression.operands, context) }),
  aggregate: explainAggregate,
  rank: explainRank,
  partInOrder: explainPartInOrder,
  clause: (expression, context) => ({
    source: {
      kind: 'clause',
      clause: expression.clause,
      names: wording(context.naming.clause(expression.clause)?.names ?? { en: expression.clause }),
      at: pointOf(expression.at),
    },
  }),
  paid: (expression, context) => ({
    source: {
      kind: 'ledger',
      clause: expression.clause,
      names: wording(context.naming.clause(expression.clause)?.names ?? { en: expression.clause }),
      ...(expression.forItem && context.item !== undefined ? { item: context.item.key } : {}),
    },
  }),
  dateShift: (expression, context) => ({
    mode: expression.by === undefined ? `${expression.amount} ${expression.unit}` : expression.unit,
    operands: [
      explainExpression(expression.from, context, 'from'),
      ...(expression.by === undefined ? [] : [explainExpression(expression.by, context, 'by')]),
    ],
  }),
  days: (expression, context) => ({ operands: firstAndLast(expression, context) }),
  elapsed: (expression, context) => ({
    mode: `${expression.rounding} ${expression.unit}${expression.through ? ' through' : ''}`,
    operands: firstAndLast(expression, context),
  }),
  calendarEdge: (expression, context) => ({
    mode: `${expression.side} ${expression.unit}`,
    ...(expression.of === undefined
      ? { source: { kind: 'policy', names: periodEdgeNames(expression) } }
      : { operands: [explainExpression(expression.of, context, 'of')] }),
  }),
  yearSince: (expression, context) => ({
    mode: expression.years,
    operands: [
      explainExpression(expression.since, context, 'since'),
      explainExpression(expression.now, context, 'now'),
    ],
  }),
  accrual: explainAccrual,
  referenceDay: () => ({ source: { kind: 'policy', names: { zh: '时点日', en: 'reference day' } } }),
  dated: (expression, context) => ({
    mode: expression.at,
    source: datedSource(expression, context),
    operands: expression.day === undefined ? [] : [explainExpression(expression.day, context, 'day')],
    versions: explainVersions(expression, context),
  }),
  logical: (expression, context) => ({ mode: expression.operator, operands: all(expression.operands, context) }),
  not: (expression, context) => ({ operands: [explainExpression(expression.operand, context)] }),
  compare: (expression, context) => ({
    mode: expression.operator,
    operands: pair(expression, context),
    ...shortfallOf(expression, expression.operator, expression.left, expression.right, context),
  }),
  hasGrown: (expression, context) => ({
    operands: nowAndBefore(expression, context),
    ...shortfallOf(expression, 'over', expression.now, expression.before, context),
  }),
  optionTest: (expression, context) => ({
    mode: `${expression.negated ? 'not ' : ''}${expression.options.join(' ')}`,
    operands: [explainExpression(expression.operand, context, 'operand')],
  }),
  isGranted: (expression, context) => ({
    source: {
      kind: 'clause',
      clause: expression.clause,
      names: wording(context.naming.clause(expression.clause)?.names ?? { en: expression.clause }),
      at: 'own',
    },
  }),
  switch: (expression, context) => {
    const choice = chosen(context, expression.reading);
    const value = expression.cases.find((one) => one.choice === choice)?.value;
    return {
      reading: expression.reading,
      choice,
      operands: value === undefined ? [] : [explainExpression(value, context)],
    };
  },
};

function explainCeiling(expression: Extract<Expr, { readonly kind: 'ceiling' }>, context: Context): Facets {
  const operands = [
    explainExpression(expression.limit, context, 'limit'),
    ...(expression.base === undefined ? [] : [explainExpression(expression.base, context, 'base')]),
  ];
  const rate = decidedRate(expression, context);
  return rate === undefined ? { operands } : { operands, source: decision(context, rate) };
}

/** A ceiling whose value is open for no decision of this clause was decided; the rate is what the value is of its base. */
function decidedRate(
  { id, limit, base }: Extract<Expr, { readonly kind: 'ceiling' }>,
  context: Context,
): string | undefined {
  const { values } = context.frame;
  const [value, most, whole] = [
    values.get(id),
    values.get(limit.id),
    base === undefined ? undefined : values.get(base.id),
  ];
  if (value?.kind !== 'number' || most?.kind !== 'number' || whole?.kind !== 'number' || !isPoint(most))
    return undefined;
  if (value.causes.includes(clauseCause('discretion', context.clause?.id ?? '', context.item?.key))) return undefined;
  // No decision lies below a ceiling that is itself below 0.
  if (compareEnds(most.hi, zero) < 0) return undefined;
  const ratios = [ratio(value.hi, whole.hi), ratio(value.lo, whole.lo)];
  const found = ratios.find((one) => one !== undefined);
  // 0 of something undecided is 0 as well: there a decision shows only where the ceiling itself is above 0.
  const isMute = found !== undefined && sign(found) === 0 && compareEnds(most.hi, zero) === 0;
  return found === undefined || isMute ? undefined : exactText(found);
}

function ratio(part: End, whole: End): Rational | undefined {
  if (typeof part === 'string') return undefined;
  // Nothing of a base without bound: the rate is 0.
  if (typeof whole === 'string') return sign(part) === 0 ? zero : undefined;
  return sign(whole) === 0 ? undefined : divide(part, whole);
}

function decision(context: Context, rate: string): ValueSource {
  return {
    kind: 'decision',
    clause: context.clause?.id ?? '',
    ...(context.item === undefined ? {} : { item: context.item.key }),
    rate,
  };
}

function factSource(expression: Extract<Expr, { readonly kind: 'fact' }>, context: Context): ValueSource {
  const field = context.naming.field(expression.field, expression.owner);
  const own = field?.yearly
    ? `${expression.field}@${context.year + context.shift + expression.shift}`
    : expression.field;
  const path =
    expression.owner === undefined ? own : `${expression.owner}[${context.items.get(expression.owner) ?? ''}].${own}`;
  const published = field?.publications === undefined ? undefined : publicationRead(field, own);
  return {
    kind: field?.role ?? 'fact',
    path,
    names: context.naming.fact(path),
    ...(published === undefined ? {} : { publication: published }),
  };
}

function publicationRead({ publications = {} }: FieldIr, path: string): Publication | undefined {
  const year = path.includes('@') ? path.slice(path.lastIndexOf('@') + 1) : '';
  return Object.hasOwn(publications, year) ? publication(publications[year]!) : undefined;
}

function explainAggregate(expression: Extract<Expr, { readonly kind: 'aggregate' }>, context: Context): Facets {
  const names = wording(context.naming.list(expression.list)?.names ?? { en: expression.list });
  const items = context.frame.inner.get(expression.id)?.map(({ key, frame }) => {
    const inner: Context = { ...context, frame, items: new Map(context.items).set(expression.list, key) };
    return {
      key,
      ...(expression.where === undefined ? {} : { where: explainExpression(expression.where, inner, 'where') }),
      ...(expression.of === undefined ? {} : { of: explainExpression(expression.of, inner, 'of') }),
    };
  });
  return {
    mode: expression.operation,
    aggregate: { operation: expression.operation, list: { id: expression.list, names } },
    ...(items === undefined ? {} : { items }),
  };
}

function shortfallOf(expression: Expr, operator: BoundOperator, left: Expr, right: Expr, context: Context): Facets {
  const { values } = context.frame;
  const truth = values.get(expression.id);
  if (truth?.kind !== 'truth' || truth.truth !== 'false') return {};
  const found = shortfall(operator, values.get(left.id), values.get(right.id), comparedUnit(left, context));
  return found === undefined ? {} : { shortfall: found };
}

export function comparedUnit(left: Expr, context: Context): Unit {
  const unit = context.naming.unit(left.type);
  return unit.kind === 'date' ? { kind: 'duration', unit: 'days' } : unit;
}

function pair(
  { left, right }: { readonly left: Expr; readonly right: Expr },
  context: Context,
): readonly ExplainedExpression[] {
  return [explainExpression(left, context, 'left'), explainExpression(right, context, 'right')];
}

function firstAndLast(
  { from, to }: { readonly from: Expr; readonly to: Expr },
  context: Context,
): readonly ExplainedExpression[] {
  return [explainExpression(from, context, 'from'), explainExpression(to, context, 'to')];
}

function nowAndBefore(
  { now, before }: { readonly now: Expr; readonly before: Expr },
  context: Context,
): readonly ExplainedExpression[] {
  return [explainExpression(now, context, 'now'), explainExpression(before, context, 'before')];
}

function all(operands: readonly Expr[], context: Context): readonly ExplainedExpression[] {
  return operands.map((operand) => explainExpression(operand, context));
}

function pointOf(at: Extract<Expr, { readonly kind: 'clause' }>['at']): string {
  if (at.kind === 'line') return `line ${at.label}`;
  return at.kind === 'after' ? `after ${at.block}` : at.kind;
}
