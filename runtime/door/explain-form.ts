/** A value of the wrong form → one message in the words of its type, with the form that was probably meant. */
import type { Bilingual, Report } from '../../diagnostics/diagnostic.ts';
import {
  DateForm,
  MoneyForm,
  MoneyTooFine,
  Negative,
  NoneNotAllowed,
  NumberForm,
  OptionsForm,
  PercentForm,
  PointsForm,
  TextForm,
  TooManyDigits,
  UnknownOption,
  WholeNumberForm,
  YesNoForm,
} from '../../diagnostics/facts.ts';
import { compoundText, declaredUnit, isRatio, type UnitNames } from '../compound.ts';
import type { OptionIr, TypeIr } from '../ir.ts';
import { isNoneWord } from './convert-value.ts';
import { canonicalText, readDecimal } from './decimal-text.ts';
import { cut, type Json, shown } from './json-tree.ts';
import { nameTable, nearIn } from './name-table.ts';
import { namesOf } from './path-names.ts';
import { dateMeant, numberMeant, percentsMeant, pointsMeant, yesNoMeant } from './probable-forms.ts';
import type { Leaf } from './resolve-names.ts';

/** `place`: the leaf's place in words. */
export function explainForm(
  leaf: Pick<Leaf, 'field' | 'value'>,
  place: Bilingual,
  report: Report,
  units: UnitNames = new Map(),
): void {
  const { field, value } = leaf;
  const at = { path: place.zh };
  const written = shown(value);
  if (isNoneWord(value) && !field.orNone) report(NoneNotAllowed, at, { place, written });
  else if (!isNumeric(field.type) || !explainNumber(leaf, place, report))
    explainByType(field.type, value, { place, written, at, report, units });
}

interface Context {
  readonly place: Bilingual;
  readonly written: string;
  readonly at: { readonly path: string };
  readonly report: Report;
  readonly units: UnitNames;
}

function explainByType(type: TypeIr, value: Json, context: Context): void {
  const { place, written, at, report, units } = context;
  switch (type.kind) {
    case 'money':
      report(MoneyForm, at, { place, written, currency: type.currency, suggestions: quoted(numberMeant(value)) });
      return;
    case 'percent':
      report(PercentForm, at, { place, written, suggestions: percentsMeant(value).map((one) => `"${one}"`) });
      return;
    case 'points':
      report(PointsForm, at, { place, written, suggestions: pointsMeant(value).map((one) => `"${one}"`) });
      return;
    case 'count':
    case 'rank':
      report(WholeNumberForm, at, { place, written, suggestions: plain(wholeMeant(value)) });
      return;
    case 'compound':
      if (type.share) explainByType({ kind: 'percent' }, value, context);
      else
        report(NumberForm, at, {
          place,
          written,
          unit: unitOf(type, units),
          suggestions: plain(numberMeant(withoutUnit(type, value, units))),
        });
      return;
    case 'number':
    case 'quantity':
    case 'duration':
      report(NumberForm, at, {
        place,
        written,
        unit: unitOf(type, units),
        suggestions: plain(numberMeant(withoutUnit(type, value, units))),
      });
      return;
    case 'date':
      report(DateForm, at, { place, written, suggestions: quoted(dateMeant(value)) });
      return;
    case 'boolean':
      report(YesNoForm, at, { place, written, suggestions: plain(yesNoMeant(value)) });
      return;
    case 'text':
      report(TextForm, at, {
        place,
        written,
        limit: 1000,
        suggestions: typeof value === 'number' ? [`"${value}"`] : [],
      });
      return;
    case 'choice':
      explainOption(type.options, value, context);
      return;
    case 'choices':
      explainOptions(type.options, value, context);
  }
}

function isNumeric({ kind }: TypeIr): boolean {
  return ['money', 'percent', 'points', 'count', 'rank', 'number', 'quantity', 'duration', 'compound'].includes(kind);
}

