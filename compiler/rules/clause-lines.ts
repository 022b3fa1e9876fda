import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  AfterBudget,
  AmountComesFirst,
  LineTwice,
  NestedItems,
  NoAmount,
  PlanNotLast,
  SecondAmount,
  TextWithAmount,
  WhenAfterAmount,
} from '../../diagnostics/rules.ts';
import type { ClauseDeclaration, ClauseLine } from '../../grammar/ast.ts';
import { bothNames } from '../resolve/scope.ts';
import { declarationsOf } from '../walk.ts';
import { hasUnread, type Rule } from './rule.ts';
import { lineWords } from './words.ts';

/**
 * R6: `when` lines, then one amount, then lines that each map the amount so far to a new one; after a budget (R11) only what acts on
 * the share. Each alternative of a reading is looked at as if the others were not there.
 */
export const clauseLines: Rule = (analysis, report) => {
  for (const clause of declarationsOf(analysis.file, 'ClauseDeclaration')) {
    // A line that could not be read may have been the amount.
    const isWhole = !hasUnread(analysis, clause.span);
    const after = followLines(clause.lines, { inItems: clause.each !== undefined, isWhole }, report);
    checkWhole(clause, after, report);
    reportTwice(clause.lines, report);
  }
};

/** What lines so far have left. */
interface Progress {
  readonly amount?: ClauseLine;
  readonly budget?: ClauseLine;
  readonly text?: ClauseLine;
  readonly plan?: ClauseLine;
  readonly inItems: boolean;
  /** Every line of the clause could be read. */
  readonly isWhole: boolean;
}

function followLines(lines: readonly ClauseLine[], start: Progress, report: Report): Progress {
  return lines.reduce<Progress>((progress, line) => followLine(line, progress, report), start);
}

function followLine(line: ClauseLine, before: Progress, report: Report): Progress {
  const place = { span: line.span };
  if (before.budget !== undefined && isBarredByBudget(line)) report(AfterBudget, place, { line: lineWords(line) });
  if (before.plan !== undefined && actsOnAmount(line)) report(PlanNotLast, place, { line: lineWords(line) });
  switch (line.kind) {
    case 'WhenLine':
    case 'OnceLine':
      if (line.kind === 'WhenLine' && before.amount !== undefined)
        report(WhenAfterAmount, place, {}, noteOn(before.amount));
      return before;
    case 'AmountLine':
      if (before.amount !== undefined) report(SecondAmount, place, {}, noteOn(before.amount));
      return { ...before, amount: before.amount ?? line };
    case 'EachBlock':
      return followItems(line, before, report);
    case 'AdjustLine':
    case 'CapLine':
    case 'RoundLine':
      requireAmount(line, before, report);
      return before;
    case 'BudgetLine':
      requireAmount(line, before, report);
      return { ...before, budget: line };
    case 'PaymentPlan':
      requireAmount(line, before, report);
      return { ...before, plan: line };
    case 'TextLine':
      return { ...before, text: line };
    case 'ReadingChoice':
      return line.rows.map((row) => followLines(row.body, before, report)).reduce(joined, before);
    default:
      return before;
  }
}

function requireAmount(line: ClauseLine, { amount, isWhole }: Progress, report: Report): void {
  if (amount === undefined && isWhole) report(AmountComesFirst, { span: line.span }, { line: lineWords(line) });
}

/** What any alternative reached counts for the lines after them. */
function joined(one: Progress, other: Progress): Progress {
  return { ...one, ...other, ...(one.amount === undefined ? {} : { amount: one.amount }) };
}

function isBarredByBudget(line: ClauseLine): boolean {
  if (line.kind === 'AdjustLine') return line.operation !== 'less' && line.operation !== 'lower';
  return line.kind === 'AmountLine' || line.kind === 'EachBlock' || line.kind === 'BudgetLine';
}

function actsOnAmount({ kind }: ClauseLine): boolean {
  return kind === 'AdjustLine' || kind === 'CapLine' || kind === 'RoundLine' || kind === 'BudgetLine';
}

function followItems(block: Extract<ClauseLine, { kind: 'EachBlock' }>, before: Progress, report: Report): Progress {
  if (before.inItems) report(NestedItems, { span: block.each.span }, {});
  if (before.amount !== undefined) report(SecondAmount, { span: block.each.span }, {}, noteOn(before.amount));
  const inside = followLines(block.lines, { inItems: true, isWhole: before.isWhole }, report);
  return inside.amount === undefined ? before : { ...before, amount: block };
}

function checkWhole(clause: ClauseDeclaration, after: Progress, report: Report): void {
  if (after.amount !== undefined && after.text !== undefined) {
    report(TextWithAmount, { span: after.text.span }, {}, noteOn(after.amount));
    return;
  }
  if (after.amount === undefined && after.text === undefined && after.isWhole && !wasSkipped(clause))
    report(NoAmount, { span: clause.name.span }, { clause: bothNames(clause.name) });
}

/** A body with text but without lines: the parser could not read it and has said so. */
function wasSkipped({ name, lines, span }: ClauseDeclaration): boolean {
  return lines.length === 0 && span.end - name.span.end > emptyBody;
}
const emptyBody = 12;

function noteOn(line: ClauseLine) {
  return [{ span: line.span, text: { zh: '金额在这里', en: 'the amount is here' } }];
}

const single: readonly ClauseLine['kind'][] = [
  'CitesLine',
  'MatterLine',
  'FormerlyLine',
  'DatedByLine',
  'YearLine',
  'EveryYearLine',
  'BudgetLine',
  'PaymentPlan',
];

/** Lines that say one thing about the whole clause. */
function reportTwice(lines: readonly ClauseLine[], report: Report): void {
  const seen = new Set<ClauseLine['kind']>();
  for (const line of lines) {
    if (single.includes(line.kind) && seen.has(line.kind))
      report(LineTwice, { span: line.span }, { line: lineWords(line) });
    seen.add(line.kind);
  }
}
