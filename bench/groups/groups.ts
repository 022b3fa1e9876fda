/**
 * What is measured in a process of its own each: what one group leaves behind in the machine code and the heap of its process is no other's
 * concern. By the name under which the report finds the results.
 */

import { factsText } from '../companies/facts-json.ts';
import { realisticCompanies } from '../companies/five-generators.ts';
import { assessJson } from '../hand/assess-json.ts';
import { bytesPerCall } from '../measure/allocation.ts';
import { type Contestant, contest, type Standing } from '../measure/contest.ts';
import { type Latency, latencyOf } from '../measure/latency.ts';
import { assessingRows, explainingRows, fullyExplainingRows, rowOf } from '../rows/all-rows.ts';
import { byHand } from '../rows/hand.ts';
import { directRow } from '../rows/jieti/direct.ts';
import { assessTexts } from '../rows/jieti/from-json.ts';
import { traceKept, traceReused } from '../rows/jieti/traced.ts';
import { type ColumnResults, measureColumns } from './columns.ts';
import { contestantsOf } from './contestants.ts';
import { measureGuarded } from './guarded.ts';
import type { Settings } from './settings.ts';
import { countWrong, type WrongAmounts } from './wrong-amounts.ts';

/** Of one row in a process of its own. */
export interface Footprint {
  /** Bytes on the heap of JavaScript for one assessment. */
  readonly bytes: number;
  /** The most memory that the process ever held, in bytes. */
  readonly peak: number;
  readonly latency: Latency;
}

export interface GroupResults {
  readonly assessing: readonly Standing[];
  readonly explaining: readonly Standing[];
  readonly explainingFully: readonly Standing[];
  readonly json: readonly Standing[];
  readonly engines: readonly Standing[];
  readonly wrong: WrongAmounts;
  readonly columns: ColumnResults;
  readonly guarded: Standing;
  readonly footprint: Footprint;
}

type Groups = {
  readonly [group in keyof GroupResults]: (settings: Settings, row: string) => Promise<GroupResults[group]>;
};

export const groups: Groups = {
  assessing: async (settings) =>
    contest(await contestantsOf([byHand, directRow, traceReused, traceKept], settings.seed), settings),
  explaining: async (settings) => contest(await contestantsOf(explainingRows, settings.seed), settings),
  explainingFully: async (settings) => contest(await contestantsOf(fullyExplainingRows, settings.seed), settings),
  json: async (settings) => contest(await textContestants(settings), settings),
  engines: async (settings) => contest(await contestantsOf(await assessingRows(), settings.seed), settings),
  wrong: async ({ cases, seed }) => countWrong([...(await assessingRows()), ...explainingRows.slice(1)], cases, seed),
  columns: measureColumns,
  guarded: measureGuarded,
  footprint: async (settings, row) => footprintOf(row, settings),
};

async function textContestants({ seed }: Settings): Promise<readonly Contestant[]> {
  const texts = realisticCompanies(5000, seed).map((company, index) => factsText(company, `company ${index}`));
  const byJieti = await assessTexts();
  const contestant = (id: string, assess: (text: string) => string): Contestant => ({
    id,
    work: 100,
    run: (from) => {
      let length = 0;
      for (let index = 0; index < 100; index += 1) length += assess(texts[(from + index) % texts.length]!).length;
      return length;
    },
  });
  return [contestant('hand', assessJson), contestant('jieti', byJieti)];
}

async function footprintOf(id: string, settings: Settings): Promise<Footprint> {
  const { prepare } = await rowOf(id);
  const { input, assess, waits } = await prepare();
  const inputs = realisticCompanies(2000, settings.seed).map(input);
  const run = (index: number) => assess(inputs[index % inputs.length]);
  const begin = performance.now();
  const warm = run(0);
  if (waits === true) await warm;
  const each = performance.now() - begin;
  const calls = each > 5 ? 200 : 2000;
  const latency = await latencyOf(calls, run, waits === true);
  const bytes = await bytesPerCall(run, waits === true);
  return { bytes, peak: process.resourceUsage().maxRSS * 1024, latency };
}
