import { clauseCause } from '../causes.ts';
import { decisionFor } from '../decisions.ts';
import { type Amount, type Fixed, type Fraction, interval, known, union } from './amount.ts';
import { type Arithmetic, fixed, fraction } from './arithmetic.ts';
import { type FixedEnd, fractionOf, scaledInteger } from './ends.ts';
import type { Place } from './place.ts';

/** R14: what is decided stands in for the ceiling; undecided, anything up to it may come. */
export function ceilingFixed(place: Place, limit: Fixed): Fixed {
  return limit.reason !== undefined ? limit : upTo(place, fixed, limit, limit.causes);
}

export function ceilingFraction(place: Place, limit: Fraction): Fraction {
  return limit.reason !== undefined ? limit : upTo(place, fraction, limit, limit.causes);
}

/** Up to a rate of a base; the limit comes at a scale that holds a decided rate. */
export function rateCeilingFixed(place: Place, limit: Fixed, scale: number, base: Fixed): Fixed {
  const rate = decidedRate(place);
  return upToRate(
    place,
    fixed,
    limit,
    base,
    rate === undefined ? undefined : known<FixedEnd>(scaledInteger(rate, scale)),
  );
}

export function rateCeilingFraction(place: Place, limit: Fraction, base: Fraction): Fraction {
  const rate = decidedRate(place);
  return upToRate(place, fraction, limit, base, rate === undefined ? undefined : known(decimalFraction(rate)));
}

function decimalFraction(text: string): Fraction['lo'] {
  const scale = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return fractionOf(scaledInteger(text, scale), scale);
}

function decidedRate({ clause, session, item }: Place): string | undefined {
  return clause === undefined ? undefined : decisionFor(session, clause, item?.key)?.rate;
}

function upToRate<E>(
  place: Place,
  arithmetic: Arithmetic<E>,
  limit: Amount<E>,
  base: Amount<E>,
  rate: Amount<E> | undefined,
): Amount<E> {
  if (limit.reason !== undefined) return limit;
  if (base.reason !== undefined) return base;
  const most = arithmetic.multiply(limit, base);
  const causes = union(limit.causes, base.causes);
  if (rate === undefined || most.none) return upTo(place, arithmetic, most, causes);
  const decided = arithmetic.multiply(arithmetic.lowest([rate, limit]), base);
  if (!most.mayBeNone) return decided;
  return interval(arithmetic.ends, decided.lo, decided.hi, causes, decided.mayBeUndefined, true);
}

function upTo<E>(place: Place, { ends }: Arithmetic<E>, most: Amount<E>, causes: Amount<E>['causes']): Amount<E> {
  if (place.clause === undefined) throw new Error('"up to" stands in a clause');
  if (most.none) return most;
  const lo = ends.sign(most.lo) > 0 ? ends.zero : most.lo;
  const hi = ends.sign(most.hi) < 0 ? ends.zero : most.hi;
  const why = union(causes, [clauseCause('discretion', place.clause, place.item?.key)]);
  return interval(ends, lo, hi, why, most.mayBeUndefined, most.mayBeNone);
}
