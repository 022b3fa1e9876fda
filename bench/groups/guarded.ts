/** Ten thousand clauses of which ten apply: how long one assessment takes, by the columnar code, a block of rows at a time. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ColumnarCode, ColumnarLayout, FactColumn } from '../../runtime/columnar/layout.ts';
import { newColumns } from '../../runtime/columnar/new-columns.ts';
import { newOutcomes } from '../../runtime/columnar/new-outcomes.ts';
import { guardedCount } from '../build-emitted.ts';
import { assessedYear } from '../companies/five-facts.ts';
import { seeded } from '../companies/random.ts';
import { contest, type Standing } from '../measure/contest.ts';
import { sectors, sizes } from '../policies/many-clauses.ts';
import { builtFolder } from '../rows/jieti/emitted.ts';
import type { Settings } from './settings.ts';

const rows = 64;

export async function measureGuarded(settings: Settings): Promise<Standing> {
  const { layout, assessColumns } = (await import(pathToFileURL(join(builtFolder(), 'guarded.mjs')).href)) as {
    readonly layout: ColumnarLayout;
    readonly assessColumns: ColumnarCode;
  };
  const columns = newColumns(layout, rows);
  const outcomes = newOutcomes(layout, rows);
  const random = seeded(settings.seed);
  columns.year = assessedYear;
  columns.rows = rows;
  for (const [index, cells] of columns.facts.entries()) {
    for (let row = 0; row < rows; row += 1) cells[row] = cellOf(layout.facts[index]!, random.below);
  }
  assessColumns(columns, outcomes, 0, rows);
  for (let row = 0; row < rows; row += 1) checkRow(outcomes.clauses, row);
  const run = () => assessColumns(columns, outcomes, 0, rows);
  const [standing] = await contest([{ id: 'guarded', work: rows, run }], settings);
  return standing!;
}

function cellOf({ field, form }: FactColumn, below: (limit: number) => number): number {
  return field === 'revenue' || form.kind !== 'option' ? 100_000_000 : below(form.options.length);
}

/** Status 1 is granted. */
function checkRow(clauses: readonly { readonly status: Uint8Array }[], row: number): void {
  const granted = clauses.filter(({ status }) => status[row] === 1).length;
  const expected = guardedCount / (sectors * sizes);
  if (granted !== expected) throw new Error(`${granted} clauses grant, not ${expected}`);
}
