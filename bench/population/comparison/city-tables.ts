/** The files of a population → typed tables of a workspace, which the query's tables and the evaluator's columns are both made from. */
import { join } from 'node:path';
import { duckdb } from '../../../compiler/emit/sql/dialect.ts';
import { columnType } from '../../../compiler/emit/sql/fact-type.ts';
import { sqlName, sqlText, type Workspace } from '../../../programme/workspace.ts';
import type { FieldIr, PolicyIr } from '../../../runtime/ir.ts';
import type { PopulationPlan } from '../company-facts.ts';
import { type PopulationTable, populationTables } from '../tables.ts';

/** A fact of one column. A set of options stands as in the file, joined by |; of a fact that may be `none` a second column says so. */
export interface CityColumn {
  readonly field: FieldIr;
  readonly year?: number;
  /** As SQL names it. */
  readonly cell: string;
  readonly none?: string;
}

/** Columns `pos` (number of the company, from 0) and `subject`; of lists `item`, `position` (from 1). */
export interface CityTable {
  readonly name: string;
  readonly columns: readonly CityColumn[];
}

export interface City {
  readonly companies: CityTable;
  /** By list. */
  readonly lists: ReadonlyMap<string, CityTable>;
}

/** Number of the company in its subject, as `subjectOf` of the population writes it. */
const numberOfSubject = 'cast(substr(subject, 11) as integer)';

export async function stageCity(
  workspace: Workspace,
  ir: PolicyIr,
  plan: PopulationPlan,
  folder: string,
): Promise<City> {
  const [own, ...lists] = populationTables(plan);
  const companies = await stageTable(workspace, own!, ir.fields, folder, []);
  const staged = new Map<string, CityTable>();
  for (const table of lists) {
    const list = ir.lists.find(({ id }) => id === table.name);
    const [key] = list?.key ?? [];
    if (list === undefined || key === undefined) throw new Error(`no list ${table.name} with a key`);
    // Items are numbered in the order of the company's entries: P1, P2 …
    const keys = [`${sqlName(key)} as item`, `cast(substr(${sqlName(key)}, 2) as integer) as position`];
    staged.set(list.id, await stageTable(workspace, table, list.fields, folder, keys));
  }
  return { companies, lists: staged };
}

async function stageTable(
  { connection }: Workspace,
  { name, columns }: PopulationTable,
  fields: readonly FieldIr[],
  folder: string,
  keys: readonly string[],
): Promise<CityTable> {
  const table = sqlName(`city ${name}`);
  const staged = columns.flatMap((column): readonly CityColumn[] => {
    const field = fields.find(({ id }) => id === column.fact);
    if (field === undefined) return [];
    const year = column.year === undefined ? {} : { year: Number(column.year) };
    const none = field.orNone ? { none: sqlName(`${column.name} none`) } : {};
    return [{ field, cell: sqlName(column.name), ...year, ...none }];
  });
  const cells = staged.flatMap(({ field, cell, none }) => {
    const type = field.type.kind === 'choices' ? 'varchar' : columnType(field, duckdb);
    return none === undefined
      ? [`cast(${cell} as ${type}) as ${cell}`]
      : [`cast(nullif(${cell}, 'none') as ${type}) as ${cell}`, `coalesce(${cell} = 'none', false) as ${none}`];
  });
  const types = columns.map((column) => `${sqlText(column.name)}: 'VARCHAR'`).join(', ');
  const file = sqlText(join(folder, `${name}.csv`));
  await connection.run(
    `create table ${table} as select ${[`${numberOfSubject} as pos`, 'subject', ...keys, ...cells].join(', ')}
      from read_csv(${file}, columns={${types}}, auto_detect=false, header=true, delim=',')`,
  );
  return { name: table, columns: staged };
}
