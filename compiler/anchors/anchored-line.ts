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
  PolicyFile,
  Reference,
} from '../../grammar/ast.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import type { DefinitionSymbol } from '../resolve/symbol.ts';
import { declarationsOf, everyExpression, expressionsOfPlan, expressionsOn, keysOf, orderOfItems } from '../walk.ts';
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

/** Every line that computes, under the default readings. R16: anchors are not checked against the others. */
export function anchoredLines(file: PolicyFile, names: Names): readonly AnchoredLine[] {
  const lineOf = (
    line: Omit<AnchoredLine, 'borrowed' | 'tables'>,
    expressions: readonly Expression[],
  ): AnchoredLine => {
    const tables = expressions.flatMap((expression) => tablesIn(expression));
    const isAnchored =
      line.anchors.length > 0 || tables.some(({ rows }) => rows.some(({ anchors }) => anchors.length > 0));
    return { ...line, tables, borrowed: isAnchored ? borrowedFigures(expressions, names) : [] };
  };
  return [
    ...declarationsOf(file, 'PolicyHead').flatMap(({ lines }) => usual(lines, names).map((line) => headLine(line))),
    ...declarationsOf(file, 'Definition').map(({ span, anchors, value }) =>
      lineOf({ span, anchors, figures: figuresIn(value, 'free', names), readings: [] }, [value]),
    ),
    ...declarationsOf(file, 'ParameterDeclaration').flatMap(({ rows }) => rows.map((row) => parameterLine(row, names))),
    ...declarationsOf(file, 'ClauseDeclaration').flatMap(({ lines }) =>
      flattened(lines, names).flatMap((line) => clauseLine(line, names, lineOf)),
    ),
    ...declarationsOf(file, 'BlockDeclaration').flatMap((block) => blockLine(block, names)),
  ].filter(({ anchors, tables }) => anchors.length > 0 || tables.length > 0);
}

type MakeLine = (line: Omit<AnchoredLine, 'borrowed' | 'tables'>, expressions: readonly Expression[]) => AnchoredLine;

/** The lines that hold by default, alternatives opened. */
function usual<T extends { readonly kind: string }>(lines: readonly T[], names: Names): readonly T[] {
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
  return usual(lines, names).flatMap((line) => (line.kind === 'EachBlock' ? flattened(line.lines, names) : [line]));
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

function clauseLine(line: ClauseLine, names: Names, make: MakeLine): readonly AnchoredLine[] {
  const of = (expression: Expression, role: Parameters<typeof figuresIn>[1]) => figuresIn(expression, role, names);
  if (line.kind === 'PaymentPlan') {
    const quoted = { span: line.span, anchors: line.anchors, readings: [], figures: planFigures(line, names) };
    return [{ ...make(quoted, expressionsOfPlan(line)), tables: planTables(line) }];
  }
  if (!('readings' in line)) return [];
  const { span, anchors, readings } = line;
  const lineWith = (figures: readonly LineFigure[], ...expressions: readonly Expression[]) => [
    make({ span, anchors, readings, figures }, expressions),
  ];
  const keyFigures = (ordered: ClauseLine) => keysOf(orderOfItems(ordered)).flatMap((key) => of(key, 'free'));
  switch (line.kind) {
    case 'WhenLine':
      return lineWith(of(line.condition, 'free'), line.condition);
    case 'AmountLine':
      return lineWith(of(line.amount, 'exact'), line.amount);
    case 'AdjustLine': {
      const written = of(line.amount, line.operation === 'floor' ? 'atLeast' : 'exact');
      const amount = line.operation === 'lower' ? written.map(asLowering) : written;
      if (line.condition === undefined) return lineWith(amount, line.amount);
      return lineWith([...amount, ...of(line.condition, 'free')], line.amount, line.condition);
    }
    case 'CapLine':
      return lineWith(
        [...of(line.amount, 'atMost'), ...windowFigures(line), ...keyFigures(line)],
        ...expressionsOn(line),
      );
    case 'BudgetLine':
      return lineWith([...of(line.amount, 'atMost'), ...windowFigures(line)], line.amount);
    case 'RoundLine': {
      const { step } = line.rounding;
      return lineWith([
        { span: step.span, value: step.value, unit: unitOf(step, names), role: 'free', optional: true, rows: [] },
      ]);
    }
    case 'OnceLine': {
      const times = line.times === undefined ? [] : of(line.times, 'atMost');
      return lineWith([...times, ...windowFigures(line), ...keyFigures(line)], ...expressionsOn(line));
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
