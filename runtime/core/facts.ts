import { missingFact } from '../causes.ts';
import { dayNumber, yearOf } from '../day.ts';
import type { FactValue, FactValues } from '../input.ts';
import type { NodeId } from '../ir.ts';
import type { Cause, NumberValue, TruthValue, UndefinedValue } from '../value.ts';
import { type Fixed, interval, known, undefinedFixed } from './amount.ts';
import { type FixedEnd, fixedEnds, scaledInteger } from './ends.ts';
import { keepFixed, type OptionsOperand, type Place, type TextOperand } from './place.ts';
import { fixedValue } from './record.ts';
import { no, noBecause, unknown, yes } from './truths.ts';

/** What emitted code knows of a fact it reads. */
export interface FactField {
  readonly id: string;
  /** List of the item it belongs to; absent: of the subject. */
  readonly owner?: string;
  readonly yearly: boolean;
  readonly since?: string;
  /** What was read last, by year (0 where not yearly): names are made once, and a figure that is read again is not read from its text again. */
  readonly reads?: Map<number, FactRead>;
}
/** `amount` and `value` are of the number that `text` states. */
interface FactRead {
  readonly key: string;
  text: string | undefined;
  amount: Fixed | undefined;
  value: NumberValue | UndefinedValue | undefined;
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

/** A fact's number, recorded under the node that reads it. */
export function keepFact(place: Place, node: NodeId, field: NumberField, shift: number): Fixed {
  const read = field.published === undefined ? readOf(field, yearRead(place, field, shift)) : undefined;
  const stated = read === undefined ? undefined : valuesOf(place, field.owner).get(read.key);
  if (read === undefined || stated === undefined || !('number' in stated))
    return keepFixed(place, node, field.scale, factNumber(place, field, shift));
  if (read.text !== stated.number || read.amount === undefined || read.value === undefined) {
    read.text = stated.number;
    read.amount = known<FixedEnd>(scaledInteger(stated.number, field.scale));
    read.value = fixedValue(read.amount, field.scale);
  }
  place.frame.values.set(node, read.value);
  return read.amount;
}

function readOf({ id, reads }: FactField, year: number | undefined): FactRead | undefined {
  if (reads === undefined) return undefined;
  const known = reads.get(year ?? 0);
  if (known !== undefined) return known;
  // Years are few, those of a hostile ladder are not.
  if (reads.size >= mostYears) reads.clear();
  const read = { key: nameOf(id, year), text: undefined, amount: undefined, value: undefined };
  reads.set(year ?? 0, read);
  return read;
}

const mostYears = 256;

function nameOf(id: string, year: number | undefined): string {
  return year === undefined ? id : `${id}@${year}`;
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
  const value = values.get(readOf(field, year)?.key ?? nameOf(field.id, year));
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
