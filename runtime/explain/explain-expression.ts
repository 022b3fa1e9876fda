import { clauseCause } from '../causes.ts';
import { compareEnds, isKnown, knownPoint } from '../interval.ts';
import type { BoundOperator, Expr, FactExpr, FieldIr } from '../ir.ts';
import { divide, equals, type Rational, sign, zero } from '../rational.ts';
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
import type { ExplainedExpression, ExplainedValue, Publication, Unit, ValueSource, Wording } from './explanation.ts';
import { frozen, kept, recordOf, type SharedExpression, sharedExpression, toldBefore } from './shared-parts.ts';

type Facets = Partial<Omit<ExplainedExpression, 'node' | 'operation' | 'unit' | 'value' | 'role'>>;
type Handlers = {
  readonly [K in Expr['kind']]: (
    expression: Extract<Expr, { readonly kind: K }>,
    context: Context,
    told: InMaking,
  ) => unknown;
};

/** One expression with everything that went into it, down to the leaves. Needs the frame in which it was evaluated. */
export function explainExpression(expression: Expr, context: Context, role?: string): ExplainedExpression {
  const shared = sharedExpression(expression, context.parts, context.ir);
  shared.role ??= role ?? '';
  if (shared.role !== (role ?? '')) return tellExpression(expression, shared, context, role);
  if (expression.kind === 'literal') return explainFigure(expression, shared, context, role);
  if (context.shift !== 0 || shared.isOfItem) return tellExpression(expression, shared, context, role);
  const record = recordOf(shared, context.frame);
  if (record === undefined) return tellExpression(expression, shared, context, role);
  return toldBefore(shared, record) ?? kept(shared, record, tellExpression(expression, shared, context, role));
}

/** A figure of the policy is the same for everybody, if it was recorded as the same. */
function explainFigure(
  expression: Expr,
  shared: SharedExpression,
  context: Context,
  role: string | undefined,
): ExplainedExpression {
  const value = context.frame.values.get(expression.id);
  if (value?.kind !== 'number') {
    const record = recordOf(shared, context.frame);
    if (record === undefined) return tellExpression(expression, shared, context, role);
    return toldBefore(shared, record) ?? kept(shared, record, tellExpression(expression, shared, context, role));
  }
  const known = value.none === true || !isKnown(value) ? undefined : knownPoint(value);
  if (known === undefined) return tellExpression(expression, shared, context, role);
  if (shared.figure === undefined || !equals(shared.figure.value, known))
    shared.figure = { value: known, told: frozen(tellExpression(expression, shared, context, role)) };
  return shared.figure.told;
}

function tellExpression(
  expression: Expr,
  { unit }: SharedExpression,
  context: Context,
  role: string | undefined,
): ExplainedExpression {
  const value = context.frame.values.get(expression.id);
  const told = value === undefined ? undefined : explainValue(value, expression, context.naming);
  const explained = begun(expression, unit, told, role);
  const fill = handlers[expression.kind] as (expression: Expr, context: Context, told: InMaking) => void;
  fill(expression, context, explained);
  return explained as ExplainedExpression;
}

/** What every expression has, in one piece: there are many, and each member added later takes its time. */
function begun(
  { id: node, kind: operation }: Expr,
  unit: Unit,
  value: ExplainedValue | undefined,
  role: string | undefined,
): InMaking {
  const operands = nothing;
  if (value === undefined)
    return role === undefined ? { node, operation, unit, operands } : { node, operation, unit, role, operands };
  return role === undefined
    ? { node, operation, unit, value, operands }
    : { node, operation, unit, value, role, operands };
}

/** Filled in the order in which the document tells it: operands before all that is of one operation alone. */
type InMaking = { -readonly [Key in keyof Omit<ExplainedExpression, 'operands'>]: ExplainedExpression[Key] } & {
  operands?: readonly ExplainedExpression[];
};

const nothing: readonly ExplainedExpression[] = Object.freeze([]);
const literalSource: ValueSource = Object.freeze({ kind: 'literal' });

