import { missingFact } from '../causes.ts';
import { type Stretch, stretchesOf, stretchKey } from '../dated-figures.ts';
import { dayText, shiftDay } from '../day.ts';
import { newFrame } from '../frame.ts';
import type { NodeId } from '../ir.ts';
import { daysInForce } from '../reference-day.ts';
import type { Cause } from '../value.ts';
import { type Fixed, type Fraction, interval, known, undefinedFixed, undefinedFraction, unionOf } from './amount.ts';
import { referenceDayNumber } from './days.ts';
import { type FixedEnd, fixedEnds, fractionEnds, fractionOf, scaledInteger } from './ends.ts';
import type { NumberField } from './facts.ts';
import type { Place } from './place.ts';
import { fixedValue } from './record.ts';

/** R19: the value on the clause's reference day. */
export function datedOnReferenceDay(place: Place, node: NodeId, field: NumberField, shift: number): Fixed {
  const { dayShift = 0 } = place;
  return datedOn(place, node, field, referenceDayNumber(place), shift + place.shift - dayShift);
}

/** The value on a stated day; of a day that is open, the values of all days it may be. */
export function datedOn(place: Place, node: NodeId, field: NumberField, day: Fixed, years: number): Fixed {
  if (day.reason !== undefined) return day;
  const read = readStretches(place, node, field, moved(day.lo, years), moved(day.hi, years));
  const numbers = read.flatMap(({ value }) => (value.reason === undefined ? [value] : []));
  const [first, ...others] = numbers;
  if (first === undefined) return undefinedFixed('no version');
  let { lo, hi } = first;
  for (const other of others) {
    if (other.lo < lo) lo = other.lo;
    if (other.hi > hi) hi = other.hi;
  }
  const why: readonly Cause[] = read.length > 1 || day.mayBeUndefined ? day.causes : [];
  const causes = unionOf([why, ...numbers.map((number) => number.causes)]);
  return interval(fixedEnds, lo, hi, causes, numbers.length < read.length || day.mayBeUndefined);
}

/** The value on the days that an accrual asks. */
export function datedOnAccrualDays(place: Place, node: NodeId, field: NumberField, years: number): Fixed {
  const { accrualDays } = place;
  if (accrualDays === undefined) throw new Error(`node ${node} is read outside an accrual`);
  const { from, to, causes } = accrualDays;
  const there = (day: number): FixedEnd => (Number.isFinite(day) ? BigInt(day) : day);
  return datedOn(place, node, field, interval<FixedEnd>(fixedEnds, there(from), there(to), causes), years);
}

/** The mean over the days of the period in force. */
export function datedOverPeriod(place: Place, node: NodeId, field: NumberField, shift: number): Fraction {
  const { ir, input } = place.session;
  const days = daysInForce(input.period, ir.inForce);
  if (days === undefined) return undefinedFraction('no version');
  const years = shift + place.shift;
  const from = shiftDay(days.from, years, 'years');
  const to = shiftDay(days.to, years, 'years');
  const read = readStretches(place, node, field, from, to);
  let [lo, hi]: [FixedEnd, FixedEnd] = [0n, 0n];
  for (const { stretch, value } of read) {
    if (value.reason !== undefined) return undefinedFraction(value.reason);
    const count = BigInt(stretch.to - stretch.from + 1);
    lo = fixedEnds.addDown(lo, fixedEnds.multiply(value.lo, count));
    hi = fixedEnds.addUp(hi, fixedEnds.multiply(value.hi, count));
  }
  const share = (end: FixedEnd) =>
    fractionEnds.multiply(fractionOf(end, field.scale), { n: 1n, d: BigInt(to - from + 1) });
  return interval(fractionEnds, share(lo), share(hi), unionOf(read.map(({ value }) => value.causes)));
}

function moved(day: FixedEnd, years: number): number {
  return typeof day === 'bigint' ? shiftDay(Number(day), years, 'years') : day;
}

interface ReadStretch {
  readonly stretch: Stretch;
  readonly value: Fixed;
}

function readStretches(
  place: Place,
  node: NodeId,
  field: NumberField,
  from: number,
  to: number,
): readonly ReadStretch[] {
  const { ir, input } = place.session;
  const declared = ir.fields.find(({ id }) => id === field.id);
  if (declared === undefined) throw new Error(`no parameter ${field.id}`);
  const read = stretchesOf(declared, input.facts.values, from, to).map((stretch) => ({
    stretch,
    value: valueIn(stretch, field),
  }));
  const inner = read.map(({ stretch, value }) => {
    const frame = newFrame();
    frame.values.set(node, fixedValue(value, field.scale));
    return { key: stretchKey(stretch), frame };
  });
  place.frame.inner.set(node, inner);
  return read;
}

function valueIn({ state, value, from }: Stretch, field: NumberField): Fixed {
  if (state === 'none') return undefinedFixed('no version');
  if (value !== undefined) return known<FixedEnd>(scaledInteger(value, field.scale));
  const day = Number.isFinite(from) ? dayText(from) : undefined;
  return interval(fixedEnds, field.low, field.high, [missingFact(field.id, day)]);
}
