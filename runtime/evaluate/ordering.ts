/** D17, R20: the items of a list in order; the place of one of them, and its part of a limit that they use up one after the other. */
import { joinCauses, missingList } from '../causes.ts';
import type { Frame, InnerFrame } from '../frame.ts';
import { newFrame } from '../frame.ts';
import type { ItemFacts } from '../input.ts';
import {
  addEnds,
  atLeastZero,
  differenceFromZero,
  greatestEnd,
  isKnown,
  lowest,
  type Num,
  number,
  orNothing,
  zeroNumber,
} from '../interval.ts';
import type { Expr, NodeId, OrderIr, PartInOrderExpr, RankExpr } from '../ir.ts';
import { type Certainty, placesOf, sure } from '../precedence.ts';
import { one, whole, zero } from '../rational.ts';
import type { Session } from '../session.ts';
import { yes } from '../truth.ts';
import type { Cause, End, NumberValue, TruthValue, UndefinedValue } from '../value.ts';
import { type Context, withItem } from './context.ts';
import { evaluateNumber, evaluateTruth } from './expression.ts';

interface Member {
  readonly item: ItemFacts;
  readonly where: TruthValue;
  /** Empty where the item is left out. */
  readonly keys: readonly Num[];
  readonly of: Num | undefined;
}

/** All items, evaluated once for whichever of them asks. */
interface Table {
  readonly frames: readonly InnerFrame[];
  readonly members: readonly Member[];
  /** Whether the first takes part and stands before the second, by their places in the list. */
  readonly precedes: (one: number, other: number) => Certainty;
  /** Σ of the parts that surely, and perhaps, precede each item; where the whole order is known. */
  readonly sumsBefore: readonly End[] | undefined;
  /** Items of other lists at hand when it was made. */
  readonly around: readonly ItemFacts[];
}

export function rank(node: RankExpr, context: Context): Num {
  const table = tableOf(node, context);
  const at = ownPlace(node.list, table, context);
  if (at === undefined) return number(one, 'infinity', [missingList(node.list)], { mayBeUndefined: true });
  const own = table.members[at]!;
  if (own.where.truth === 'false') return { kind: 'undefined', reason: 'not ranked' };
  const unplaced = undefinedAmong(own.keys);
  if (unplaced !== undefined) return unplaced;
  const before = table.members.map((_, other) => (other === at ? 0 : table.precedes(other, at)));
  const [least, most] = [before.filter((one) => one === sure).length, before.filter((one) => one > 0).length];
  const undecided = table.members.filter((_, other) => before[other] !== 0 && before[other] !== sure);
  const causes = [...ownCauses(own), ...undecided.flatMap((other) => [other.where.causes, ...causesOf(other.keys)])];
  return number(whole(BigInt(least + 1)), whole(BigInt(most + 1)), joinCauses(causes), {
    mayBeUndefined: own.where.truth === 'unknown' || own.keys.some(perhapsUndefined),
  });
}

export function partInOrder(node: PartInOrderExpr, context: Context): Num {
  const table = tableOf(node, context);
  const limit = evaluateNumber(node.limit, context);
  const at = ownPlace(node.list, table, context);
  if (at === undefined) {
    const least = node.side === 'upTo' ? '-infinity' : zero;
    return number(least, 'infinity', [missingList(node.list)], { mayBeUndefined: true });
  }
  const own = table.members[at]!;
  if (own.where.truth === 'false') return zeroNumber;
  const broken = undefinedAmong([...own.keys, own.of!, limit]);
  if (broken !== undefined) return broken;
  const before = usedBefore(table, at);
  if (before.kind === 'undefined') return before;
  const [x, most] = [own.of as NumberValue, limit as NumberValue];
  const room = differenceFromZero(most, before);
  context.frame.states.set(node.id, { used: before, room });
  const part = node.side === 'upTo' ? lowest([x, room]) : differenceFromZero(x, room);
  const causes = joinCauses([...ownCauses(own), x.causes, most.causes, before.causes]);
  const mayBeUndefined = [...own.keys, x, most, before].some(perhapsUndefined);
  const told = number(part.lo, part.hi, causes, { mayBeUndefined });
  if (own.where.truth === 'true') return told;
  const { lo, hi } = orNothing(told, []);
  return number(lo, hi, causes, { mayBeUndefined });
}

