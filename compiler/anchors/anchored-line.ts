import type { Span } from '../../diagnostics/span.ts';
import type {
  Anchor,
  BlockDeclaration,
  Choose,
  ClauseLine,
  Expression,
  HeadLine,
  Ladder,
  ParameterRow,
  PaymentPlan,
  PolicyFile,
  Reference,
} from '../../grammar/ast.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import type { DefinitionSymbol } from '../resolve/symbol.ts';
import {
  declarationsOf,
  type EffectLine,
  everyExpression,
  expressionsOfKind,
  expressionsOfPlan,
  expressionsOn,
  keysOf,
  orderOfItems,
} from '../walk.ts';
import type { FigureUnit } from './figure.ts';
import { asLowering, type FigureTable, figuresIn, holdsByDefault, type LineFigure, unitOf } from './line-figures.ts';
import { planFigures, planTables } from './plan-figures.ts';

/** A line with what the source says of it. */
export interface AnchoredLine {
  readonly span: Span;
  readonly anchors: readonly Anchor[];
  readonly figures: readonly LineFigure[];
  /** Figures of the definitions that the line uses: its anchors may quote them. */
  readonly borrowed: readonly LineFigure[];
  /** Tables on the line, their rows with anchors of their own. */
  readonly tables: readonly FigureTable[];
  /** Readings that bear on its words. */
  readonly readings: readonly Reference[];
}

/** Every line that computes and is anchored, or has anchored rows, under the default readings. R16: anchors are not checked against the others. */
export function anchoredLines(file: PolicyFile, names: Names): readonly AnchoredLine[] {
  const anyRows = expressionsOfKind(file, 'Choose', 'Ladder').some(hasAnchors);
  return [
    ...declarationsOf(file, 'PolicyHead').flatMap(({ lines }) => usual(lines, names).map((line) => headLine(line))),
    ...declarationsOf(file, 'Definition').flatMap(({ span, anchors, value }) =>
      anchors.length > 0 || anyRows
        ? lineOf({ span, anchors, readings: [] }, [value], names, () => figuresIn(value, 'free', names))
        : [],
    ),
    ...declarationsOf(file, 'ParameterDeclaration').flatMap(({ rows }) => rows.map((row) => parameterLine(row, names))),
    ...declarationsOf(file, 'ClauseDeclaration').flatMap(({ lines }) =>
      flattened(lines, names).flatMap((line) => clauseLine(line, names, anyRows)),
    ),
    ...declarationsOf(file, 'BlockDeclaration').flatMap((block) => blockLine(block, names)),
  ].filter(({ anchors, tables }) => anchors.length > 0 || tables.some(hasAnchors));
}

/** A line without anchors, on itself or on rows, has nothing to be held against: its figures are not collected. */
function lineOf(
  line: Pick<AnchoredLine, 'span' | 'anchors' | 'readings'>,
  expressions: readonly Expression[],
  names: Names,
  figures: () => readonly LineFigure[],
): readonly AnchoredLine[] {
  const tables = expressions.flatMap(tablesIn);
  if (line.anchors.length === 0 && !tables.some(hasAnchors)) return [];
  return [{ ...line, tables, figures: figures(), borrowed: borrowedFigures(expressions, names) }];
}

function hasAnchors({ rows }: FigureTable): boolean {
  return rows.some(({ anchors }) => anchors.length > 0);
}

/** The lines that hold by default, alternatives opened. */
function usual<T extends { readonly kind: string }>(lines: readonly T[], names: Names): readonly T[] {
  if (!lines.some(({ kind }) => kind === 'ReadingChoice')) return lines;
  return lines.flatMap((line): readonly T[] => {
    if (line.kind !== 'ReadingChoice') return [line];
    const { reading, rows } = line as unknown as {
      reading: Reference;
      rows: readonly { choices: readonly Reference[]; body: readonly T[] }[];
    };
    return usual(
      rows.filter(({ choices }) => holdsByDefault(names, reading, choices)).flatMap(({ body }) => body),
      names,
    );
  });
}

function flattened(lines: readonly ClauseLine[], names: Names): readonly ClauseLine[] {
  const own = usual(lines, names);
  if (!own.some(({ kind }) => kind === 'EachBlock')) return own;
  return own.flatMap((line) => (line.kind === 'EachBlock' ? flattened(line.lines, names) : [line]));
}

function headLine(line: HeadLine): AnchoredLine {
  const anchors = 'anchors' in line ? line.anchors : [];
  const bare = { span: line.span, borrowed: [], tables: [], readings: [], anchors };
  if (line.kind !== 'InForceLine') return { ...bare, anchors: [], figures: [] };
  const days = [line.from, ...(line.to === undefined ? [] : [line.to])];
  const figures = days.map(({ span, value }) => ({
    span,
    value,
    unit: 'date' as const,
    role: 'free' as const,
    optional: false,
    rows: [],
  }));
  return { ...bare, figures };
}

