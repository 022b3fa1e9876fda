import { missingFact } from '../causes.ts';
import { yearOf } from '../day.ts';
import type { InnerFrame } from '../frame.ts';
import { paid } from '../history.ts';
import type { FactValues } from '../input.ts';
import type { BoundOperator, LadderExpr, NodeId } from '../ir.ts';
import type { Cause, TruthValue } from '../value.ts';
import { type Amount, type Fixed, type Fraction, interval, noCauses, union, unionOf } from './amount.ts';
import { type Arithmetic, fixed, fraction } from './arithmetic.ts';
import type { Compare } from './compare.ts';
import type { FixedEnd, FractionEnd } from './ends.ts';
import { factNumber, type NumberField, sinceFact, valuesOf } from './facts.ts';
import { atYear, type Place } from './place.ts';
import { fixedNumber, fractionFrom, fractionNumber } from './record.ts';
import { and, no, not, or, unknown } from './truths.ts';

/** A yearly fact in the operand: its years are those that are given. */
export interface SeriesRead {
  readonly field: string;
  readonly owner?: string;
  readonly shift: number;
}

export interface LadderLine<E> {
  readonly node: NodeId;
  readonly range: LadderExpr['range'];
  readonly series: readonly SeriesRead[];
  readonly peak?: { readonly field: NumberField; readonly before: number; readonly value: (peak: Fixed) => Amount<E> };
  readonly of: (place: Place) => Amount<E>;
}

/** What is known of the time before P; `open`: some year before the asked ones may have passed. */
export interface Past<E> {
  readonly values: readonly Amount<E>[];
  readonly open: readonly Cause[];
}

interface Climbed {
  /** Passed in P and in no earlier year. */
  readonly newly: TruthValue;
  /** Passed in some earlier year. */
  readonly earlier: TruthValue;
}

export interface Rung<E> extends Climbed {
  readonly amount: Amount<E>;
}

/** R18: values of the operand in the earlier years of the range, each recorded in a frame of its own, and the peak. */
export function pastOf<E>(place: Place, line: LadderLine<E>): Past<E> {
  if (line.range.kind === 'unrewarded') return { values: [], open: noCauses };
  const peak = line.peak === undefined ? undefined : factNumber(place, line.peak.field, 0);
  const assessed = place.session.input.period.year + place.shift + ownShift(line.series);
  const peakKnown =
    peak !== undefined && line.peak !== undefined && peak.causes.length === 0 && line.peak.before <= assessed;
  const given = givenYears(place, line.series, assessed);
  const { first, open } = rangeStart(place, line, given, assessed);
  const start = peakKnown ? Math.max(first, line.peak?.before ?? first) : first;
  const frames: InnerFrame[] = [];
  const values: Amount<E>[] = [];
  for (let year = start; year < assessed; year += 1) {
    if (line.range.kind === 'given' && !given.includes(year)) continue;
    const there = atYear(place, year - assessed);
    frames.push({ key: String(year), frame: there.frame });
    values.push(line.of(there));
  }
  place.frame.inner.set(line.node, frames);
  if (peakKnown && line.peak !== undefined) return { values: [...values, line.peak.value(peak)], open: noCauses };
  return { values, open };
}

function rangeStart<E>(
  place: Place,
  line: LadderLine<E>,
  given: readonly number[],
  assessed: number,
): { readonly first: number; readonly open: readonly Cause[] } {
  const { range } = line;
  if (range.kind === 'sinceYear') return { first: range.year, open: noCauses };
  const firstGiven = given[0] ?? assessed;
  if (range.kind !== 'sinceFact') return { first: firstGiven, open: noCauses };
  const [values] = statedOf(place, line.series[0]?.owner);
  const since = sinceFact(place, values ?? place.session.input.facts.values, range.field);
  if (since === undefined) return { first: firstGiven, open: [missingFact(range.field, undefined)] };
  return { first: 'date' in since ? yearOf(since.date) : assessed, open: noCauses };
}

/** Years before the assessed one for which a series of the operand has a stated value, ascending. */
function givenYears(place: Place, series: readonly SeriesRead[], assessed: number): readonly number[] {
  const shift = ownShift(series);
  const years = new Set<number>();
  for (const read of series) {
    const prefix = `${read.field}@`;
    for (const values of statedOf(place, read.owner)) {
      for (const key of values.keys()) {
        const year = key.startsWith(prefix) ? Number(key.slice(prefix.length)) - read.shift + shift : assessed;
        if (year < assessed) years.add(year);
      }
    }
  }
  return [...years].sort((a, b) => a - b);
}

/** Of the subject, or of the item at hand; of all items where the operand sums a list up. */
function statedOf(place: Place, owner: string | undefined): readonly FactValues[] {
  if (owner === undefined || place.items.has(owner)) return [valuesOf(place, owner)];
  return (place.session.input.facts.lists.get(owner) ?? []).map(({ values }) => values);
}

/** The clause's own shift as the operand shows it. */
function ownShift(series: readonly SeriesRead[]): number {
  return series.length === 0 ? 0 : Math.max(...series.map((read) => read.shift));
}

