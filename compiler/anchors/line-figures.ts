import type { Span } from '../../diagnostics/span.ts';
import type { Anchor, Choose, Expression, Ladder, NumberLiteral, Raised, Reference } from '../../grammar/ast.ts';
import { defaultChoice } from '../lower/lower-reading.ts';
import { constantOf } from '../lower/row-order.ts';
import { type Names, symbolOf } from '../resolve/names.ts';
import { amongChildren } from '../walk.ts';
import type { FigureSide, FigureUnit } from './figure.ts';

/**
 * What a figure does in its line. `exact`: it is paid or multiplied as it stands; `free`: no bound word of the line touches it; `partOver`,
 * `partUpTo`: the edge of a part, which has the same size whether the edge belongs to it or not.
 */
export type FigureRole = Exclude<FigureSide, 'top'> | 'exact' | 'free' | 'partOver' | 'partUpTo';

/** A figure of a policy line. */
export interface LineFigure {
  readonly span: Span;
  readonly value: string;
  readonly unit: FigureUnit;
  /** What it is per: 30元/平方米/月. */
  readonly per?: readonly FigureUnit[];
  readonly role: FigureRole;
  /** Stands under a choice that is not the default: it may be in an anchor and need not. */
  readonly optional: boolean;
  /** Rows of tables that it stands in, outer first. */
  readonly rows: readonly FigureRow[];
  /** A share by which something is lowered. */
  readonly lowers?: true;
}

/** A choice, a ladder, a payment plan: rows that may quote the source themselves. */
export interface FigureTable {
  readonly rows: readonly { readonly anchors: readonly Anchor[] }[];
}

/** A row of a table, by its place in written order, and which of its figures. */
export interface FigureRow {
  readonly owner: FigureTable;
  readonly index: number;
  readonly column: string;
}

/** Where a figure is being collected from. */
interface Context {
  readonly names: Names;
  readonly figures: LineFigure[];
  readonly role: FigureRole;
  readonly optional: boolean;
  readonly denied: boolean;
  readonly rows: readonly FigureRow[];
}

/** The figures written in an expression, in written order. `role` is that of a figure standing there alone. */
export function figuresIn(
  expression: Expression,
  role: FigureRole,
  names: Names,
  optional = false,
): readonly LineFigure[] {
  const figures: LineFigure[] = [];
  collect(expression, { names, figures, role, optional, denied: false, rows: [] });
  return figures;
}

const opposite = {
  over: 'atMost',
  atMost: 'over',
  atLeast: 'under',
  under: 'atLeast',
  equal: 'free',
  notEqual: 'free',
} as const;
const mirrored = {
  over: 'under',
  under: 'over',
  atLeast: 'atMost',
  atMost: 'atLeast',
  equal: 'free',
  notEqual: 'free',
} as const;

function roleOf(operator: keyof typeof opposite, denied: boolean): FigureRole {
  if (denied) return opposite[operator];
  return operator === 'equal' || operator === 'notEqual' ? 'free' : operator;
}

