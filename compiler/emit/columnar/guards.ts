/**
 * What a cell may hold. The guards are wide enough for what is applied for, and narrow enough that the usual clause stays in safe integers; an
 * applicant beyond one is left to the general evaluator.
 */

import type { CellForm } from '../../../runtime/columnar/layout.ts';
import { isRatio } from '../../../runtime/compound.ts';
import type { FieldIr, TypeIr } from '../../../runtime/ir.ts';
import { ceiling, floor, multiply, ofDecimalText, whole } from '../../../runtime/rational.ts';
import { decimalsOf } from '../typescript/literal.ts';
import { NotColumnar } from './operand.ts';
import { greatest, least } from './whole.ts';

/** Items of one list of one applicant. */
export const mostItems = 128;

/** A hundred billion of the base unit, to the cent. */
const money = { scale: 2, most: 10n ** 13n };
/** Ratios to 1,000, that is 100,000 %, with six decimals. */
const ratio = { scale: 6, most: 10n ** 9n };
/** To a hundred million, with four decimals. */
const figure = { scale: 4, most: 10n ** 12n };
const count = { scale: 0, most: 10n ** 9n };

export interface NumberForm {
  readonly scale: number;
  readonly low: bigint;
  readonly high: bigint;
}

/** Days of the years 1 to 9999. */
export const firstDay = -719_162n;
export const lastDay = 2_932_896n;

/** Of a number of this field; published figures alone bound a parameter that has them. */
export function numberForm(field: FieldIr): NumberForm {
  const published = Object.values(field.published ?? {});
  if (published.length > 0) return publishedForm(published);
  const { scale, most } = usual(field.type);
  const unit = whole(10n ** BigInt(scale));
  const low = field.low === undefined ? -most : ceiling(multiply(ofDecimalText(field.low), unit));
  const high = field.high === undefined ? most : floor(multiply(ofDecimalText(field.high), unit));
  return { scale, low: greatest(low, -most), high: least(high, most) };
}

function publishedForm(texts: readonly string[]): NumberForm {
  const scale = Math.max(...texts.map(decimalsOf));
  const [first, ...others] = texts.map((text) => floor(multiply(ofDecimalText(text), whole(10n ** BigInt(scale)))));
  return { scale, low: least(first!, ...others), high: greatest(first!, ...others) };
}

function usual(type: TypeIr): { readonly scale: number; readonly most: bigint } {
  if (isRatio(type)) return ratio;
  switch (type.kind) {
    case 'money':
      return money;
    case 'count':
    case 'rank':
      return count;
    default:
      return figure;
  }
}

export function cellForm(field: FieldIr): CellForm {
  const { type } = field;
  switch (type.kind) {
    case 'boolean':
      return { kind: 'truth' };
    case 'date':
      return { kind: 'day' };
    case 'text':
      throw new NotColumnar('text');
    case 'choice':
    case 'choices': {
      if (type.options.length > (type.kind === 'choice' ? 65_536 : 32)) throw new NotColumnar('many options');
      const options = type.options.map(({ id }) => id);
      return { kind: type.kind === 'choice' ? 'option' : 'options', options };
    }
    default: {
      const { scale, low, high } = numberForm(field);
      return { kind: 'number', scale, low: Number(low), high: Number(high) };
    }
  }
}
