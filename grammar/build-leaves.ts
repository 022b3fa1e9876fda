import { NumberTooLong } from '../diagnostics/characters.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { ShiftWanted, TooManyNames, YearWanted } from '../diagnostics/syntax.ts';
import type { Anchor, DateLiteral, LiteralUnit, Name, NumberLiteral, PerUnit, Reference, Text } from './ast.ts';
import {
  type CstNode,
  countOfParts,
  has,
  nameOfPart,
  node,
  nodes,
  optionalNode,
  optionalToken,
  spanOfNode,
  spanOfToken,
  token,
  tokenAt,
  tokensOf,
} from './cst.ts';
import { currencyOf } from './figure-words.ts';
import type { RawToken } from './lex.ts';
import { limits } from './limits.ts';
import { AnchorToken, families, HanPercent, NameToken, NumberToken, words } from './tokens.ts';
import { vocabulary, type WordId } from './vocabulary.ts';

/** What every builder needs: where to tell, the source as written, and whether lines were taken out of the declaration. */
export interface Building {
  readonly report: Report;
  readonly text: string;
  /** A line with a mistake was left out, so nothing may be said about lines that are missing. */
  readonly mended: boolean;
}

export function written(building: Building, span: Span): string {
  return building.text.slice(span.start, span.end);
}

export function nameOf(parent: CstNode, building: Building): Name {
  const span = spanOfNode(parent);
  if (countOfParts(parent) === 1) return { kind: 'Name', span, id: tokenAt(parent, 0).image };
  const tokens = tokensOf(parent, NameToken);
  const [first, second, third] = tokens;
  if (tokens.length > 3) building.report(TooManyNames, { span }, {});
  return {
    kind: 'Name',
    span,
    id: first?.image ?? '',
    ...(second ? { zh: second.image } : {}),
    ...(third ? { hant: third.image } : {}),
  };
}

export function reference(name: RawToken): Reference {
  return { kind: 'Reference', span: spanOfToken(name), text: name.image };
}

export function references(parent: CstNode): readonly Reference[] {
  return tokensOf(node(parent, 'names'), NameToken).map(reference);
}

/** A backslash takes the next character as it is. An unclosed text has been told; it ends where its line does. */
export function textOf(quoted: RawToken, { text }: Building): Text {
  const span = spanOfToken(quoted);
  const isClosed = quoted.image.endsWith('"') || quoted.image.endsWith('”');
  const inside = text.slice(span.start + 1, isClosed && span.end > span.start + 1 ? span.end - 1 : span.end);
  return { kind: 'Text', span, value: inside.includes('\\') ? inside.replace(/\\(.)/g, '$1') : inside };
}

export function anchorsOf(parent: CstNode, building: Building): readonly Anchor[] {
  return tokensOf(parent, AnchorToken).map((anchor) => anchorOf(anchor, building));
}

/** The words of the source are kept as written, not folded. */
function anchorOf(anchor: RawToken, building: Building): Anchor {
  const span = spanOfToken(anchor);
  const [, text = '', occurrence] = /^「([^」]*)」?(?:#(\d+))?$/.exec(anchor.image) ?? [];
  return {
    kind: 'Anchor',
    span,
    text: building.text.slice(span.start + 1, span.start + 1 + text.length),
    ...(occurrence === undefined ? {} : { occurrence: Number(occurrence) }),
  };
}

/** `2023-1-5` and 2023年1月5日 alike. Whether the day exists is asked later. */
export function dateOf(date: RawToken): DateLiteral {
  const [year = '', month = '', day = ''] = date.image.match(/\d+/g) ?? [];
  return {
    kind: 'DateLiteral',
    span: spanOfToken(date),
    value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  };
}

export function literalOf(literal: CstNode, building: Building): NumberLiteral {
  const span = spanOfNode(literal);
  const percent = optionalToken(literal, HanPercent);
  if (percent) return { kind: 'NumberLiteral', span, value: String(percent.payload), unit: { kind: 'Percent' } };
  const { image } = token(literal, NumberToken);
  const digits = image.includes(',') ? image.replaceAll(',', '') : image;
  if (countOfParts(literal) === 1)
    return { kind: 'NumberLiteral', span, value: canonical(digits, 0), unit: { kind: 'None' } };
  if (has(literal, words.percentOf))
    return { kind: 'NumberLiteral', span, value: canonical(digits, 0), unit: { kind: 'Percent' } };
  let places = 0;
  for (const { tokenType } of tokensOf(literal, families.Multiplier)) places += zeros[tokenType.name] ?? 0;
  const value = places === 0 ? canonical(digits, 0) : multiplied(digits, places, span, building);
  const figureUnit = optionalNode(literal, 'figureUnit');
  if (figureUnit === undefined) return { kind: 'NumberLiteral', span, value, unit: { kind: 'None' } };
  const unit = unitOf(figureUnit);
  if (countOfParts(figureUnit) === 1) return { kind: 'NumberLiteral', span, value, unit };
  return { kind: 'NumberLiteral', span, value, unit, per: nodes(figureUnit, 'perUnit').map(perUnitOf) };
}

/** How many zeros a multiplier adds. */
const zeros: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  tenThousand: 4,
  million: 6,
  hundredMillion: 8,
  billion: 9,
};

