/** A value of the right form → what evaluators take, after the checks that a schema cannot make. */
import type { Bilingual, DiagnosticKind, Report } from '../../diagnostics/diagnostic.ts';
import { DateForm, MoneyTooFine, Negative, NoSuchDay, OutOfBounds, TooManyDigits } from '../../diagnostics/facts.ts';
import { isRatio } from '../compound.ts';
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

/** Reports about the value at hand; its place is put into words only when there is something to say. */
export type Tell = <P extends { readonly place: Bilingual }>(kind: DiagnosticKind<P>, rest: Omit<P, 'place'>) => void;

export function teller(place: () => Bilingual, report: Report): Tell {
  return <P extends { readonly place: Bilingual }>(kind: DiagnosticKind<P>, rest: Omit<P, 'place'>) => {
    const words = place();
    // What `Omit` took away is put back; the compiler cannot see that for an open P.
    report(kind, { path: words.zh }, { ...rest, place: words } as unknown as P);
  };
}

/** `undefined`: unknown (`null`), or wrong and reported. The value has passed the schema. */
export function convertValue(field: FieldIr, value: Json, tell: Tell): FactValue | undefined {
  if (value === null) return undefined;
  const { type } = field;
  if (field.orNone && isNoneWord(value) && !isOption(field, value)) return none;
  switch (type.kind) {
    case 'boolean':
      return { boolean: value === true || value === 'yes' || value === '是' };
    case 'text':
      return { text: String(value) };
    case 'date':
      return convertDate(String(value), tell);
    case 'choice':
      return { options: optionsOf(type.options, [value]) };
    case 'choices':
      return { options: optionsOf(type.options, Array.isArray(value) ? value : []) };
    default:
      return convertNumber(field, value, tell);
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

export function convertDate(written: string, tell: Tell): FactValue | undefined {
  if (dayExists(written)) return { date: written };
  const month = written.slice(0, 7);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) tell(DateForm, { written: shown(written), suggestions: [] });
  else if (!dayExists(`${month}-01`)) tell(NoSuchDay, { written });
  else tell(NoSuchDay, { written, lastDay: dayText(addMonths(dayNumber(`${month}-01`), 1) - 1) });
  return undefined;
}

/** Money in units of currency, percent and points as ratios. */
export function convertNumber(field: FieldIr, value: Json, tell: Tell): FactValue | undefined {
  const written = shown(value);
  const { type } = field;
  const figure = readDecimal(String(value).replace(/ ?(%|points?|个?百分点|個百分點)$/, ''));
  if (figure === undefined) {
    tell(TooManyDigits, { written, suggestions: [] });
    return undefined;
  }
  if (type.kind === 'money' && decimalsOf(figure) > 2) {
    tell(MoneyTooFine, { written });
    return undefined;
  }
  if (typeof value === 'number' && type.kind !== 'money' && significantDigits(figure) > surelyKeptDigits) {
    tell(TooManyDigits, { written, suggestions: [`"${canonicalText(figure)}"`] });
    return undefined;
  }
  const number = isRatio(type) ? shiftedDown(figure, 2) : figure;
  return isWithinBounds(field, number, written, tell) ? { number: canonicalText(number) } : undefined;
}

function isWithinBounds({ low, high, type }: FieldIr, number: Decimal, written: string, tell: Tell): boolean {
  if (low !== undefined && compareDecimals(number, decimalOf(low)) < 0) {
    if (number.digits < 0n && decimalOf(low).digits >= 0n) tell(Negative, { written });
    else tell(OutOfBounds, { written, low: figureText(type, low) });
    return false;
  }
  if (high !== undefined && compareDecimals(number, decimalOf(high)) > 0) {
    tell(OutOfBounds, { written, high: figureText(type, high) });
    return false;
  }
  return true;
}

/** A figure of the IR as people write it: ratios with their sign. */
export function figureText(type: TypeIr, figure: DecimalText): string {
  if (!isRatio(type)) return figure;
  const { digits, places } = decimalOf(figure);
  return `${canonicalText({ digits: digits * 100n, places })}%`;
}
