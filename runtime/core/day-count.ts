/** Months, years and parts of a year between two days, by day, month and year compared. Apart from the interpreter's, which steps along the calendar. */
import { civilOf, daysOfMonth } from '../day.ts';
import type { BasisIr } from '../ir.ts';
import type { FractionEnd } from './ends.ts';

export type CountedUnit = 'days' | 'months' | 'years';
export type Counting = 'full' | 'started';

/** Signed; a span that ends on the day of its beginning, or on the last of a month that lacks that day, is a whole number of months. */
export function unitsFrom(from: number, to: number, unit: CountedUnit, counting: Counting): number {
  if (unit === 'days') return to - from;
  const months = monthsFrom(from, to, counting);
  if (unit === 'months') return months;
  const years = months / 12;
  return counting === 'full' ? Math.floor(years) : Math.ceil(years);
}

function monthsFrom(from: number, to: number, counting: Counting): number {
  const a = civilOf(from);
  const b = civilOf(to);
  const months = 12 * b.year + b.month - (12 * a.year + a.month);
  const due = Math.min(a.day, daysOfMonth(b.year, b.month));
  if (counting === 'full') return b.day < due ? months - 1 : months;
  return b.day > due ? months + 1 : months;
}

/** Part of a year from a day to a later one, not reduced. */
export function yearPart(basis: BasisIr, from: number, to: number): FractionEnd {
  switch (basis) {
    case 'actual/365':
      return part(to - from, 365);
    case 'actual/360':
      return part(to - from, 360);
    case 'actual/actual':
      return yearsRead(to, from);
    case 'bond 30/360':
      return part(thirties(from, to, 'bond'), 360);
    case 'eurobond 30/360':
      return part(thirties(from, to, 'eurobond'), 360);
    case 'full months/12':
      return part(monthsFrom(from, to, 'full'), 12);
    case 'started months/12':
      return part(monthsFrom(from, to, 'started'), 12);
  }
}

/** Days in years of 365 and of 366, each over its own length. */
function yearsRead(to: number, from: number): FractionEnd {
  const last = daysWithin(to);
  const first = daysWithin(from);
  const common = last.common - first.common;
  const leap = last.leap - first.leap;
  return { n: BigInt(common) * 366n + BigInt(leap) * 365n, d: 365n * 366n };
}

/** Days before a day that lie in common and in leap years, counted from the first of year 0. */
function daysWithin(day: number): { readonly common: number; readonly leap: number } {
  const { year, month, day: dayOfMonth } = civilOf(day);
  let passed = dayOfMonth - 1;
  for (let earlier = 1; earlier < month; earlier += 1) passed += daysOfMonth(year, earlier);
  const leaps = leapYearsBefore(year);
  const whole = { common: (year - leaps) * 365, leap: leaps * 366 };
  return daysOfMonth(year, 2) === 29
    ? { ...whole, leap: whole.leap + passed }
    : { ...whole, common: whole.common + passed };
}

/** Years 0 to year − 1 with a 29 February; year 0 is one. */
function leapYearsBefore(year: number): number {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400) + 1;
}

function thirties(from: number, to: number, kind: 'bond' | 'eurobond'): number {
  const a = civilOf(from);
  const b = civilOf(to);
  const start = a.day === 31 ? 30 : a.day;
  const stop = b.day === 31 && (kind === 'eurobond' || start === 30) ? 30 : b.day;
  return 360 * (b.year - a.year) + 30 * (b.month - a.month) + stop - start;
}

function part(count: number, of: number): FractionEnd {
  return { n: BigInt(count), d: BigInt(of) };
}
