/** All that the tables say of each applicant, one after the other. */
import type { DuckDBValue } from '@duckdb/node-api';
import { rowsOf, type Workspace } from '../workspace.ts';
import type { BoundTable } from './bound-table.ts';
import type { Applicants } from './load-applicants.ts';
import { RowsByPosition } from './rows-by-position.ts';

export interface TableRow {
  readonly row: number;
  /** As written. */
  readonly year?: string;
  /** A cell that stands under no header. */
  readonly beyond?: string;
  /** By position among the bound columns; of JSON Lines one, the whole line. */
  readonly cells: readonly (string | undefined)[];
}

export interface TableRows {
  readonly bound: BoundTable;
  readonly rows: readonly TableRow[];
}

export interface ApplicantRows {
  readonly pos: number;
  readonly subject: string;
  /** Every table, those without rows about the applicant too. */
  readonly tables: readonly TableRows[];
}

/** `among`: SQL of the positions to take; all where it is absent. */
export async function* streamApplicants(
  workspace: Workspace,
  { tables }: Applicants,
  among?: string,
): AsyncGenerator<ApplicantRows> {
  const filter = among === undefined ? '' : ` where pos in (${among})`;
  const sources = tables.map(({ bound, sorted }) => ({
    bound,
    groups: new RowsByPosition(
      rowsOf(workspace, `select * from ${sorted}${filter}${among === undefined ? '' : ' order by pos, row'}`),
    ),
  }));
  const people = rowsOf(workspace, `select pos, subject from people${filter} order by pos`);
  for await (const [at, subject] of people) {
    const pos = Number(at);
    const taken: TableRows[] = [];
    for (const { bound, groups } of sources) taken.push({ bound, rows: (await groups.take(pos)).map(tableRow) });
    yield { pos, subject: String(subject), tables: taken };
  }
}

function tableRow([, row, year, beyond, ...cells]: readonly DuckDBValue[]): TableRow {
  return {
    row: Number(row),
    ...(year === null || year === undefined ? {} : { year: String(year) }),
    ...(beyond === null || beyond === undefined ? {} : { beyond: String(beyond) }),
    cells: cells.map((cell) => (cell === null ? undefined : String(cell))),
  };
}