function collect(expression: Expression, context: Context): void {
  const into = (child: Expression | undefined, role: FigureRole): void => {
    if (child !== undefined) collect(child, { ...context, role });
  };
  const { role } = context;
  switch (expression.kind) {
    case 'NumberLiteral':
      addLiteral(context, expression);
      return;
    case 'DateLiteral':
      add(context, expression.span, expression.value, 'date');
      return;
    case 'Binary':
      collectSpine(expression, context);
      return;
    case 'Comparison': {
      const right = roleOf(expression.operator, context.denied);
      into(expression.left, right === 'free' ? 'free' : mirrored[right as keyof typeof mirrored]);
      into(expression.right, right);
      return;
    }
    case 'RangeTest':
      into(expression.operand, 'free');
      into(expression.low, 'atLeast');
      into(expression.high, 'atMost');
      return;
    case 'TopRank':
      into(expression.operand, 'free');
      into(expression.places, 'atMost');
      return;
    case 'Not':
      collect(expression.operand, { ...context, denied: !context.denied });
      return;
    case 'Logical':
      for (const operand of expression.operands) into(operand, 'free');
      return;
    case 'RateOf':
      into(expression.rate, role);
      into(expression.base, 'free');
      return;
    case 'UpTo':
      into(expression.limit, 'atMost');
      into(expression.base, 'free');
      return;
    case 'Part':
      for (const child of expression.among === undefined ? [] : amongChildren(expression.among)) into(child, 'free');
      into(expression.of, 'free');
      into(expression.edge, expression.side === 'over' ? 'partOver' : 'partUpTo');
      return;
    case 'Steps':
      into(expression.amount, role);
      into(expression.step, 'step');
      into(expression.of, 'free');
      return;
    case 'CappedRow':
      into(expression.value, role);
      into(expression.cap, 'atMost');
      return;
    case 'Extreme':
      for (const operand of expression.operands) into(operand, expression.side === 'lowest' ? 'atMost' : 'atLeast');
      return;
    case 'Choose':
      collectChoose(expression, context);
      return;
    case 'Ladder':
      collectLadder(expression, context);
      return;
    case 'ReadingExpression':
      collectAlternatives(expression, context);
      return;
    default:
      collectRest(expression, context);
      return;
  }
}

function collectRest(expression: Expression, context: Context): void {
  const free: Context = { ...context, role: 'free' };
  switch (expression.kind) {
    case 'Negation':
    case 'HasGrown':
    case 'OptionTest':
      collect(expression.operand, free);
      return;
    case 'Growth':
    case 'Increase':
    case 'Shift':
      collect(expression.of, free);
      return;
    case 'SplitByDays':
      collect(expression.of, context);
      return;
    case 'Raised':
      collect(expression.of, context);
      collectChange(expression, context);
      collect(expression.condition, free);
      return;
    case 'AsOf':
      collect(expression.of, context);
      collect(expression.day, free);
      return;
    case 'Aggregate':
      if (expression.where !== undefined) collect(expression.where, free);
      if (expression.of !== undefined) collect(expression.of, free);
      return;
    case 'Rank':
      for (const child of amongChildren(expression.among)) collect(child, free);
      return;
    case 'DateShift':
      collect(expression.amount, free);
      collect(expression.from, free);
      return;
    case 'Elapsed':
      collect(expression.from, free);
      collect(expression.to, free);
      return;
    case 'CalendarEdge':
    case 'YearCount':
    case 'WithinTest':
    case 'Interest':
    case 'Prorated':
      collectCalendar(expression, context);
      return;
    default:
      return;
  }
}

/** By how much a figure is raised or lowered. */
function collectChange({ operation, by }: Raised, context: Context): void {
  const figures: LineFigure[] = [];
  collect(by, { ...context, role: 'exact', figures });
  context.figures.push(...(operation === 'lower' ? figures.map(asLowering) : figures));
}

export function asLowering(figure: LineFigure): LineFigure {
  return figure.unit === 'percent' ? { ...figure, lowers: true } : figure;
}

/** What accrues is a yearly figure; the days of its year are the convention's and may stand in the source. */
function collectCalendar(
  expression: Extract<Expression, { kind: 'CalendarEdge' | 'YearCount' | 'WithinTest' | 'Interest' | 'Prorated' }>,
  context: Context,
): void {
  const free: Context = { ...context, role: 'free' };
  switch (expression.kind) {
    case 'CalendarEdge':
      if (expression.of !== undefined) collect(expression.of, free);
      return;
    case 'YearCount':
      collect(expression.since, free);
      return;
    case 'WithinTest':
      collect(expression.operand, free);
      collect(expression.amount, { ...context, role: context.denied ? 'over' : 'atMost' });
      collect(expression.from, free);
      return;
    case 'Prorated':
      collect(expression.amount, context);
      collect(expression.from, free);
      collect(expression.to, free);
      return;
    case 'Interest':
      collect(expression.principal, free);
      collect(expression.rate, context);
      collect(expression.from, free);
      collect(expression.to, free);
      for (const value of expression.basis.match(/\d+/g) ?? [])
        add({ ...context, role: 'free', optional: true }, expression.span, value, 'count');
      return;
  }
}

