import { missingFact } from '../causes.ts';
import { dayNumber, yearOf } from '../day.ts';
import type { FactValue, FactValues } from '../input.ts';
import { exactly, number } from '../interval.ts';
import type { FactExpr, FieldIr, LiteralExpr, OptionsExpr } from '../ir.ts';
import { fieldOf } from '../may-be-negative.ts';
import { ofDecimalText, type Rational, whole } from '../rational.ts';
import { known, undefinedTruth, unknown } from '../truth.ts';
import type { Cause, OptionsValue, Value } from '../value.ts';
import type { Context } from './context.ts';

export function literal(node: LiteralExpr): Value {
  switch (node.type.kind) {
    case 'boolean':
      return known(node.value === 'true');
    case 'date':
      return exactly(whole(dayNumber(node.value)));
    case 'text':
      return { kind: 'text', text: node.value, causes: [] };
    default:
      return exactly(ofDecimalText(node.value));
  }
}

export function optionsNamed(node: OptionsExpr): OptionsValue {
  return { kind: 'options', options: node.options, causes: [] };
}

export function fact(node: FactExpr, context: Context): Value {
  const field = fieldOf(node, context.session.ir);
  const values = valuesOf(node.owner, context);
  const year = field.yearly ? context.session.input.period.year + node.shift + context.shift : undefined;
  const published = publishedValue(field, year);
  if (published !== undefined) return exactly(published);
  const stated = values.get(year === undefined ? field.id : `${field.id}@${year}`);
  if (stated !== undefined) return statedValue(stated, field);
  if (year !== undefined && isBeforeSince(field.since, year, values, context)) return noneOf(field);
  const mayBeNone = field.orNone || (year !== undefined && isSinceUnknown(field.since, values, context));
  return unknownValue(field, missingFact(field.id, year, ownerOf(node.owner, context)), mayBeNone);
}

/** Facts of the subject, or of the current item of a list. */
export function valuesOf(owner: string | undefined, context: Context): FactValues {
  if (owner === undefined) return context.session.input.facts.values;
  const item = context.items.get(owner);
  if (item === undefined) throw new Error(`no current item of ${owner}`);
  return item.values;
}

/** The date fact that begins a series: of the same owner, else of the subject. */
export function sinceFact(field: string, values: FactValues, context: Context): FactValue | undefined {
  return values.get(field) ?? context.session.input.facts.values.get(field);
}

function ownerOf(
  owner: string | undefined,
  context: Context,
): { readonly list: string; readonly key: string } | undefined {
  return owner === undefined ? undefined : { list: owner, key: context.items.get(owner)?.key ?? '' };
}

function publishedValue(field: FieldIr, year: number | undefined): Rational | undefined {
  const key = year === undefined ? '' : String(year);
  const { published } = field;
  return published !== undefined && Object.hasOwn(published, key) ? ofDecimalText(published[key]!) : undefined;
}

function isBeforeSince(since: string | undefined, year: number, values: FactValues, context: Context): boolean {
  const stated = since === undefined ? undefined : sinceFact(since, values, context);
  return stated !== undefined && 'date' in stated && year < yearOf(stated.date);
}

/** The series may begin after the year. */
function isSinceUnknown(since: string | undefined, values: FactValues, context: Context): boolean {
  return since !== undefined && sinceFact(since, values, context) === undefined;
}

function statedValue(stated: FactValue, field: FieldIr): Value {
  if ('none' in stated) return noneOf(field);
  if ('number' in stated) return exactly(ofDecimalText(stated.number));
  if ('boolean' in stated) return known(stated.boolean);
  if ('date' in stated) return exactly(whole(dayNumber(stated.date)));
  if ('options' in stated) return { kind: 'options', options: stated.options, causes: [] };
  return { kind: 'text', text: stated.text, causes: [] };
}

/** R8: stated not to exist. */
function noneOf(field: FieldIr): Value {
  return field.type.kind === 'boolean' ? undefinedTruth('none') : { kind: 'undefined', reason: 'none' };
}

/** R8: what may not exist may be undefined. */
function unknownValue(field: FieldIr, cause: Cause, mayBeNone: boolean): Value {
  switch (field.type.kind) {
    case 'boolean':
      return unknown([cause]);
    case 'choice':
    case 'choices':
      return { kind: 'options', options: undefined, causes: [cause] };
    case 'text':
      return { kind: 'text', text: undefined, causes: [cause] };
    default:
      return number(bound(field.low) ?? '-infinity', bound(field.high) ?? 'infinity', [cause], {
        mayBeUndefined: mayBeNone,
      });
  }
}

function bound(text: string | undefined): Rational | undefined {
  return text === undefined ? undefined : ofDecimalText(text);
}
