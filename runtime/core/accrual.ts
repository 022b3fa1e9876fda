import type { BasisIr, NodeId } from '../ir.ts';
import { type Fixed, type Fraction, interval, undefinedFraction, union } from './amount.ts';
import { fraction } from './arithmetic.ts';
import { yearPart } from './day-count.ts';
import { assessedDays, isOneDay } from './days.ts';
import { type FixedEnd, type FractionEnd, fractionEnds } from './ends.ts';
import type { Place } from './place.ts';
import { fractionNumber } from './record.ts';

export interface AccrualLine {
  readonly node: NodeId;
  readonly basis: BasisIr;
  /** 1 where the last day counts. */
  readonly later: 0 | 1;
  /** Years by which the assessed period is shifted; absent: the whole term. */
  readonly shift?: number;
}

/** principal × rate × part of a year. The part is recorded beside the amount. */
export function accrued(
  place: Place,
  line: AccrualLine,
  principal: Fraction | undefined,
  rate: Fraction,
  begin: Fixed,
  end: Fixed,
): Fraction {
  const missing = [principal, rate, begin, end].find((operand) => operand?.reason !== undefined);
  if (missing?.reason !== undefined) return undefinedFraction(missing.reason);
  const part = partOfYear(place, line, begin, end);
  place.frame.states.set(line.node, { it: fractionNumber(part) });
  return fraction.multiply(principal === undefined ? rate : fraction.multiply(principal, rate), part);
}

function partOfYear(place: Place, { basis, later, shift }: AccrualLine, begin: Fixed, end: Fixed): Fraction {
  const days = shift === undefined ? undefined : assessedDays(place, shift);
  const part = (start: FixedEnd, last: FixedEnd): FractionEnd => partBetween(basis, start, last, later, days);
  const starts = startsTried(begin, days?.[0]);
  const lows = starts.map((start) => part(start, end.lo));
  const highs = starts.map((start) => part(start, end.hi));
  const lo = lows.reduce((a, b) => (fractionEnds.compare(b, a) < 0 ? b : a));
  const hi = highs.reduce((a, b) => (fractionEnds.compare(b, a) > 0 ? b : a));
  const open = begin.mayBeUndefined || end.mayBeUndefined;
  return interval(fractionEnds, lo, hi, union(begin.causes, end.causes), open);
}

/** Of an open start its ends, and before the assessed period one start on every day of the month. */
function startsTried(begin: Fixed, first: number | undefined): readonly FixedEnd[] {
  if (isOneDay(begin)) return [begin.lo];
  if (first === undefined) return [begin.lo, begin.hi];
  const tried: FixedEnd[] = [begin.hi];
  if (typeof begin.lo === 'bigint') tried.push(begin.lo);
  const last = begin.hi < BigInt(first) ? begin.hi : BigInt(first);
  for (let back = 0n; typeof last === 'bigint' && back < 62n && last - back >= begin.lo; back += 1n)
    tried.push(last - back);
  return tried;
}

/** What accrues from `start` to `last` within the given days: all by the end of it, less all before it began. */
function partBetween(
  basis: BasisIr,
  start: FixedEnd,
  last: FixedEnd,
  later: number,
  within: readonly [number, number] | undefined,
): FractionEnd {
  if (start === Infinity || last === -Infinity) return fractionEnds.zero;
  if (start === -Infinity) return fractionEnds.infinity;
  const from = Number(start);
  const stop = Number(last) + later;
  const [first, next] = within ?? [from, Infinity];
  const to = stop < next ? stop : next;
  const since = from > first ? from : first;
  if (to <= since) return fractionEnds.zero;
  if (to === Infinity) return fractionEnds.infinity;
  const all = yearPart(basis, from, to);
  if (since === from) return all;
  const before = yearPart(basis, from, since);
  return { n: all.n - before.n, d: all.d };
}
