import type { TypeIr } from '../../runtime/ir.ts';

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

export function moneyIn(currency: string): Type {
  return { kind: 'money', currency };
}

export function isError(...types: readonly Type[]): boolean {
  return types.some((type) => type.kind === 'error');
}

/** The same kind and unit; options are compared by identity of their lists. */
export function sameType(a: Type, b: Type): boolean {
  if (a.kind === 'money' && b.kind === 'money') return a.currency === b.currency;
  if (a.kind === 'quantity' && b.kind === 'quantity') return a.unit === b.unit;
  if (a.kind === 'duration' && b.kind === 'duration') return a.unit === b.unit;
  return a.kind === b.kind;
}

/** Has an amount: can be multiplied, capped, compared. Dates and ranks have an order only. */
export function isNumeric(type: Type): boolean {
  return ['money', 'percent', 'points', 'number', 'count', 'quantity', 'duration', 'error'].includes(type.kind);
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
