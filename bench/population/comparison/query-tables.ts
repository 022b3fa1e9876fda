/** A stretch of companies → the tables that the query of `jieti emit sql` reads, made as `--tables` says, with all their keys and checks. */

import { type FactTable, tableNames } from '../../../compiler/emit/sql/table-names.ts';
import { emitSqlTables } from '../../../compiler/emit/sql/tables.ts';
import { sqlName, sqlText, type Workspace } from '../../../programme/workspace.ts';
import type { FieldIr, PolicyIr } from '../../../runtime/ir.ts';
import type { City, CityColumn, CityTable } from './city-tables.ts';

/** Companies `from` to `to` − 1. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is the same for all companies: by parameter and year, as SQL numbers. */
export type ParameterCells = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** Replaces the tables of the stretch before; the table of awards is empty. */
export async function fillQueryTables(
  { connection }: Workspace,
  ir: PolicyIr,
  city: City,
  parameters: ParameterCells,
  { from, to }: Stretch,
): Promise<void> {
  const tables = tableNames(ir);
  const within = `pos >= ${from} and pos < ${to}`;
  for (const name of tables.all) await connection.run(`drop table if exists ${sqlName(name)}`);
  await connection.run(emitSqlTables(ir, { language: 'en' }));
  const own = tables.subject;
  await connection.run(insertSingle(own, city.companies, ['subject'], ir.fields, within));
  for (const text of insertYearly(own, city.companies, ['subject'], parameters, within)) await connection.run(text);
  for (const [id, staged] of city.lists) {
    const fields = ir.lists.find((list) => list.id === id)?.fields ?? [];
    await connection.run(insertSingle(tables.list(id), staged, ['subject', 'item', 'position'], fields, within));
    for (const text of insertYearly(tables.list(id), staged, ['subject', 'item'], new Map(), within))
      await connection.run(text);
  }
}

function insertSingle(
  table: FactTable,
  staged: CityTable,
  keys: readonly string[],
  fields: readonly FieldIr[],
  within: string,
): string {
  const single = staged.columns.filter(({ field, year }) => year === undefined && fields.includes(field));
  const cells = [...keys, ...single.flatMap((column) => cellsOf(table, column))];
  return `insert into ${sqlName(table.name)} by name select ${cells.join(', ')} from ${staged.name} where ${within}`;
}

function insertYearly(
  table: FactTable,
  staged: CityTable,
  keys: readonly string[],
  parameters: ParameterCells,
  within: string,
): readonly string[] {
  const { yearly } = table;
  if (yearly === undefined) return [];
  const stagedYears = staged.columns.flatMap(({ year }) => (year === undefined ? [] : [year]));
  const years = new Set([...stagedYears, ...[...parameters.values()].flatMap((values) => [...values.keys()])]);
  return [...years].sort().map((year) => {
    const own = staged.columns.filter((column) => column.year === year).flatMap((column) => cellsOf(table, column));
    const given = [...parameters].flatMap(([id, values]) =>
      values.has(year) ? [`${values.get(year)} as ${sqlName(id)}`] : [],
    );
    const cells = [...keys, `${year} as year`, ...own, ...given];
    return `insert into ${sqlName(yearly)} by name select ${cells.join(', ')} from ${staged.name} where ${within}`;
  });
}

function cellsOf(table: FactTable, { field, cell, none }: CityColumn): readonly string[] {
  if (field.type.kind === 'choices')
    return field.type.options.map(
      ({ id }) => `list_contains(string_split(${cell}, '|'), ${sqlText(id)}) as ${sqlName(table.option(field, id))}`,
    );
  const own = `${cell} as ${sqlName(table.column(field))}`;
  return none === undefined ? [own] : [own, `${none} as ${sqlName(table.none(field))}`];
}
