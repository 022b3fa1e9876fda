/** What the door, schemas and emitters ask of compound units. */
import { currencyZh } from '../diagnostics/currencies.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { PolicyIr, TypeIr, UnitIr } from './ir.ts';

/** Held as a ratio and written times a hundred: percentages, points, percentages per year and the like. */
export function isRatio(type: TypeIr): boolean {
  return type.kind === 'percent' || type.kind === 'points' || (type.kind === 'compound' && type.share);
}

type Compound = Extract<TypeIr, { readonly kind: 'compound' }>;

/** Of declared units, by id. One that is not there stands for itself. */
export type UnitNames = ReadonlyMap<string, Bilingual>;

export function unitNamesOf(units: PolicyIr['units']): UnitNames {
  return new Map(units.map(({ id, names }) => [id, { zh: names.zh ?? names.en, en: names.en }]));
}

export function declaredUnit(id: string, units: UnitNames): Bilingual {
  return units.get(id) ?? { zh: id, en: id };
}

/** 元/平方米/月, `CNY/sqm/month`, `%/year`. */
export function compoundText({ share, over, per }: Compound, units: UnitNames): Bilingual {
  const none = share ? '%' : '1';
  const above = over.map((unit) => unitText(unit, units));
  const below = per.map((unit) => unitText(unit, units));
  const text = (language: keyof Bilingual) =>
    [
      above.length === 0 ? none : above.map((unit) => unit[language]).join('·'),
      ...below.map((unit) => unit[language]),
    ].join('/');
  return { zh: text('zh'), en: text('en') };
}

/** One unit, in the singular. */
export function unitText(unit: UnitIr, units: UnitNames): Bilingual {
  switch (unit.kind) {
    case 'money':
      return { zh: currencyZh(unit.currency), en: unit.currency };
    case 'quantity':
      return declaredUnit(unit.unit, units);
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
