/**
 * What lines on all items together leave of each item: a limit on their number keeps the first, a cap that says how it cuts shares its
 * room out. Like blocks, this is one for every evaluator; they bring the figures.
 */
import { inOrder, proRata } from './blocks/portions.ts';
import { joinCauses } from './causes.ts';
import { gated } from './gate.ts';
import {
  addEnds,
  compareEnds,
  greatestEnd,
  isEnd,
  leastEnd,
  type Num,
  negateEnd,
  number,
  orNothing,
  signOfEnd,
  sum,
  zeroNumber,
} from './interval.ts';
import type { ItemCutIr, OrderIr } from './ir.ts';
import { type Certainty, placesOf, sure } from './precedence.ts';
import { whole, zero } from './rational.ts';
import type { ItemRun } from './session.ts';
import { conjunction, disjunction, known, no, undefinedTruth, unknown, yes } from './truth.ts';
import type { End, NumberValue, TruthValue } from './value.ts';

export interface ItemShare {
  /** Whether the item is among those that limits keep. */
  readonly within: TruthValue;
  readonly value: NumberValue;
}

/** How many items are paid, and how many places are taken already. */
interface Limited {
  readonly times: NumberValue;
  readonly used: NumberValue;
}

/** The items' own results, nothing taken off yet. */
export function wholeShares(values: readonly NumberValue[]): readonly ItemShare[] {
  return values.map((value) => ({ within: yes, value }));
}

export function sumOfShares(shares: readonly ItemShare[]): NumberValue {
  return sum(shares.map(({ value }) => value));
}

/** Of items of which so many are kept: together no more than those to which most is due, whichever they are. */
export function sumOfKept(shares: readonly ItemShare[], { times, used }: Limited): NumberValue {
  const sum = sumOfShares(shares);
  const room = addEnds(times.hi, negateEnd(used.lo), 'infinity');
  if (typeof room === 'string') return sum;
  const most = shares.map(({ value }) => value.hi).sort((one, other) => compareEnds(other, one));
  const kept: readonly End[] = most.filter((_, index) => compareEnds(whole(BigInt(index + 1)), room) <= 0);
  const together = kept.reduce<End>((total, end) => addEnds(total, end, 'infinity'), zero);
  return number(sum.lo, leastEnd(sum.hi, greatestEnd(sum.lo, together)), sum.causes, sum);
}

/** Met if some item is; while none surely is, it may come to be not met. */
export function anyKept(items: readonly ItemRun[], shares: readonly ItemShare[]): TruthValue {
  const gates = items.map((item, index) => conjunction([item.gate, shares[index]!.within]));
  return disjunction(gates.filter((_, index) => !items[index]!.outOfForce));
}

/** An amount changed otherwise than through its items. */
export function isChanged(before: NumberValue, after: NumberValue): boolean {
  return !isEnd(before.lo, after.lo) || !isEnd(before.hi, after.hi);
}

/**
 * Keeps the items that stand first, `times` less `used` of them. An item to which nothing is due takes no place; one whose key has no
 * value has none.
 */
export function keepFirst(
  items: readonly ItemRun[],
  shares: readonly ItemShare[],
  keys: readonly (readonly Num[])[],
  order: OrderIr,
  { times, used }: Limited,
): readonly ItemShare[] {
  const taking = shares.map((share, index) => takesPlace(items[index]!, share));
  const { precedes } = placesOf(
    order,
    taking.map(({ truth: where }, index) => ({ where, keys: keys[index]! })),
  );
  return shares.map((share, index): ItemShare => {
    if (taking[index]!.truth === 'false') return share;
    const unplaced = keys[index]!.find((key) => key.kind === 'undefined');
    if (unplaced !== undefined) return { within: undefinedTruth(unplaced.reason), value: zeroNumber };
    const before = taking.map((_, other): Certainty => (other === index ? 0 : precedes(other, index)));
    const causes = taking.flatMap((other, place) =>
      before[place] === 1 ? [other.causes, ...causesOf(keys[place]!)] : [],
    );
    const least = BigInt(before.filter((one) => one === sure).length + 1);
    const most = BigInt(before.filter((one) => one > 0).length + 1);
    const mayBeUndefined = keys[index]!.some((key) => key.kind === 'number' && key.mayBeUndefined === true);
    const told = joinCauses([...causesOf(keys[index]!), ...causes]);
    const place = number(whole(least), whole(most), told, { mayBeUndefined });
    const within = conjunction([share.within, isWithin(place, used, times)]);
    return { within, value: gated(share.value, within) };
  });
}

