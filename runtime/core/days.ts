import { dayNumber, shiftDay } from '../day.ts';
import type { DateShiftExpr } from '../ir.ts';
import { type Fixed, interval, known, undefinedFixed } from './amount.ts';
import { fixed } from './arithmetic.ts';
import { type FixedEnd, fixedEnds } from './ends.ts';
import type { Place } from './place.ts';

/** Days are whole numbers since 1970-01-01, scale 0. Monotone: a later day never shifts to an earlier one. */
export function shiftDays(from: Fixed, amount: number, unit: DateShiftExpr['unit']): Fixed {
  if (from.reason !== undefined) return from;
  const shifted = (end: FixedEnd): FixedEnd =>
    typeof end === 'bigint' ? BigInt(shiftDay(Number(end), amount, unit)) : end;
  return interval(fixedEnds, shifted(from.lo), shifted(from.hi), from.causes, from.mayBeUndefined, from.mayBeNone);
}

/** to − from; the causes of `from` come first, as it is written first. */
export function daysBetween(from: Fixed, to: Fixed): Fixed {
  if (from.reason !== undefined) return from;
  const { lo, hi, reason, causes, ...flags } = fixed.subtract(from, to);
  if (reason !== undefined) return to;
  return { ...flags, reason, causes, lo: fixedEnds.negate(hi), hi: fixedEnds.negate(lo) };
}

/** R3. An interval of days while the event's date is unknown; an event that is stated not to exist has none. */
export function referenceDayNumber({ referenceDay }: Place): Fixed {
  if (referenceDay === undefined) return undefinedFixed('none');
  const from = BigInt(dayNumber(referenceDay.from));
  if (referenceDay.from === referenceDay.to) return known<FixedEnd>(from);
  return interval<FixedEnd>(fixedEnds, from, BigInt(dayNumber(referenceDay.to)), referenceDay.causes);
}
