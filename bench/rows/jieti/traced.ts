/** One company at a time by columnar code that records its flat trace: into cells that are used again, into cells that stay, and told as steps. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ColumnBlock } from '../../../runtime/columnar/new-columns.ts';
import { newOutcomes, type OutcomeBlock } from '../../../runtime/columnar/new-outcomes.ts';
import { newTrace, type TraceBlock } from '../../../runtime/columnar/new-trace.ts';
import { planSteps, type StepPlan } from '../../../runtime/columnar/step-plan.ts';
import { stepObjects, stepsJson, stepsText } from '../../../runtime/columnar/steps.ts';
import type { ToldClause } from '../../../runtime/columnar/told-clause.ts';
import type { TracedRow } from '../../../runtime/columnar/trace-reading.ts';
import type { TracedModule } from '../../../runtime/columnar/traced-evaluator.ts';
import type { FiveAmounts, FiveFacts } from '../../companies/five-facts.ts';
import { type Prepared, prepared } from '../../peers/peer.ts';
import type { Row } from '../row.ts';
import { clausePlaces } from './columnar.ts';
import { capacity, companyRows } from './company-rows.ts';
import { resultOf } from './direct.ts';
import { builtFolder, emittedPolicy } from './emitted.ts';

type TracedPolicy = Pick<TracedModule, 'layout' | 'traceLayout' | 'assessTraced'>;

interface Tracing {
  readonly policy: TracedPolicy;
  readonly plan: StepPlan;
  readonly columns: ColumnBlock;
  readonly outcomes: OutcomeBlock;
  readonly trace: TraceBlock;
  readonly input: (company: FiveFacts) => number;
  readonly result: (row: number) => FiveAmounts;
}

/** Loaded for each row anew, as code over columns is. */
let loads = 0;

async function tracing(traces: number): Promise<Tracing> {
  const { href } = pathToFileURL(join(builtFolder(), 'five-clauses-traced.mjs'));
  loads += 1;
  const policy = (await import(`${href}?${loads}`)) as TracedPolicy;
  const { ir, origins } = await emittedPolicy();
  const { layout, traceLayout } = policy;
  const { columns, input } = companyRows(ir, layout);
  const outcomes = newOutcomes(layout, capacity);
  return {
    policy,
    plan: planSteps(ir, origins, layout, traceLayout),
    columns,
    outcomes,
    trace: newTrace(traceLayout, traces),
    input,
    result: resultOf(outcomes, clausePlaces(layout)),
  };
}

export const traceReused: Row = {
  id: 'trace-reused',
  name: 'Jieti, with the flat trace in cells that are used again',
  prepare: async () => {
    const { policy, columns, outcomes, trace, input, result } = await tracing(1);
    const assess = (row: number): FiveAmounts => {
      policy.assessTraced(columns, outcomes, trace, row, row + 1);
      return result(row);
    };
    return prepared({ input, assess, amounts: (amounts) => amounts });
  },
};

export const traceKept: Row = {
  id: 'trace-kept',
  name: 'Jieti, with the flat trace kept',
  prepare: async () => {
    const { policy, columns, outcomes, trace, input, result } = await tracing(capacity);
    const { cells } = policy.traceLayout;
    const assess = (row: number): FiveAmounts => {
      trace.at = row * cells;
      policy.assessTraced(columns, outcomes, trace, row, row + 1);
      return result(row);
    };
    return prepared({ input, assess, amounts: (amounts) => amounts });
  },
};

/** Every company assessed, traced, and told. */
async function told(form: (plan: StepPlan, traced: TracedRow) => unknown): Promise<Prepared> {
  const { policy, plan, columns, outcomes, trace, input, result } = await tracing(1);
  const { cells } = policy.traceLayout;
  return prepared({
    input,
    assess: (row: number) => {
      policy.assessTraced(columns, outcomes, trace, row, row + 1);
      return { amounts: result(row), told: form(plan, { columns, outcomes, trace, cells, from: row, row }) };
    },
    amounts: ({ amounts }) => amounts,
  });
}

export const stepsAsObjects: Row = {
  id: 'steps-objects',
  name: 'Jieti, steps as objects',
  prepare: () =>
    told((plan, traced) => {
      const clauses = stepObjects(plan, traced);
      return { clauses, read: readOnce(clauses) };
    }),
};

/** Every clause's outcome and amount; of every step what it is of and its value. */
function readOnce(clauses: readonly ToldClause[]): number {
  let sum = 0;
  for (const told of clauses) {
    sum += told.clause.length + told.status.length + told.high;
    for (const step of told.steps) {
      sum += step.node + step.of.length + step.form.kind.length + told.first(step);
      const second = told.second(step);
      if (second !== undefined) sum += second;
    }
  }
  return sum;
}

export const stepsAsText: Row = {
  id: 'steps-text',
  name: 'Jieti, steps as text',
  prepare: () => told((plan, traced) => flat(stepsText(plan, traced, 'zh'))),
};

export const stepsAsJson: Row = {
  id: 'steps-json',
  name: 'Jieti, steps as JSON text',
  prepare: () => told((plan, traced) => flat(stepsJson(plan, traced))),
};

/** V8 puts off joining pieces of text until somebody reads them: whoever writes it out does. */
function flat(text: string): string {
  text.charCodeAt(text.length - 1);
  return text;
}
