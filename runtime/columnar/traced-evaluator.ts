/** One applicant at a time by code that records its flat trace: the outcome at once, its steps or its full explanation when they are asked for. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import type { Assessment } from '../assessment.ts';
import type { EvaluationInput } from '../input.ts';
import type { PolicyIr } from '../ir.ts';
import type { Origins } from '../origins.ts';
import { differencesFromTrace, type TraceDifference } from './differences-from-trace.ts';
import type { GeneralRow } from './general-row.ts';
import type { ColumnarLayout, Columns, OutcomeColumns } from './layout.ts';
import { newColumns } from './new-columns.ts';
import { newOutcomes, roomForOutcomes } from './new-outcomes.ts';
import { newTrace, roomForTrace } from './new-trace.ts';
import { rowFiller } from './row-filler.ts';
import { planSteps } from './step-plan.ts';
import { stepObjects, stepsJson, stepsText } from './steps.ts';
import type { ToldClause } from './told-clause.ts';
import type { Trace, TraceLayout } from './trace-layout.ts';
import type { TracedRow } from './trace-reading.ts';

/** What a module of `jieti build --columnar --trace` exports, with the tables of the policy. */
export interface TracedModule {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly layout: ColumnarLayout;
  readonly traceLayout: TraceLayout;
  readonly assessTraced: (columns: Columns, outcomes: OutcomeColumns, trace: Trace, from: number, to: number) => void;
}

/** Of the last input that was traced: read it before the next one. */
export interface TracedResult {
  readonly objects: () => readonly ToldClause[];
  readonly text: (language: Language) => string;
  readonly json: () => string;
  /**
   * The assessment with its frames, from which `explain` tells everything: the general evaluator's, held against every recorded value. Throws where
   * they differ, for then the sum and its explanation would be of two minds.
   */
  readonly assessment: () => Assessment;
}

export interface TracedEvaluator {
  /** Why the row is left to the general evaluator, or what was recorded. */
  readonly assess: (input: EvaluationInput) => TracedResult | GeneralRow;
}

export function tracedEvaluator(
  { ir, origins, layout, traceLayout, assessTraced }: TracedModule,
  general: (input: EvaluationInput) => Assessment,
): TracedEvaluator {
  const plan = planSteps(ir, origins, layout, traceLayout);
  const filler = rowFiller(ir, layout);
  const columns = newColumns(layout, 1);
  const outcomes = newOutcomes(layout, 1);
  const trace = newTrace(traceLayout, 1);
  return {
    assess: (input) => {
      filler.start(columns, input.period.year);
      const why = filler.add(columns, input);
      if (why !== undefined) return why;
      roomForOutcomes(layout, outcomes, columns);
      roomForTrace(traceLayout, layout, trace, columns, 0, 1);
      assessTraced(columns, outcomes, trace, 0, 1);
      const traced: TracedRow = { columns, outcomes, trace, cells: traceLayout.cells, from: 0, row: 0 };
      return {
        objects: () => stepObjects(plan, traced),
        text: (language) => stepsText(plan, traced, language),
        json: () => stepsJson(plan, traced),
        assessment: () => {
          const assessment = general(input);
          mustAgree(differencesFromTrace(assessment, layout, traceLayout, traced));
          return assessment;
        },
      };
    },
  };
}

function mustAgree([first]: readonly TraceDifference[]): void {
  if (first === undefined) return;
  throw new Error(`the trace and the explanation of ${first.clause} differ at node ${first.node} (${first.of})`);
}
