import type { TypeIr, UnitIr } from '../../runtime/ir.ts';

/** The types of the IR, and `error` for what was reported already: it agrees with everything. */
export type Type = TypeIr | { readonly kind: 'error' };

export const errorType: Type = { kind: 'error' };
export const booleanType: Type = { kind: 'boolean' };
export const percentType: Type = { kind: 'percent' };
export const pointsType: Type = { kind: 'points' };
export const numberType: Type = { kind: 'number' };
export const countType: Type = { kind: 'count' };
export const rankType: Type = { kind: 'rank' };
export const dateType: Type = { kind: 'date' };
export const daysType: Type = { kind: 'duration', unit: 'days' };

/** One object for a currency: what is done for a type later is done once for all that share it. */
export function moneyIn(currency: string): MoneyType {
  let type = moneyTypes.get(currency);
  if (type === undefined) {
    type = { kind: 'money', currency };
    if (moneyTypes.size < mostCurrencies) moneyTypes.set(currency, type);
  }
  return type;
}
type MoneyType = Extract<TypeIr, { kind: 'money' }>;
const moneyTypes = new Map<string, MoneyType>();
/** There are fewer; a hostile text may name more. */
const mostCurrencies = 300;

export function isError(one: Type, other?: Type): boolean {
  return one.kind === 'error' || other?.kind === 'error';
}

/** The same kind and unit; options are compared by identity of their lists. */
export function sameType(a: Type, b: Type): boolean {
  if (a.kind === 'money' && b.kind === 'money') return a.currency === b.currency;
  if (a.kind === 'quantity' && b.kind === 'quantity') return a.unit === b.unit;
  if (a.kind === 'duration' && b.kind === 'duration') return a.unit === b.unit;
  if (a.kind === 'count' && b.kind === 'count') return a.unit === b.unit;
  if (a.kind === 'compound' && b.kind === 'compound')
    return a.share === b.share && sameUnits(a.over, b.over) && sameUnits(a.per, b.per);
  return a.kind === b.kind;
}

/** Of two lists in the order that compound types keep. */
function sameUnits(a: readonly UnitIr[], b: readonly UnitIr[]): boolean {
  return a.length === b.length && a.every((unit, index) => unitKey(unit) === unitKey(b[index] as UnitIr));
}

/** Equal for equal units. */
export function unitKey(unit: UnitIr): string {
  const detail = unit.kind === 'money' ? unit.currency : unit.kind === 'count' ? '' : unit.unit;
  return `${unit.kind} ${detail}`;
}

const numeric: ReadonlySet<Type['kind']> = new Set([
  ...(['money', 'percent', 'points', 'number', 'count', 'quantity', 'duration', 'compound', 'error'] as const),
]);

/** Has an amount: can be multiplied, capped, compared. Dates and ranks have an order only. */
export function isNumeric(type: Type): boolean {
  return numeric.has(type.kind);
}

export function isOrdered(type: Type): boolean {
  return isNumeric(type) || type.kind === 'date' || type.kind === 'rank';
}

export function isChoice(type: Type): type is Extract<TypeIr, { kind: 'choice' | 'choices' }> {
  return type.kind === 'choice' || type.kind === 'choices';
}

/** Values step by one. */
export function isWhole(type: Type): boolean {
  return type.kind === 'count' || type.kind === 'rank' || type.kind === 'date';
}
