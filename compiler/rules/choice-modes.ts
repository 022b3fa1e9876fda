import type { Report } from '../../diagnostics/diagnostic.ts';
import { RowsMayAdd } from '../../diagnostics/open-decisions.ts';
import {
  CaseModeMissing,
  ChooserMissing,
  ModeUnfit,
  NoRows,
  RowTwice,
  TierModeMissing,
} from '../../diagnostics/rules.ts';
import type { BoundOperator, Choose, Expression } from '../../grammar/ast.ts';
import { typeOf } from '../check/types.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { everyExpression } from '../walk.ts';
import { choicesWithPlace } from './choice-places.ts';
import { expressionKey } from './expression-key.ts';
import { ratesOfOwnKey } from './own-rates.ts';
import { type Analysis, hasUnread, type Rule } from './rule.ts';
import { wordsOf } from './words.ts';

/** R17: a choice says which rows count wherever it could be taken two ways, and nothing that its rows cannot bear. */
export const choiceModes: Rule = (analysis, report) => {
  const ownRates = ratesOfOwnKey(analysis);
  for (const { choose } of choicesWithPlace(analysis.file)) {
    if (choose.rows.length === 0) {
      if (!hasUnread(analysis, choose.span)) report(NoRows, { span: choose.span }, {});
    } else checkRows(analysis, choose, ownRates.has(choose), report);
  }
};

function checkRows(analysis: Analysis, choose: Choose, isOwnRate: boolean, report: Report): void {
  const { key } = choose;
  const [first] = choose.rows;
  if (key === undefined) checkCases(choose, report);
  else if (choose.mode === 'first') reportUnfit(choose, report);
  else if (first?.test.kind === 'OptionsRow') checkOptions(analysis, choose, key, report);
  else if (first?.test.kind === 'TruthRow') checkTruths(choose, report);
  else checkBounds(analysis, choose, key, isOwnRate, report);
}

/** Conditions may hold together: which row counts must be said. */
function checkCases(choose: Choose, report: Report): void {
  if (choose.mode === 'slab' || choose.mode === 'bands') reportUnfit(choose, report);
  if (choose.mode === undefined && choose.rows.length > 1)
    report(CaseModeMissing, { span: choose.rows[1]?.test.span ?? choose.span }, {});
}

/** Yes and no never hold together. */
function checkTruths(choose: Choose, report: Report): void {
  if (choose.mode !== undefined) reportUnfit(choose, report);
  const seen = new Set<boolean>();
  for (const { test } of choose.rows) {
    if (test.kind !== 'TruthRow') continue;
    if (seen.has(test.truth)) report(RowTwice, { span: test.span }, {});
    seen.add(test.truth);
  }
}

function checkOptions({ names, types }: Analysis, choose: Choose, chosenBy: Expression, report: Report): void {
  if (choose.mode === 'slab' || choose.mode === 'bands') reportUnfit(choose, report);
  const seen = new Map<PolicySymbol, Choose['rows'][number]>();
  for (const row of choose.rows) {
    if (row.test.kind !== 'OptionsRow') continue;
    for (const option of row.test.options) {
      const symbol = names.used.get(option);
      const earlier = symbol === undefined ? undefined : seen.get(symbol);
      if (earlier !== undefined && choose.mode === undefined) report(RowTwice, { span: option.span }, {});
      if (symbol !== undefined) seen.set(symbol, row);
    }
  }
  const key = typeOf(types, chosenBy);
  if (key.kind === 'choices' && choose.mode === undefined && choose.rows.length > 1)
    report(ChooserMissing, { span: chosenBy.span }, { key: nameOf(chosenBy) });
}

function nameOf(expression: Expression): string {
  if (expression.kind === 'ReferenceExpression') return expression.reference.text;
  return expression.kind === 'FieldExpression' ? expression.field.text : '…';
}

function checkBounds(
  { names }: Analysis,
  choose: Choose,
  chosenBy: Expression,
  isOwnRate: boolean,
  report: Report,
): void {
  if (choose.mode === 'bands' && choose.otherwise !== undefined) reportUnfit(choose, report);
  if (choose.mode !== undefined) return;
  const key = expressionKey(names, chosenBy);
  const growing = choose.rows.find((row) => key !== undefined && holds(names, row.value, chosenBy.kind, key));
  if (growing !== undefined || isOwnRate) report(TierModeMissing, { span: chosenBy.span }, { key: nameOf(chosenBy) });
  else if (mayAdd(choose)) report(RowsMayAdd, { span: chosenBy.span }, {});
}

/** Several rows open to one side: whoever passes the harder passes the easier as well. D8. */
function mayAdd({ rows }: Choose): boolean {
  const open = rows.filter(({ test }) => test.kind === 'BoundsRow' && test.bounds.length === 1);
  const sides = open.map(({ test }) => (test.kind === 'BoundsRow' ? sideOf(test.bounds[0]?.operator) : undefined));
  return sides.some((side, index) => side !== undefined && sides.indexOf(side) !== index);
}

function sideOf(operator: BoundOperator | undefined): 'up' | 'down' | undefined {
  if (operator === 'atLeast' || operator === 'over') return 'up';
  return operator === 'atMost' || operator === 'under' ? 'down' : undefined;
}

/** Whether a value is computed from the key; definitions are looked into. */
function holds(names: Names, root: Expression, kind: Expression['kind'], key: string): boolean {
  const open: Expression[] = [root];
  const seen = new Set<Expression>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const part of everyExpression(next)) {
      if (part.kind === kind && expressionKey(names, part) === key) return true;
      const symbol = symbolNamed(names, part);
      if (symbol?.kind === 'definition') open.push(symbol.declaration.value);
    }
  }
  return false;
}

const modes = {
  highest: 'theHighest',
  first: 'theFirst',
  eachRow: 'eachRow',
  slab: 'slab',
  bands: 'inBands',
} as const;

function reportUnfit({ key, mode, rows, span }: Choose, report: Report): void {
  const place = key ?? rows[0]?.test ?? { span };
  if (mode !== undefined) report(ModeUnfit, { span: place.span }, { mode: wordsOf(modes[mode]) });
}