/** Whether one rung is newly passed; recorded under the rung. */
export function climb<E, A>(
  place: Place,
  node: NodeId,
  operator: BoundOperator,
  compare: Compare<E>,
  of: Amount<E>,
  threshold: Amount<E>,
  past: Past<E>,
  amount: Amount<A>,
): Rung<A> {
  // An undefined operand plainly does not pass: its reason must not survive negation.
  const passes = (value: Amount<E>): TruthValue => {
    const truth = compare(operator, value, threshold);
    return truth.truth === 'false' ? no : truth;
  };
  let earlier = past.open.length > 0 ? unknown(past.open) : no;
  for (const value of past.values) {
    const passed = passes(value);
    if (passed !== no) earlier = or([earlier, passed]);
  }
  const passed = passes(of);
  const newly = passed === no ? no : and([passed, not(earlier)]);
  place.frame.values.set(node, newly);
  return { newly, earlier, amount };
}

export const ladderFixed = settling(fixed);
export const ladderFractions = settling(fraction);

type Settle<E> = (settlement: 'everyTier' | 'inFull', rungs: readonly Rung<E>[]) => Amount<E>;

/** Rungs without a deduction. */
function settling<E>(arithmetic: Arithmetic<E>): Settle<E> {
  return (settlement, rungs) => {
    if (rungs.every(isFailed)) return noRung(arithmetic);
    return flagged(
      arithmetic,
      settlement === 'everyTier' ? sumOf(arithmetic, rungs) : greatestOf(arithmetic, rungs, 'newly'),
      rungs,
    );
  };
}

/** 晋级补差: less what the ledger says was paid under this clause to this subject (and item) before P. */
export function ladderToppingUp(place: Place, node: NodeId, rungs: readonly Rung<FractionEnd>[]): Fraction {
  if (rungs.every(isFailed)) return noRung(fraction);
  const value = greatestOf(fraction, rungs, 'newly');
  if (place.clause === undefined) throw new Error('a ladder stands in a clause');
  const { ir, input } = place.session;
  const item = place.item === undefined ? {} : { item: place.item.key };
  const used = paid(ir, input, { clause: place.clause, ...item }, { kind: 'ever' });
  place.frame.states.set(node, { it: fractionNumber(value), used });
  return flagged(fraction, fraction.partOver(value, fractionFrom(used)), rungs);
}

/** Less the greatest amount of a rung passed in an earlier year. */
export function ladderPerTierHeldFixed(
  place: Place,
  node: NodeId,
  scale: number,
  rungs: readonly Rung<FixedEnd>[],
): Fixed {
  return perTierHeld(fixed, place, node, rungs, (amount) => fixedNumber(amount, scale));
}
export function ladderPerTierHeldFractions(place: Place, node: NodeId, rungs: readonly Rung<FractionEnd>[]): Fraction {
  return perTierHeld(fraction, place, node, rungs, fractionNumber);
}

function perTierHeld<E>(
  arithmetic: Arithmetic<E>,
  place: Place,
  node: NodeId,
  rungs: readonly Rung<E>[],
  toNumber: (amount: Amount<E>) => ReturnType<typeof fractionNumber>,
): Amount<E> {
  if (rungs.every(isFailed)) return noRung(arithmetic);
  const value = greatestOf(arithmetic, rungs, 'newly');
  const held = greatestOf(arithmetic, rungs, 'earlier');
  place.frame.states.set(node, { it: toNumber(value), used: toNumber(held) });
  return flagged(arithmetic, arithmetic.partOver(value, held), rungs);
}

function isFailed<E>(rung: Rung<E>): boolean {
  return rung.newly.truth === 'false';
}

function noRung<E>({ ends }: Arithmetic<E>): Amount<E> {
  return { ...interval(ends, ends.zero, ends.zero, noCauses), none: true };
}

function flagged<E>({ ends }: Arithmetic<E>, value: Amount<E>, rungs: readonly Rung<E>[]): Amount<E> {
  const perhapsNone = rungs.every((rung) => rung.newly.truth !== 'true');
  return interval(ends, value.lo, value.hi, value.causes, value.mayBeUndefined, perhapsNone);
}

/** Greatest amount among the rungs for which the test holds; 0 where none surely does. */
function greatestOf<E>({ ends }: Arithmetic<E>, rungs: readonly Rung<E>[], test: 'newly' | 'earlier'): Amount<E> {
  let lo = ends.zero;
  let hi = ends.zero;
  for (const rung of rungs) {
    if (rung[test].truth === 'false' || rung.amount.reason !== undefined) continue;
    if (rung[test].truth === 'true' && ends.compare(rung.amount.lo, lo) > 0) lo = rung.amount.lo;
    if (ends.compare(rung.amount.hi, hi) > 0) hi = rung.amount.hi;
  }
  return interval(ends, lo, hi, ends.compare(lo, hi) === 0 ? noCauses : causesOf(rungs, test));
}

function sumOf<E>({ ends }: Arithmetic<E>, rungs: readonly Rung<E>[]): Amount<E> {
  let lo = ends.zero;
  let hi = ends.zero;
  for (const { newly, amount } of rungs) {
    if (newly.truth === 'false' || amount.reason !== undefined) continue;
    if (newly.truth === 'true') lo = ends.addDown(lo, amount.lo);
    hi = ends.addUp(hi, ends.sign(amount.hi) > 0 ? amount.hi : ends.zero);
  }
  return interval(ends, lo, hi, causesOf(rungs, 'newly'));
}

function causesOf<E>(rungs: readonly Rung<E>[], test: 'newly' | 'earlier'): readonly Cause[] {
  const reached = rungs.filter((rung) => rung[test].truth !== 'false');
  const tests = unionOf(reached.map((rung) => rung[test].causes));
  return reached.reduce(
    (causes, rung) => (rung.amount.reason === undefined ? union(causes, rung.amount.causes) : causes),
    tests,
  );
}
