import type { AggregateExpr } from '../../../runtime/ir.ts';
import { mostRows } from './award-table.ts';
import { decimalType } from './decimal-type.ts';
import { emitNumber, emitTruth } from './expressions.ts';
import { factsOf, listedColumn, same } from './facts.ts';
import { tightType, typeOfDigits } from './number-type.ts';
import { narrowed } from './numbers.ts';
import { refuse } from './query-writer.ts';
import { quoted } from './quoting.ts';
import { finishRows, joinSource, nameColumn, newRows, type Rows, takeColumn } from './rows.ts';
import { caseOf, literal, type Sql, sql } from './sql-text.ts';
import { isOpen, type NumberType, type SqlNumber } from './sql-value.ts';

/** R20. The items that count get a table, and their sums another; one item of which it is not known makes the whole unknown. */
export function aggregate(rows: Rows, node: AggregateExpr): SqlNumber {
  const { writer } = rows;
  const items = newRows(
    writer,
    writer.relations.take(`${rows.name} ${node.list}`),
    factsOf(writer, node.list).name,
    node.list,
  );
  items.referenceDay = rows.referenceDay;
  const counts = node.where === undefined ? literal('TRUE') : emitTruth(items, node.where).sql;
  const value = node.of === undefined ? undefined : narrowed(items, emitNumber(items, node.of));
  if (value !== undefined && (isOpen(value) || value.undef !== undefined))
    refuse(writer, node.id, { zh: '可能不存在的数的合计', en: 'an aggregate of figures that may not exist' });
  const subject = takeColumn(items, `${quoted(items.source)}."subject"`, 'subject');
  const outputs = [
    { name: 'subject', piece: subject },
    { name: 'counts', piece: counts },
    ...(value === undefined ? [] : [{ name: 'value', piece: value.hi }]),
  ];
  writer.steps.push(finishRows(items, outputs, []));
  const type = typeOf(node, value?.type);
  const totals = totalsTable(rows, node, items.name, type);
  return read(rows, node, totals, type);
}

function typeOf(node: AggregateExpr, value: NumberType | undefined): NumberType {
  if (node.operation === 'count' || value === undefined) return { ...typeOfDigits(9, 0, true), most: mostRows };
  if (node.operation !== 'total') return value;
  const most = value.most * mostRows;
  return tightType({ ...value, digits: value.digits + 6, most });
}

/** One row for each applicant that lists something. */
function totalsTable(rows: Rows, node: AggregateExpr, items: string, type: NumberType): string {
  const { writer } = rows;
  const name = writer.relations.take(`${items} ${node.operation}`);
  const open = node.of === undefined ? '"counts" IS NULL' : '"counts" IS NULL OR "counts" AND "value" IS NULL';
  const body = [
    'SELECT "subject",',
    `  CASE WHEN COUNT(CASE WHEN ${open} THEN 1 END) = 0 THEN ${measure(node, type)} END AS "result",`,
    '  COUNT(CASE WHEN "counts" THEN 1 END) AS "counted",',
    `  COUNT(CASE WHEN ${open} THEN 1 END) AS "unknown"`,
    `FROM ${quoted(items)}`,
    'GROUP BY "subject"',
  ];
  writer.steps.push({ name, comments: [], body: body.join('\n') });
  return name;
}

function measure(node: AggregateExpr, type: NumberType): string {
  const value = 'CASE WHEN "counts" THEN "value" END';
  switch (node.operation) {
    case 'count':
      return 'COUNT(CASE WHEN "counts" THEN 1 END)';
    case 'total':
      return `COALESCE(CAST(SUM(${value}) AS ${decimalType(type.digits, type.scale)}), 0)`;
    case 'highest':
      return `MAX(${value})`;
    case 'lowest':
      return `MIN(${value})`;
  }
}

/** An applicant without items has a total of 0, and no highest; one that does not state the list leaves it open. */
function read(rows: Rows, node: AggregateExpr, table: string, type: NumberType): SqlNumber {
  joinSource(rows, `LEFT JOIN ${quoted(table)} ON ${same('subject', table, rows.source)}`);
  const wanted = `${node.list}_${node.operation}`;
  const column = (name: string): Sql => takeColumn(rows, `${quoted(table)}.${quoted(name)}`, `${wanted}_${name}`);
  const listed = listedColumn(rows, node.list);
  const [result, counted, unknown] = [column('result'), column('counted'), column('unknown')];
  const isEmpty = sql`${counted} IS NULL`;
  const isTotal = node.operation === 'total' || node.operation === 'count';
  const piece = nameColumn(
    rows,
    wanted,
    caseOf([{ when: sql`NOT ${listed}`, give: 'NULL' }, ...(isTotal ? [{ when: isEmpty, give: '0' }] : [])], result),
  );
  const number: SqlNumber = { kind: 'number', lo: piece, hi: piece, type };
  if (isTotal) return number;
  const undef = caseOf([
    { when: sql`NOT ${listed}`, give: 'NULL' },
    { when: isEmpty, give: 'TRUE' },
    { when: sql`${unknown} = 0`, give: sql`${counted} = 0` },
  ]);
  return { ...number, undef: nameColumn(rows, `${wanted}_missing`, undef) };
}
