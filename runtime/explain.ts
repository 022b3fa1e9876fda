/**
 * From trace to words: joins the IR, the frames of an assessment and the places in the policy text into one document that says how
 * every amount came about. Nothing is computed anew that the evaluator computed; what the document adds is where each number stands
 * and how far a failed line is from holding.
 */
import type { Assessment, BlockResult, ClauseResult } from './assessment.ts';
import { anchors, type Context, chosen, label, place } from './explain/context.ts';
import { rangeText } from './explain/exact-text.ts';
import { explainExpression } from './explain/explain-expression.ts';
import { explainOutcome } from './explain/explain-outcome.ts';
import { explainItems, explainSteps } from './explain/explain-step.ts';
import { explainNumber, explainTruth } from './explain/explain-value.ts';
import {
  type ExplainedAfter,
  type ExplainedBlock,
  type ExplainedClause,
  type ExplainedReading,
  type Explanation,
  type ExplanationHead,
  type ExplanationSource,
  explanationFormat,
  wording,
} from './explain/explanation.ts';
import { type Naming, naming } from './explain/naming.ts';
import type { Frame } from './frame.ts';
import type { BlockIr, ClauseIr, PolicyIr, Setting } from './ir.ts';
import type { Origins } from './origins.ts';

export type { Explanation, ExplanationSource } from './explain/explanation.ts';
export { type RenderOptions, renderAssessment, renderExplanation } from './explain/render.ts';

/** Needs the assessment that came of exactly this IR. Clauses stand in the order of the policy text. */
export function explain(
  ir: PolicyIr,
  origins: Origins,
  assessment: Assessment,
  source: ExplanationSource,
): Explanation {
  const names = naming(ir);
  return {
    format: explanationFormat,
    head: headOf(ir, origins, assessment, names, source),
    clauses: assessment.clauses.flatMap((result) => {
      const clause = names.clause(result.clause);
      return clause === undefined ? [] : [explainClause(clause, result, ir, origins, assessment, names)];
    }),
    blocks: assessment.blocks.flatMap((result) => {
      const block = ir.blocks.find(({ id }) => id === result.block);
      return block === undefined
        ? []
        : [explainBlock(block, result, contextOf(ir, origins, assessment, names, result.frame), names)];
    }),
    totals: assessment.totals.map(({ kind, currency, payable }) => ({ kind, currency, payable: rangeText(payable) })),
  };
}

function headOf(
  ir: PolicyIr,
  origins: Origins,
  assessment: Assessment,
  names: Naming,
  source: ExplanationSource,
): ExplanationHead {
  const setting = <T>(value: Setting<T>): T | undefined => {
    if (value.kind === 'fixed') return value.value;
    return new Map(Object.entries(value.cases)).get(
      chosen({ readings: assessment.readings, naming: names }, value.reading),
    );
  };
  return {
    policyDigest: source.policyDigest,
    factsDigest: source.factsDigest,
    compilerVersion: source.compilerVersion,
    policy: {
      id: ir.id,
      names: wording(ir.names),
      ...(ir.title === undefined ? {} : { title: ir.title }),
      file: origins.file,
    },
    subject: { id: assessment.subject, names: wording(ir.subject.names) },
    period: assessment.period,
    settings: {
      payment: setting(ir.payment) ?? null,
      unknownFacts: setting(ir.unknownFacts) ?? 'logic',
      elsewhere: setting(ir.elsewhere) ?? 'none',
    },
    readings: ir.readings.map((reading) => explainReading(reading, assessment, names)),
  };
}

function explainReading(
  reading: PolicyIr['readings'][number],
  assessment: Assessment,
  names: Naming,
): ExplainedReading {
  const choice = chosen({ readings: assessment.readings, naming: names }, reading.id);
  return {
    id: reading.id,
    names: wording(reading.names),
    question: reading.question,
    choice,
    choiceNames: wording(reading.choices.find(({ id }) => id === choice)?.names ?? { en: choice }),
    isDefault: choice === reading.default,
  };
}

function explainClause(
  clause: ClauseIr,
  result: ClauseResult,
  ir: PolicyIr,
  origins: Origins,
  assessment: Assessment,
  names: Naming,
): ExplainedClause {
  const context: Context = { ...contextOf(ir, origins, assessment, names, result.frame), clause };
  const dated = result.frame.states.get(clause.node)?.truth;
  return {
    clause: clause.id,
    node: clause.node,
    origin: place(origins, clause.node),
    names: wording(clause.names),
    kind: clause.kind,
    currency: clause.currency,
    ...(clause.article === undefined ? {} : { article: clause.article }),
    ...(clause.paragraph === undefined ? {} : { paragraph: clause.paragraph }),
    authority: clause.authority,
    matter: clause.matter,
    texts: clause.texts,
    outcome: explainOutcome(result.outcome, names),
    ...(result.referenceDay === undefined ? {} : { referenceDay: result.referenceDay }),
    ...(dated === undefined ? {} : { dated: explainTruth(dated, names) }),
    ...datedBy(clause, names),
    steps: explainSteps(clause.statements, context),
    items: explainItems(clause.statements, context, result.items),
    own: explainNumber(result.own, names),
    after: result.after.map((step) => explainAfter(step, names)),
    restsOn: result.restsOn,
  };
}

function contextOf(ir: PolicyIr, origins: Origins, assessment: Assessment, names: Naming, frame: Frame): Context {
  return {
    ir,
    origins,
    naming: names,
    readings: assessment.readings,
    year: assessment.period.year,
    shift: 0,
    items: new Map(),
    frame,
  };
}

function explainBlock(block: BlockIr, result: BlockResult, context: Context, names: Naming): ExplainedBlock {
  return {
    block: block.id,
    kind: block.kind,
    origin: place(context.origins, block.node),
    names: wording(block.names),
    label: label(context.origins, block.node),
    anchors: anchors(context.origins, block.node),
    members: block.members,
    active: result.active,
    ...(block.kind === 'conflict'
      ? { chooser: block.chooser, earlier: block.earlier }
      : {
          cut: block.cut,
          scope: block.scope,
          ...(result.active ? { expression: explainExpression(block.amount, context) } : {}),
        }),
    ...(result.room === undefined ? {} : { room: explainNumber(result.room, names) }),
    ...(result.used === undefined ? {} : { used: explainNumber(result.used, names) }),
    value: explainNumber(result.value, names),
  };
}

function datedBy({ reference }: ClauseIr, names: Naming): Pick<ExplainedClause, 'datedBy'> {
  if (reference.kind === 'periodEnd') return {};
  const field = names.field(reference.field, undefined)?.names ?? { en: reference.field };
  return { datedBy: { id: reference.field, names: wording(field) } };
}

function explainAfter(step: ClauseResult['after'][number], names: Naming): ExplainedAfter {
  return {
    kind: step.kind,
    ...(step.item === undefined ? {} : { item: step.item }),
    ...(step.block === undefined ? {} : { block: step.block, names: names.block(step.block) }),
    before: explainNumber(step.before, names),
    after: explainNumber(step.after, names),
    ...(step.by === undefined ? {} : { by: step.by }),
    note: step.note,
  };
}
