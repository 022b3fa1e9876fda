import { newFrame } from '../frame.ts';
import { addToGate, gated } from '../gate.ts';
import { zeroNumber } from '../interval.ts';
import type { ClauseIr } from '../ir.ts';
import { planItem } from '../payment/plan-item.ts';
import { clauseDating, type Dating, lastDayInForce } from '../reference-day.ts';
import type { ClauseRun, Engine, RestsOn, Session } from '../session.ts';
import { no } from '../truth.ts';
import type { NumberValue } from '../value.ts';
import type { Context } from './context.ts';
import { evaluateExpression, evaluateNumber } from './expression.ts';
import { closeOwnLines, type GivenItems, itemSharesOf, newScope, type Scope, truthOf } from './scope.ts';
import { runStatements } from './statement.ts';

/** The reference interpreter as an engine: it walks the IR. */
export const interpreter: Engine = {
  runClause,
  rerun,
  groupCap: (block, frame, restsOn, session) => {
    const day = lastDayInForce(session.input.period, session.ir.inForce);
    return evaluateNumber(block.amount, {
      session,
      frame,
      restsOn,
      items: new Map(),
      shift: 0,
      ...(day === undefined ? {} : { referenceDay: day }),
    });
  },
  planValue: (clause, expression, { item, ...at }, session) =>
    evaluateExpression(expression, { session, clause, ...at, ...planItem(item, session) }),
};

function runClause(clause: ClauseIr, session: Session): ClauseRun {
  const restsOn: RestsOn = new Set();
  const frame = newFrame();
  const dating = datingOf(clause, session);
  if (dating.kind === 'outOfForce') {
    return { clause, frame, outOfForce: true, gate: no, own: zeroNumber, value: zeroNumber, items: [], restsOn };
  }
  if (clause.reference.kind === 'field') frame.states.set(clause.node, { truth: dating.test });
  const scope = runLines(clause, dating, { session, frame, restsOn, clause, items: new Map(), shift: 0 });
  const gate = truthOf(scope);
  const day = dating.day === undefined ? {} : { referenceDay: dating.day };
  return {
    clause,
    frame,
    outOfForce: false,
    gate,
    own: scope.own!,
    value: gated(scope.it, gate),
    items: scope.items,
    ...itemSharesOf(scope),
    restsOn,
    ...day,
  };
}

/** The same lines once more with other item results; frames stay as the clause's own lines left them. */
function rerun(
  { clause, items }: ClauseRun,
  values: readonly NumberValue[],
  session: Session,
): ReturnType<Engine['rerun']> {
  const dating = datingOf(clause, session);
  if (dating.kind === 'outOfForce') return { value: zeroNumber };
  const context: Context = { session, frame: newFrame(), restsOn: new Set(), clause, items: new Map(), shift: 0 };
  const scope = runLines(clause, dating, context, { runs: items, values });
  return { value: gated(scope.it, truthOf(scope)), ...itemSharesOf(scope) };
}

function runLines(
  clause: ClauseIr,
  dating: Extract<Dating, { kind: 'dated' }>,
  context: Context,
  givenItems?: GivenItems,
): Scope {
  const scope = newScope(
    dating.day === undefined ? context : { ...context, referenceDay: dating.day },
    clause,
    givenItems,
  );
  addToGate(scope.gate, dating.test);
  runStatements(clause.statements, scope);
  closeOwnLines(scope);
  return scope;
}

function datingOf(clause: ClauseIr, session: Session): Dating {
  return clauseDating(clause, session.input.period, session.ir, session.input.facts.values);
}
