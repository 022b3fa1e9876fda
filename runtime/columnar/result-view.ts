/** One applicant's outcomes in one flat shape, read where they lie: in the columns, or in the assessment of the general evaluator. */
import type { Assessment, Outcome, OutcomeKind } from '../assessment.ts';
import { exactText } from '../explain/exact-text.ts';
import type { ExactText } from '../explain/explanation.ts';
import { cellText } from './exact-cells.ts';
import type { GeneralRow } from './general-row.ts';
import { type ColumnarLayout, outcomeCodes } from './layout.ts';
import type { ColumnBlock } from './new-columns.ts';
import type { OutcomeBlock, Outcomes } from './new-outcomes.ts';

/** Clauses are counted as in the layout, items as they are listed. Amounts are payable ones (R9), made into text when they are asked for. */
export interface ResultView {
  readonly subject: string;
  /** Why the general evaluator assessed it, if it did; and what it found. */
  readonly general: GeneralRow | undefined;
  readonly assessment: Assessment | undefined;
  readonly outcome: (clause: number) => OutcomeKind;
  readonly low: (clause: number) => ExactText;
  readonly high: (clause: number) => ExactText;
  /** Items that the facts list; 0 where the clause tells no outcome by item. */
  readonly items: (clause: number) => number;
  readonly itemKey: (clause: number, item: number) => string;
  /** `undefined`: left out of the clause. */
  readonly itemOutcome: (clause: number, item: number) => OutcomeKind | undefined;
  readonly itemLow: (clause: number, item: number) => ExactText;
  readonly itemHigh: (clause: number, item: number) => ExactText;
}

/** A view that moves from row to row: what it tells is of the row where it stands now. */
export interface RowView extends ResultView {
  subject: string;
  row: number;
}

/** Keys of the items of a row, as `keys(list, item)` with the list's place in the layout. */
export type ItemKeys = (row: number, list: number, item: number) => string;

export function rowView(layout: ColumnarLayout, block: ColumnBlock, outcomes: OutcomeBlock, keys: ItemKeys): RowView {
  const lists = layout.outcomes.map(({ list }) => layout.lists.findIndex((one) => one.list === list));
  const texts = layout.outcomes.map(({ denominator }) => cellText(denominator));
  const place = (clause: number, item: number) => block.lists[lists[clause]!]!.offsets[view.row]! + item;
  const text = (from: Outcomes, end: 'low' | 'high', at: number, clause: number): ExactText =>
    hasAmount(from.status[at]!) ? texts[clause]!(from[end][at]!) : '0';
  const view: RowView = {
    subject: '',
    row: 0,
    general: undefined,
    assessment: undefined,
    outcome: (clause) => outcomeCodes[outcomes.clauses[clause]!.status[view.row]!]!,
    low: (clause) => text(outcomes.clauses[clause]!, 'low', view.row, clause),
    high: (clause) => text(outcomes.clauses[clause]!, 'high', view.row, clause),
    items: (clause) => {
      if (lists[clause]! < 0) return 0;
      const { offsets } = block.lists[lists[clause]!]!;
      return offsets[view.row + 1]! - offsets[view.row]!;
    },
    itemKey: (clause, item) => keys(view.row, lists[clause]!, item),
    itemOutcome: (clause, item) => outcomeCodes[outcomes.clauses[clause]!.items!.status[place(clause, item)]!],
    itemLow: (clause, item) => text(outcomes.clauses[clause]!.items!, 'low', place(clause, item), clause),
    itemHigh: (clause, item) => text(outcomes.clauses[clause]!.items!, 'high', place(clause, item), clause),
  };
  return view;
}

/** Beside other statuses the cells of amounts are left as they were. */
export function hasAmount(status: number): boolean {
  return status >= 1 && status <= 3;
}

/** The same of an assessment by the general evaluator; clauses in the order of the layout. */
export function assessmentView(
  layout: ColumnarLayout,
  assessment: Assessment,
  keys: (list: string) => readonly string[],
  general: GeneralRow,
): ResultView {
  const results = layout.outcomes.map(({ clause }) => assessment.clauses.find((one) => one.clause === clause)!);
  const keysOf = (clause: number): readonly string[] => {
    const { list } = layout.outcomes[clause]!;
    return list === undefined ? [] : keys(list);
  };
  const itemOf = (clause: number, item: number): Outcome | undefined =>
    results[clause]!.items.find(({ key }) => key === keysOf(clause)[item])?.outcome;
  return {
    subject: assessment.subject,
    general,
    assessment,
    outcome: (clause) => results[clause]!.outcome.kind,
    low: (clause) => exactText(results[clause]!.outcome.payable.lo),
    high: (clause) => exactText(results[clause]!.outcome.payable.hi),
    items: (clause) => keysOf(clause).length,
    itemKey: (clause, item) => keysOf(clause)[item]!,
    itemOutcome: (clause, item) => itemOf(clause, item)?.kind,
    itemLow: (clause, item) => exactText(itemOf(clause, item)!.payable.lo),
    itemHigh: (clause, item) => exactText(itemOf(clause, item)!.payable.hi),
  };
}
