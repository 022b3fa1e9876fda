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
import { explainPayment } from './explain/explain-payment.ts';
import { explainItems, explainSteps } from './explain/explain-step.ts';
import { explainNumber, explainTruth } from './explain/explain-value.ts';
import { wording } from './explain/explained-value.ts';
import {
  type ExplainedAfter,
  type ExplainedBlock,
  type ExplainedClause,
  type ExplainedReading,
  type ExplainedText,
  type Explanation,
  type ExplanationHead,
  type ExplanationSource,
  explanationFormat,
} from './explain/explanation.ts';
import { type Naming, naming } from './explain/naming.ts';
import { frozen, type SharedHead, type SharedParts, sharedParts } from './explain/shared-parts.ts';
import type { Frame } from './frame.ts';
import type { BlockIr, ClauseIr, PolicyIr, ReadingIr, Setting } from './ir.ts';
import type { Origins, OriginText } from './origins.ts';

export type { Explanation, ExplanationSource } from './explain/explanation.ts';
export { type RenderOptions, renderAssessment, renderExplanation } from './explain/render.ts';

/** `outcomes`: without the lines, for those who do not ask why; the document keeps its form. */
export type Detail = 'steps' | 'outcomes';

/**
 * Needs the assessment that came of exactly this IR. Clauses stand in the order of the policy text. What explanations of one policy have
 * in common is shared by them and frozen, also where it is part of the IR.
 */
export function explain(
  ir: PolicyIr,
  origins: Origins,
  assessment: Assessment,
  source: ExplanationSource,
  detail: Detail = 'steps',
): Explanation {
  const parts = sharedParts(ir, origins, assessment);
  const whole: Whole = { ir, origins, assessment, naming: naming(ir), parts, detail };
  return {
    format: explanationFormat,
    head: headOf(whole, source),
    clauses: explainClauses(assessment, whole),
    blocks: assessment.blocks.flatMap((result) => {
      const block = ir.blocks.find(({ id }) => id === result.block);
      return block === undefined ? [] : [explainBlock(block, result, whole)];
    }),
    totals: assessment.totals.map(({ kind, currency, payable }) => ({ kind, currency, payable: rangeText(payable) })),
  };
}

/** What every part of one explanation is told from. */
interface Whole {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly assessment: Assessment;
  readonly naming: Naming;
  readonly parts: SharedParts;
  readonly detail: Detail;
}

function headOf(whole: Whole, { policyDigest, factsDigest, compilerVersion }: ExplanationSource): ExplanationHead {
  const { assessment, parts } = whole;
  parts.head ??= frozen(sharedHead(whole));
  const { policy, texts, subject, settings, readings } = parts.head;
  return {
    policyDigest,
    factsDigest,
    compilerVersion,
    policy,
    ...(texts === undefined ? {} : { texts }),
    subject: { id: assessment.subject, names: subject },
    period: assessment.period,
    settings,
    readings,
  };
}

/** What the policy says of itself, and the readings. */
function sharedHead(whole: Whole): SharedHead {
  const { ir, origins } = whole;
  return {
    policy: {
      id: ir.id,
      names: wording(ir.names),
      ...(ir.title === undefined ? {} : { title: ir.title }),
      file: origins.file,
    },
    ...(origins.texts === undefined ? {} : { texts: origins.texts.map(explainText) }),
    subject: wording(ir.subject.names),
    settings: {
      payment: settingOf(ir.payment, whole) ?? null,
      unknownFacts: settingOf(ir.unknownFacts, whole) ?? 'logic',
      elsewhere: settingOf(ir.elsewhere, whole) ?? 'none',
    },
    readings: ir.readings.map((reading) => explainReading(reading, whole)),
  };
}

function explainText({ role, file, digest, policy }: OriginText): ExplainedText {
  const named = policy === undefined ? {} : { policy: { id: policy.id, names: wording(policy.names) } };
  return { role, file, digest, ...named };
}

function choiceOf(reading: string, { assessment, naming: names }: Whole): string {
  return chosen({ readings: assessment.readings, naming: names }, reading);
}

function settingOf<T>(setting: Setting<T>, whole: Whole): T | undefined {
  if (setting.kind === 'fixed') return setting.value;
  const choice = choiceOf(setting.reading, whole);
  return Object.hasOwn(setting.cases, choice) ? setting.cases[choice] : undefined;
}

function explainReading(reading: ReadingIr, whole: Whole): ExplainedReading {
  const choice = choiceOf(reading.id, whole);
  return {
    id: reading.id,
    names: wording(reading.names),
    question: reading.question,
    choice,
    choiceNames: wording(reading.choices.find(({ id }) => id === choice)?.names ?? { en: choice }),
    isDefault: choice === reading.default,
  };
}

