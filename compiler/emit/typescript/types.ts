import type { FieldIr, ListIr, PolicyIr, TypeIr } from '../../../runtime/ir.ts';
import { banner, type EmitOptions } from './emitted-file.ts';
import { stringLiteral } from './literal.ts';

/** Interfaces of the facts as people write them in JSON, of readings, and of results by clause. */
export function typesModule(ir: PolicyIr, options: EmitOptions): string {
  return `${[
    banner,
    `import type { ClauseResult } from ${stringLiteral(options.runtime)};`,
    '',
    ...scalarTypes,
    '',
    '/** Facts of one subject; a fact left out or null is unknown. */',
    'export interface Facts {',
    '  readonly "subject"?: string;',
    ...ir.fields.map(property),
    ...ir.lists.map((list, index) => `  readonly ${stringLiteral(list.id)}?: readonly Item${index}[] | null;`),
    '}',
    ...ir.lists.flatMap(itemInterface),
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
  '/** Exact decimal; text where a binary number would not be exact. */',
  'export type Decimal = string | number;',
  '/** YYYY-MM-DD. */',
  'export type Day = string;',
  '/** Stated not to exist. */',
  'export interface None {',
  '  readonly none: true;',
  '}',
  '/** By year, "2024". */',
  'export type Yearly<T> = Readonly<Record<string, T | null>>;',
];

function itemInterface(list: ListIr, index: number): readonly string[] {
  return ['', `export interface Item${index} {`, ...list.fields.map(property), '}'];
}

function property(field: FieldIr): string {
  const single = `${valueType(field.type)}${field.orNone ? ' | None' : ''}`;
  const type = field.yearly ? `Yearly<${single}>` : single;
  return `  readonly ${stringLiteral(field.id)}?: ${type} | null;`;
}

function valueType(type: TypeIr): string {
  switch (type.kind) {
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'Day';
    case 'text':
      return 'string';
    case 'choice':
      return union(type.options.map((option) => option.id));
    case 'choices':
      return `readonly (${union(type.options.map((option) => option.id))})[]`;
    default:
      return 'Decimal';
  }
}

function union(ids: readonly string[]): string {
  return ids.length === 0 ? 'never' : ids.map(stringLiteral).join(' | ');
}