function multiplied(digits: string, places: number, span: Span, { report }: Building): string {
  const count = digits.replace('.', '').length + places;
  if (count <= limits.digitsOfNumber) return canonical(digits, places);
  report(NumberTooLong, { span }, { digits: count, limit: limits.digitsOfNumber });
  return '0';
}

/** Moves the point to the right and drops zeros that say nothing. */
function canonical(digits: string, places: number): string {
  if (!digits.includes('.')) return withoutLeadingZeros(places === 0 ? digits : `${digits}${'0'.repeat(places)}`);
  const [whole = '', fraction = ''] = digits.split('.');
  const moved = fraction.slice(0, places).padEnd(places, '0');
  const left = withoutLeadingZeros(`${whole}${moved}`);
  const right = fraction.slice(places).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

function withoutLeadingZeros(digits: string): string {
  return digits.startsWith('0') ? digits.replace(/^0+(?=\d)/, '') : digits;
}

function unitOf(unit: CstNode): LiteralUnit {
  const form = nameOfPart(unit, 0);
  if (form === 'Percent') return { kind: 'Percent' };
  return form === 'percentagePoints' ? { kind: 'Points' } : perUnitOf(unit);
}

/** A unit that a figure may be in, or per. */
export function perUnitOf(unit: CstNode): PerUnit {
  const first = tokenAt(unit, 0);
  switch (nameOfPart(unit, 0)) {
    case 'Currency':
      return { kind: 'Money', currency: currencyOf(first.tokenType.name) };
    case 'CountUnit':
      return { kind: 'Counter', word: vocabulary[first.tokenType.name as WordId].zh[0]! };
    case 'perMonth':
      return { kind: 'Duration', unit: 'months' };
    case 'DurationUnit':
      return { kind: 'Duration', unit: durationOf(first) };
    default:
      return { kind: 'Unit', name: reference(first) };
  }
}

export function durationOf({ tokenType }: RawToken): 'years' | 'months' | 'days' {
  if (tokenType === words.months) return 'months';
  return tokenType === words.days ? 'days' : 'years';
}

/** `2023`, 2023年. */
export function yearOf(year: CstNode, building: Building): number {
  const unit = optionalToken(year, families.DurationUnit);
  const digits = token(year, NumberToken).image;
  if (digits.length === 4 && /^\d{4}$/.test(digits) && (!unit || durationOf(unit) === 'years')) return Number(digits);
  const span = spanOfNode(year);
  building.report(YearWanted, { span }, { found: written(building, span) });
  return 2000;
}

/** A small whole number of years, from a number and its unit. */
export function yearsOf(number: RawToken, unit: RawToken, building: Building): number {
  const span = { start: number.startOffset, end: unit.endOffset + 1 };
  return smallYears(number.image, durationOf(unit) === 'years', span, building);
}

/** The same from a literal. */
export function yearsOfLiteral({ value, unit, span }: NumberLiteral, building: Building): number {
  return smallYears(value, unit.kind === 'Duration' && unit.unit === 'years', span, building);
}

function smallYears(digits: string, areYears: boolean, span: Span, building: Building): number {
  const years = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  if (areYears && years >= 1 && years <= 100) return years;
  building.report(ShiftWanted, { span }, { found: written(building, span) });
  return 1;
}

export function labelOf(parent: CstNode, building: Building): Name | undefined {
  const name = optionalNode(parent, 'name');
  return name && nameOf(name, building);
}

export function readingsOf(parent: CstNode): readonly Reference[] {
  const list = optionalNode(parent, 'lineReadings');
  return list ? tokensOf(list, NameToken).map(reference) : [];
}