/** Chains lean to the left and may be long: no recursion along them. `÷ 1 year` takes a unit away and is no figure of the source. */
function collectSpine(expression: Extract<Expression, { kind: 'Binary' }>, context: Context): void {
  const operands: Expression[] = [];
  let rest: Expression = expression;
  while (rest.kind === 'Binary') {
    const isUnit = rest.operator === '/' && rest.right.kind === 'NumberLiteral' && rest.right.value === '1';
    if (!isUnit) operands.push(rest.right);
    rest = rest.left;
  }
  operands.push(rest);
  for (const operand of operands.reverse()) collect(operand, { ...context, role: 'free' });
}

function collectChoose(expression: Choose, context: Context): void {
  if (expression.key !== undefined) collect(expression.key, { ...context, role: 'free' });
  for (const [index, row] of expression.rows.entries()) {
    const inRow = (column: string): Context => ({
      ...context,
      rows: [...context.rows, { owner: expression, index, column }],
    });
    if (row.test.kind === 'ConditionRow') collect(row.test.condition, { ...inRow('condition'), role: 'free' });
    if (row.test.kind === 'BoundsRow') {
      for (const [place, bound] of row.test.bounds.entries()) {
        collect(bound.edge, { ...inRow(`edge ${place}`), role: roleOf(bound.operator, false) });
      }
    }
    if (row.value.kind === 'CappedRow') {
      collect(row.value.value, inRow('value'));
      collect(row.value.cap, { ...inRow('cap'), role: 'atMost' });
    } else collect(row.value, inRow('value'));
  }
  if (expression.otherwise?.value !== undefined) collect(expression.otherwise.value, context);
}

function collectLadder(expression: Ladder, context: Context): void {
  collect(expression.of, { ...context, role: 'free' });
  if (expression.range.kind === 'sinceYear') add(context, expression.span, String(expression.range.year), 'year');
  for (const [index, rung] of expression.rows.entries()) {
    const inRow = (column: string): Context => ({
      ...context,
      rows: [...context.rows, { owner: expression, index, column }],
    });
    collect(rung.threshold, { ...inRow('edge 0'), role: roleOf(expression.operator, false) });
    collect(rung.amount, inRow('value'));
  }
}

/** R16: anchors speak of the default reading; figures of the others may stand in them. */
function collectAlternatives(expression: Extract<Expression, { kind: 'ReadingExpression' }>, context: Context): void {
  for (const { choices, value } of expression.rows) {
    const optional = context.optional || !holdsByDefault(context.names, expression.reading, choices);
    collect(value, { ...context, optional });
  }
}

export function holdsByDefault(names: Names, reading: Reference, choices: readonly Reference[]): boolean {
  const symbol = symbolOf(names, reading, 'reading');
  if (symbol === undefined) return true;
  const usual = defaultChoice(symbol.declaration);
  return choices.some((choice) => names.used.get(choice)?.name === usual?.name);
}

function add(context: Context, span: Span, value: string, unit: FigureUnit): void {
  const { role, optional, rows } = context;
  context.figures.push({ span, value, unit, role, optional, rows });
}

function addLiteral(context: Context, literal: NumberLiteral): void {
  const { figures, names, role, optional, rows } = context;
  const per = (literal.per ?? []).map((unit) => unitOf({ unit }, names));
  const figure = {
    span: literal.span,
    value: constantOf(literal)!,
    unit: unitOf(literal, names),
    role,
    optional,
    rows,
  };
  figures.push(per.length === 0 ? figure : { ...figure, per });
}

export function unitOf({ unit }: Pick<NumberLiteral, 'unit'>, names: Names): FigureUnit {
  switch (unit.kind) {
    case 'Money':
      return `money:${unit.currency}`;
    case 'Percent':
      return 'percent';
    case 'Points':
      return 'points';
    case 'Duration':
      return unit.unit;
    case 'Unit':
      return `unit:${names.used.get(unit.name)?.name.id ?? unit.name.text}`;
    case 'None':
    case 'Counter':
      return 'count';
  }
}
