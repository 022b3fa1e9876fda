import { changesWithin } from '../dated-figures.ts';
import { dayText } from '../day.ts';
import type { InnerFrame } from '../frame.ts';
import type { BasisIr, NodeId } from '../ir.ts';
import { type Fixed, type Fraction, interval, isKnown, known, noCauses, undefinedFraction, union } from './amount.ts';
import { fraction } from './arithmetic.ts';
import { yearPart } from './day-count.ts';
import { assessedDays, isOneDay } from './days.ts';
import { type FixedEnd, type FractionEnd, fixedEnds, fractionEnds } from './ends.ts';
import type { NumberField } from './facts.ts';
import { atAccrualDays, type Place } from './place.ts';
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
  return fraction.multiply(principal === undefined ? rate : fraction.multiply(principal, rate), part);
}

/** A dated parameter that a rate reads on every day, so many years away. */
export interface DailyFigure {
  readonly field: NumberField;
  readonly shift: number;
}

/** R19: the same where the rate changes within the span. Each piece of it is recorded in a frame of its own. */
export function accruedByDay(
  place: Place,
  line: AccrualLine,
  principal: Fraction | undefined,
  rate: (there: Place) => Fraction,
  figures: readonly DailyFigure[],
  begin: Fixed,
  end: Fixed,
): Fraction {
  const missing = [principal, begin, end].find((operand) => operand?.reason !== undefined);
  if (missing?.reason !== undefined) return undefinedFraction(missing.reason);
  const part = partOfYear(place, line, begin, end);
  const pieces: InnerFrame[] = [];
  place.frame.inner.set(line.node, pieces);
  const rateFor = (from: number, to: number, causes: Fixed['causes']): Fraction => {
    const there = atAccrualDays(place, { from, to, causes });
    pieces.push({ key: `${dayText(from)}/${dayText(to)}`, frame: there.frame });
    return rate(there);
  };
  const within = line.shift === undefined ? undefined : assessedDays(place, line.shift);
  const [first, next] = counted(Number(begin.lo), Number(end.hi) + line.later, within);
  let sum: Fraction;
  if (next <= first) sum = known(fractionEnds.zero);
  else if (isKnown(fixedEnds, begin) && isKnown(fixedEnds, end)) {
    const cuts = cutsBetween(place, figures, first, next);
    sum = sumOfPieces(line, Number(begin.lo), cuts, rateFor);
  } else sum = fraction.multiply(rateFor(first, next - 1, union(begin.causes, end.causes)), part);
  if (sum.reason !== undefined) return sum;
  return principal === undefined ? sum : fraction.multiply(principal, sum);
}

/** First days of the pieces, and the day after the last. */
function cutsBetween({ session }: Place, figures: readonly DailyFigure[], first: number, next: number) {
  const cuts = new Set([first, next]);
  for (const { field, shift } of figures) {
    const declared = session.ir.fields.find(({ id }) => id === field.id);
    if (declared === undefined) throw new Error(`no parameter ${field.id}`);
    for (const day of changesWithin(declared, session.input.facts.values, first, next - 1, shift)) cuts.add(day);
  }
  return [...cuts].sort((a, b) => a - b);
}

function sumOfPieces(
  { basis }: AccrualLine,
  start: number,
  cuts: readonly number[],
  rateFor: (from: number, to: number, causes: Fixed['causes']) => Fraction,
): Fraction {
  const shares = cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? from;
    return fraction.multiply(rateFor(from, to - 1, noCauses), known(accruing(basis, start, from, to)));
  });
  const [only] = shares;
  // Without any row there is none; otherwise what has none counts as nothing.
  return only !== undefined && shares.every((share) => share.none) ? only : fraction.add(shares);
}

function partOfYear(place: Place, { node, basis, later, shift }: AccrualLine, begin: Fixed, end: Fixed): Fraction {
  const days = shift === undefined ? undefined : assessedDays(place, shift);
  const part = (start: FixedEnd, last: FixedEnd): FractionEnd => partBetween(basis, start, last, later, days);
  const starts = startsTried(begin, days?.[0]);
  const lows = starts.map((start) => part(start, end.lo));
  const highs = starts.map((start) => part(start, end.hi));
  const lo = lows.reduce((a, b) => (fractionEnds.compare(b, a) < 0 ? b : a));
  const hi = highs.reduce((a, b) => (fractionEnds.compare(b, a) > 0 ? b : a));
  const open = begin.mayBeUndefined || end.mayBeUndefined;
  const found = interval(fractionEnds, lo, hi, union(begin.causes, end.causes), open);
  place.frame.states.set(node, { it: fractionNumber(found) });
  return found;
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

/** What accrues from `start` to `last` within the given days. */
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
  const [since, to] = counted(from, Number(last) + later, within);
  if (to <= since) return fractionEnds.zero;
  return to === Infinity ? fractionEnds.infinity : accruing(basis, from, since, to);
}

/** The first day that counts and the one after the last. */
function counted(from: number, stop: number, within: readonly [number, number] | undefined): readonly [number, number] {
  if (within === undefined) return [from, stop];
  const [first, next] = within;
  return [from > first ? from : first, stop < next ? stop : next];
}

/** All by the end, less all before it began: months are counted from `start`. */
function accruing(basis: BasisIr, start: number, since: number, to: number): FractionEnd {
  const all = yearPart(basis, start, to);
  if (since === start) return all;
  const before = yearPart(basis, start, since);
  return { n: all.n - before.n, d: all.d };
}
