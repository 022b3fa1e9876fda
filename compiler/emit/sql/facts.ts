import type { FactExpr, FieldIr } from '../../../runtime/ir.ts';
import { isNumber, numberTypeOf } from './fact-type.ts';
import type { CommonTable, QueryWriter } from './query-writer.ts';
import { comment, type Naming, naming, quoted } from './quoting.ts';
import { joinSource, type Rows, takeColumn } from './rows.ts';
import type { Sql } from './sql-text.ts';
import type { FactTable } from './table-names.ts';

/**
 * The facts that the query reads of applicants or of one list's items, as the first tables of the query: one row each, a column for
 * each fact and year that some clause asks for.
 */
export interface Facts {
  readonly name: string;
  readonly owner: string | undefined;
  readonly table: FactTable;
  readonly columns: Map<string, { readonly name: string; readonly text: string; readonly comment: string }>;
  readonly years: Set<number>;
  readonly names: Naming;
}

/** Facts of the subject (undefined) or of a list's items. */
export function factsOf(writer: QueryWriter, owner: string | undefined): Facts {
  const known = writer.facts.get(owner);
  if (known !== undefined) return known;
  const facts: Facts = {
    name: writer.relations.take(owner === undefined ? 'applicant' : `${owner} facts`),
    owner,
    table: owner === undefined ? writer.tables.subject : writer.tables.list(owner),
    columns: new Map(),
    years: new Set(),
    names: naming(['subject', 'item', 'position']),
  };
  writer.facts.set(owner, facts);
  return facts;
}

/** The value of a fact, of one year if it is yearly: NULL while it is unknown. */
export function factColumn(rows: Rows, field: FieldIr, owner: string | undefined, year: number | undefined): Sql {
  const { dialect } = rows.writer;
  const facts = factsOf(rows.writer, owner);
  const column = (name: string): string => `${quoted(placeOf(facts, year))}.${quoted(name)}`;
  const stored = column(facts.table.column(field));
  const { digits, scale } = numberTypeOf(field);
  const text = isNumber(field) ? dialect.stored(stored, digits, scale).text : stored;
  const name = year === undefined ? facts.table.column(field) : `${facts.table.column(field)}_${year}`;
  return takeFact(rows, facts, `${field.id}@${year ?? ''}`, name, text, namesOf(field, rows.writer));
}

/** Whether one option of a set holds. */
export function optionColumn(
  rows: Rows,
  field: FieldIr,
  owner: string | undefined,
  year: number | undefined,
  option: string,
): Sql {
  const facts = factsOf(rows.writer, owner);
  const name = facts.table.option(field, option);
  const text = `${quoted(placeOf(facts, year))}.${quoted(name)}`;
  const told = year === undefined ? name : `${name}_${year}`;
  return takeFact(rows, facts, `${field.id}@${year ?? ''}=${option}`, told, text, namesOf(field, rows.writer));
}

/**
 * Whether a fact is stated not to exist, or is of a year before that in which its series begins (R8). Absent: it cannot be.
 */
export function noneColumn(
  rows: Rows,
  field: FieldIr,
  owner: string | undefined,
  year: number | undefined,
): Sql | undefined {
  if (!field.orNone && (field.since === undefined || year === undefined)) return undefined;
  const { writer } = rows;
  const facts = factsOf(writer, owner);
  const place = quoted(placeOf(facts, year));
  const arms = [`WHEN ${knownTest(field, facts, place)} THEN FALSE`];
  if (field.orNone) arms.push(`WHEN ${place}.${quoted(facts.table.none(field))} THEN TRUE`);
  if (field.since !== undefined && year !== undefined) {
    const since = sinceText(writer, facts, field.since);
    arms.push(`ELSE ${since} > ${year}`);
  }
  const name = `${facts.table.column(field)}${year === undefined ? '' : `_${year}`}_none`;
  return takeFact(rows, facts, `${field.id}@${year ?? ''}?`, name, `CASE ${arms.join(' ')} END`, '');
}

function knownTest(field: FieldIr, facts: Facts, place: string): string {
  if (field.type.kind !== 'choices') return `${place}.${quoted(facts.table.column(field))} IS NOT NULL`;
  const first = field.type.options[0]?.id ?? '';
  return `${place}.${quoted(facts.table.option(field, first))} IS NOT NULL`;
}

