import { isRatio } from '../../../runtime/compound.ts';
import type { FieldIr, TypeIr } from '../../../runtime/ir.ts';
import { decimalsOf, scaledInteger } from '../typescript/literal.ts';
import { decimalType } from './decimal-type.ts';
import type { Dialect } from './dialect.ts';
import { typeOfDigits, typeOfText } from './number-type.ts';
import type { NumberType } from './sql-value.ts';

/**
 * The bounds of figures in tables: so many digits before the point and behind it, and no less than what the policy writes of the field. Money
 * below 10 trillion; other figures below 10^12 with six decimals; ratios below 10^8 with ten (percentages with eight).
 */
const widths = { money: [13, 2], figure: [12, 6], ratio: [8, 10], count: [12, 0] } as const;

/** Of a number field: how its column is declared, and what the query may rely on. */
export function numberTypeOf(field: FieldIr): NumberType {
  const [digits, decimals] = widths[widthOf(field.type)];
  const written = [field.low, field.high, ...Object.values(field.published ?? {})]
    .filter((text) => text !== undefined)
    .map(typeOfText);
  const scale = Math.max(decimals, ...written.map((type) => type.scale));
  const declared = typeOfDigits(
    Math.max(digits, ...written.map((type) => type.digits)),
    scale,
    field.low !== undefined && !field.low.startsWith('-'),
  );
  return { ...declared, most: boundOf(field, declared) };
}

/** A declared upper bound narrows what a figure can come to; the door refuses what lies outside. */
function boundOf({ low, high }: FieldIr, { scale, most, isNonNegative }: NumberType): bigint {
  if (!isNonNegative || high === undefined || low === undefined || decimalsOf(high) > scale) return most;
  const bound = scaledInteger(high, scale);
  return bound < most && bound >= 0n ? bound : most;
}

function widthOf(type: TypeIr): keyof typeof widths {
  if (isRatio(type)) return 'ratio';
  if (type.kind === 'money') return 'money';
  return type.kind === 'count' || type.kind === 'rank' ? 'count' : 'figure';
}

export function isNumber({ type }: FieldIr): boolean {
  return !['boolean', 'date', 'text', 'choice', 'choices'].includes(type.kind);
}

/** How a fact's column is declared. Sets of options have a column for each option. */
export function columnType(field: FieldIr, dialect: Dialect): string {
  switch (field.type.kind) {
    case 'boolean':
    case 'choices':
      return 'BOOLEAN';
    case 'date':
      return 'DATE';
    case 'text':
    case 'choice':
      return dialect.text;
    default: {
      const { digits, scale } = numberTypeOf(field);
      return decimalType(digits, scale);
    }
  }
}
