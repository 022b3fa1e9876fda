/**
 * One subject, one period: clauses and blocks in the policy's order, then other policies, outcomes, totals. What an engine brings is the
 * evaluation of lines; all else is here once, for the interpreter and for emitted code.
 */
import { collector } from '../diagnostics/diagnostic.ts';
import { UnknownChoiceChosen, UnknownReadingChosen } from '../diagnostics/runtime.ts';
import type { Assessment, BlockResult } from './assessment.ts';
import { settleConflict } from './blocks/conflict.ts';
import { settleGroupCap } from './blocks/group-cap.ts';
import { shareWholeCoins } from './blocks/whole-coins.ts';
import { checkDecisions } from './check-decisions.ts';
import { clauseOf } from './clause-of.ts';
import { settleElsewhere } from './elsewhere.ts';
import { newFrame } from './frame.ts';
import { checkHistoryReadings } from './history-readings.ts';
import type { EvaluationInput } from './input.ts';
import { sum } from './interval.ts';
import type { BlockIr, ChoiceId, ClauseId, PolicyIr, ReadingId } from './ir.ts';
import { clauseResult } from './outcome.ts';
import { payInParts } from './payment/pay-in-parts.ts';
import { chosen, type Engine, type Session, settingOf } from './session.ts';
import { sharedKeys } from './shared-keys.ts';
import { type Standing, standingOf } from './standing.ts';
import { totals } from './totals.ts';

export function assess(ir: PolicyIr, input: EvaluationInput, engine: Engine): Assessment {
  const { report, diagnostics } = collector();
  const session: Session = {
    ir,
    input,
    report,
    choices: choicesOf(ir, input, report),
    runs: new Map(),
    afterBlocks: new Map(),
  };
  const standings = new Map<ClauseId, Standing>();
  const blocks: BlockResult[] = [];
  for (const entry of ir.order) {
    if (entry.kind === 'clause') runClause(entry.id, standings, engine, session);
    else blocks.push(settleBlock(entry.id, standings, engine, session));
  }
  for (const standing of standings.values()) settleElsewhere(standing, engine, session);
  const own = ir.clauses.map((clause) => clauseResult(standings.get(clause.id)!, session));
  const results = payInParts(shareWholeCoins(ir, blocks, standings, own, session), engine, session);
  checkDecisions(session, results);
  checkHistoryReadings(session, results);
  return {
    policy: ir.id,
    subject: input.facts.subject,
    ...sharedKeys(ir, input.facts),
    period: input.period,
    readings: Object.fromEntries(session.choices),
    clauses: results,
    blocks,
    totals: totals(ir, results, blocks, settingOf(ir.payment, session, new Set())),
    diagnostics,
  };
}

/** Defaults, and over them the input's choices; one that does not exist is reported and left at its default. */
function choicesOf(ir: PolicyIr, input: EvaluationInput, report: Session['report']): ReadonlyMap<ReadingId, ChoiceId> {
  const choices = new Map(ir.readings.map((reading) => [reading.id, reading.default]));
  for (const [name, choice] of Object.entries(input.readings)) {
    const place = { path: `readings.${name}` };
    const reading = ir.readings.find((one) => one.id === name);
    const known = reading?.choices.map((one) => one.id) ?? [];
    if (reading === undefined) report(UnknownReadingChosen, place, { name });
    else if (known.includes(choice)) choices.set(name, choice);
    else report(UnknownChoiceChosen, place, { reading: name, name: choice, known });
  }
  return choices;
}

function runClause(id: ClauseId, standings: Map<ClauseId, Standing>, engine: Engine, session: Session): void {
  const run = engine.runClause(clauseOf(session.ir, id), session);
  session.runs.set(id, run);
  standings.set(id, standingOf(run));
}

function settleBlock(
  id: string,
  standings: ReadonlyMap<ClauseId, Standing>,
  engine: Engine,
  session: Session,
): BlockResult {
  const block = session.ir.blocks.find((one) => one.id === id);
  if (block === undefined) throw new Error(`no such block: ${id}`);
  const members = block.members.map((member) => standings.get(member)!);
  const result = isActive(block, members, session)
    ? settleActive(block, members, engine, session)
    : inactive(block, members);
  session.afterBlocks.set(id, new Map(members.map((member) => [member.run.clause.id, member.value])));
  return result;
}

function settleActive(block: BlockIr, members: readonly Standing[], engine: Engine, session: Session): BlockResult {
  return block.kind === 'conflict'
    ? settleConflict(block, members, engine, session)
    : settleGroupCap(block, members, engine, session);
}

function isActive(block: BlockIr, members: readonly Standing[], session: Session): boolean {
  if (block.under === undefined) return true;
  const { reading, choices } = block.under;
  for (const member of members) chosen(reading, session, member.restsOn);
  return choices.includes(session.choices.get(reading)!);
}

function inactive(block: BlockIr, members: readonly Standing[]): BlockResult {
  const value = sum(members.map((member) => member.value));
  return { block: block.id, active: false, frame: newFrame(), value };
}
