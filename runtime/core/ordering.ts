import { missingList } from '../causes.ts';
import type { InnerFrame } from '../frame.ts';
import type { ItemFacts } from '../input.ts';
import type { NodeId } from '../ir.ts';
import type { Session } from '../session.ts';
import type { Cause, NumberValue, TruthValue } from '../value.ts';
import {
  type Amount,
  type Fixed,
  type Fraction,
  interval,
  isKnown,
  known,
  noCauses,
  undefinedFixed,
  union,
} from './amount.ts';
import { type Arithmetic, fixed, fraction } from './arithmetic.ts';
import { type FixedEnd, fixedEnds, fractionEnds } from './ends.ts';
import { atItem, type Place } from './place.ts';
import { yes } from './truths.ts';

export interface OrderLine {
  readonly node: NodeId;
  readonly list: string;
  readonly where?: (place: Place) => TruthValue;
  readonly keys: readonly { readonly by: (place: Place) => Fraction; readonly greatest: boolean }[];
  /** Those alike in every key stand as listed; else they share their place. */
  readonly listed: boolean;
}
export interface PartLine<E> extends OrderLine {
  readonly side: 'over' | 'upTo';
  readonly of: (place: Place) => Amount<E>;
  /** An amount at the scale of the parts, as a frame holds it. */
  readonly told: (amount: Amount<E>) => NumberValue;
}

interface Member<E> {
  readonly item: ItemFacts;
  readonly where: TruthValue;
  readonly keys: readonly Fraction[];
  readonly of: Amount<E> | undefined;
}

interface Queue<E> {
  readonly frames: readonly InnerFrame[];
  readonly members: readonly Member<E>[];
  readonly around: readonly ItemFacts[];
  /** Those that take part in groups of the same place, where nothing about them is open. */
  readonly groups: readonly (readonly number[])[] | undefined;
  /** By item, how much those before it use up; filled where every amount is known too. */
  readonly used: readonly Amount<E>[] | undefined;
}

// ── The place of an item ─────────────────────────────────────────────────────

/** D17: 1 + how many precede the item at hand. */
export function rankOf(place: Place, line: OrderLine): Fixed {
  const queue = queueOf<FixedEnd>(place, line, undefined, fixed);
  const at = ownIndex(place, line.list, queue);
  if (at === undefined) return interval<FixedEnd>(fixedEnds, 1n, fixedEnds.infinity, [missingList(line.list)], true);
  const own = queue.members[at]!;
  if (own.where.truth === 'false') return undefinedFixed('not ranked');
  const unplaced = own.keys.find((key) => key.reason !== undefined);
  if (unplaced?.reason !== undefined) return undefinedFixed(unplaced.reason);
  const settled = queue.groups === undefined ? undefined : countBefore(queue.groups, at);
  if (settled !== undefined) return known<FixedEnd>(BigInt(settled + 1));
  let [least, most] = [1n, 1n];
  let causes = causesOfMember(own);
  queue.members.forEach((other, index) => {
    const before = index === at ? false : precedes(queue.members, line, index, at);
    if (before === false) return;
    most += 1n;
    if (before === true) least += 1n;
    else causes = union(causes, causesOfMember(other));
  });
  const open = own.where.truth === 'unknown' || own.keys.some((key) => key.mayBeUndefined);
  return interval<FixedEnd>(fixedEnds, least, most, causes, open);
}

function countBefore(groups: readonly (readonly number[])[], at: number): number {
  let before = 0;
  for (const group of groups) {
    if (group.includes(at)) break;
    before += group.length;
  }
  return before;
}

// ── The part of a limit ──────────────────────────────────────────────────────

export const partInOrderFixed = partsInOrder(fixed);
export const partInOrderFractions = partsInOrder(fraction);

