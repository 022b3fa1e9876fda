/** What the door, schemas and emitters ask of compound units. */
import { currencyZh } from '../diagnostics/currencies.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { TypeIr, UnitIr } from './ir.ts';

/** Held as a ratio and written times a hundred: percentages, points, percentages per year and the like. */
export function isRatio(type: TypeIr): boolean {
  return type.kind === 'percent' || type.kind === 'points' || (type.kind === 'compound' && type.share);
}

type Compound = Extract<TypeIr, { readonly kind: 'compound' }>;

/** 元/sqm/月, `CNY/sqm/month`, `%/year`: declared units by their ids, for whoever fills in the facts. */
export function compoundText({ share, over, per }: Compound): Bilingual {
  const none = share ? '%' : '1';
  const above = over.map(unitText);
  const below = per.map(unitText);
  const text = (language: keyof Bilingual) =>
    [
      above.length === 0 ? none : above.map((unit) => unit[language]).join('·'),
      ...below.map((unit) => unit[language]),
    ].join('/');
  return { zh: text('zh'), en: text('en') };
}

/** One unit, in the singular. */
export function unitText(unit: UnitIr): Bilingual {
  switch (unit.kind) {
    case 'money':
      return { zh: currencyZh(unit.currency), en: unit.currency };
    case 'quantity':
      return { zh: unit.unit, en: unit.unit };
    case 'count':
      return { zh: '个', en: 'unit' };
    case 'duration':
      return durations[unit.unit];
  }
}

const durations = {
  years: { zh: '年', en: 'year' },
  months: { zh: '月', en: 'month' },
  days: { zh: '天', en: 'day' },
} as const;
