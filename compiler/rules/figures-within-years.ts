import type { Report } from '../../diagnostics/diagnostic.ts';
import { FigureChangesWithin } from '../../diagnostics/rules.ts';
import type { ClauseDeclaration, ClauseLine, Expression, PolicyFile } from '../../grammar/ast.ts';
import { dayNumber, dayText } from '../../runtime/day.ts';
import { datedFigures } from '../dated-figures.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import { bothNames } from '../resolve/scope.ts';
import type { ParameterSymbol } from '../resolve/symbol.ts';
import { declarationsOf, everyExpression, expressionsOn, linesIn } from '../walk.ts';
import type { Rule } from './rule.ts';

/**
 * R19: a figure that changes within a year and meets one of the whole year, on one line or as the cap of what such a line gave, must say
 * as of which day it is read, or that it counts by days. Told once for each figure and clause.
 */
export const figuresWithinYears: Rule = (analysis, report) => {
  const { file, names } = analysis;
  if (!names.symbols.some((symbol) => symbol.kind === 'parameter' && symbol.declaration.dated)) return;
  for (const clause of declarationsOf(file, 'ClauseDeclaration')) checkClause(file, names, clause, report);
};

function checkClause(file: PolicyFile, names: Names, clause: ClauseDeclaration, report: Report): void {
  const told = new Set<ParameterSymbol>();
  let isOfYear = false;
  for (const line of everyLineOnce(clause.lines)) {
    const roots = expressionsOn(line);
    const series = roots.some((root) => readsSeries(names, root));
    const meets = series || (isOfYear && (line.kind === 'CapLine' || line.kind === 'BudgetLine'));
    if (line.kind === 'AmountLine' || line.kind === 'AdjustLine') isOfYear ||= series;
    if (!meets) continue;
    for (const root of roots)
      for (const { parameter, at } of datedFigures(names, root, false)) {
        const change = told.has(parameter) ? undefined : changeWithin(file, parameter);
        if (change === undefined) continue;
        told.add(parameter);
        report(FigureChangesWithin, { span: at.span }, { name: bothNames(parameter.name), day: change.day });
      }
  }
}

/** In written order, what stands inside a line after it. */
function everyLineOnce(lines: readonly ClauseLine[]): readonly ClauseLine[] {
  return lines.flatMap((line) => [line, ...everyLineOnce(linesIn(line))]);
}

/** A figure of a whole year stands in it; definitions are looked into. */
function readsSeries(names: Names, root: Expression): boolean {
  const open: Expression[] = [root];
  const seen = new Set<Expression>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const part of everyExpression(next)) {
      const symbol = symbolNamed(names, part);
      if (symbol?.kind === 'fact' || symbol?.kind === 'itemField') {
        if (symbol.declaration.yearly !== undefined && symbol.declaration.type.kind !== 'DateType') return true;
      } else if (symbol?.kind === 'parameter' && symbol.declaration.yearly) return true;
      else if (symbol?.kind === 'definition') open.push(symbol.declaration.value);
    }
  }
  return false;
}

/**
 * The first day within a year on which the figure changes, or its value ends; without `day` where that is not known, since values come
 * with the facts. What changed before the policy's first year cannot matter, but for a look at the year before.
 */
function changeWithin(
  file: PolicyFile,
  { declaration }: ParameterSymbol,
): { readonly day: string | undefined } | undefined {
  const days = declaration.rows.flatMap((row) => (row.days === undefined ? [] : [row.days]));
  if (days.length === 0 || declaration.rows.some(({ value }) => value === undefined)) return { day: undefined };
  // Before the first version there is no other value to take.
  const starts = days
    .map(({ from }) => from.value)
    .sort()
    .slice(1);
  const ends = days.flatMap(({ to }) => (to === undefined ? [] : [dayText(dayNumber(to.value) + 1)]));
  const { from, to } = termOf(file);
  const earliest = `${Number(from.slice(0, 4)) - 1}`.padStart(4, '0');
  const inside = [...starts, ...ends].filter((day) => !day.endsWith('-01-01') && day > earliest && day <= to);
  const [day] = inside.sort();
  return day === undefined ? undefined : { day };
}

/** Days are ISO text. */
function termOf(file: PolicyFile): { readonly from: string; readonly to: string } {
  const lines = declarationsOf(file, 'PolicyHead').flatMap((head) => head.lines);
  const line = lines.find((one) => one.kind === 'InForceLine');
  if (line?.kind !== 'InForceLine') return { from: '0001-01-01', to: '9999-12-31' };
  return { from: line.from.value, to: line.to?.value ?? '9999-12-31' };
}
