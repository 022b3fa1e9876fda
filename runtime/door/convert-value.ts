/** A value of the right form → what evaluators take, after the checks that a schema cannot make. */
import type { Bilingual, Report } from '../../diagnostics/diagnostic.ts';
import { DateForm, MoneyTooFine, Negative, NoSuchDay, OutOfBounds, TooManyDigits } from '../../diagnostics/facts.ts';
import { addMonths, dayExists, dayNumber, dayText } from '../day.ts';
import { type FactValue, none } from '../input.ts';
import type { DecimalText, FieldIr, OptionIr, TypeIr } from '../ir.ts';
import {
  canonicalText,
  compareDecimals,
  type Decimal,
  decimalOf,
  decimalsOf,
  readDecimal,
  shiftedDown,
  significantDigits,
} from './decimal-text.ts';
import { type Json, shown } from './json-tree.ts';
import { nameTable } from './name-table.ts';

/** A double holds fifteen digits for certain; a JSON number with more is likelier the trace of a computation than a figure. */
const surelyKeptDigits = 15;

export function isNoneWord(value: Json): boolean {
  return value === 'none' || value === '无' || value === '無';
}

/** `undefined`: unknown (`null`), or wrong and reported. The value has passed the schema. */
export function convertValue(field: FieldIr, value: Json, place: Bilingual, report: Report): FactValue | undefined {
  if (value === null) return undefined;
  const { type } = field;
  if (field.orNone && isNoneWord(value) && !isOption(field, value)) return none;
  switch (type.kind) {
    case 'boolean':
      return { boolean: value === true || value === 'yes' || value === '是' };
    case 'text':
      return { text: String(value) };
    case 'date':
      return convertDate(String(value), place, report);
    case 'choice':
      return { options: optionsOf(type.options, [value]) };
    case 'choices':
      return { options: optionsOf(type.options, Array.isArray(value) ? value : []) };
    default:
      return convertNumber(field, value, place, report);
  }
}

function isOption({ type }: FieldIr, value: Json): boolean {
  return (type.kind === 'choice' || type.kind === 'choices') && nameTable(type.options).has(String(value));
}

/** Ids in the policy's order, each once, so that two spellings of one set are one set. */
function optionsOf(options: readonly OptionIr[], written: readonly Json[]): readonly string[] {
  const table = nameTable(options);
  const chosen = new Set(written.map((one) => table.get(String(one))));
  return options.map(({ id }) => id).filter((id) => chosen.has(id));
}

export function convertDate(written: string, place: Bilingual, report: Report): FactValue | undefined {
  if (dayExists(written)) return { date: written };
  const at = { path: place.zh };
  const month = written.slice(0, 7);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) report(DateForm, at, { place, written: shown(written), suggestions: [] });
  else if (!dayExists(`${month}-01`)) report(NoSuchDay, at, { place, written });
  else report(NoSuchDay, at, { place, written, lastDay: dayText(addMonths(dayNumber(`${month}-01`), 1) - 1) });
  return undefined;
}

/** Money in units of currency, percent and points as ratios. */
export function convertNumber(field: FieldIr, value: Json, place: Bilingual, report: Report): FactValue | undefined {
  const at = { path: place.zh };
  const written = shown(value);
  const { type } = field;
  const figure = readDecimal(String(value).replace(/ ?(%|points?|个?百分点|個百分點)$/, ''));
  if (figure === undefined) {
    report(TooManyDigits, at, { place, written, suggestions: [] });
    return undefined;
  }
  if (type.kind === 'money' && decimalsOf(figure) > 2) {
    report(MoneyTooFine, at, { place, written });
    return undefined;
  }
  if (typeof value === 'number' && type.kind !== 'money' && significantDigits(figure) > surelyKeptDigits) {
    report(TooManyDigits, at, { place, written, suggestions: [`"${canonicalText(figure)}"`] });
    return undefined;
  }
  const number = type.kind === 'percent' || type.kind === 'points' ? shiftedDown(figure, 2) : figure;
  return isWithinBounds(field, number, written, place, report) ? { number: canonicalText(number) } : undefined;
}

function isWithinBounds(
  { low, high, type }: FieldIr,
  number: Decimal,
  written: string,
  place: Bilingual,
  report: Report,
): boolean {
  const at = { path: place.zh };
  if (low !== undefined && compareDecimals(number, decimalOf(low)) < 0) {
    if (number.digits < 0n && decimalOf(low).digits >= 0n) report(Negative, at, { place, written });
    else report(OutOfBounds, at, { place, written, low: figureText(type, low) });
    return false;
  }
  if (high !== undefined && compareDecimals(number, decimalOf(high)) > 0) {
    report(OutOfBounds, at, { place, written, high: figureText(type, high) });
    return false;
  }
  return true;
}

/** A figure of the IR as people write it: ratios with their sign. */
export function figureText(type: TypeIr, figure: DecimalText): string {
  if (type.kind !== 'percent' && type.kind !== 'points') return figure;
  const { digits, places } = decimalOf(figure);
  return `${canonicalText({ digits: digits * 100n, places })}%`;
}
