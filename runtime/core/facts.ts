import { missingFact } from '../causes.ts';
import { dayNumber, yearOf } from '../day.ts';
import type { FactValue, FactValues } from '../input.ts';
import type { Cause, TruthValue } from '../value.ts';
import { type Fixed, interval, known, undefinedFixed } from './amount.ts';
import { type FixedEnd, fixedEnds, scaledInteger } from './ends.ts';
import type { OptionsOperand, Place, TextOperand } from './place.ts';
import { no, noBecause, unknown, yes } from './truths.ts';

/** What emitted code knows of a fact it reads. */
export interface FactField {
  readonly id: string;
  /** List of the item it belongs to; absent: of the subject. */
  readonly owner?: string;
  readonly yearly: boolean;
  readonly since?: string;
}
export interface NumberField extends FactField {
  readonly scale: number;
  readonly low: FixedEnd;
  readonly high: FixedEnd;
  /** It may be stated that there is none. */
  readonly orNone?: true;
  /** Published values by year, or "" where not yearly. */
  readonly published?: ReadonlyMap<string, bigint>;
}

/** What is said of a fact: its value, that there is none, or nothing. */
type Stated =
  | { readonly kind: 'value'; readonly value: FactValue }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly cause: Cause; readonly isSinceUnknown: boolean };

export function factNumber(place: Place, field: NumberField, shift: number): Fixed {
  const year = yearRead(place, field, shift);
  const published = field.published?.get(year === undefined ? '' : String(year));
  if (published !== undefined) return known<FixedEnd>(published);
  const stated = lookUp(place, field, year);
  if (stated.kind === 'none') return undefinedFixed('none');
  if (stated.kind === 'unknown') {
    const mayBeNone = field.orNone === true || stated.isSinceUnknown;
    return interval(fixedEnds, field.low, field.high, [stated.cause], mayBeNone);
  }
  if ('number' in stated.value) return known<FixedEnd>(scaledInteger(stated.value.number, field.scale));
  if ('date' in stated.value) return known<FixedEnd>(BigInt(dayNumber(stated.value.date)));
  throw wrongKind(field);
}

export function factTruth(place: Place, field: FactField, shift: number): TruthValue {
  const stated = lookUp(place, field, yearRead(place, field, shift));
  if (stated.kind === 'none') return noBecause('none');
  if (stated.kind === 'unknown') return unknown([stated.cause]);
  if ('boolean' in stated.value) return stated.value.boolean ? yes : no;
  throw wrongKind(field);
}

export function factOptions(place: Place, field: FactField, shift: number): OptionsOperand {
  const stated = lookUp(place, field, yearRead(place, field, shift));
  if (stated.kind === 'none') return { kind: 'undefined', reason: 'none' };
  if (stated.kind === 'unknown') return { kind: 'options', options: undefined, causes: [stated.cause] };
  if ('options' in stated.value) return { kind: 'options', options: stated.value.options, causes: [] };
  throw wrongKind(field);
}

export function factText(place: Place, field: FactField, shift: number): TextOperand {
  const stated = lookUp(place, field, yearRead(place, field, shift));
  if (stated.kind === 'none') return { kind: 'undefined', reason: 'none' };
  if (stated.kind === 'unknown') return { kind: 'text', text: undefined, causes: [stated.cause] };
  if ('text' in stated.value) return { kind: 'text', text: stated.value.text, causes: [] };
  throw wrongKind(field);
}

function yearRead(place: Place, field: FactField, shift: number): number | undefined {
  return field.yearly ? place.session.input.period.year + shift + place.shift : undefined;
}

/** A value that is given stands, whatever `since` says. */
function lookUp(place: Place, field: FactField, year: number | undefined): Stated {
  const values = valuesOf(place, field.owner);
  const value = values.get(year === undefined ? field.id : `${field.id}@${year}`);
  if (value !== undefined) return 'none' in value ? { kind: 'none' } : { kind: 'value', value };
  let isSinceUnknown = false;
  if (year !== undefined && field.since !== undefined) {
    const since = sinceFact(place, values, field.since);
    isSinceUnknown = since === undefined;
    if (since !== undefined && 'date' in since && year < yearOf(since.date)) return { kind: 'none' };
  }
  const { owner } = field;
  const item = owner === undefined ? undefined : { list: owner, key: place.items.get(owner)?.key ?? '' };
  return { kind: 'unknown', cause: missingFact(field.id, year, item), isSinceUnknown };
}

export function valuesOf(place: Place, owner: string | undefined): FactValues {
  if (owner === undefined) return place.session.input.facts.values;
  const item = place.items.get(owner);
  if (item === undefined) throw new Error(`no current item of ${owner}`);
  return item.values;
}

/** The date fact that begins a series: of the same owner, else of the subject. */
export function sinceFact(place: Place, values: FactValues, since: string): FactValue | undefined {
  return values.get(since) ?? place.session.input.facts.values.get(since);
}

function wrongKind(field: FactField): Error {
  return new TypeError(`fact ${field.id} is of another kind than its declaration`);
}