function explainClauses({ clauses }: Assessment, whole: Whole): readonly ExplainedClause[] {
  const explained: ExplainedClause[] = [];
  for (const result of clauses) {
    const clause = whole.naming.clause(result.clause);
    if (clause !== undefined) explained.push(explainClause(clause, result, whole));
  }
  return explained;
}

/** Filled in the order of the document: in a large policy there are many, and spreading takes several times as long. */
function explainClause(clause: ClauseIr, result: ClauseResult, whole: Whole): ExplainedClause {
  const names = whole.naming;
  const context = contextOf(result.frame, whole, clause);
  const withSteps = whole.detail === 'steps';
  const dated = result.frame.states.get(clause.node)?.truth;
  const { referenceDay } = result;
  const told: InMaking = {
    clause: clause.id,
    node: clause.node,
    origin: place(whole.origins, clause.node),
    names: names.clauseName(clause),
    kind: clause.kind,
    currency: clause.currency,
  };
  if (clause.article !== undefined) told.article = clause.article;
  if (clause.paragraph !== undefined) told.paragraph = clause.paragraph;
  told.authority = clause.authority;
  told.matter = clause.matter;
  told.texts = clause.texts;
  told.outcome = explainOutcome(result.outcome, names);
  if (referenceDay !== undefined) told.referenceDay = referenceDay;
  if (dated !== undefined) told.dated = explainTruth(dated, names);
  if (clause.reference.kind !== 'periodEnd') told.datedBy = datedBy(clause.reference.field, names);
  told.steps = explainSteps(withSteps ? clause.statements : [], context);
  told.items = explainItems(clause.statements, context, result.items, withSteps);
  told.own = explainNumber(result.own, names);
  told.after = result.after.map((step) => explainAfter(step, whole));
  if (clause.payment !== undefined && result.payment !== undefined)
    told.payment = explainPayment(clause.payment, result.payment, context);
  told.restsOn = result.restsOn;
  return told as ExplainedClause;
}

type InMaking = Partial<{ -readonly [Key in keyof ExplainedClause]: ExplainedClause[Key] }>;

function contextOf(frame: Frame, { ir, origins, assessment, naming: names, parts }: Whole, clause?: ClauseIr): Context {
  const context: Context & { clause?: ClauseIr } = {
    ir,
    origins,
    naming: names,
    parts,
    readings: assessment.readings,
    year: assessment.period.year,
    period: assessment.period,
    shift: 0,
    items: noItems,
    frame,
  };
  if (clause !== undefined) context.clause = clause;
  return context;
}

const noItems: ReadonlyMap<string, string> = new Map();

function explainBlock(block: BlockIr, result: BlockResult, whole: Whole): ExplainedBlock {
  const { origins, naming: names } = whole;
  return {
    block: block.id,
    kind: block.kind,
    origin: place(origins, block.node),
    names: wording(block.names),
    label: label(origins, block.node),
    anchors: anchors(origins, block.node),
    members: block.members,
    active: result.active,
    ...(block.kind === 'conflict'
      ? { chooser: block.chooser, earlier: block.earlier }
      : {
          cut: block.cut,
          scope: block.scope,
          ...(result.active ? { expression: explainExpression(block.amount, contextOf(result.frame, whole)) } : {}),
        }),
    ...(result.room === undefined ? {} : { room: explainNumber(result.room, names) }),
    ...(result.used === undefined ? {} : { used: explainNumber(result.used, names) }),
    ...(result.items === undefined ? {} : { items: result.items.map((item) => explainRoom(item, names)) }),
    value: explainNumber(result.value, names),
  };
}

function explainRoom(
  { key, room, used }: NonNullable<BlockResult['items']>[number],
  names: Naming,
): NonNullable<ExplainedBlock['items']>[number] {
  return {
    key,
    room: explainNumber(room, names),
    ...(used === undefined ? {} : { used: explainNumber(used, names) }),
  };
}

function datedBy(field: string, names: Naming): NonNullable<ExplainedClause['datedBy']> {
  return { id: field, names: wording(names.field(field, undefined)?.names ?? { en: field }) };
}

function explainAfter(step: ClauseResult['after'][number], { ir, naming: names }: Whole): ExplainedAfter {
  const block = ir.blocks.find(({ id }) => id === step.block);
  return {
    kind: step.kind,
    ...(step.item === undefined ? {} : { item: step.item }),
    ...(step.block === undefined ? {} : { block: step.block, names: names.block(step.block) }),
    before: explainNumber(step.before, names),
    after: explainNumber(step.after, names),
    ...(step.by === undefined ? {} : { by: step.by }),
    ...(block?.kind === 'conflict' ? { chooser: block.chooser } : {}),
    ...(step.provisional === undefined ? {} : { provisional: step.provisional }),
    ...(step.awards === undefined ? {} : { awards: step.awards }),
    note: step.note,
  };
}