/** Σ max(0, x) of the items that stand before. */
function usedBefore(table: Table, at: number): Num {
  const known = table.sumsBefore?.[at];
  if (known !== undefined) return number(known, known);
  let lo: End = zero;
  let hi: End = zero;
  let mayBeUndefined = false;
  const causes: (readonly Cause[])[] = [];
  for (const [other, member] of table.members.entries()) {
    const certainty = other === at ? 0 : table.precedes(other, at);
    if (certainty === 0) continue;
    const x = member.of!;
    if (x.kind === 'undefined' && certainty === sure) return x;
    if (certainty !== sure) causes.push(member.where.causes, ...causesOf(member.keys));
    if (perhapsUndefined(x)) mayBeUndefined = true;
    if (x.kind === 'undefined') continue;
    if (certainty === sure) lo = addEnds(lo, greatestEnd(zero, x.lo));
    hi = addEnds(hi, greatestEnd(zero, x.hi));
    causes.push(x.causes);
  }
  return number(lo, hi, joinCauses(causes), { mayBeUndefined });
}

function perhapsUndefined(value: Num): boolean {
  return value.kind === 'undefined' || value.mayBeUndefined === true;
}

function undefinedAmong(values: readonly Num[]): UndefinedValue | undefined {
  return values.find((value) => value.kind === 'undefined');
}

function ownCauses(own: Member): readonly (readonly Cause[])[] {
  return [own.where.causes, ...causesOf(own.keys)];
}

function causesOf(values: readonly Num[]): readonly (readonly Cause[])[] {
  return values.map((value) => (value.kind === 'number' ? value.causes : []));
}

/** The item at hand, by its place in the list; undefined for one that a payment plan still speaks of and this year's list does not hold (R1). */
function ownPlace(list: string, { members }: Table, context: Context): number | undefined {
  const own = context.items.get(list);
  if (own === undefined) throw new Error(`no current item of ${list}`);
  const place = members.findIndex(({ item }) => item === own);
  return place < 0 ? undefined : place;
}

// ── All items, once ──────────────────────────────────────────────────────────

type Ordered = RankExpr | PartInOrderExpr;

const tables = new WeakMap<Session, Map<NodeId, Table>>();

function tableOf(node: Ordered, context: Context): Table {
  const known = tables.get(context.session) ?? new Map<NodeId, Table>();
  tables.set(context.session, known);
  const around = [...context.items].flatMap(([list, item]) => (list === node.list ? [] : [item]));
  let table = known.get(node.id);
  if (table === undefined || !isSame(table.around, around)) table = makeTable(node, context, around);
  known.set(node.id, table);
  context.frame.inner.set(node.id, table.frames);
  return table;
}

function isSame(one: readonly ItemFacts[], other: readonly ItemFacts[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function makeTable(node: Ordered, context: Context, around: readonly ItemFacts[]): Table {
  const items = context.session.input.facts.lists.get(node.list) ?? [];
  const frames = items.map((item) => ({ key: item.key, frame: newFrame() }));
  const of = node.kind === 'partInOrder' ? node.of : undefined;
  const members = items.map((item, index) => memberOf(node, of, item, frames[index]!.frame, context));
  const places = placesOf(
    node.order,
    members.map(({ where, keys }) => ({ where: where.truth, keys })),
  );
  return { frames, members, precedes: places.precedes, sumsBefore: sumsOf(members, places.order), around };
}

function memberOf(
  node: { readonly list: string; readonly where?: Expr; readonly order: OrderIr },
  of: Expr | undefined,
  item: ItemFacts,
  frame: Frame,
  outer: Context,
): Member {
  const context = withItem(outer, node.list, item, frame);
  const where = node.where === undefined ? yes : evaluateTruth(node.where, context);
  if (where.truth === 'false') return { item, where, keys: [], of: undefined };
  const keys = node.order.keys.map(({ by }) => evaluateNumber(by, context));
  return { item, where, keys, of: of === undefined ? undefined : evaluateNumber(of, context) };
}

/** Only where all is known: then one pass in order gives every sum. */
function sumsOf(members: readonly Member[], order: readonly number[] | undefined): readonly End[] | undefined {
  if (order === undefined || members.some(({ of }) => of !== undefined && (of.kind !== 'number' || !isKnown(of))))
    return undefined;
  const sums: End[] = members.map(() => zero);
  let sum: End = zero;
  for (const place of order) {
    sums[place] = sum;
    const { of } = members[place]!;
    if (of?.kind === 'number') sum = addEnds(sum, atLeastZero(of).lo);
  }
  return sums;
}
