import type { Cause, TruthValue } from '../value.ts';
import { type Amount, interval, noCauses, union, unionOf } from './amount.ts';
import { type Ends, type FixedEnd, type FractionEnd, fixedEnds, fractionEnds } from './ends.ts';

/** A row that is not surely failed, with its value; rows stand in the order written, hardest last. R17. */
export interface Row<E> {
  readonly test: TruthValue;
  readonly value: Amount<E>;
}

/** `otherwise` is what stands if no row applies; `covered` where the rows leave nothing out and there is none. */
type Choice<E> = (
  rows: readonly Row<E>[],
  why: readonly Cause[],
  otherwise: Amount<E> | 'covered' | undefined,
) => Amount<E>;

export interface Choosing<E> {
  readonly hardest: Choice<E>;
  /** The same, in written order. */
  readonly first: Choice<E>;
  readonly highest: Choice<E>;
  readonly eachRow: Choice<E>;
}

export const chooseFixed: Choosing<FixedEnd> = choosing(fixedEnds);
export const chooseFractions: Choosing<FractionEnd> = choosing(fractionEnds);

/** Whether some row surely applies: then `otherwise` does not. */
export function hasSureRow<E>(rows: readonly Row<E>[]): boolean {
  return rows.some((row) => row.test.truth === 'true');
}

/** Causes that leave rows undecided. */
export function rowCauses<E>(rows: readonly Row<E>[]): readonly Cause[] {
  return unionOf(rows.map((row) => (row.test.truth === 'unknown' ? row.test.causes : noCauses)));
}

/** No row applies. */
function noRow<E>(ends: Ends<E>): Amount<E> {
  return {
    lo: ends.zero,
    hi: ends.zero,
    causes: noCauses,
    none: true,
    mayBeNone: false,
    mayBeUndefined: false,
    reason: undefined,
  };
}

function choosing<E>(ends: Ends<E>): Choosing<E> {
  const none = noRow(ends);
  const least = (a: E, b: E): E => (ends.compare(b, a) < 0 ? b : a);
  const greatest = (a: E, b: E): E => (ends.compare(b, a) > 0 ? b : a);

  return {
    hardest: (rows, why, otherwise) => {
      const reached: Amount<E>[] = [];
      for (let index = rows.length - 1; index >= 0; index -= 1) {
        const row = rows[index];
        if (row === undefined) continue;
        reached.push(row.value);
        if (row.test.truth === 'true') return anyOf(reached, why);
      }
      return anyOf([...reached, ...baseOf(reached.length, otherwise)], why);
    },
    first: (rows, why, otherwise) => {
      const end = rows.findIndex((row) => row.test.truth === 'true');
      const reached = (end < 0 ? rows : rows.slice(0, end + 1)).map((row) => row.value);
      return anyOf(end < 0 ? [...reached, ...baseOf(reached.length, otherwise)] : reached, why);
    },
    highest: (rows, why, otherwise) =>
      together(rows, why, otherwise, (sure, perhaps, base) => {
        const hi = [...sure, ...perhaps, ...base].map((value) => value.hi).reduce(greatest);
        if (sure.length > 0) return [sure.map((value) => value.lo).reduce(greatest), hi];
        return [[...perhaps, ...base].map((value) => value.lo).reduce(least), hi];
      }),
    eachRow: (rows, why, otherwise) =>
      together(rows, why, otherwise, (sure, perhaps, base) => {
        let lo = ends.zero;
        let hi = ends.zero;
        for (const value of sure) [lo, hi] = [ends.addDown(lo, value.lo), ends.addUp(hi, value.hi)];
        for (const value of perhaps)
          [lo, hi] = [ends.addDown(lo, least(ends.zero, value.lo)), ends.addUp(hi, greatest(ends.zero, value.hi))];
        return [base.map((value) => value.lo).reduce(least, lo), base.map((value) => value.hi).reduce(greatest, hi)];
      }),
  };

  /** What may be the outcome beside the rows. A choice of which no row is open has one all the same: an undefined key takes no row. */
  function baseOf(reached: number, otherwise: Amount<E> | 'covered' | undefined): readonly Amount<E>[] {
    if (otherwise === 'covered') return reached === 0 ? [none] : [];
    return [otherwise ?? none];
  }

  /** Any one of these may be the outcome; one alone is the outcome as it is. */
  function anyOf(outcomes: readonly Amount<E>[], why: readonly Cause[]): Amount<E> {
    const [only] = outcomes;
    const numbers = outcomes.filter((outcome) => outcome.reason === undefined);
    if (only !== undefined && (outcomes.length === 1 || numbers.length === 0)) return only;
    return interval(
      ends,
      numbers.map((value) => value.lo).reduce(least),
      numbers.map((value) => value.hi).reduce(greatest),
      numbers.reduce((causes, value) => union(causes, value.causes), why),
      numbers.length < outcomes.length || numbers.some((value) => value.mayBeUndefined),
      numbers.some((value) => value.none || value.mayBeNone),
    );
  }

  /** What `highest` and `eachRow` share; `base` is what stands if no row passes. */
  function together(
    rows: readonly Row<E>[],
    why: readonly Cause[],
    otherwise: Amount<E> | 'covered' | undefined,
    bounds: (sure: readonly Amount<E>[], perhaps: readonly Amount<E>[], base: readonly Amount<E>[]) => readonly [E, E],
  ): Amount<E> {
    if (rows.length === 0) return baseOf(0, otherwise)[0] ?? none;
    const sure = rows.filter((row) => row.test.truth === 'true').map((row) => row.value);
    const broken = sure.find((value) => value.reason !== undefined);
    if (broken !== undefined) return broken;
    const base = sure.length > 0 ? [] : baseOf(rows.length, otherwise);
    const outcomes = [...rows.map((row) => row.value), ...base];
    const numbers = outcomes.filter((value) => value.reason === undefined);
    const [first] = outcomes;
    if (numbers.length === 0 && first !== undefined) return first;
    const perhaps = rows.filter((row) => row.test.truth === 'unknown').map((row) => row.value);
    const baseNumbers = base.filter((value) => value.reason === undefined);
    const [lo, hi] = bounds(
      sure,
      perhaps.filter((value) => value.reason === undefined),
      baseNumbers,
    );
    return interval(
      ends,
      lo,
      hi,
      numbers.reduce((causes, value) => union(causes, value.causes), why),
      numbers.length < outcomes.length || numbers.some((value) => value.mayBeUndefined),
      baseNumbers.some((value) => value.none || value.mayBeNone),
    );
  }
}
