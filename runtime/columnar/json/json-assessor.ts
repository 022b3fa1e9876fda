/** One applicant's facts as JSON text → the result as JSON text: the plain case in one pass each, all else by the door and the general evaluator. */
import { type Diagnostic, hasErrors } from '../../../diagnostics/diagnostic.ts';
import type { Assessment } from '../../assessment.ts';
import type { FactsValidator } from '../../door/ajv-validator.ts';
import { readFacts } from '../../door/read-facts.ts';
import type { EvaluationInput, Ledger, Period } from '../../input.ts';
import type { ColumnarModule } from '../columnar-module.ts';
import { newColumns } from '../new-columns.ts';
import { newOutcomes, roomForOutcomes } from '../new-outcomes.ts';
import { resultWriter } from '../result-json.ts';
import { assessmentView, rowView } from '../result-view.ts';
import { jsonRows } from './json-rows.ts';

export interface JsonAnswer {
  /** Absent if anything is wrong with the facts; form: `result-json.ts`. */
  readonly json?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What does the rest: the schema of the facts, or its validator, as `readFacts` takes it; the interpreter or the emitted evaluator. */
export interface GeneralPath {
  readonly schema: object | FactsValidator;
  readonly evaluate: (input: EvaluationInput) => Assessment;
}

/** Assesses texts of one period, a calendar year, under the readings of the module. */
export type JsonAssessor = (text: string, ledger?: Ledger) => JsonAnswer;

const nothingToTell: readonly Diagnostic[] = [];

export function jsonAssessor(module: ColumnarModule, period: Period, general: GeneralPath): JsonAssessor {
  const { ir, layout, assess } = module;
  const rows = jsonRows(ir, layout, period);
  const block = newColumns(layout, 1, 8);
  const outcomes = newOutcomes(layout, 1, 8);
  const view = rowView(layout, block, outcomes, (_row, list, item) => rows.itemKey(list, item));
  const write = resultWriter(layout, period.label);
  const assessGenerally = generalAssessor(module, period, general);
  return (text, ledger) => {
    rows.start(block);
    if (!rows.add(block, text, ledger)) return assessGenerally(text, ledger);
    roomForOutcomes(layout, outcomes, block);
    assess(block, outcomes, 0, 1);
    view.subject = rows.subject;
    return { json: write(view), diagnostics: nothingToTell };
  };
}

function generalAssessor(
  { ir, layout }: ColumnarModule,
  period: Period,
  { schema, evaluate }: GeneralPath,
): (text: string, ledger: Ledger | undefined) => JsonAnswer {
  const write = resultWriter(layout, period.label);
  return (text, ledger) => {
    const { facts, decisions, diagnostics } = readFacts(ir, schema, text);
    if (facts === undefined) return { diagnostics };
    const input: EvaluationInput = {
      facts,
      period,
      decisions,
      readings: layout.readings,
      ...(ledger === undefined ? {} : { ledger }),
    };
    const assessment = evaluate(input);
    const all = [...diagnostics, ...assessment.diagnostics];
    if (hasErrors(assessment.diagnostics)) return { diagnostics: all };
    const keys = (list: string) => (facts.lists.get(list) ?? []).map(({ key }) => key);
    return { json: write(assessmentView(layout, assessment, keys, { reason: 'left' })), diagnostics: all };
  };
}
