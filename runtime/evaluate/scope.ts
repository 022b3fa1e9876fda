/** The state a clause's (or an item's) statements run over, and its gate. */
import { settledAmount } from '../decisions.ts';
import type { StatementState } from '../frame.ts';
import { addToGate, type Gate, gated, gateTruth, newGate } from '../gate.ts';
import { zeroNumber } from '../interval.ts';
import type { ClauseIr, NodeId } from '../ir.ts';
import { type ItemShare, isChanged } from '../item-shares.ts';
import type { ItemRun, ItemShares } from '../session.ts';
import { no } from '../truth.ts';
import type { NumberValue, TruthValue } from '../value.ts';
import type { Context } from './context.ts';

export interface Scope {
  readonly context: Context;
  readonly clause: ClauseIr;
  readonly gate: Gate;
  it: NumberValue;
  /** The statement that set `it` last. */
  last: NodeId | undefined;
  /** Before budget; absent until then. R7. */
  own: NumberValue | undefined;
  readonly items: ItemRun[];
  /** The list whose items were gone through. */
  list: string | undefined;
  /** What is left of each of them. */
  shares: readonly ItemShare[];
  /** Some line acted on the items together. */
  isShared: boolean;
  /** The shares add up to `it`. */
  addUp: boolean;
  /** Item results to take in place of the clause's own: a run after item-wise blocks. */
  readonly givenItems?: GivenItems;
}
export interface GivenItems {
  readonly runs: readonly ItemRun[];
  readonly values: readonly NumberValue[];
}

export function newScope(context: Context, clause: ClauseIr, givenItems?: GivenItems): Scope {
  return {
    context,
    clause,
    gate: newGate(),
    it: zeroNumber,
    last: undefined,
    own: undefined,
    items: [],
    list: undefined,
    shares: [],
    isShared: false,
    addUp: true,
    ...(givenItems === undefined ? {} : { givenItems }),
  };
}

/** Of a clause that goes through items, and has a line on all of them together. */
export function itemSharesOf({ isShared, shares, addUp }: Scope): { readonly shares?: ItemShares } {
  return isShared ? { shares: { shares, addUp } } : {};
}

export function truthOf({ gate, context }: Scope): TruthValue {
  return gateTruth(gate, context.session, context.restsOn);
}

/** The end of the scope's own lines: a decided amount settles (R14), and what other clauses see is taken (R7). Happens once. */
export function closeOwnLines(scope: Scope): void {
  if (scope.own !== undefined) return;
  const gate = truthOf(scope);
  if (gate.truth !== 'false') settleDecision(scope);
  scope.own = gated(scope.it, gate);
}

function settleDecision(scope: Scope): void {
  const { context, clause, last } = scope;
  if (last === undefined) return;
  const decided = settledAmount(context.session, clause, context.item?.key, scope.it, context.frame);
  if (decided === undefined) return;
  context.frame.states.set(last, { ...context.frame.states.get(last), decided });
  if (isChanged(scope.it, decided)) scope.addUp = false;
  scope.it = decided;
}

/** Sets the amount so far and keeps it as the state of the line. */
export function setAmount(scope: Scope, line: NodeId, it: NumberValue, more: StatementState = {}): void {
  if (isChanged(scope.it, it)) scope.addUp = false;
  scope.it = it;
  scope.last = line;
  scope.context.frame.states.set(line, { it, ...more });
}

/** The line yields nothing: the gate is false for this reason. */
export function failLine(scope: Scope, line: NodeId, failed: NonNullable<StatementState['failed']>): void {
  addToGate(scope.gate, no);
  setAmount(scope, line, zeroNumber, { failed });
}
