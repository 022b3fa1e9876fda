import type { FactExpr, FieldIr, LadderExpr } from '../../../runtime/ir.ts';
import { emitNumber } from './expressions.ts';
import { numberTypeOf } from './fact-type.ts';
import { factColumn, factsOf, noneColumn, same } from './facts.ts';
import { exactly } from './numbers.ts';
import { type QueryWriter, refuse } from './query-writer.ts';
import { quoted } from './quoting.ts';
import { finishRows, joinSource, nameColumn, newRows, type Rows, takeColumn } from './rows.ts';
import { type Case, caseOf, closed, joinedBy, literal, type Sql, sql } from './sql-text.ts';
import type { SqlNumber } from './sql-value.ts';

/** Whether a threshold was passed in some year before, given how a value is tested against it. */
export type PassedBefore = (passes: (value: SqlNumber) => Sql) => Sql;

/**
 * The years before the assessed one that a ladder asks (R18). That some year passed is true if the highest of them did, or the stated
 * peak; it is false only if every year asked has an answer.
 */
export function earlierYears(rows: Rows, node: LadderExpr, of: FactExpr, field: FieldIr): PassedBefore {
  if (node.range.kind === 'unrewarded') return () => literal('FALSE');
  const last = lastYear(rows.writer, of);
  const peak = peakOf(rows, node, of);
  const first = nameColumn(rows, 'first_asked', firstYear(rows, node, peak, seriesStart(rows, node, field)));
  const [highest, answered] = highestOf(rows, node, of, field);
  const isComplete =
    node.range.kind === 'given'
      ? literal('TRUE')
      : nameColumn(rows, 'years_complete', sql`${answered} >= ${String(last + 1)} - ${first}`);
  return (passes) => {
    const cases: Case[] = [{ when: passes(highest), give: 'TRUE' }];
    if (peak !== undefined) cases.unshift({ when: passes(peak.value), give: 'TRUE' });
    cases.push({ when: isComplete, give: 'FALSE' });
    return caseOf(cases);
  };
}

interface Peak {
  readonly value: SqlNumber;
  readonly isKnown: Sql;
  readonly before: number;
}

/** A stated highest of the years before one, in place of these years. */
function peakOf(rows: Rows, node: LadderExpr, of: FactExpr): Peak | undefined {
  if (node.peak === undefined || node.peak.before > lastYear(rows.writer, of) + 1) return undefined;
  const value = emitNumber(rows, { kind: 'fact', id: node.id, type: of.type, field: node.peak.field, shift: 0 });
  const isKnown = sql`${value.hi} IS NOT NULL`;
  return {
    value,
    isKnown: value.undef === undefined ? isKnown : joinedBy('OR', [isKnown, value.undef]),
    before: node.peak.before,
  };
}

/** Years before a series begins are answered: there was nothing, unless a value is given all the same. */
function seriesStart(rows: Rows, node: LadderExpr, field: FieldIr): readonly Sql[] {
  const isRange = node.range.kind === 'sinceFact' && node.range.field === field.since;
  if (field.since === undefined || isRange) return [];
  const since = nameColumn(rows, 'series_year', rows.writer.dialect.yearOf(dateOf(rows, field.since, node)));
  return [nameColumn(rows, 'series_from', caseOf([{ when: sql`${since} IS NULL`, give: '0' }], since))];
}

/** The first year of the range, or the last of `later` starts; NULL while it is unknown. */
function firstYear(rows: Rows, node: LadderExpr, peak: Peak | undefined, later: readonly Sql[]): Sql {
  const { dialect } = rows.writer;
  const starts: Sql[] = [...later];
  if (node.range.kind === 'sinceYear') starts.push(literal(String(node.range.year)));
  if (node.range.kind === 'sinceFact')
    starts.push(nameColumn(rows, 'since_year', dialect.yearOf(dateOf(rows, node.range.field, node))));
  if (peak !== undefined) {
    const known = caseOf([{ when: peak.isKnown, give: String(peak.before) }], '0');
    starts.push(nameColumn(rows, 'peak_from', known));
  }
  const [start = literal('0'), ...rest] = starts;
  return rest.reduce((so, one) => {
    const name = so.form === 'name' ? so : nameColumn(rows, 'year_from', so);
    return caseOf([
      { when: sql`${name} >= ${one}`, give: name },
      { when: sql`${name} < ${one}`, give: one },
    ]);
  }, start);
}

function dateOf(rows: Rows, id: string, node: LadderExpr): Sql {
  const field = rows.writer.field(undefined, id);
  if (noneColumn(rows, field, undefined, undefined) !== undefined)
    refuse(rows.writer, node.id, {
      zh: '从可能不存在的日期算起的“首次”',
      en: 'a ladder since a day that may not exist',
    });
  return factColumn(rows, field, undefined, undefined);
}

/** The highest value of the years asked, and how many of them have one. */
function highestOf(rows: Rows, node: LadderExpr, of: FactExpr, field: FieldIr): readonly [SqlNumber, Sql] {
  const { writer } = rows;
  const years = yearRows(rows, node, of, field);
  const name = writer.relations.take(`${years} highest`);
  writer.steps.push({
    name,
    comments: [],
    body: `SELECT "subject", MAX("value") AS "highest", COUNT("asked") AS "answered"\nFROM ${quoted(years)}\nGROUP BY "subject"`,
  });
  joinSource(rows, `LEFT JOIN ${quoted(name)} ON ${same('subject', name, rows.source)}`);
  const column = (wanted: string): Sql => takeColumn(rows, `${quoted(name)}.${quoted(wanted)}`, `${wanted}_before`);
  const answered = nameColumn(rows, 'years_answered', closed`COALESCE(${column('answered')}, 0)`);
  return [exactly(column('highest'), numberTypeOf(field)), answered];
}

/** One row for each year asked that has a value. */
function yearRows(rows: Rows, node: LadderExpr, of: FactExpr, field: FieldIr): string {
  const { writer } = rows;
  const last = lastYear(writer, of);
  const { subject } = writer.tables;
  const yearly = subject.yearly ?? '';
  const own = factsOf(writer, undefined).name;
  const years = newRows(writer, writer.relations.take(`${rows.name} ${of.field}`), yearly);
  joinSource(years, `JOIN ${quoted(own)} ON ${same('subject', own, yearly)} AND ${quoted(yearly)}."year" <= ${last}`);
  const { digits, scale } = numberTypeOf(field);
  const stored = writer.dialect.stored(`${quoted(yearly)}.${quoted(subject.column(field))}`, digits, scale).text;
  const value = takeColumn(years, stored, 'value');
  const year = takeColumn(years, `${quoted(yearly)}."year"`, 'year');
  const applicant = takeColumn(years, `${quoted(own)}."subject"`, 'subject');
  const peak = peakOf(years, node, of);
  const first = nameColumn(years, 'first_year', firstYear(years, node, peak, []));
  const asked = firstYear(years, node, peak, seriesStart(years, node, field));
  const outputs = [
    { name: 'subject', piece: applicant },
    { name: 'value', piece: value },
    { name: 'asked', piece: caseOf([{ when: sql`${year} >= ${asked}`, give: '1' }]) },
  ];
  writer.steps.push(finishRows(years, outputs, [], sql`${year} >= ${first} AND ${value} IS NOT NULL`));
  return years.name;
}

/** The year before the one that the operand is read for. */
function lastYear(writer: QueryWriter, of: FactExpr): number {
  return writer.year + of.shift - 1;
}
