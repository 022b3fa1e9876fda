import type { FieldIr, ListIr, OptionIr, PolicyIr, TypeIr } from '../../../runtime/ir.ts';
import { banner, type EmitOptions } from './emitted-file.ts';
import { stringLiteral } from './literal.ts';

/** Interfaces of the facts as people write them in JSON, of readings, and of results by clause. */
export function typesModule(ir: PolicyIr, options: EmitOptions): string {
  return `${[
    banner,
    `import type { ClauseResult } from ${stringLiteral(options.runtime)};`,
    '',
    ...scalarTypes,
    ...(ir.fields.some(({ dated }) => dated) ? datedType : []),
    '',
    '/** Facts of one subject; a fact left out or null is unknown. */',
    'export interface Facts {',
    ...reserved(ir, 'subject', 'string'),
    ...ir.fields.map(property),
    ...ir.lists.map((list, index) => `  readonly ${stringLiteral(list.id)}?: readonly Item${index}[] | null;`),
    ...reserved(ir, 'decisions', 'readonly Decision[] | null'),
    '}',
    ...ir.lists.flatMap(itemInterface),
    '',
    '/** What the authority has decided: a rate or an amount. */',
    'export interface Decision {',
    '  readonly "clause": ClauseId;',
    '  readonly "item"?: string;',
    '  readonly "year": number;',
    '  readonly "rate"?: Percent;',
    '  readonly "amount"?: Decimal;',
    '  readonly "date"?: Day;',
    '  readonly "source"?: string;',
    '}',
    '',
    '/** Choices of readings that differ from the default. */',
    'export interface Readings {',
    ...ir.readings.map(
      (reading) => `  readonly ${stringLiteral(reading.id)}?: ${union(reading.choices.map((choice) => choice.id))};`,
    ),
    '}',
    '',
    `export type ClauseId = ${union(ir.clauses.map((clause) => clause.id))};`,
    '',
    '/** Results by clause. */',
    'export interface Results {',
    ...ir.clauses.map((clause) => `  readonly ${stringLiteral(clause.id)}: ClauseResult;`),
    '}',
  ].join('\n')}\n`;
}

const scalarTypes = [
  '/** Money or a figure; text where a binary number would not be exact. */',
  'export type Decimal = string | number;',
  '/** "12.5%" */',
  'export type Percent = string;',
  '/** "2 points" */',
  'export type Points = string;',
  '/** YYYY-MM-DD. */',
  'export type Day = string;',
  `export type YesOrNo = boolean | ${union(['yes', 'no', '是', '否'])};`,
  '/** Stated not to exist. */',
  `export type None = ${union(['none', '无', '無'])};`,
  '/** By year, "2024". */',
  'export type Yearly<T> = Readonly<Record<string, T | null>>;',
];

const datedType = [
  '/** By the day from which it holds, "2024-07-01". */',
  'export type Dated<T> = Readonly<Record<string, T | null>>;',
];

const valueTypes: Readonly<Record<string, string>> = {
  boolean: 'YesOrNo',
  date: 'Day',
  text: 'string',
  percent: 'Percent',
  points: 'Points',
};

/** A key of the door's own gives way to a fact of that name, as in the schema. */
function reserved(ir: PolicyIr, name: string, type: string): readonly string[] {
  const isDeclared = [...ir.fields, ...ir.lists].some((declared) => declared.id === name);
  return isDeclared ? [] : [`  readonly ${stringLiteral(name)}?: ${type};`];
}

function itemInterface(list: ListIr, index: number): readonly string[] {
  return ['', `export interface Item${index} {`, ...list.fields.map(property), '}'];
}

function property(field: FieldIr): string {
  const single = `${valueType(field.type)}${field.orNone ? ' | None' : ''}`;
  const type = field.yearly ? `Yearly<${single}>` : field.dated ? `Dated<${single}>` : single;
  return `  readonly ${stringLiteral(field.id)}?: ${type} | null;`;
}

function valueType(type: TypeIr): string {
  if (type.kind === 'choice') return union(type.options.flatMap(optionWords));
  if (type.kind === 'choices') return `readonly (${union(type.options.flatMap(optionWords))})[]`;
  if (type.kind === 'compound' && type.share) return 'Percent';
  return valueTypes[type.kind] ?? 'Decimal';
}

/** The door takes every name of an option. */
function optionWords({ id, names }: OptionIr): readonly string[] {
  return [id, names.en, names.zh, names.hant].filter((word) => word !== undefined);
}

function union(ids: readonly string[]): string {
  return ids.length === 0 ? 'never' : [...new Set(ids)].map(stringLiteral).join(' | ');
}
