/** Whether an ISO day stands in the calendar. */
export function dayExists(day: string): boolean {
  const [year = '', month = '', date = ''] = day.split('-');
  const last = lastDayOfMonth(Number(year), Number(month));
  return last !== undefined && Number(date) >= 1 && Number(date) <= last;
}

/** Days of a month in the Gregorian calendar; `undefined` for a month that does not exist. */
export function lastDayOfMonth(year: number, month: number): number | undefined {
  if (!Number.isInteger(year) || year < 1 || !Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
