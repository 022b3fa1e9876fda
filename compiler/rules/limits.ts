import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  AmountComesFirst,
  CutUnsaid,
  CutWithoutItems,
  LimitScope,
  OnceBesideItems,
  OnceScope,
  OrderWithoutItems,
  SumChangedBefore,
} from '../../diagnostics/rules.ts';
import type { CapLine, ClauseDeclaration, ClauseLine, OnceLine, Scope } from '../../grammar/ast.ts';
import type { Names } from '../resolve/names.ts';
import { bothNames } from '../resolve/scope.ts';
import { isShared, isWide, scopeOwner } from '../resolve/scope-owner.ts';
import { declarationsOf, eachHeaders, everyLine, expressionsOfKind, keysOf, orderOfItems } from '../walk.ts';
import { wordsForSubject } from './caps.ts';
import { requireItemFigures, requireTies } from './orderings.ts';
import type { Analysis, Rule } from './rule.ts';
import { lineWords } from './words.ts';

/**
 * How often a clause pays: a condition asks what was paid before; after items, it says which of them come first. A cap on all items says
 * how it cuts them where that is remembered. R2, R5, D5.
 */
export const limits: Rule = (analysis, report) => {
  for (const clause of declarationsOf(analysis.file, 'ClauseDeclaration')) {
    const remembers = remembersItems(analysis, clause);
    const whole: Whole = { analysis, clause, paysByItem: paysByItem(clause), remembers, report };
    followLines(clause.lines, { items: clause.each === undefined ? 'none' : 'inside' }, whole);
  }
};

interface Whole {
  readonly analysis: Analysis;
  readonly clause: ClauseDeclaration;
  /** Its amount stands among the lines per item. */
  readonly paysByItem: boolean;
  /** What was paid for one item is asked later. */
  readonly remembers: boolean;
  readonly report: Report;
}

function paysByItem({ each, lines }: ClauseDeclaration): boolean {
  if (each !== undefined) return true;
  return everyLine(lines).some(
    (line) => line.kind === 'EachBlock' && everyLine(line.lines).some(({ kind }) => kind === 'AmountLine'),
  );
}

interface Progress {
  readonly items: 'none' | 'inside' | 'passed';
  readonly amount?: true;
  /** A line that changed the sum of the items otherwise than item by item. */
  readonly changed?: ClauseLine;
}

function followLines(lines: readonly ClauseLine[], start: Progress, whole: Whole): Progress {
  return lines.reduce<Progress>((progress, line) => followLine(line, progress, whole), start);
}

function followLine(line: ClauseLine, before: Progress, whole: Whole): Progress {
  switch (line.kind) {
    case 'AmountLine':
      return { ...before, amount: true };
    case 'EachBlock':
      followLines(line.lines, { items: 'inside' }, whole);
      return { ...before, items: 'passed', amount: true };
    case 'ReadingChoice':
      return line.rows.map((row) => followLines(row.body, before, whole)).reduce(joined, before);
    case 'OnceLine':
      return line.order === undefined ? checkOnce(line, before, whole) : checkLimit(line, before, whole);
    case 'CapLine':
      return checkCap(line, before, whole);
    case 'BudgetLine':
      return { ...before, items: before.items === 'inside' ? 'passed' : before.items, changed: line };
    case 'AdjustLine':
    case 'RoundLine':
      return before.items === 'passed' ? { ...before, changed: before.changed ?? line } : before;
    default:
      return before;
  }
}

function joined(one: Progress, other: Progress): Progress {
  return { ...one, ...other, ...(one.changed === undefined ? {} : { changed: one.changed }) };
}

/** A line on all items together ends those per item. */
function passed(before: Progress): Progress {
  return before.items === 'inside' ? { ...before, items: 'passed' } : before;
}

/** The ledger is asked for earlier periods alone, so several items of one period would all be paid. */
function checkOnce(line: OnceLine, before: Progress, { analysis, clause, paysByItem, report }: Whole): Progress {
  const who = line.scopes.filter((scope) => scope.kind === 'PerSubject');
  const times = line.scopes.filter((scope) => scope.kind !== 'PerSubject');
  const owner = scopeOwner(analysis.names, who);
  if (who.length !== 1 || times.length > 1 || times.some(({ kind }) => kind === 'PerYear'))
    report(OnceScope, { span: line.span }, {});
  // Where items are conditions alone, the amount after them is one.
  else if (
    isWide(owner) &&
    paysByItem &&
    (clause.each === undefined ? before.items !== 'inside' : before.amount === true)
  )
    report(OnceBesideItems, { span: line.span }, { clause: bothNames(clause.name), subject: bothNames(owner!.name) });
  return isWide(owner) ? passed(before) : before;
}

