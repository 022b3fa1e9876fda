/** Many companies at a time: hand-written loops over typed arrays, and the engines that hold columns. */
import { columnsOf, emptyAmounts } from '../companies/five-columns.ts';
import { boundaryCompanies, realisticCompanies } from '../companies/five-generators.ts';
import { assessColumns } from '../hand/assess-columns.ts';
import { type Contestant, contest, type Standing } from '../measure/contest.ts';
import type { PreparedColumns } from '../peers/column-peer.ts';
import { columnRows } from '../rows/column-rows.ts';
import type { Settings } from './settings.ts';
import type { WrongAmounts } from './wrong-amounts.ts';

export interface ColumnResults {
  readonly standings: readonly Standing[];
  readonly wrong: WrongAmounts;
}

export async function measureColumns(settings: Settings): Promise<ColumnResults> {
  const facts = columnsOf(realisticCompanies(settings.rows, settings.seed));
  const amounts = emptyAmounts(settings.rows);
  const byHand: Contestant = { id: 'hand', work: settings.rows, run: () => assessColumns(facts, amounts) };
  const prepared: PreparedColumns[] = [];
  const contestants: Contestant[] = [byHand];
  for (const [id, load] of Object.entries(columnRows)) {
    const engine = await (await load()).prepare(facts);
    prepared.push(engine);
    contestants.push({ id, work: settings.rows, run: engine.run, waits: true });
  }
  const standings = await contest(contestants, { ...settings, milliseconds: 1 });
  for (const { close } of prepared) close?.();
  return { standings, wrong: await wrongInColumns(settings) };
}

async function wrongInColumns({ cases, seed }: Settings): Promise<WrongAmounts> {
  const facts = columnsOf(boundaryCompanies(cases, seed));
  const expected = emptyAmounts(cases);
  assessColumns(facts, expected);
  const byRow: Record<string, number> = { hand: 0 };
  for (const [id, load] of Object.entries(columnRows)) {
    const { run, amounts, close } = await (await load()).prepare(facts);
    await run();
    const got = await amounts();
    let wrong = 0;
    for (const column of Object.keys(expected) as (keyof typeof expected)[]) {
      for (let row = 0; row < cases; row += 1) if (got[column][row] !== expected[column][row]) wrong += 1;
    }
    byRow[id] = wrong;
    close?.();
  }
  return { of: cases * Object.keys(expected).length, byRow };
}
