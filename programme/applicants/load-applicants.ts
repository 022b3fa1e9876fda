/** A file or a folder of tables → applicants in order, with all rows about each beside one another. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { make } from '../../diagnostics/diagnostic.ts';
import { ItemOfNobody, NoTables, RowWithoutApplicant } from '../../diagnostics/programme-tables.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { isTableFile, stageFile, tableEndings } from '../tables/stage-file.ts';
import { fewRows, rowsOf, type Workspace } from '../workspace.ts';
import { type BoundTable, bindTable, type HeaderNames } from './bound-table.ts';
import type { Problem } from './problem.ts';

/** A bound table whose rows stand by applicant: `sorted` holds `pos`, `row`, then `year` and one column for each bound one. */
export interface SortedTable {
  readonly bound: BoundTable;
  readonly sorted: string;
}

export interface Applicants {
  readonly count: number;
  readonly tables: readonly SortedTable[];
}

export type ReportProblem = (problem: Problem) => void;

/**
 * Makes the table `people` (`pos`, from 0 in the order of the files; `subject`) and a sorted table for each of the others. Rows that belong
 * to nobody are told. With an error in the headers of a table, or without any table, there are no applicants: `undefined`.
 */
export async function loadApplicants(
  workspace: Workspace,
  path: string,
  ir: PolicyIr,
  renamed: HeaderNames,
  report: ReportProblem,
): Promise<Applicants | undefined> {
  const bound = await boundTables(workspace, path, ir, renamed, report);
  if (bound === undefined) return undefined;
  const { connection } = workspace;
  await connection.run(foldedMacro);
  const own = bound.filter(({ role }) => role.kind === 'applicants');
  const named = own.map(
    (table, index) => `select ${index} as file, row, ${subjectOf(table)} as subject from ${rowsAfterHeaders(table)}`,
  );
  await connection.run(`create table people as select (row_number() over (order by first_file, first_row) - 1)::integer as pos, subject
    from (select subject, min(file) as first_file, arg_min(row, (file, row)) as first_row
      from (${named.join(' union all ')}) where subject is not null group by subject)`);
  const tables: SortedTable[] = [];
  for (const [index, table] of bound.entries()) tables.push(await sortTable(workspace, table, `sorted_${index}`));
  for (const table of bound) await tellRowsOfNobody(workspace, table, report);
  for (const { table } of bound) await connection.run(`drop table ${table.name}`);
  const [count] = await fewRows(connection, 'select count(*) from people');
  return { count: Number(count?.[0] ?? 0), tables };
}

async function boundTables(
  workspace: Workspace,
  path: string,
  ir: PolicyIr,
  renamed: HeaderNames,
  report: ReportProblem,
): Promise<readonly BoundTable[] | undefined> {
  let isBroken = false;
  const bound: BoundTable[] = [];
  for (const [index, file] of filesOf(path).entries()) {
    const tell =
      (name: string) =>
      <P>(kind: Parameters<typeof make<P>>[0], parameters: P) => {
        const finding = make(kind, { path: name }, parameters);
        isBroken ||= finding.severity === 'error';
        report({ file: name, finding });
      };
    for (const table of await stageFile(workspace, file, `file_${index}`, tell(file))) {
      const one = await bindTable(workspace, table, ir, renamed, tell(table.file));
      if (one !== undefined) bound.push(one);
    }
  }
  if (isBroken) return undefined;
  if (bound.some(({ role }) => role.kind === 'applicants')) return bound;
  report({ file: path, finding: make(NoTables, { path }, { path, endings: tableEndings }) });
  return undefined;
}

/** In the order of their names: with a queue, who is listed first is served first. */
function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.') && !name.startsWith('~$'))
    .sort()
    .map((name) => join(path, name))
    .filter(isTableFile);
}

/** Full-width forms as their ordinary ones, as the door folds them; without space around; blank as null. Visible ASCII is that already. */
const widths = { full: fullWidth(), half: halfWidth() };
const foldedMacro = `create or replace macro folded(x) as case when regexp_full_match(x, '[!-~]+') then x else
  nullif(regexp_replace(translate(nfc_normalize(x), '${widths.full}', '${widths.half}'), '^\\s+|\\s+$', '', 'g'), '') end`;

function fullWidth(): string {
  const forms = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0xff01 + index)).join('');
  return `${forms}\u3000\u00a0\u2212`.replaceAll("'", "''");
}

function halfWidth(): string {
  const forms = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).join('');
  return `${forms}  -`.replaceAll("'", "''");
}

function rowsAfterHeaders({ table, headerRow }: BoundTable): string {
  return `(select * from ${table.name} where row > ${headerRow})`;
}

/** Of a row in which nothing stands nobody is told. */
function isBlank({ table }: BoundTable): string {
  const cells = Array.from({ length: table.width }, (_, index) => `c${index}`);
  return `coalesce(${cells.join(', ')}) is null`;
}

function subjectOf({ table, subject }: BoundTable): string {
  if (!table.isJson) return `folded(c${subject})`;
  return `folded(case when json_valid(c0) then coalesce(c0 ->> '$.subject', c0 ->> '$."申报主体"') end)`;
}

async function sortTable({ connection }: Workspace, bound: BoundTable, sorted: string): Promise<SortedTable> {
  const { table, columns, year, width } = bound;
  const cells = table.isJson ? ['c0'] : columns.map(({ at }, index) => `c${at} as v${index}`);
  const spare = Array.from({ length: table.isJson ? 0 : table.width - width }, (_, index) => `c${width + index}`);
  const beyond = spare.length === 0 ? 'null::varchar' : `coalesce(${spare.join(', ')})`;
  const list = [
    'people.pos',
    'row',
    `${year === undefined ? 'null::varchar' : `c${year}`} as year`,
    `${beyond} as beyond`,
    ...cells,
  ];
  await connection.run(
    `create table ${sorted} as select ${list.join(', ')} from ${rowsAfterHeaders(bound)} join people on people.subject = ${subjectOf(bound)} order by people.pos, row`,
  );
  return { bound, sorted };
}

async function tellRowsOfNobody(workspace: Workspace, bound: BoundTable, report: ReportProblem): Promise<void> {
  const { role } = bound;
  const { file } = bound.table;
  const subject = subjectOf(bound);
  const from = rowsAfterHeaders(bound);
  // All columns are read only where some row names nobody.
  const [unnamed] = await fewRows(workspace.connection, `select count(*) from ${from} where ${subject} is null`);
  const nameless = Number(unnamed?.[0] ?? 0) === 0 ? 'false' : `(${subject} is null and not ${isBlank(bound)})`;
  const strangers = role.kind === 'applicants' ? 'false' : `${subject} not in (select subject from people)`;
  const rows = rowsOf(workspace, `select row, ${subject} from ${from} where ${nameless} or ${strangers} order by row`);
  for await (const [row, written] of rows) {
    const number = Number(row);
    const path = file;
    report({
      file,
      row: number,
      ...(written === null ? {} : { subject: String(written) }),
      finding:
        written === null
          ? make(RowWithoutApplicant, { path }, { row: number })
          : make(ItemOfNobody, { path }, { row: number, subject: String(written), near: [] }),
    });
  }
}
