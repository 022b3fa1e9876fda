import type { Definition, FactsDeclaration, FieldDeclaration, ListDeclaration, Name, TypeExpression } from '../ast.ts';
import { headerOf } from './head.ts';
import type { Doc } from './layout.ts';
import { space } from './name-forms.ts';
import { currencyWord, perUnitWord, printNumber } from './numerals.ts';
import {
  type BuiltRow,
  block,
  colon,
  declaredName,
  type Printer,
  referred,
  referredAll,
  spaced,
  valuePlaces,
  word,
} from './printer.ts';

export function printFacts(printer: Printer, { name, fields, span }: FactsDeclaration): Doc {
  const build = (field: FieldDeclaration | ListDeclaration): BuiltRow =>
    field.kind === 'ListDeclaration' ? { content: printList(printer, field) } : printFieldDeclaration(printer, field);
  const body = block(printer, { start: name.span.end, end: span.end }, fields, build);
  return spaced(headerOf(printer, 'facts', name), body);
}

export function printListHeader(printer: Printer, { name, key, shared }: ListDeclaration): Doc {
  const by =
    key.length === 0 ? undefined : spaced(word(printer, 'by'), referredAll(printer, key, [space.fieldsOf(name.id)]));
  return spaced(word(printer, 'each'), declaredName(name), by, shared ? word(printer, 'sharedKey') : undefined);
}

function printList(printer: Printer, list: ListDeclaration): Doc {
  const region = { start: list.key.at(-1)?.span.end ?? list.name.span.end, end: list.span.end };
  const inner = { ...printer, list: list.name.id };
  const body = block(printer, region, list.fields, (field) => printFieldDeclaration(inner, field));
  return spaced(printListHeader(printer, list), body);
}

export function printFieldDeclaration(printer: Printer, field: FieldDeclaration): BuiltRow {
  const { yearly, orNone, mayBeNegative, shared, bounds } = field;
  const since =
    yearly?.since === undefined
      ? undefined
      : spaced(word(printer, 'since'), referred(printer, yearly.since, valuePlaces(printer)));
  const content = spaced(
    colon(printer),
    printType(printer, field.type),
    yearly === undefined ? undefined : spaced(word(printer, 'eachYear'), since),
    orNone ? word(printer, 'orNone') : undefined,
    mayBeNegative ? word(printer, 'mayBeNegative') : undefined,
    shared ? word(printer, 'sharedKey') : undefined,
    bounds === undefined ? undefined : fieldBounds(printer, bounds),
  );
  return { lead: declaredName(field.name), content };
}

function fieldBounds(printer: Printer, { low, high }: NonNullable<FieldDeclaration['bounds']>): Doc {
  const least = low === undefined ? undefined : printNumber(printer, low);
  const most = high === undefined ? undefined : printNumber(printer, high);
  if (least !== undefined && most !== undefined) return spaced(word(printer, 'from'), least, word(printer, 'to'), most);
  return least === undefined ? spaced(word(printer, 'atMost'), most) : spaced(word(printer, 'atLeast'), least);
}

const typeWords = {
  BooleanType: 'booleanType',
  PercentType: 'percentType',
  PointsType: 'pointsType',
  NumberType: 'numberType',
  RankType: 'rankType',
  DateType: 'dateType',
  TextType: 'textType',
} as const;

export function printType(printer: Printer, type: TypeExpression): Doc {
  switch (type.kind) {
    case 'MoneyType': {
      const currency =
        type.currency === undefined ? undefined : spaced(word(printer, 'in'), currencyWord(printer, type.currency));
      return spaced(word(printer, 'moneyType'), currency);
    }
    case 'DurationType':
      return word(printer, `${type.unit}Type`);
    case 'QuantityType':
      return spaced(word(printer, 'quantityType'), word(printer, 'in'), referred(printer, type.unit, [space.units]));
    case 'CountType': {
      const unit =
        type.unit === undefined ? undefined : spaced(word(printer, 'in'), referred(printer, type.unit, [space.units]));
      return spaced(word(printer, 'countType'), unit);
    }
    case 'CompoundType': {
      const of = printType(printer, type.of);
      const per = type.per.map((unit) => perUnitWord(printer, unit));
      if (!printer.english) return [of, per.map((unit) => `/${unit}`).join('')];
      return spaced(of, ...per.map((unit) => spaced(word(printer, 'per'), unit)));
    }
    case 'ChoiceType':
      return spaced(word(printer, 'oneOf'), options(printer, type));
    case 'ChoicesType':
      return spaced(word(printer, printer.english ? 'anyOf' : 'severalOf'), options(printer, type));
    default:
      return word(printer, typeWords[type.kind]);
  }
}

function options(printer: Printer, type: Extract<TypeExpression, { readonly options: readonly Name[] }>): Doc {
  const build = (name: Name): BuiltRow => ({ content: declaredName(name) });
  return block(printer, type.span, type.options, build, { fitting: true, commas: true });
}

export function printDefinitionHead(printer: Printer, { name }: Definition): Doc {
  return headerOf(printer, 'let', name);
}
