import { joinCauses, missingList } from '../causes.ts';
import { newFrame } from '../frame.ts';
import { exactly, greatestEnd, leastEnd, type Num, negateEnd, number, sumEnds } from '../interval.ts';
import type { AggregateExpr } from '../ir.ts';
import { mayBeNegative } from '../may-be-negative.ts';
import { one, zero } from '../rational.ts';
import { yes } from '../truth.ts';
import type { End, NumberValue, TruthValue } from '../value.ts';
import { type Context, withItem } from './context.ts';
import { evaluateNumber, evaluateTruth } from './expression.ts';

interface Counted {
  readonly where: TruthValue;
  /** Absent where the item is left out; 1 of a count. */
  readonly value?: Num;
}

/** Over all items of a list. R20: an absent list is unknown, an empty one is not. */
export function aggregate(node: AggregateExpr, context: Context): Num {
  const items = context.session.input.facts.lists.get(node.list);
  if (items === undefined) return ofAbsentList(node, context);
  const frames = items.map((item) => ({ key: item.key, frame: newFrame() }));
  context.frame.inner.set(node.id, frames);
  const counted = items.map((item, index) => count(node, withItem(context, node.list, item, frames[index]!.frame)));
  const broken = counted.find((item) => item.where.truth === 'true' && item.value?.kind === 'undefined');
  if (broken !== undefined) return broken.value!;
  return node.operation === 'total' || node.operation === 'count' ? total(counted) : extremeOf(node.operation, counted);
}

function ofAbsentList(node: AggregateExpr, context: Context): NumberValue {
  const negative = node.operation !== 'count' && node.of !== undefined && mayBeNegative(node.of, context.session.ir);
  const perhapsEmpty = node.operation === 'highest' || node.operation === 'lowest';
  return number(negative ? '-infinity' : zero, 'infinity', [missingList(node.list)], { mayBeUndefined: perhapsEmpty });
}

function count(node: AggregateExpr, context: Context): Counted {
  const where = node.where === undefined ? yes : evaluateTruth(node.where, context);
  if (where.truth === 'false') return { where };
  return {
    where,
    value: node.operation === 'count' || node.of === undefined ? exactly(one) : evaluateNumber(node.of, context),
  };
}

/** Items that are perhaps counted add nothing or their value. */
function total(counted: readonly Counted[]): NumberValue {
  const lows: End[] = [];
  const highs: End[] = [];
  for (const { where, value } of counted) {
    if (value?.kind !== 'number') continue;
    const sure = where.truth === 'true';
    lows.push(sure ? value.lo : leastEnd(zero, value.lo));
    highs.push(sure ? value.hi : greatestEnd(zero, value.hi));
  }
  const [lo, hi] = sumEnds(lows, highs);
  return number(lo, hi, causesOf(counted), { mayBeUndefined: anyPerhapsUndefined(counted) });
}

/** `lowest` is the highest of the opposites. */
function extremeOf(operation: 'highest' | 'lowest', counted: readonly Counted[]): Num {
  const reached = counted.filter((item) => item.value !== undefined);
  if (reached.length === 0) return { kind: 'undefined', reason: 'empty list' };
  const mirror = (value: NumberValue): readonly [End, End] =>
    operation === 'highest' ? [value.lo, value.hi] : [negateEnd(value.hi), negateEnd(value.lo)];
  const sure = numbersOf(reached.filter((item) => item.where.truth === 'true')).map(mirror);
  const all = numbersOf(reached).map(mirror);
  const [first, ...rest] = all;
  if (first === undefined) return reached[0]!.value!;
  const hi = greatestEnd(first[1], ...rest.map((ends) => ends[1]));
  const [firstSure, ...otherSure] = sure;
  const lo =
    firstSure === undefined
      ? leastEnd(first[0], ...rest.map((ends) => ends[0]))
      : greatestEnd(firstSure[0], ...otherSure.map((ends) => ends[0]));
  const flags = { mayBeUndefined: firstSure === undefined || anyPerhapsUndefined(counted) };
  const ends = operation === 'highest' ? ([lo, hi] as const) : ([negateEnd(hi), negateEnd(lo)] as const);
  return number(ends[0], ends[1], causesOf(counted), flags);
}

function numbersOf(counted: readonly Counted[]): readonly NumberValue[] {
  return counted.map((item) => item.value).filter((value): value is NumberValue => value?.kind === 'number');
}

function anyPerhapsUndefined(counted: readonly Counted[]): boolean {
  return counted.some(
    ({ value }) => value !== undefined && (value.kind === 'undefined' || value.mayBeUndefined === true),
  );
}

function causesOf(counted: readonly Counted[]): NumberValue['causes'] {
  return joinCauses(
    counted.flatMap(({ where, value }) => [where.causes, value?.kind === 'number' ? value.causes : []]),
  );
}
