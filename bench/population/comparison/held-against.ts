/** Two answers to the same question, side by side: what the query and the columnar evaluator say of all, and what the general evaluators say of some. */
import type { Assessment } from '../../../runtime/assessment.ts';
import { type ColumnarLayout, outcomeCodes } from '../../../runtime/columnar/layout.ts';
import type { ColumnBlock } from '../../../runtime/columnar/new-columns.ts';
import type { OutcomeBlock, Outcomes } from '../../../runtime/columnar/new-outcomes.ts';
import { assessmentView, hasAmount, type RowView } from '../../../runtime/columnar/result-view.ts';

/** Beside a row or an item of which the query says nothing. */
export const untold = 255;

/** What was compared so far. */
export interface Tally {
  /** Outcomes of a clause for a company in a year, or for an item. */
  compared: number;
  /** Among them granted, or granted up to a ceiling, so that both ends were compared. */
  withAmount: number;
  /** The query leaves open what an evaluator can tell: counted, not compared. */
  leftOpen: number;
  differences: number;
  /** The first few. */
  readonly told: string[];
}

export function newTally(): Tally {
  return { compared: 0, withAmount: 0, leftOpen: 0, differences: 0, told: [] };
}

const toldAtMost = 20;

export function tell(tally: Tally, text: string): void {
  tally.differences += 1;
  if (tally.told.length < toldAtMost) tally.told.push(text);
}

/** Every clause of every row that the columnar code assessed, and every item: the status and both ends of the payable amount. */
export function compareColumns(
  layout: ColumnarLayout,
  block: ColumnBlock,
  query: OutcomeBlock,
  evaluator: OutcomeBlock,
  tally: Tally,
  nameOf: (row: number) => string,
): void {
  for (const [index, { clause, list }] of layout.outcomes.entries()) {
    const [asked, found] = [query.clauses[index]!, evaluator.clauses[index]!];
    for (let row = 0; row < block.rows; row += 1) {
      if (block.general[row] === 0) compareCell(asked, found, row, tally, () => `${nameOf(row)} ${clause}`);
    }
    if (list === undefined) continue;
    const { offsets } = block.lists[layout.lists.findIndex((one) => one.list === list)]!;
    for (let row = 0; row < block.rows; row += 1) {
      if (block.general[row] !== 0) continue;
      for (let item = offsets[row]!; item < offsets[row + 1]!; item += 1)
        compareCell(
          asked.items!,
          found.items!,
          item,
          tally,
          () => `${nameOf(row)} ${clause} item ${item - offsets[row]! + 1}`,
        );
    }
  }
}

function compareCell(query: Outcomes, evaluator: Outcomes, at: number, tally: Tally, where: () => string): void {
  const status = query.status[at]!;
  // An item that is left out of the clause is in no row of the query.
  if (status !== untold) tally.compared += 1;
  if (status !== evaluator.status[at]) {
    if (outcomeCodes[status] === 'undetermined') tally.leftOpen += 1;
    else tell(tally, `${where()}: query ${cellText(query, at)}, evaluator ${cellText(evaluator, at)}`);
    return;
  }
  if (!hasAmount(status) || outcomeCodes[status] === 'undetermined') return;
  tally.withAmount += 1;
  if (query.low[at] === evaluator.low[at] && query.high[at] === evaluator.high[at]) return;
  tell(tally, `${where()}: query ${cellText(query, at)}, evaluator ${cellText(evaluator, at)}`);
}

function cellText({ status, low, high }: Outcomes, at: number): string {
  const code = outcomeCodes[status[at]!] ?? `nothing (${status[at]})`;
  return hasAmount(status[at]!) ? `${code} ${low[at]} – ${high[at]}` : code;
}

/** One assessment against what the query says of that row. */
export function compareAssessment(
  layout: ColumnarLayout,
  view: RowView,
  assessment: Assessment,
  keys: (list: string) => readonly string[],
  tally: Tally,
  who: string,
): void {
  const found = assessmentView(layout, assessment, keys, { reason: 'left' });
  for (const [index, { clause }] of layout.outcomes.entries()) {
    compareEnds(tally, `${who} ${view.subject} ${clause}`, ends(view, index), ends(found, index));
    for (let item = 0; item < view.items(index); item += 1)
      compareEnds(
        tally,
        `${who} ${view.subject} ${clause} item ${item + 1}`,
        itemEnds(view, index, item),
        itemEnds(found, index, item),
      );
  }
}

type Told = readonly [outcome: string | undefined, low: string, high: string];
type Views = Pick<RowView, 'outcome' | 'low' | 'high' | 'itemOutcome' | 'itemLow' | 'itemHigh'>;

function ends(view: Views, clause: number): Told {
  const outcome = view.outcome(clause);
  return isAmount(outcome) ? [outcome, view.low(clause), view.high(clause)] : [outcome, '', ''];
}

function itemEnds(view: Views, clause: number, item: number): Told {
  const outcome = view.itemOutcome(clause, item);
  return isAmount(outcome) ? [outcome, view.itemLow(clause, item), view.itemHigh(clause, item)] : [outcome, '', ''];
}

function isAmount(outcome: string | undefined): boolean {
  return outcome === 'granted' || outcome === 'grantedUpTo';
}

function compareEnds(tally: Tally, where: string, query: Told, evaluator: Told): void {
  tally.compared += 1;
  if (query[0] !== evaluator[0] && query[0] === 'undetermined') {
    tally.leftOpen += 1;
    return;
  }
  if (isAmount(query[0])) tally.withAmount += 1;
  if (query.some((text, index) => text !== evaluator[index]))
    tell(tally, `${where}: query ${query.join(' ')}, evaluator ${evaluator.join(' ')}`);
}
