import type { Period } from './input.ts';

/** The calendar year as a half-open interval of days. R3. */
export function periodOfYear(year: number): Period {
  return { label: String(year), from: firstDay(year), to: firstDay(year + 1), year };
}

function firstDay(year: number): string {
  return `${String(year).padStart(4, '0')}-01-01`;
}
