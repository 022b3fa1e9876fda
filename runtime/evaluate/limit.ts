/** Lines on how often, or for how many items, a clause pays. */
import { newFrame } from '../frame.ts';
import { addToGate } from '../gate.ts';
import { exactly, isExactlyZero, lowest, type Num, signOfEnd, sum, zeroNumber } from '../interval.ts';
import type { ItemCutIr, Limit, NodeId, Once, OrderIr } from '../ir.ts';
import { anyKept, cutShares, type ItemShare, keepFirst, sumOfKept } from '../item-shares.ts';
import { one } from '../rational.ts';
import { paidInScope, timesPaid } from '../scope-history.ts';
import { known, unknown } from '../truth.ts';
import type { NumberValue } from '../value.ts';
import { compareValues } from './compare.ts';
import { withItem } from './context.ts';
import { evaluateNumber } from './expression.ts';
import { failLine, type Scope, setAmount } from './scope.ts';

/** R5: used up by a paid amount above 0 alone; with `times`, by so many awards. */
export function runOnce(line: Once, scope: Scope): void {
  const { session, item, frame } = scope.context;
  if (line.times === undefined) {
    const used = paidInScope(session, scope.clause.id, item?.key, line.scope);
    const truth = signOfEnd(used.lo) > 0 ? known(false) : isExactlyZero(used) ? known(true) : unknown(used.causes);
    frame.states.set(line.id, { truth, used });
    addToGate(scope.gate, truth);
    return;
  }
  const times = evaluateNumber(line.times, scope.context);
  const used = timesPaid(session, scope.clause.id, item?.key, line.scope, false);
  const truth = compareValues('atMost', sum([used, exactly(one)]), times);
  frame.states.set(line.id, { truth, used });
  addToGate(scope.gate, truth);
}

/** Of the items the first so many are kept. */
export function runLimit(line: Limit, scope: Scope): void {
  const { session } = scope.context;
  const times = evaluateNumber(line.times, scope.context);
  if (times.kind === 'undefined') {
    failLine(scope, line.id, times.reason);
    return;
  }
  const used = timesPaid(session, scope.clause.id, undefined, line.scope, true);
  const keys = keysOfItems(line.id, line.order, scope);
  const shares = keepFirst(scope.items, scope.shares, keys, line.order, { times, used });
  const kept = anyKept(scope.items, shares);
  const sumKept = sumOfKept(shares, { times, used });
  // What was changed as a whole before stays the most.
  const { addUp } = scope;
  const it = addUp ? sumKept : lowest([scope.it, sumKept]);
  addToGate(scope.gate, kept);
  if (kept.truth === 'false') setAmount(scope, line.id, zeroNumber, { used, failed: 'no item met' });
  else setAmount(scope, line.id, it, { used });
  share(line.id, shares, scope);
  scope.addUp = addUp;
}

/** How the room of a cap falls on the items, once the sum is cut. */
export function runCut(line: NodeId, cut: ItemCutIr, room: NumberValue, scope: Scope, addedUp: boolean): void {
  const keys = keysOfItems(line, cut.kind === 'inOrder' ? cut.order : undefined, scope);
  // What was changed as a whole cannot be told item by item any more.
  if (!addedUp) return;
  share(line, cutShares(scope.shares, cut, keys, room), scope);
  scope.addUp = true;
}

/** Each item's keys, in a frame of its own. */
function keysOfItems(line: NodeId, order: OrderIr | undefined, scope: Scope): readonly (readonly Num[])[] {
  const { context, items, list } = scope;
  const facts = new Map(context.session.input.facts.lists.get(list ?? '')?.map((item) => [item.key, item]));
  const frames = items.map(({ key }) => ({ key, frame: newFrame() }));
  context.frame.inner.set(line, frames);
  return items.map(({ key }, index) => {
    const inside = withItem(context, list!, facts.get(key)!, frames[index]!.frame);
    return (order?.keys ?? []).map(({ by }) => evaluateNumber(by, inside));
  });
}

function share(line: NodeId, shares: readonly ItemShare[], scope: Scope): void {
  scope.context.frame.inner.get(line)?.forEach(({ frame }, index) => {
    const { within, value } = shares[index]!;
    frame.states.set(line, { truth: within, it: value });
  });
  scope.shares = shares;
  scope.isShared = true;
}