/** A published value with its year, or the days from and to which it holds. */
function parameterLine(row: ParameterRow, names: Names): AnchoredLine {
  const { span, year, days, value, anchors } = row;
  const stated = [days?.from, days?.to].filter((day) => day !== undefined);
  const figures: readonly LineFigure[] = [
    ...(year === undefined ? [] : [freeFigure(span, String(year), 'year')]),
    ...stated.map((day) => freeFigure(day.span, day.value, 'date')),
    ...(value === undefined ? [] : figuresIn(value, 'free', names)),
  ];
  return { span, anchors, figures, borrowed: [], tables: [], readings: [] };
}

function freeFigure(span: Span, value: string, unit: FigureUnit): LineFigure {
  return { span, value, unit, role: 'free', optional: false, rows: [] };
}

function clauseLine(line: ClauseLine, names: Names, anyRows: boolean): readonly AnchoredLine[] {
  if (line.kind === 'PaymentPlan') return planLine(line, names);
  if (!('readings' in line)) return [];
  const { span, anchors, readings } = line;
  if (anchors.length === 0 && !anyRows) return [];
  return lineOf({ span, anchors, readings }, quotable(line), names, () => figuresOnLine(line, names));
}

function planLine(plan: PaymentPlan, names: Names): readonly AnchoredLine[] {
  const { span, anchors } = plan;
  const tables = planTables(plan);
  if (anchors.length === 0 && !tables.some(hasAnchors)) return [];
  const expressions = expressionsOfPlan(plan);
  const mayBorrow = anchors.length > 0 || expressions.flatMap(tablesIn).some(hasAnchors);
  const borrowed = mayBorrow ? borrowedFigures(expressions, names) : [];
  return [{ span, anchors, readings: [], figures: planFigures(plan, names), tables, borrowed }];
}

/** The expressions whose tables, and definitions, an anchor of the line may quote. */
function quotable(line: EffectLine): readonly Expression[] {
  if (line.kind === 'RoundLine') return [];
  return line.kind === 'BudgetLine' ? [line.amount] : expressionsOn(line);
}

function figuresOnLine(line: EffectLine, names: Names): readonly LineFigure[] {
  const of = (expression: Expression, role: Parameters<typeof figuresIn>[1]) => figuresIn(expression, role, names);
  const keyFigures = () => keysOf(orderOfItems(line)).flatMap((key) => of(key, 'free'));
  switch (line.kind) {
    case 'WhenLine':
      return of(line.condition, 'free');
    case 'AmountLine':
      return of(line.amount, 'exact');
    case 'AdjustLine': {
      const written = of(line.amount, line.operation === 'floor' ? 'atLeast' : 'exact');
      const amount = line.operation === 'lower' ? written.map(asLowering) : written;
      return line.condition === undefined ? amount : [...amount, ...of(line.condition, 'free')];
    }
    case 'CapLine':
      return [...of(line.amount, 'atMost'), ...windowFigures(line), ...keyFigures()];
    case 'BudgetLine':
      return [...of(line.amount, 'atMost'), ...windowFigures(line)];
    case 'RoundLine': {
      const { step } = line.rounding;
      return [
        { span: step.span, value: step.value, unit: unitOf(step, names), role: 'free', optional: true, rows: [] },
      ];
    }
    case 'OnceLine': {
      const times = line.times === undefined ? [] : of(line.times, 'atMost');
      return [...times, ...windowFigures(line), ...keyFigures()];
    }
  }
}

function windowFigures({
  scopes,
}: Extract<ClauseLine, { kind: 'CapLine' | 'BudgetLine' | 'OnceLine' }>): readonly LineFigure[] {
  return scopes
    .filter((scope) => scope.kind === 'OverYears')
    .map(({ span, years }) => ({ span, value: String(years), unit: 'years', role: 'free', optional: false, rows: [] }));
}

function blockLine({ span, anchors, block }: BlockDeclaration, names: Names): readonly AnchoredLine[] {
  if (block.kind === 'ConflictBlock') return [];
  const figures = figuresIn(block.amount, 'atMost', names);
  return [{ span, anchors, figures, borrowed: [], tables: [], readings: [] }];
}

function tablesIn(expression: Expression): readonly (Choose | Ladder)[] {
  return everyExpression(expression).filter((one) => one.kind === 'Choose' || one.kind === 'Ladder');
}

/** An anchor quotes few definitions; of a long chain the rest is left alone. */
const definitionLimit = 200;

/** Figures of the definitions that the expressions use, directly or through other definitions. */
function borrowedFigures(expressions: readonly Expression[], names: Names): readonly LineFigure[] {
  const figures: LineFigure[] = [];
  const seen = new Set<DefinitionSymbol>();
  const open = [...expressions];
  for (let root = open.pop(); root !== undefined; root = open.pop()) {
    for (const one of everyExpression(root)) {
      const symbol = symbolNamed(names, one);
      if (symbol?.kind !== 'definition' || seen.has(symbol) || seen.size >= definitionLimit) continue;
      seen.add(symbol);
      const { value } = symbol.declaration;
      figures.push(...figuresIn(value, 'free', names, true));
      open.push(value);
    }
  }
  return figures;
}
