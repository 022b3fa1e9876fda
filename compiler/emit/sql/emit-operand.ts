import type { FactExpr, LiteralExpr } from '../../../runtime/ir.ts';
import { isNumber, numberTypeOf } from './fact-type.ts';
import { factColumn, noneColumn, optionColumn, yearOfFact } from './facts.ts';
import { typeOfText } from './number-type.ts';
import { exactly } from './numbers.ts';
import { refuse } from './query-writer.ts';
import { textLiteral } from './quoting.ts';
import type { Rows } from './rows.ts';
import { caseOf, joinedBy, literal, type Sql, sql } from './sql-text.ts';
import type { SqlNumber, SqlOptions, SqlValue } from './sql-value.ts';

export function literalValue(_rows: Rows, node: LiteralExpr): SqlValue {
  switch (node.type.kind) {
    case 'boolean':
      return { kind: 'truth', sql: literal(node.value === 'true' ? 'TRUE' : 'FALSE') };
    case 'date':
      return dateValue(literal(`DATE '${node.value}'`));
    case 'text':
      return { kind: 'text', sql: literal(textLiteral(node.value)) };
    default:
      return figure(node.value);
  }
}

/** Exact decimal text. */
export function figure(text: string): SqlNumber {
  return exactly(literal(text.startsWith('-') ? `(${text})` : text), typeOfText(text));
}

export function dateValue(piece: Sql): SqlNumber {
  const type = { digits: 1, scale: 0, most: 0n, isNonNegative: false };
  return { kind: 'number', lo: piece, hi: piece, type, isDate: true };
}

/** A fact of the applicant or of the item at hand; a parameter published for that year is written out. */
export function fact(rows: Rows, node: FactExpr): SqlValue {
  const field = rows.writer.field(node.owner, node.field);
  if (node.owner !== undefined && node.owner !== rows.list)
    refuse(rows.writer, node.id, {
      zh: '一个清单里引用另一个清单的各项',
      en: 'items of one list read among those of another',
    });
  const year = yearOfFact(rows.writer, node, field);
  const published = field.published?.[year === undefined ? '' : String(year)];
  if (published !== undefined) return figure(published);
  const none = noneColumn(rows, field, node.owner, year);
  const undef = none === undefined ? {} : { undef: none };
  if (field.type.kind === 'choices') return { ...optionSet(rows, node, year), ...undef };
  const column = factColumn(rows, field, node.owner, year);
  if (isNumber(field)) return { ...exactly(column, numberTypeOf(field)), ...undef };
  switch (field.type.kind) {
    case 'date':
      return { ...dateValue(column), ...undef };
    case 'boolean':
      // What is stated not to exist is not so (R8).
      return none === undefined
        ? { kind: 'truth', sql: column }
        : { kind: 'truth', sql: sql`NOT ${none} AND ${column}`, undef: none };
    case 'choice':
      return { kind: 'options', holds: (options) => isOneOf(column, options), ...undef };
    default:
      return { kind: 'text', sql: column, ...undef };
  }
}

function optionSet(rows: Rows, node: FactExpr, year: number | undefined): SqlOptions {
  const field = rows.writer.field(node.owner, node.field);
  const columns = (options: readonly string[]): readonly Sql[] =>
    options.map((option) => optionColumn(rows, field, node.owner, year, option));
  const declared = field.type.kind === 'choices' ? field.type.options.map(({ id }) => id) : [];
  return {
    kind: 'options',
    holds: (options) =>
      options.length === 0 ? neverOf(columns(declared.slice(0, 1))) : joinedBy('OR', columns(options)),
  };
}

/** None of no options; unknown while the choice is. */
function neverOf(columns: readonly Sql[]): Sql {
  return caseOf(columns.map((column) => ({ when: sql`${column} IS NOT NULL`, give: 'FALSE' })));
}

function isOneOf(column: Sql, options: readonly string[]): Sql {
  const [first, ...rest] = options.map(textLiteral);
  if (first === undefined) return neverOf([column]);
  return rest.length === 0 ? sql`${column} = ${first}` : sql`${column} IN (${[first, ...rest].join(', ')})`;
}
