/** R14: which decisions could not be used, and why. Runs after the clauses, on their frames. */

import type { Bilingual } from '../diagnostics/diagnostic.ts';
import {
  DecidedTwice,
  DecisionAboveCeiling,
  DecisionNeedsItem,
  DecisionNotUsed,
  DecisionOnUnknownClause,
  DecisionOnUnknownItem,
  DecisionTakesNoItem,
  NothingToDecide,
} from '../diagnostics/runtime.ts';
import type { ClauseResult, OutcomeKind } from './assessment.ts';
import { itemsStatements, linesOf } from './clause-value.ts';
import { ceilingsOf, cutsToCeiling, decisionFor, reachedCeilings } from './decisions.ts';
import { displayText } from './display-text.ts';
import type { Frame } from './frame.ts';
import type { Decision } from './input.ts';
import { compareEnds, greatestEnd } from './interval.ts';
import type { CeilingExpr, ClauseIr } from './ir.ts';
import { expressionsOf, withinExpression } from './ir-children.ts';
import { multiply, ofDecimalText, toDecimalText, whole } from './rational.ts';
import type { Session } from './session.ts';
import type { End, NumberValue } from './value.ts';

export function checkDecisions(session: Session, results: readonly ClauseResult[]): void {
  session.input.decisions.forEach((decision, index) => {
    const clause = session.ir.clauses.find((one) => one.id === decision.clause);
    if (clause === undefined) session.report(DecisionOnUnknownClause, placeOf(index), { name: decision.clause });
    else if (decision.year === session.input.period.year) checkDecision(clause, decision, index, session, results);
  });
}

function checkDecision(
  clause: ClauseIr,
  decision: Decision,
  index: number,
  session: Session,
  results: readonly ClauseResult[],
): void {
  const place = placeOf(index);
  const about = { clause: namesOf(clause), ...(decision.item === undefined ? {} : { item: decision.item }) };
  if (decisionFor(session, decision.clause, decision.item) !== decision) {
    session.report(DecidedTwice, place, about);
    return;
  }
  const misplaced = misplacedItem(clause, decision, session);
  if (misplaced !== undefined) {
    session.report(misplaced, place, about);
    return;
  }
  const result = results.find((one) => one.clause === clause.id)!;
  const item = decision.item === undefined ? undefined : result.items.find((one) => one.key === decision.item);
  const outcome = decision.item === undefined ? result.outcome : item?.outcome;
  const unused = outcome === undefined ? notInPeriod : unusedOutcomes[outcome.kind];
  if (unused !== undefined) {
    session.report(DecisionNotUsed, place, { ...about, outcome: unused });
    return;
  }
  checkAgainstCeiling(clause, decision, item?.frame ?? result.frame, (ceiling) => {
    if (ceiling === undefined)
      session.report(NothingToDecide, place, { ...about, what: decision.rate === undefined ? 'amount' : 'rate' });
    else session.report(DecisionAboveCeiling, place, { ...about, ...ceiling });
  });
}

type Reported = { readonly decided: string; readonly ceiling: string } | undefined;

/** Calls `report` with the ceiling that is exceeded, or with undefined where no ceiling of that sort was reached. */
function checkAgainstCeiling(
  clause: ClauseIr,
  decision: Decision,
  frame: Frame,
  report: (found: Reported) => void,
): void {
  const reached = reachedCeilings(clause, frame);
  if (decision.rate !== undefined) {
    const limits = reached
      .filter(({ ceiling }) => ceiling.base !== undefined)
      .map(({ ceiling, frame: parts }) => parts.values.get(ceiling.limit.id));
    const ends = limits.filter((value): value is NumberValue => value?.kind === 'number').map((value) => value.hi);
    if (ends.length === 0) {
      report(undefined);
      return;
    }
    const most = greatestEnd(ends[0]!, ...ends.slice(1));
    const rate = ofDecimalText(decision.rate);
    if (compareEnds(rate, most) > 0 && !cutsToCeiling(clause, frame)) {
      report({ decided: percentText(rate), ceiling: percentText(most) });
      return;
    }
  }
  if (decision.amount === undefined) return;
  const settled = [...frame.states.values()].find((state) => state.decided !== undefined);
  if (settled === undefined) {
    report(undefined);
    return;
  }
  const amount = ofDecimalText(decision.amount);
  if (compareEnds(amount, settled.it!.hi) > 0 && !cutsToCeiling(clause, frame))
    report({ decided: amountText(amount), ceiling: amountText(settled.it!.hi) });
}

/** An item where nothing is decided per item, none where everything is, or one that the facts do not list. */
function misplacedItem(clause: ClauseIr, decision: Decision, session: Session) {
  const all = ceilingsOf(clause);
  if (all.length === 0) return undefined;
  const own = ownCeilings(clause);
  if (decision.item === undefined) return own.length === 0 ? DecisionNeedsItem : undefined;
  if (own.length === all.length) return DecisionTakesNoItem;
  const lists = itemsStatements(clause).map((statement) => session.input.facts.lists.get(statement.list));
  return lists.some((items) => items?.some((item) => item.key === decision.item)) ? undefined : DecisionOnUnknownItem;
}

/** Ceilings outside the items block. */
function ownCeilings(clause: ClauseIr): readonly CeilingExpr[] {
  return linesOf(clause.statements)
    .flatMap(expressionsOf)
    .flatMap(withinExpression)
    .filter((expression): expression is CeilingExpr => expression.kind === 'ceiling');
}

const notInPeriod: Bilingual = { zh: '不计入', en: 'not assessed' };
const unusedOutcomes: Readonly<Partial<Record<OutcomeKind, Bilingual>>> = {
  notMet: { zh: '不成立', en: 'not met' },
  outOfForce: { zh: '不在有效期', en: 'out of force' },
};

function placeOf(index: number): { readonly path: string } {
  return { path: `decisions[${index}]` };
}

export function namesOf(clause: ClauseIr): Bilingual {
  return { zh: clause.names.zh ?? clause.names.en, en: clause.names.en };
}

function amountText(end: End): string {
  if (typeof end === 'string') return '∞';
  return toDecimalText(end) ?? displayText(end, 30);
}

function percentText(end: End): string {
  return typeof end === 'string' ? '∞' : `${amountText(multiply(end, whole(100)))}%`;
}