/** `limit` at the scale of the parts. */
function partsInOrder<E>(
  arithmetic: Arithmetic<E>,
): (place: Place, line: PartLine<E>, limit: (place: Place) => Amount<E>) => Amount<E> {
  const { ends } = arithmetic;
  return (place, line, limitAt) => {
    const queue = queueOf(place, line, line.of, arithmetic);
    const limit = limitAt(place);
    const at = ownIndex(place, line.list, queue);
    if (at === undefined) {
      const least = line.side === 'upTo' ? ends.minusInfinity : ends.zero;
      return interval(ends, least, ends.infinity, [missingList(line.list)], true);
    }
    const own = queue.members[at]!;
    if (own.where.truth === 'false') return known(ends.zero);
    const x = own.of!;
    const unplaced = own.keys.find((key) => key.reason !== undefined);
    if (unplaced?.reason !== undefined) return { ...known(ends.zero), reason: unplaced.reason };
    if (x.reason !== undefined) return x;
    if (limit.reason !== undefined) return limit;
    const used = queue.used?.[at] ?? usedBefore(queue.members, line, at);
    if (used.reason !== undefined) return used;
    const room = arithmetic.partOver(limit, used);
    place.frame.states.set(line.node, { used: line.told(used), room: line.told(room) });
    const part = line.side === 'upTo' ? arithmetic.lowest([x, room]) : arithmetic.partOver(x, room);
    const isOpen =
      own.keys.some((key) => key.mayBeUndefined) || x.mayBeUndefined || limit.mayBeUndefined || used.mayBeUndefined;
    const causes = [x.causes, limit.causes, used.causes].reduce(union, causesOfMember(own));
    const isSure = own.where.truth === 'true';
    const lo = isSure || ends.sign(part.lo) < 0 ? part.lo : ends.zero;
    const hi = isSure || ends.sign(part.hi) > 0 ? part.hi : ends.zero;
    return interval(ends, lo, hi, causes, isOpen);
  };

  function usedBefore(members: readonly Member<E>[], line: PartLine<E>, at: number): Amount<E> {
    let [lo, hi] = [ends.zero, ends.zero];
    let causes = noCauses;
    let isOpen = false;
    for (let index = 0; index < members.length; index += 1) {
      const before = index === at ? false : precedes(members, line, index, at);
      if (before === false) continue;
      const { of } = members[index]!;
      const x = of!;
      if (x.reason !== undefined && before === true) return x;
      if (before === undefined) causes = union(causes, causesOfMember(members[index]!));
      if (x.reason !== undefined || x.mayBeUndefined) isOpen = true;
      if (x.reason !== undefined) continue;
      if (before === true && ends.sign(x.lo) > 0) lo = ends.addDown(lo, x.lo);
      if (ends.sign(x.hi) > 0) hi = ends.addUp(hi, x.hi);
      causes = union(causes, x.causes);
    }
    return interval(ends, lo, hi, causes, isOpen);
  }
}

// ── Who precedes whom ────────────────────────────────────────────────────────

/** undefined: perhaps. */
function precedes<E>(members: readonly Member<E>[], line: OrderLine, one: number, other: number): boolean | undefined {
  const [first, second] = [members[one]!, members[other]!];
  if (first.where.truth === 'false') return false;
  let isBefore: boolean | undefined = false;
  let isAlike: boolean | undefined = true;
  line.keys.forEach(({ greatest }, key) => {
    const [a, b] = [first.keys[key]!, second.keys[key]!];
    isBefore = either(isBefore, both(isAlike, greatest ? isOver(a, b) : isOver(b, a)));
    isAlike = both(isAlike, isEqual(a, b));
  });
  if (line.listed && one < other) isBefore = either(isBefore, isAlike);
  return both(first.where.truth === 'true' ? true : undefined, isBefore);
}

function isOver(a: Fraction, b: Fraction): boolean | undefined {
  if (a.reason !== undefined || b.reason !== undefined) return false;
  if (fractionEnds.compare(a.hi, b.lo) <= 0) return false;
  return fractionEnds.compare(a.lo, b.hi) > 0 && !a.mayBeUndefined && !b.mayBeUndefined ? true : undefined;
}

function isEqual(a: Fraction, b: Fraction): boolean | undefined {
  if (a.reason !== undefined || b.reason !== undefined) return false;
  if (fractionEnds.compare(a.hi, b.lo) < 0 || fractionEnds.compare(b.hi, a.lo) < 0) return false;
  return isKnown(fractionEnds, a) && isKnown(fractionEnds, b) ? true : undefined;
}

function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === false || b === false) return false;
  return a === undefined ? undefined : b;
}

function either(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === true || b === true) return true;
  return a === undefined ? undefined : b;
}

