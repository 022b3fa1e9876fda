/** Civil days in emitted code, by whole numbers alone: `runtime/day.ts` says the same. Of a day that is none, all of them are NaN. */
import { typed } from '../typescript/type-syntax.ts';

const number = typed('number');

/** Months are counted from January of the year 0. */
const calendarFunctions: Readonly<Record<string, { readonly text: string; readonly needs: readonly string[] }>> = {
  firstDay: {
    text: `function firstDay(year${number})${number} {\n  return firstOfMonth(12 * year);\n}`,
    needs: ['firstOfMonth'],
  },
  firstOfMonth: {
    text: `function firstOfMonth(months${number})${number} {
  const year = Math.floor(months / 12);
  const month = months - 12 * year;
  const shifted = month < 2 ? year - 1 : year;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leapDays + Math.floor((153 * ((month + 10) % 12) + 2) / 5) - 719468;
}`,
    needs: [],
  },
  monthOf: {
    text: `function monthOf(day${number})${number} {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  return 12 * (yearOfEra + era * 400) + Math.floor((5 * dayOfYear + 2) / 153) + 2;
}`,
    needs: [],
  },
  addMonths: {
    text: `function addMonths(day${number}, count${number})${number} {
  const from = monthOf(day);
  const first = firstOfMonth(from + count);
  const last = firstOfMonth(from + count + 1) - 1;
  return Math.min(first + day - firstOfMonth(from), last);
}`,
    needs: ['firstOfMonth', 'monthOf'],
  },
  fullMonths: {
    text: `function fullMonths(from${number}, to${number})${number} {
  const months = monthOf(to) - monthOf(from);
  return addMonths(from, months) > to ? months - 1 : months;
}`,
    needs: ['addMonths', 'monthOf', 'firstOfMonth'],
  },
  startedMonths: {
    text: `function startedMonths(from${number}, to${number})${number} {
  const months = fullMonths(from, to);
  return addMonths(from, months) < to ? months + 1 : months;
}`,
    needs: ['fullMonths', 'addMonths', 'monthOf', 'firstOfMonth'],
  },
};

/** Those that the texts call, and what they call in turn. */
export function calendarText(texts: readonly string[]): readonly string[] {
  const called = new Set(
    Object.keys(calendarFunctions).filter((name) => texts.some((text) => text.includes(`${name}(`))),
  );
  for (const name of [...called]) for (const inner of calendarFunctions[name]!.needs) called.add(inner);
  return Object.entries(calendarFunctions).flatMap(([name, { text }]) => (called.has(name) ? [text, ''] : []));
}
