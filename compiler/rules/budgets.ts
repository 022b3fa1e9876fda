import { OrderWithoutQueue } from '../../diagnostics/batch-rules.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { BudgetWithoutPeriod } from '../../diagnostics/open-decisions.ts';
import { BudgetInItems, BudgetScope } from '../../diagnostics/rules.ts';
import type { BudgetLine, ClauseLine, Sharing } from '../../grammar/ast.ts';
import { declarationsOf, linesIn } from '../walk.ts';
import { requireTies } from './orderings.ts';
import type { Rule } from './rule.ts';
import { scopeWords } from './words.ts';

/** R11: a pool is of all applicants, for each year or for the whole term, and so wider than any item. */
export const budgets: Rule = ({ file }, report) => {
  for (const clause of declarationsOf(file, 'ClauseDeclaration')) checkLines(clause.lines, false, report);
};

function checkLines(lines: readonly ClauseLine[], inItems: boolean, report: Report): void {
  for (const line of lines) {
    checkLines(linesIn(line), inItems || line.kind === 'EachBlock', report);
    if (line.kind !== 'BudgetLine') continue;
    if (inItems) report(BudgetInItems, { span: line.span }, {});
    checkOrder(line, report);
    const odd = line.scopes.find(({ kind }) => kind !== 'PerYear' && kind !== 'WhileInForce');
    if (line.scopes.length === 0) report(BudgetWithoutPeriod, { span: line.amount.span }, {});
    if (odd !== undefined) report(BudgetScope, { span: odd.span }, { scope: scopeWords(odd) });
  }
}

/** Who is first matters to a queue alone; there it must say what becomes of ties (D17). */
function checkOrder({ order, sharing }: BudgetLine, report: Report): void {
  if (order === undefined) return;
  if (queues.includes(sharing)) requireTies(order, false, report);
  else report(OrderWithoutQueue, { span: order.span }, {});
}

const queues: readonly Sharing[] = ['firstCome', 'firstComeWhole', 'byRank'];