/** The calendar year of the date that begins a series: of the same owner, else of the subject. */
function sinceText(writer: QueryWriter, facts: Facts, field: string): string {
  const isOwn =
    facts.owner !== undefined &&
    writer.ir.lists.some(({ id, fields }) => id === facts.owner && fields.some((one) => one.id === field));
  const table = isOwn || facts.owner === undefined ? facts.table : writer.tables.subject;
  const owner = isOwn ? facts.owner : undefined;
  const column = `${quoted(table.name)}.${quoted(table.column(writer.field(owner, field)))}`;
  return writer.dialect.yearOf({ text: column, depth: 0, form: 'name' }).text;
}

/** Calendar year that a reading of a yearly fact asks for. */
export function yearOfFact(writer: QueryWriter, node: Pick<FactExpr, 'shift'>, field: FieldIr): number | undefined {
  return field.yearly ? writer.year + node.shift : undefined;
}

/** Whether the applicant states a list at all. */
export function listedColumn(rows: Rows, list: string): Sql {
  const { writer } = rows;
  const facts = factsOf(writer, undefined);
  const name = writer.tables.listed(list);
  return takeFact(rows, facts, `${list} listed`, name, `${quoted(facts.table.name)}.${quoted(name)}`, '');
}

function placeOf(facts: Facts, year: number | undefined): string {
  if (year === undefined) return facts.table.name;
  facts.years.add(year);
  return `${facts.table.name} ${year}`;
}

function takeFact(rows: Rows, facts: Facts, key: string, wanted: string, text: string, words: string): Sql {
  let column = facts.columns.get(key);
  if (column === undefined) {
    column = { name: facts.names.take(wanted), text, comment: words };
    facts.columns.set(key, column);
  }
  if (facts.owner === undefined && rows.list !== undefined) joinApplicant(rows, facts);
  return takeColumn(rows, `${quoted(facts.name)}.${quoted(column.name)}`, column.name);
}

/** Rows of items see their applicant's facts too. */
function joinApplicant(rows: Rows, applicants: Facts): void {
  joinSource(rows, `JOIN ${quoted(applicants.name)} ON ${same('subject', applicants.name, rows.source)}`);
}

export function same(column: string, left: string, right: string): string {
  return `${quoted(left)}.${quoted(column)} = ${quoted(right)}.${quoted(column)}`;
}

function namesOf({ id, names }: FieldIr, { language }: QueryWriter): string {
  const told = (language === 'zh' ? names.zh : undefined) ?? names.en;
  return told === id ? '' : told;
}

/** The table of facts as the query's step. Subjects without rows of a year have NULL in its columns. */
export function factsTable(writer: QueryWriter, facts: Facts): CommonTable {
  const { table, owner } = facts;
  const keys = owner === undefined ? ['subject'] : ['subject', 'item'];
  const own = [...keys, ...(owner === undefined ? [] : ['position'])].map(
    (key) => `${quoted(table.name)}.${quoted(key)}`,
  );
  const columns = [...facts.columns.values()].map(({ name, text, comment: words }) =>
    [...(words === '' ? [] : [comment(words)]), `${text} AS ${quoted(name)}`].join('\n  '),
  );
  const years = [...facts.years].sort((left, right) => right - left);
  const joins = years.map((year) => {
    const alias = `${table.name} ${year}`;
    const on = [...keys.map((key) => same(key, alias, table.name)), `${quoted(alias)}.${quoted('year')} = ${year}`];
    return `LEFT JOIN ${quoted(table.yearly ?? '')} AS ${quoted(alias)} ON ${on.join(' AND ')}`;
  });
  const needsSubject =
    owner !== undefined &&
    [...facts.columns.values()].some(({ text }) => text.includes(`${quoted(writer.tables.subject.name)}.`));
  const subject = writer.tables.subject.name;
  if (needsSubject) joins.push(`JOIN ${quoted(subject)} ON ${same('subject', subject, table.name)}`);
  return {
    name: facts.name,
    comments: [],
    body: `SELECT\n  ${[...own, ...columns].join(',\n  ')}\nFROM ${[quoted(table.name), ...joins].join('\n')}`,
  };
}