/** Slips that figures of all types share: a sign, too many digits, finer than the smallest coin. */
function explainNumber({ field, value }: Pick<Leaf, 'field' | 'value'>, place: Bilingual, report: Report): boolean {
  const figure = typeof value === 'string' ? value.replace(/ ?(%|points?|个?百分点|個百分點)$/, '') : value;
  const number = typeof figure === 'number' || typeof figure === 'string' ? readDecimal(String(figure)) : undefined;
  if (number === undefined) return false;
  const at = { path: place.zh };
  const written = shown(value);
  const text = canonicalText(number);
  const [whole = '', decimals = ''] = text.split('.');
  const isFractionOfWhole = (field.type.kind === 'count' || field.type.kind === 'rank') && decimals !== '';
  const needsSign = isRatio(field.type) && figure === value;
  if (isFractionOfWhole || needsSign) return false;
  const { low } = field;
  if (text.startsWith('-') && low !== undefined && !low.startsWith('-')) report(Negative, at, { place, written });
  else if (typeof value === 'number' ? isBeyondNumbers(field.type, text) : whole.length > 15)
    report(TooManyDigits, at, {
      place,
      written: cut(written, 60),
      suggestions: typeof value === 'number' ? [`"${text}"`] : [],
    });
  else if (field.type.kind === 'money' && decimals.length > 2) report(MoneyTooFine, at, { place, written });
  else return false;
  return true;
}

function explainOption(options: readonly OptionIr[], value: Json, { place, written, at, report }: Context): void {
  const near = typeof value === 'string' ? nearIn(nameTable(options), value) : [];
  report(UnknownOption, at, { place, written, near, options: options.map(({ id, names }) => namesOf(names, id)) });
}

function explainOptions(options: readonly OptionIr[], value: Json, context: Context): void {
  const { place, written, at, report } = context;
  const table = nameTable(options);
  const wrong = Array.isArray(value)
    ? (value as readonly Json[]).filter((one) => typeof one !== 'string' || !table.has(one))
    : [];
  for (const one of wrong.slice(0, 20)) explainOption(options, one, { ...context, written: shown(one) });
  if (wrong.length > 0) return;
  const parts = typeof value === 'string' ? value.split(/[,、;\s]+/).filter((part) => part !== '') : [];
  const known = parts.length > 0 && parts.every((part) => table.has(part));
  const suggestions = known ? [`[${parts.map((part) => `"${part}"`).join(', ')}]`] : [];
  report(OptionsForm, at, { place, written, suggestions, options: options.map(({ id, names }) => namesOf(names, id)) });
}

function unitOf(type: TypeIr, units: UnitNames): Bilingual {
  if (type.kind === 'quantity') {
    const { zh, en } = declaredUnit(type.unit, units);
    return { zh: `以 ${zh} 为单位的数`, en: `a number of ${en}` };
  }
  if (type.kind === 'compound') {
    const unit = compoundText(type, units);
    return { zh: `以 ${unit.zh} 计的数`, en: `a number of ${unit.en}` };
  }
  if (type.kind !== 'duration') return { zh: '数', en: 'a number' };
  return { zh: `${{ years: '年', months: '月', days: '天' }[type.unit]}数`, en: `a number of ${type.unit}` };
}

function withoutUnit(type: TypeIr, value: Json, units: UnitNames): Json {
  if (typeof value !== 'string') return value;
  if (type.kind === 'compound') return value.split('/')[0] ?? value;
  if (type.kind !== 'quantity') return value;
  const { zh, en } = declaredUnit(type.unit, units);
  const unit = [zh, en].find((name) => value.endsWith(name));
  return unit === undefined ? value : value.slice(0, -unit.length);
}

/** JSON numbers are safe up to 2^53, money up to that many hundredths. */
function isBeyondNumbers(type: TypeIr, text: string): boolean {
  const [whole = ''] = text.replace('-', '').split('.');
  return Number(whole) > (type.kind === 'money' ? 90_071_992_547_408 : Number.MAX_SAFE_INTEGER);
}

function wholeMeant(value: Json): string | undefined {
  const meant = numberMeant(value);
  return meant === undefined || meant.includes('.') ? undefined : meant;
}

function quoted(meant: string | undefined): readonly string[] {
  return meant === undefined ? [] : [`"${meant}"`];
}

function plain(meant: string | undefined): readonly string[] {
  return meant === undefined ? [] : [meant];
}