function subjectOf({ subject }: Names) {
  return { subject: subject === undefined ? wordsForSubject : bothNames(subject.name) };
}

/** Which items are kept. */
function checkLimit(line: OnceLine, start: Progress, whole: Whole): Progress {
  const { analysis, report } = whole;
  const before = passed(start);
  checkOrder(line, whole);
  if (before.items !== 'passed') report(OrderWithoutItems, { span: line.order!.span }, {});
  else if (before.amount !== true) report(AmountComesFirst, { span: line.span }, { line: lineWords(line) });
  else requireItemsOnly(line, before, report);
  const times = line.scopes.filter((scope) => scope.kind !== 'PerSubject');
  const who = line.scopes.filter((scope) => scope.kind === 'PerSubject');
  if (who.length !== 1 || times.length !== 1 || !isWide(scopeOwner(analysis.names, who)))
    report(LimitScope, { span: line.span }, subjectOf(analysis.names));
  return before;
}

function checkCap(line: CapLine, start: Progress, whole: Whole): Progress {
  const { analysis, report, remembers } = whole;
  const before = isWide(scopeOwner(analysis.names, line.scopes)) ? passed(start) : start;
  if (line.cut !== undefined) {
    checkOrder(line, whole);
    const isOnItems = before.items === 'passed' && !line.allOrNothing;
    if (!isOnItems) report(CutWithoutItems, { span: line.cut.span }, { whole: line.allOrNothing });
    else requireItemsOnly(line, before, report);
    return before;
  }
  if (before.items !== 'passed') return before;
  if (remembers && before.changed === undefined && !line.allOrNothing) report(CutUnsaid, { span: line.span }, {});
  return { ...before, changed: before.changed ?? line };
}

function checkOrder(line: OnceLine | CapLine, { analysis, report }: Whole): void {
  const order = orderOfItems(line);
  if (order === undefined) return;
  requireTies(order, false, report);
  for (const key of keysOf(order)) requireItemFigures(analysis, key, report);
}

/** What a line took off the sum belongs to no item, so that later lines could not tell the items apart. */
function requireItemsOnly(line: OnceLine | CapLine, { changed }: Progress, report: Report): void {
  if (changed === undefined) return;
  report(SumChangedBefore, { span: line.span }, { line: lineWords(line), before: lineWords(changed) }, [
    { span: changed.span, text: { zh: '合计在这里改变', en: 'the sum is changed here' } },
  ]);
}

/** Whether anything asks later what was paid for one item of the clause: then it matters which items a cap has cut. */
function remembersItems({ file, names }: Analysis, clause: ClauseDeclaration): boolean {
  if (eachHeaders(clause).length === 0) return false;
  const symbol = names.declared.get(clause.name);
  const lines = everyLine(clause.lines);
  const isPerItem = (scopes: readonly Scope[]) => scopeOwner(names, scopes)?.kind === 'list';
  const isLong = (scopes: readonly Scope[]) => scopes.some(({ kind }) => kind !== 'PerSubject' && kind !== 'PerYear');
  if (
    lines.some(
      (line) =>
        line.kind === 'CapLine' &&
        isPerItem(line.scopes) &&
        (isLong(line.scopes) || isShared(scopeOwner(names, line.scopes))),
    )
  )
    return true;
  if (
    lines.some(
      (line) =>
        line.kind === 'OnceLine' &&
        (line.order === undefined
          ? isPerItem(line.scopes) && (!isDated(clause) || isShared(scopeOwner(names, line.scopes)))
          : isLong(line.scopes)),
    )
  )
    return true;
  if (
    declarationsOf(file, 'BlockDeclaration').some(
      ({ block }) =>
        block.kind === 'ConflictBlock' &&
        block.earlier !== 'none' &&
        isPerItem(block.scopes) &&
        block.members.some((member) => names.used.get(member) === symbol),
    )
  )
    return true;
  return expressionsOfKind(file, 'PaidUnder').some(
    ({ forItem, clause }) => forItem && names.used.get(clause) === symbol,
  );
}

/** An item with a date belongs to one period and does not come again. */
function isDated(clause: ClauseDeclaration): boolean {
  return eachHeaders(clause).every(({ on }) => on !== undefined);
}