function takesPlace(item: ItemRun, { within, value }: ItemShare): TruthValue {
  const gate = item.outOfForce ? no : conjunction([item.gate, within]);
  if (gate.truth === 'false' || signOfEnd(value.hi) <= 0) return no;
  return gate.truth === 'true' && signOfEnd(value.lo) > 0 ? yes : unknown(joinCauses([gate.causes, value.causes]));
}

function isWithin(place: NumberValue, used: NumberValue, times: NumberValue): TruthValue {
  const most = addEnds(place.hi, used.hi);
  const least = addEnds(place.lo, used.lo, '-infinity');
  if (compareEnds(least, times.hi) > 0) return no;
  if (compareEnds(most, times.lo) <= 0 && place.mayBeUndefined !== true) return known(true);
  return unknown(joinCauses([place.causes, used.causes, times.causes]));
}

function causesOf(keys: readonly Num[]): readonly NumberValue['causes'][] {
  return keys.map((key) => (key.kind === 'number' ? key.causes : []));
}

/** Shares the room of a cap out among the items. */
export function cutShares(
  shares: readonly ItemShare[],
  cut: ItemCutIr,
  keys: readonly (readonly Num[])[],
  room: NumberValue,
): readonly ItemShare[] {
  const values = shares.map(({ value }) => value);
  const isWhole = compareEnds(sumOfShares(shares).hi, room.lo) <= 0 && room.mayBeUndefined !== true;
  const portions = isWhole
    ? values
    : cut.kind === 'proRata'
      ? proRataOf(values, room)
      : inOrderOf(values, cut, keys, room);
  // A cap that may have no figure may leave nothing.
  const left = room.mayBeUndefined === true ? portions.map((portion) => orNothing(portion, room.causes)) : portions;
  return shares.map(({ within }, index) => ({ within, value: left[index]! }));
}

function proRataOf(values: readonly NumberValue[], room: NumberValue): readonly NumberValue[] {
  return values.map((_, index) => proRata(values, index, room));
}

/** An item whose key has no value stands last, several as listed. */
function inOrderOf(
  values: readonly NumberValue[],
  cut: Extract<ItemCutIr, { kind: 'inOrder' }>,
  keys: readonly (readonly Num[])[],
  room: NumberValue,
): readonly NumberValue[] {
  const { precedes } = placesOf(
    cut.order ?? { keys: [], ties: 'listed' },
    values.map((_, index) => ({ where: 'true' as const, keys: keys[index] ?? [] })),
  );
  const isKeyless = keys.map((own) => own.some((key) => key.kind === 'undefined'));
  const mayBeKeyless = keys.map((own) => own.some((key) => key.kind === 'number' && key.mayBeUndefined === true));
  const before = (other: number, index: number): Certainty => {
    if (other === index) return 0;
    const isListedAfter = other > index;
    if (isKeyless[index] === true) {
      if (isKeyless[other] === true) return isListedAfter ? 0 : sure;
      return mayBeKeyless[other] === true && isListedAfter ? 1 : sure;
    }
    if (isKeyless[other] === true) return mayBeKeyless[index] === true && !isListedAfter ? 1 : 0;
    const certainty = precedes(other, index);
    return certainty === 0 && mayBeKeyless[index] === true ? 1 : certainty;
  };
  return values.map((value, index) => {
    const others = values.flatMap((other, place) => {
      const certainty = before(place, index);
      if (certainty === 0) return [];
      return [
        certainty === sure
          ? other
          : orNothing(other, joinCauses([...causesOf(keys[index] ?? []), ...causesOf(keys[place] ?? [])])),
      ];
    });
    return inOrder(value, others, room);
  });
}
