/** Lines of emitted code on how often, or for how many items, a clause pays. */
import { addToGate } from '../gate.ts';
import type { ItemCutIr, Limit, NodeId, OrderIr, ScopeIr } from '../ir.ts';
import { anyKept, cutShares, type ItemShare, keepFirst, sumOfKept } from '../item-shares.ts';
import { paidInScope, timesPaid } from '../scope-history.ts';
import type { NumberValue, TruthValue, UndefinedValue } from '../value.ts';
import { type Fraction, isZero, known } from './amount.ts';
import { fraction } from './arithmetic.ts';
import { compareFractions } from './compare.ts';
import { fractionEnds } from './ends.ts';
import { fractionSlot, type Lines, setLine } from './lines.ts';
import { atItem, type Place } from './place.ts';
import { fractionFrom, fractionNumber, fractionValue } from './record.ts';
import { no, unknown, yes } from './truths.ts';

/** R5: used up by a paid amount above 0 alone; with `times`, by so many awards. */
export function onceLine(lines: Lines, node: NodeId, scope: ScopeIr, times?: Fraction): void {
  const { place, clause, gate } = lines;
  const used =
    times === undefined
      ? paidInScope(place.session, clause.id, place.item?.key, scope)
      : timesPaid(place.session, clause.id, place.item?.key, scope, false);
  const truth = times === undefined ? isUnpaid(used) : isBelow(used, times);
  place.frame.states.set(node, { truth, used });
  addToGate(gate, truth);
}

function isUnpaid(used: NumberValue): TruthValue {
  const amount = fractionFrom(used);
  return fractionEnds.sign(amount.lo) > 0 ? no : isZero(fractionEnds, amount) ? yes : unknown(used.causes);
}

function isBelow(used: NumberValue, times: Fraction): TruthValue {
  const withThis = fraction.add([fractionFrom(used), known({ n: 1n, d: 1n })]);
  return compareFractions('atMost', withThis, times);
}

/** Gives what an item's place hangs on, at the item. */
export type ItemKeys = readonly ((place: Place) => Fraction)[];

export interface LimitLine {
  readonly node: NodeId;
  readonly scope: ScopeIr;
  readonly order: Directions;
  readonly keys: ItemKeys;
}
/** Which end of each key stands first, and what of ties: an order without its expressions. */
export interface Directions {
  readonly first: readonly OrderIr['keys'][number]['first'][];
  readonly ties: OrderIr['ties'];
}

/** Of the items the first so many are kept. */
export function limitLine(lines: Lines, line: LimitLine, it: Fraction, times: Fraction): void {
  const { node } = line;
  if (times.reason !== undefined) {
    addToGate(lines.gate, no);
    setLine(lines, fractionSlot, node, known(fractionEnds.zero), { failed: times.reason });
    return;
  }
  const { addUp } = lines;
  const used = timesPaid(lines.place.session, lines.clause.id, undefined, line.scope, true);
  const keys = keysOfItems(lines, node, line.keys);
  const limit = { times: fractionNumber(times), used };
  const shares = keepFirst(lines.items, lines.shares, keys, orderOf(line.order), limit);
  const kept = anyKept(lines.items, shares);
  addToGate(lines.gate, kept);
  const sum = fractionFrom(sumOfKept(shares, limit));
  if (kept.truth === 'false')
    setLine(lines, fractionSlot, node, known(fractionEnds.zero), { used, failed: 'no item met' });
  else setLine(lines, fractionSlot, node, addUp ? sum : fraction.lowest([it, sum]), { used });
  share(lines, node, shares);
  lines.addUp = addUp;
}

export interface CutLine {
  readonly kind: ItemCutIr['kind'];
  readonly order?: Directions;
  readonly keys: ItemKeys;
}

/** How the room of a cap falls on the items, once the sum is cut. */
export function cutLine(lines: Lines, node: NodeId, cut: CutLine, room: NumberValue, addedUp: boolean): void {
  if (lines.list === undefined) return;
  const keys = keysOfItems(lines, node, cut.keys);
  if (!addedUp) return;
  const how: ItemCutIr =
    cut.kind === 'proRata'
      ? { kind: 'proRata' }
      : { kind: 'inOrder', ...(cut.order === undefined ? {} : { order: orderOf(cut.order) }) };
  share(lines, node, cutShares(lines.shares, how, keys, room));
  lines.addUp = true;
}

/** The keys are known already; whoever goes by the order reads its directions alone. */
function orderOf({ first, ties }: Directions): Limit['order'] {
  const by = { kind: 'referenceDay', id: 0, type: { kind: 'date' } } as const;
  return { keys: first.map((one) => ({ by, first: one })), ties };
}

function keysOfItems(
  lines: Lines,
  node: NodeId,
  keys: ItemKeys,
): readonly (readonly (NumberValue | UndefinedValue)[])[] {
  const { place, list = '' } = lines;
  const facts = new Map(place.session.input.facts.lists.get(list)?.map((item) => [item.key, item]));
  const places = lines.items.map(({ key }) => ({ key, inner: atItem(place, list, facts.get(key)!) }));
  place.frame.inner.set(
    node,
    places.map(({ key, inner }) => ({ key, frame: inner.frame })),
  );
  return places.map(({ inner }) => keys.map((key) => fractionValue(key(inner))));
}

function share(lines: Lines, node: NodeId, shares: readonly ItemShare[]): void {
  lines.place.frame.inner.get(node)?.forEach(({ frame }, index) => {
    const { within, value } = shares[index]!;
    frame.states.set(node, { truth: within, it: value });
  });
  lines.shares = shares;
  lines.isShared = true;
}