/** What is of one operation alone, beside node, unit and value. */
const handlers: Handlers = {
  literal: (expression, context, told) => {
    told.source = literalSource;
    // A literal need not be evaluated to be known.
    if (!context.frame.values.has(expression.id)) told.mode = expression.value;
  },
  options: (_expression, _context, told) => {
    told.source = literalSource;
  },
  fact: (expression, context, told) => {
    told.source = factSource(expression, context);
  },
  add: (expression, context, told) => {
    told.operands = all(expression.operands, context);
  },
  subtract: (expression, context, told) => {
    told.operands = pair(expression, context);
  },
  multiply: (expression, context, told) => {
    told.operands = pair(expression, context);
    told.mode = expression.written;
  },
  divide: (expression, context, told) => {
    told.operands = pair(expression, context);
  },
  ceiling: (expression, context, told) => Object.assign(told, explainCeiling(expression, context)),
  part: ({ side, of, edge }, context, told) => {
    told.operands = [explainExpression(of, context, 'of'), explainExpression(edge, context, 'edge')];
    told.mode = side;
  },
  steps: ({ mode, of, step, amount }, context, told) => {
    told.operands = [
      explainExpression(of, context, 'of'),
      explainExpression(step, context, 'step'),
      explainExpression(amount, context, 'amount'),
    ];
    told.mode = mode;
  },
  growth: (expression, context, told) => {
    told.operands = nowAndBefore(expression, context);
    told.mode = expression.zeroBase;
  },
  choose: (expression, context, told) => Object.assign(told, explainChoose(expression, context)),
  bands: (expression, context, told) => Object.assign(told, explainBands(expression, context)),
  ladder: (expression, context, told) => Object.assign(told, explainLadder(expression, context)),
  rowCap: ({ value, cap }, context, told) => {
    told.operands = [explainExpression(value, context, 'value'), explainExpression(cap, context, 'cap')];
  },
  extreme: (expression, context, told) => {
    told.operands = all(expression.operands, context);
    told.mode = expression.side;
  },
  aggregate: (expression, context, told) => Object.assign(told, explainAggregate(expression, context)),
  rank: (expression, context, told) => Object.assign(told, explainRank(expression, context)),
  partInOrder: (expression, context, told) => Object.assign(told, explainPartInOrder(expression, context)),
  clause: ({ clause, at }, context, told) => {
    told.source = { kind: 'clause', clause, names: clauseNames(clause, context), at: pointOf(at) };
  },
  paid: ({ clause, forItem }, context, told) => {
    const item = forItem && context.item !== undefined ? { item: context.item.key } : {};
    told.source = { kind: 'ledger', clause, names: clauseNames(clause, context), ...item };
  },
  dateShift: ({ from, by, amount, unit }, context, told) => {
    told.operands = [
      explainExpression(from, context, 'from'),
      ...(by === undefined ? [] : [explainExpression(by, context, 'by')]),
    ];
    told.mode = by === undefined ? `${amount} ${unit}` : unit;
  },
  days: (expression, context, told) => {
    told.operands = firstAndLast(expression, context);
  },
  elapsed: (expression, context, told) => {
    told.operands = firstAndLast(expression, context);
    told.mode = `${expression.rounding} ${expression.unit}${expression.through ? ' through' : ''}`;
  },
  calendarEdge: (expression, context, told) => {
    if (expression.of !== undefined) told.operands = [explainExpression(expression.of, context, 'of')];
    told.mode = `${expression.side} ${expression.unit}`;
    if (expression.of === undefined) told.source = { kind: 'policy', names: periodEdgeNames(expression) };
  },
  yearSince: ({ years, since, now }, context, told) => {
    told.operands = [explainExpression(since, context, 'since'), explainExpression(now, context, 'now')];
    told.mode = years;
  },
  accrual: (expression, context, told) => Object.assign(told, explainAccrual(expression, context)),
  referenceDay: (_expression, _context, told) => {
    told.source = { kind: 'policy', names: { zh: '时点日', en: 'reference day' } };
  },
  dated: (expression, context, told) => {
    if (expression.day !== undefined) told.operands = [explainExpression(expression.day, context, 'day')];
    told.mode = expression.at;
    told.source = datedSource(expression, context);
    told.versions = explainVersions(expression, context);
  },
  logical: (expression, context, told) => {
    told.operands = all(expression.operands, context);
    told.mode = expression.operator;
  },
  not: (expression, context, told) => {
    told.operands = [explainExpression(expression.operand, context)];
  },
  compare: (expression, context, told) => {
    told.operands = pair(expression, context);
    told.mode = expression.operator;
    tellShortfall(expression, expression.operator, expression.left, expression.right, context, told);
  },
  hasGrown: (expression, context, told) => {
    told.operands = nowAndBefore(expression, context);
    tellShortfall(expression, 'over', expression.now, expression.before, context, told);
  },
  optionTest: ({ negated, options, operand }, context, told) => {
    told.operands = [explainExpression(operand, context, 'operand')];
    told.mode = `${negated ? 'not ' : ''}${options.join(' ')}`;
  },
  isGranted: ({ clause }, context, told) => {
    told.source = { kind: 'clause', clause, names: clauseNames(clause, context), at: 'own' };
  },
  switch: ({ reading, cases }, context, told) => {
    const choice = chosen(context, reading);
    const value = cases.find((one) => one.choice === choice)?.value;
    if (value !== undefined) told.operands = [explainExpression(value, context)];
    told.reading = reading;
    told.choice = choice;
  },
};

function clauseNames(clause: string, { naming }: Context): Wording {
  return wording(naming.clause(clause)?.names ?? { en: clause });
}

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

/** Of the subject's facts the same for everybody. */
function factSource(expression: FactExpr, context: Context): ValueSource {
  if (expression.owner !== undefined) return sourceOf(expression, context);
  const { sources } = sharedExpression(expression, context.parts, context.ir);
  const known = sources.get(context.shift) ?? frozen(sourceOf(expression, context));
  sources.set(context.shift, known);
  return known;
}

function sourceOf(expression: FactExpr, context: Context): ValueSource {
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

function tellShortfall(
  expression: Expr,
  operator: BoundOperator,
  left: Expr,
  right: Expr,
  context: Context,
  told: InMaking,
): void {
  const { values } = context.frame;
  const truth = values.get(expression.id);
  if (truth?.kind !== 'truth' || truth.truth !== 'false') return;
  const found = shortfall(operator, values.get(left.id), values.get(right.id), comparedUnit(left, context));
  if (found !== undefined) told.shortfall = found;
}

export function comparedUnit(left: Expr, context: Context): Unit {
  const { unit } = sharedExpression(left, context.parts, context.ir);
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