function causesOfMember<E>({ where, keys }: Member<E>): readonly Cause[] {
  return keys.reduce((causes, key) => union(causes, key.reason === undefined ? key.causes : noCauses), where.causes);
}

// ── All items, once for whichever of them asks ───────────────────────────────

const queues = new WeakMap<Session, Map<NodeId, unknown>>();

function queueOf<E>(
  place: Place,
  line: OrderLine,
  of: ((place: Place) => Amount<E>) | undefined,
  arithmetic: Arithmetic<E>,
): Queue<E> {
  const ofSession = queues.get(place.session) ?? new Map<NodeId, unknown>();
  queues.set(place.session, ofSession);
  const around = [...place.items].filter(([list]) => list !== line.list).map(([, item]) => item);
  let queue = ofSession.get(line.node) as Queue<E> | undefined;
  if (
    queue === undefined ||
    queue.around.length !== around.length ||
    queue.around.some((item, at) => item !== around[at])
  )
    queue = newQueue(place, line, of, arithmetic, around);
  ofSession.set(line.node, queue);
  place.frame.inner.set(line.node, queue.frames);
  return queue;
}

function newQueue<E>(
  place: Place,
  line: OrderLine,
  of: ((place: Place) => Amount<E>) | undefined,
  arithmetic: Arithmetic<E>,
  around: readonly ItemFacts[],
): Queue<E> {
  const places = (place.session.input.facts.lists.get(line.list) ?? []).map((item) => ({
    item,
    inner: atItem(place, line.list, item),
  }));
  const members = places.map(({ item, inner }): Member<E> => {
    const where = line.where === undefined ? yes : line.where(inner);
    if (where.truth === 'false') return { item, where, keys: [], of: undefined };
    return { item, where, keys: line.keys.map(({ by }) => by(inner)), of: of?.(inner) };
  });
  const frames = places.map(({ item, inner }) => ({ key: item.key, frame: inner.frame }));
  const groups = groupsOf(members, line);
  return {
    frames,
    members,
    around,
    groups,
    used: groups === undefined ? undefined : usedOf(members, groups, arithmetic),
  };
}

function groupsOf<E>(members: readonly Member<E>[], line: OrderLine): readonly (readonly number[])[] | undefined {
  const isOpen = ({ where, keys }: Member<E>): boolean =>
    where.truth === 'unknown' || keys.some((key) => key.reason !== undefined || !isKnown(fractionEnds, key));
  if (members.some(isOpen)) return undefined;
  const taking = members.flatMap(({ where }, index) => (where.truth === 'false' ? [] : [index]));
  const compared = (one: number, other: number): number => {
    for (const [key, { greatest }] of line.keys.entries()) {
      const sign = fractionEnds.compare(members[one]!.keys[key]!.lo, members[other]!.keys[key]!.lo);
      if (sign !== 0) return greatest ? -sign : sign;
    }
    return line.listed ? one - other : 0;
  };
  const groups: number[][] = [];
  for (const index of taking.sort(compared)) {
    const last = groups.at(-1);
    if (last !== undefined && compared(last[0]!, index) === 0) last.push(index);
    else groups.push([index]);
  }
  return groups;
}

function usedOf<E>(
  members: readonly Member<E>[],
  groups: readonly (readonly number[])[],
  { ends }: Arithmetic<E>,
): readonly Amount<E>[] | undefined {
  if (members.some(({ of }) => of !== undefined && (of.reason !== undefined || !isKnown(ends, of)))) return undefined;
  const used = members.map(() => known(ends.zero));
  let sum = ends.zero;
  for (const [index] of groups) {
    used[index!] = known(sum);
    const x = members[index!]!.of;
    if (x !== undefined && ends.sign(x.lo) > 0) sum = ends.addUp(sum, x.lo);
  }
  return used;
}

/** undefined for an item that a payment plan still speaks of and this year's list does not hold (R1). */
function ownIndex<E>(place: Place, list: string, { members }: Queue<E>): number | undefined {
  const own = place.items.get(list);
  if (own === undefined) throw new Error(`no current item of ${list}`);
  const index = members.findIndex(({ item }) => item === own);
  return index < 0 ? undefined : index;
}
