/** How much longer a program takes than a bare start of Node: all of them by turns, in random order, each held against the bare start of its round. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../companies/random.ts';
import { type Spread, spreadOf } from './spread.ts';

export interface Start {
  readonly id: string;
  /** Arguments of Node. */
  readonly command: readonly string[];
}
/** Milliseconds. */
export interface StartTimes {
  readonly id: string;
  readonly beyondBare: Spread;
  /** Between the quickest of both: what remains when nothing disturbs. */
  readonly least: number;
}

export interface StartPlan {
  readonly rounds: number;
  readonly seed: number;
  /** For the empty program. */
  readonly folder: string;
}

export function measureStarts(starts: readonly Start[], plan: StartPlan): readonly StartTimes[] {
  mkdirSync(plan.folder, { recursive: true });
  const empty = join(plan.folder, 'empty.mjs');
  writeFileSync(empty, '');
  const all: readonly Start[] = [{ id: 'bare', command: [empty] }, ...starts];
  const times = all.map((): number[] => []);
  const random = seeded(plan.seed);
  for (let round = 0; round <= plan.rounds; round += 1) {
    const order = all.map((_, index) => ({ index, key: random.fraction() })).sort((a, b) => a.key - b.key);
    for (const { index } of order) {
      const time = timeOf(all[index]!);
      // The first round reads files into the system's memory.
      if (round > 0) times[index]!.push(time);
    }
  }
  const [bare] = times;
  const leastBare = Math.min(...bare!);
  return starts.map(({ id }, index) => {
    const own = times[index + 1]!;
    return {
      id,
      beyondBare: spreadOf(own.map((time, round) => time - bare![round]!)),
      least: Math.min(...own) - leastBare,
    };
  });
}

function timeOf({ id, command }: Start): number {
  const from = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
  const took = Number(process.hrtime.bigint() - from) / 1e6;
  if (status !== 0) throw new Error(`${id} ended with ${status}: ${stderr.toString().slice(0, 500)}`);
  return took;
}
