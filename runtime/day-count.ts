/** Spans of days in months, years and parts of a year. A span ends before its last day: [from, to). */
import { addMonths, civilOf, dayOf } from './day.ts';
import type { BasisIr } from './ir.ts';
import { divide, type Rational, sum, whole } from './rational.ts';

/** The greatest n for which n months after `from` are not after `to`. */
export function fullMonths(from: number, to: number): number {
  const [first, last] = [civilOf(from), civilOf(to)];
  const months = (last.year - first.year) * 12 + last.month - first.month;
  return addMonths(from, months) > to ? months - 1 : months;
}

/** The least n for which n months after `from` are not before `to`. */
export function startedMonths(from: number, to: number): number {
  const months = fullMonths(from, to);
  return addMonths(from, months) < to ? months + 1 : months;
}

export function elapsedUnits(
  from: number,
  to: number,
  unit: 'days' | 'months' | 'years',
  rounding: 'full' | 'started',
): number {
  if (unit === 'days') return to - from;
  const months = rounding === 'full' ? fullMonths(from, to) : startedMonths(from, to);
  if (unit === 'months') return months;
  return rounding === 'full' ? Math.floor(months / 12) : Math.ceil(months / 12);
}

/** So many of so many: 184 days of 365. */
export interface YearShare {
  readonly count: number;
  readonly of: number;
}

/** From a day to a later one, or the same. */
export function partOfYear(basis: BasisIr, from: number, to: number): Rational {
  return sum(sharesOfYear(basis, from, to).map(({ count, of }) => divide(whole(count), whole(of))));
}

/** What a span is of a year, in parts that add up. Names of the first five after the ISDA 2006 Definitions, section 4.16. */
export function sharesOfYear(basis: BasisIr, from: number, to: number): readonly YearShare[] {
  switch (basis) {
    case 'actual/365':
      return [{ count: to - from, of: 365 }];
    case 'actual/360':
      return [{ count: to - from, of: 360 }];
    case 'actual/actual':
      return actualShares(from, to);
    case 'bond 30/360':
      return [{ count: daysOfThirty(from, to, false), of: 360 }];
    case 'eurobond 30/360':
      return [{ count: daysOfThirty(from, to, true), of: 360 }];
    case 'full months/12':
      return [{ count: fullMonths(from, to), of: 12 }];
    case 'started months/12':
      return [{ count: startedMonths(from, to), of: 12 }];
  }
}

/** 4.16(b): every day counts as one of its own year, of 365 or 366. Whole years between the first and the last count as such. */
function actualShares(from: number, to: number): readonly YearShare[] {
  const [first, last] = [civilOf(from).year, civilOf(to).year];
  if (first === last) return [{ count: to - from, of: daysOfYear(first) }];
  const between = last - first - 1;
  const all = [
    { count: dayOf(first + 1, 1, 1) - from, of: daysOfYear(first) },
    { count: between, of: 1 },
    { count: to - dayOf(last, 1, 1), of: daysOfYear(last) },
  ];
  return all.filter(({ count }) => count > 0);
}

function daysOfYear(year: number): number {
  return dayOf(year + 1, 1, 1) - dayOf(year, 1, 1);
}

/** 4.16(f), (g): months of thirty days. A 31st is a 30th; as the last day, after the bond basis, only if the first is a 30th or 31st. */
function daysOfThirty(from: number, to: number, isEuropean: boolean): number {
  const [first, last] = [civilOf(from), civilOf(to)];
  const firstDay = Math.min(first.day, 30);
  const lastDay = isEuropean || firstDay === 30 ? Math.min(last.day, 30) : last.day;
  return (last.year - first.year) * 360 + (last.month - first.month) * 30 + lastDay - firstDay;
}
