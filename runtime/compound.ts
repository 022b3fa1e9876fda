/** What evaluators, the door and emitters ask of compound units. */
import type { TypeIr, UnitIr } from './ir.ts';

/** Held as a ratio and written times a hundred: percentages, points, percentages per year and the like. */
export function isRatio(type: TypeIr): boolean {
  return type.kind === 'percent' || type.kind === 'points' || (type.kind === 'compound' && type.share);
}

type Compound = Extract<TypeIr, { readonly kind: 'compound' }>;

/** `CNY/sqm/month`, `%/year`: by the ids of currencies and units, for whoever fills in the facts. */
export function compoundText({ share, over, per }: Compound): string {
  const head = over.length === 0 ? (share ? '%' : '1') : over.map(unitId).join('·');
  return [head, ...per.map(unitId)].join('/');
}

function unitId(unit: UnitIr): string {
  switch (unit.kind) {
    case 'money':
      return unit.currency;
    case 'quantity':
      return unit.unit;
    case 'count':
      return 'unit';
    case 'duration':
      return unit.unit.slice(0, -1);
  }
}
