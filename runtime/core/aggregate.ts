import { missingList } from '../causes.ts';
import type { AggregateExpr, NodeId } from '../ir.ts';
import type { Cause, TruthValue } from '../value.ts';
import { type Amount, interval, known, noCauses, union } from './amount.ts';
import { type Ends, type FixedEnd, type FractionEnd, fixedEnds, fractionEnds } from './ends.ts';
import { atItem, type Place } from './place.ts';
import { yes } from './truths.ts';

export interface AggregateLine<E> {
  readonly node: NodeId;
  readonly list: string;
  readonly operation: AggregateExpr['operation'];
  readonly where?: (place: Place) => TruthValue;
  /** Absent: a count. */
  readonly of?: (place: Place) => Amount<E>;
  /** Of an absent list the total is open below 0 too. */
  readonly mayBeNegative: boolean;
}

interface Counted<E> {
  readonly where: TruthValue;
  readonly value: Amount<E>;
}

export const aggregateFixed: (place: Place, line: AggregateLine<FixedEnd>) => Amount<FixedEnd> = aggregation(
  fixedEnds,
  1n,
);
export const aggregateFractions: (place: Place, line: AggregateLine<FractionEnd>) => Amount<FractionEnd> = aggregation(
  fractionEnds,
  { n: 1n, d: 1n },
);

/** Over all items of a list. R20: an absent list is unknown, an empty one is not. */
function aggregation<E>(ends: Ends<E>, one: E): (place: Place, line: AggregateLine<E>) => Amount<E> {
  const least = (a: E, b: E): E => (ends.compare(b, a) < 0 ? b : a);
  const greatest = (a: E, b: E): E => (ends.compare(b, a) > 0 ? b : a);

  return (place, line) => {
    const { operation, list, node } = line;
    const items = place.session.input.facts.lists.get(list);
    if (items === undefined) {
      const lo = line.mayBeNegative ? ends.minusInfinity : ends.zero;
      return interval(ends, lo, ends.infinity, [missingList(list)], operation === 'highest' || operation === 'lowest');
    }
    const places = items.map((item) => ({ key: item.key, place: atItem(place, list, item) }));
    place.frame.inner.set(
      node,
      places.map(({ key, place: { frame } }) => ({ key, frame })),
    );
    const counted: Counted<E>[] = [];
    for (const { place: inner } of places) {
      const where = line.where === undefined ? yes : line.where(inner);
      if (where.truth !== 'false') counted.push({ where, value: line.of === undefined ? known(one) : line.of(inner) });
    }
    const broken = counted.find(({ where, value }) => where.truth === 'true' && value.reason !== undefined);
    if (broken !== undefined) return broken.value;
    return operation === 'total' || operation === 'count' ? total(counted) : extreme(operation, counted);
  };

  /** Items that are perhaps counted add nothing or their value. */
  function total(counted: readonly Counted<E>[]): Amount<E> {
    let lo = ends.zero;
    let hi = ends.zero;
    for (const { where, value } of counted) {
      if (value.reason !== undefined) continue;
      const sure = where.truth === 'true';
      lo = ends.addDown(lo, sure ? value.lo : least(ends.zero, value.lo));
      hi = ends.addUp(hi, sure ? value.hi : greatest(ends.zero, value.hi));
    }
    return interval(ends, lo, hi, causesOf(counted), perhapsUndefined(counted));
  }

  function extreme(operation: 'highest' | 'lowest', counted: readonly Counted<E>[]): Amount<E> {
    const [first] = counted;
    if (first === undefined)
      return {
        lo: ends.zero,
        hi: ends.zero,
        causes: noCauses,
        none: false,
        mayBeNone: false,
        mayBeUndefined: false,
        reason: 'empty list',
      };
    const all = counted.filter(({ value }) => value.reason === undefined);
    if (all.length === 0) return first.value;
    const sure = all.filter(({ where }) => where.truth === 'true');
    const outer = operation === 'highest' ? greatest : least;
    const inner = operation === 'highest' ? least : greatest;
    const far = (value: Amount<E>): E => (operation === 'highest' ? value.hi : value.lo);
    const near = (value: Amount<E>): E => (operation === 'highest' ? value.lo : value.hi);
    // What is perhaps counted only widens: the sure ones hold the near end up.
    const farEnd = all.map(({ value }) => far(value)).reduce(outer);
    const nearEnd =
      sure.length > 0
        ? sure.map(({ value }) => near(value)).reduce(outer)
        : all.map(({ value }) => near(value)).reduce(inner);
    const [lo, hi] = operation === 'highest' ? [nearEnd, farEnd] : [farEnd, nearEnd];
    return interval(ends, lo, hi, causesOf(counted), sure.length === 0 || perhapsUndefined(counted));
  }
}

function perhapsUndefined<E>(counted: readonly Counted<E>[]): boolean {
  return counted.some(({ value }) => value.reason !== undefined || value.mayBeUndefined);
}

function causesOf<E>(counted: readonly Counted<E>[]): readonly Cause[] {
  let causes = noCauses;
  for (const { where, value } of counted)
    causes = union(union(causes, where.causes), value.reason === undefined ? value.causes : noCauses);
  return causes;
}
