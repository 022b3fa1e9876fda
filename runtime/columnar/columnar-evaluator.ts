/** Many inputs, one after the other: rows that the code can assess go through it a block at a time, the others to the general evaluator. */
import type { Assessment } from '../assessment.ts';
import type { EvaluationInput } from '../input.ts';
import type { ColumnarModule } from './columnar-module.ts';
import type { GeneralRow } from './general-row.ts';
import { newColumns } from './new-columns.ts';
import { newOutcomes, roomForOutcomes } from './new-outcomes.ts';
import { assessmentView, type ResultView, rowView } from './result-view.ts';
import { rowFiller } from './row-filler.ts';

export interface ColumnarEvaluator {
  /** Calls `each` for every input, in their order. A view is of no use after its call, unless it is of the general evaluator. */
  readonly assess: (
    inputs: Iterable<EvaluationInput>,
    each: (result: ResultView, input: EvaluationInput) => void,
  ) => void;
  /** One input alone, for answers on the spot. A view is of no use after the next call, unless it is of the general evaluator. */
  readonly assessOne: (input: EvaluationInput) => ResultView;
}

/** As many rows as stay near the processor while they are filled, assessed and read. */
const usualRows = 1024;

/** `general`: the interpreter, or the policy's emitted evaluator. */
export function columnarEvaluator(
  module: ColumnarModule,
  general: (input: EvaluationInput) => Assessment,
  rows: number = usualRows,
): ColumnarEvaluator {
  return { assess: manyAssessor(module, general, rows), assessOne: oneAssessor(module, general) };
}

/** Columns of its own, of one row: an answer may be asked for while many are read. They are made when somebody asks. */
function oneAssessor(
  { ir, layout, assess }: ColumnarModule,
  general: (input: EvaluationInput) => Assessment,
): ColumnarEvaluator['assessOne'] {
  let made: ReturnType<typeof make> | undefined;
  return (input) => {
    made ??= make();
    const { filler, block, outcomes, view } = made;
    filler.start(block, input.period.year);
    const why = filler.add(block, input);
    if (why !== undefined) return assessmentView(layout, general(input), (list) => keysIn(input, list), why);
    roomForOutcomes(layout, outcomes, block);
    assess(block, outcomes, 0, 1);
    made.asked = input;
    view.subject = input.facts.subject;
    return view;
  };

  function make() {
    const block = newColumns(layout, 1);
    const outcomes = newOutcomes(layout, 1);
    const one = { filler: rowFiller(ir, layout), block, outcomes, asked: undefined as EvaluationInput | undefined };
    const keys = (_row: number, list: number, item: number): string =>
      one.asked!.facts.lists.get(layout.lists[list]!.list)![item]!.key;
    return Object.assign(one, { view: rowView(layout, block, outcomes, keys) });
  }
}

function keysIn(input: EvaluationInput, list: string): readonly string[] {
  return (input.facts.lists.get(list) ?? []).map(({ key }) => key);
}

function manyAssessor(
  { ir, layout, assess }: ColumnarModule,
  general: (input: EvaluationInput) => Assessment,
  rows: number,
): ColumnarEvaluator['assess'] {
  const filler = rowFiller(ir, layout);
  const block = newColumns(layout, rows);
  const outcomes = newOutcomes(layout, rows);
  const batch: EvaluationInput[] = [];
  const reasons: (GeneralRow | undefined)[] = [];
  const view = rowView(
    layout,
    block,
    outcomes,
    (row, list, item) => batch[row]!.facts.lists.get(layout.lists[list]!.list)![item]!.key,
  );

  const settle = (each: (result: ResultView, input: EvaluationInput) => void): void => {
    roomForOutcomes(layout, outcomes, block);
    assess(block, outcomes, 0, block.rows);
    for (const [row, input] of batch.entries()) {
      const why = reasons[row];
      if (why !== undefined)
        each(
          assessmentView(layout, general(input), (list) => keysIn(input, list), why),
          input,
        );
      else {
        view.row = row;
        view.subject = input.facts.subject;
        each(view, input);
      }
    }
    batch.length = 0;
    reasons.length = 0;
  };

  return (inputs, each) => {
    for (const input of inputs) {
      if (batch.length > 0 && (block.rows >= rows || input.period.year !== block.year)) settle(each);
      if (batch.length === 0) filler.start(block, input.period.year);
      batch.push(input);
      reasons.push(filler.add(block, input));
    }
    if (batch.length > 0) settle(each);
  };
}
