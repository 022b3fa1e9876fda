/** Rows as contestants: the same seeded companies for all, as many at a time as fill a few milliseconds. */
import { realisticCompanies } from '../companies/five-generators.ts';
import type { Contestant } from '../measure/contest.ts';
import type { Prepared } from '../peers/peer.ts';
import type { Row } from '../rows/row.ts';

const companies = 20_000;
/** One run lasts about so long, so that looking at the clock costs nothing beside it. */
const runMilliseconds = 3;

export async function contestantsOf(rows: readonly Row[], seed: number): Promise<readonly Contestant[]> {
  const found: Contestant[] = [];
  for (const row of rows) found.push(await contestantOf(row, seed));
  return found;
}

async function contestantOf(row: Row, seed: number): Promise<Contestant> {
  const prepared = await row.prepare();
  const first = realisticCompanies(200, seed).map(prepared.input);
  const work = await workPerRun(prepared, first);
  // Facts of slow engines are heavy, and they never get through all of them.
  const inputs = realisticCompanies(work < 200 ? 2000 : companies, seed).map(prepared.input);
  return { id: row.id, work, ...runsOver(prepared, inputs, work) };
}

function runsOver(
  { assess, waits }: Prepared,
  inputs: readonly unknown[],
  work: number,
): Pick<Contestant, 'run' | 'waits'> {
  const kept: unknown[] = [undefined];
  if (waits === true) {
    const run = async (from: number) => {
      for (let index = 0; index < work; index += 1) kept[0] = await assess(inputs[(from + index) % inputs.length]);
      return kept[0];
    };
    return { run, waits };
  }
  return {
    run: (from) => {
      let place = from % inputs.length;
      for (let index = 0; index < work; index += 1) {
        kept[0] = assess(inputs[place]);
        place += 1;
        if (place === inputs.length) place = 0;
      }
      return kept[0];
    },
  };
}

/** So many as take a few milliseconds of the processor, once machine code is made. */
async function workPerRun({ assess, waits }: Prepared, inputs: readonly unknown[]): Promise<number> {
  const spent = async (calls: number): Promise<number> => {
    const before = process.cpuUsage();
    for (let index = 0; index < calls; index += 1) {
      const result = assess(inputs[index % inputs.length]);
      if (waits === true) await result;
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  let calls = 1;
  for (let warm = 0; warm < 300 && calls < companies; calls *= 2) warm += await spent(calls);
  calls = 1;
  while (calls < companies && (await spent(calls)) < runMilliseconds) calls *= 2;
  return Math.min(calls, companies);
}
