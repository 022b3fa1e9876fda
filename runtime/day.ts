/** Civil days without a clock or `Date`: proleptic Gregorian, day number 0 = 1970-01-01. */
import type { DayText } from './ir.ts';

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether `text` is `YYYY-MM-DD` (year 0001 to 9999) and such a day exists. */
export function dayExists(text: string): boolean {
  const civil = parse(text);
  return (
    civil !== undefined &&
    civil.year >= 1 &&
    civil.month >= 1 &&
    civil.month <= 12 &&
    civil.day >= 1 &&
    civil.day <= monthLength(civil.year, civil.month)
  );
}

/** Day number of an existing day. */
export function dayNumber(text: DayText): number {
  const civil = parse(text);
  if (civil === undefined) throw new SyntaxError(`not a day: ${text.slice(0, 20)}`);
  return numberOf(civil);
}

/** The inverse of `dayNumber`. Years beyond 0001–9999 are held at those ends: no stated day lies there. */
export function dayText(day: number): DayText {
  const { year, month, day: dayOfMonth } = civilOf(Math.min(Math.max(day, firstDay), lastDay));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

export function yearOf(text: DayText): number {
  return Number(text.slice(0, 4));
}

/** `months` later (or earlier); a day that the target month does not have becomes its last day. */
export function addMonths(day: number, months: number): number {
  const civil = civilOf(day);
  const index = civil.year * 12 + (civil.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return numberOf({ year, month, day: Math.min(civil.day, monthLength(year, month)) });
}

/** A calendar step of whole years, months or days. */
export function shiftDay(day: number, amount: number, unit: 'years' | 'months' | 'days'): number {
  if (unit === 'days') return day + amount;
  return addMonths(day, unit === 'years' ? amount * 12 : amount);
}

/** Number of a day that exists. */
export function dayOf(year: number, month: number, day: number): number {
  return numberOf({ year, month, day });
}

/** Days of a month: 28 to 31. */
export function daysOfMonth(year: number, month: number): number {
  return monthLength(year, month);
}

const firstDay = numberOf({ year: 1, month: 1, day: 1 });
const lastDay = numberOf({ year: 9999, month: 12, day: 31 });

/** `YYYY-MM-DD`. Days are read over and over, hence digit by digit. */
function parse(text: string): Civil | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year < 0 || month < 0 || day < 0 ? undefined : { year, month, day };
}

/** The whole number that these digits write; −1 where something else stands among them. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 31);
}

/** Counts in years that begin in March, so that the leap day is the last of its year. */
function numberOf({ year, month, day }: Civil): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Year, month and day of the month. */
export function civilOf(day: number): Civil {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}
