import { mostRows } from './award-table.ts';
import { decimalType } from './decimal-type.ts';
import { listedColumn, same } from './facts.ts';
import type { Lines } from './lines.ts';
import { tightType } from './number-type.ts';
import type { QueryWriter } from './query-writer.ts';
import { quoted } from './quoting.ts';
import { joinSource, nameColumn, type Rows, takeColumn } from './rows.ts';
import { caseOf, type Sql, sql } from './sql-text.ts';
import { type Kept, type NumberType, readBack, type SqlNumber } from './sql-value.ts';

/** Items of a clause as a table of the query: `out_of_force`, `gate`, and columns of amounts. */
export interface ItemsTable {
  readonly list: string;
  readonly table: string;
  /** Amounts that can be summed, by name; where one has a lower end of its own, `NAME_least` stands beside it. */
  readonly amounts: Readonly<Record<string, Kept>>;
  readonly hasForce: boolean;
}

/** R20: the clause goes on with the sum of its items; it is met if some item is. */
export function runItems(rows: Rows, lines: Lines): void {
  if (lines.items === undefined) throw new Error('items are written before their clause');
  const totals = itemTotals(rows, lines.items);
  lines.gate.push(nameColumn(rows, 'items_met', totals.met));
  lines.it = totals.sum('value');
}

export interface ItemTotals {
  /** Whether some item is met; false without items, NULL while it is open. */
  readonly met: Sql;
  readonly sum: (amount: string) => SqlNumber;
}

/** What the items of each applicant come to; NULL where one of them is open, or the list is not stated. */
export function itemTotals(rows: Rows, items: ItemsTable): ItemTotals {
  const table = totalsTable(rows.writer, items);
  joinSource(rows, `LEFT JOIN ${quoted(table)} ON ${same('subject', table, rows.source)}`);
  const column = (name: string): Sql => takeColumn(rows, `${quoted(table)}.${quoted(name)}`, `items_${name}`);
  const listed = listedColumn(rows, items.list);
  const [met, open] = [column('met'), column('open')];
  const summed = (name: string): Sql =>
    nameColumn(
      rows,
      `items_${name}_sum`,
      caseOf(
        [
          { when: sql`NOT ${listed}`, give: 'NULL' },
          { when: sql`${met} IS NULL`, give: '0' },
        ],
        column(name),
      ),
    );
  return {
    met: caseOf(
      [
        { when: sql`NOT ${listed}`, give: 'NULL' },
        { when: sql`${met} > 0`, give: 'TRUE' },
        { when: sql`${open} > 0`, give: 'NULL' },
      ],
      'FALSE',
    ),
    sum: (name) => {
      const amount = items.amounts[name];
      if (amount === undefined) throw new Error(`items have no ${name}`);
      const total = { ...amount, type: sumTypeOf(amount.type) };
      return readBack(total, summed(name), () => summed(`${name}_least`));
    },
  };
}

function sumTypeOf(type: NumberType): NumberType {
  return tightType({ ...type, digits: type.digits + 6, most: type.most * mostRows });
}

/** One row for each applicant with items; made once for each table of items. */
function totalsTable(writer: QueryWriter, { table, amounts, hasForce }: ItemsTable): string {
  const known = writer.shared.get(`totals ${table}`);
  if (known !== undefined) return known.name;
  const name = writer.relations.take(`${table} sum`);
  const counts = hasForce ? 'NOT "out_of_force" AND ' : '';
  const sums = Object.entries(amounts).flatMap(([amount, { type, low }]) => {
    const { digits, scale } = sumTypeOf(type);
    return (low === 'own' ? [amount, `${amount}_least`] : [amount]).map(
      (column) =>
        `  CASE WHEN COUNT(*) = COUNT(${quoted(column)}) THEN CAST(SUM(${quoted(column)}) AS ${decimalType(digits, scale)}) END AS ${quoted(column)}`,
    );
  });
  const measures = [
    `  COUNT(CASE WHEN ${counts}"gate" THEN 1 END) AS "met"`,
    `  COUNT(CASE WHEN ${counts}"gate" IS NULL THEN 1 END) AS "open"`,
    ...sums,
  ];
  const body = `SELECT "subject",\n${measures.join(',\n')}\nFROM ${quoted(table)}\nGROUP BY "subject"`;
  const made = { name, comments: [], body };
  writer.shared.set(`totals ${table}`, made);
  writer.steps.push(made);
  return name;
}
