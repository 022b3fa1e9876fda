import { decimalsOf, scaledInteger } from '../typescript/literal.ts';
import type { NumberType } from './sql-value.ts';

/** Of exact decimal text, as SQL engines type it. */
export function typeOfText(text: string): NumberType {
  const scale = decimalsOf(text);
  const value = scaledInteger(text, scale);
  const most = value < 0n ? -value : value;
  return { digits: digitsFor(most, scale), scale, most, isNonNegative: value >= 0n };
}

/** A figure of so many digits before the point and behind it. */
export function typeOfDigits(digits: number, scale: number, isNonNegative: boolean): NumberType {
  return { digits, scale, most: 10n ** BigInt(digits + scale) - 1n, isNonNegative };
}

export function sumType(types: readonly NumberType[]): NumberType {
  const scale = scaleOf(types);
  return {
    digits: Math.max(...types.map(({ digits }) => digits)) + types.length - 1,
    scale,
    most: types.reduce((total, type) => total + mostAt(type, scale), 0n),
    isNonNegative: types.every((type) => type.isNonNegative),
  };
}

export function differenceType(left: NumberType, right: NumberType): NumberType {
  return { ...sumType([left, right]), isNonNegative: false };
}

export function productType(left: NumberType, right: NumberType): NumberType {
  return {
    digits: left.digits + right.digits,
    scale: left.scale + right.scale,
    most: left.most * right.most,
    isNonNegative: left.isNonNegative && right.isNonNegative,
  };
}

/** Of any one of several, as in CASE. */
export function eitherType(types: readonly NumberType[]): NumberType {
  const scale = scaleOf(types);
  const most = types.map((type) => mostAt(type, scale));
  return {
    digits: Math.max(...types.map(({ digits }) => digits)),
    scale,
    most: most.reduce((greatest, one) => (one > greatest ? one : greatest), 0n),
    isNonNegative: types.every((type) => type.isNonNegative),
  };
}

/** Of the lowest: where none is below 0 the least bound holds. */
export function lowestType(types: readonly NumberType[]): NumberType {
  const either = eitherType(types);
  if (!either.isNonNegative) return either;
  const most = types.map((type) => mostAt(type, either.scale));
  return { ...either, most: most.reduce((least, one) => (one < least ? one : least)) };
}

/** Of the highest: one that is not below 0 lifts the others. */
export function highestType(types: readonly NumberType[]): NumberType {
  return { ...eitherType(types), isNonNegative: types.some((type) => type.isNonNegative) };
}

/** The narrowest type that holds the same figures. */
export function tightType(type: NumberType): NumberType {
  return { ...type, digits: Math.min(type.digits, digitsFor(type.most, type.scale)) };
}

export function mostAt({ most, scale }: NumberType, wanted: number): bigint {
  if (wanted < scale) return most / 10n ** BigInt(scale - wanted) + 1n;
  return most * 10n ** BigInt(wanted - scale);
}

function scaleOf(types: readonly NumberType[]): number {
  return Math.max(...types.map(({ scale }) => scale));
}

/** Digits before the point; at least one. */
function digitsFor(most: bigint, scale: number): number {
  return Math.max(1, String(most).length - scale);
}
