/**
 * Contestants do the same work by turns. In every round each has one turn, in random order, and is held against the hand-written code's
 * turn of the same round: what else the machine does falls on both alike.
 */
import { type Random, seeded } from '../companies/random.ts';
import { type Spread, spreadOf } from './spread.ts';

export interface Contestant {
  readonly id: string;
  /** Pieces of work (assessments, rows) that one run does. */
  readonly work: number;
  /** Does them, beginning with number `from` of whatever it works on. */
  readonly run: (from: number) => unknown;
  /** `run` gives promises. */
  readonly waits?: boolean;
}

export interface ContestPlan {
  readonly rounds: number;
  readonly seed: number;
  /** How long a turn lasts at least. */
  readonly milliseconds: number;
  /** `processor`: what the process used of it, all threads together, for a machine that others use too; blind to several threads' gain. */
  readonly clock: 'wall' | 'processor';
}

export interface Standing {
  readonly id: string;
  /** Nanoseconds for one piece of work. */
  readonly nanoseconds: Spread;
  /** To the reference, round by round. */
  readonly ratio: Spread;
}

/** The first contestant is the reference. */
export async function contest(contestants: readonly Contestant[], plan: ContestPlan): Promise<readonly Standing[]> {
  const random = seeded(plan.seed);
  const times = contestants.map((): number[] => []);
  for (const contestant of contestants) await turn(contestant, plan, 0);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const index of shuffled(contestants.length, random)) {
      times[index]!.push(await turn(contestants[index]!, plan, random.below(1 << 20)));
    }
  }
  const [reference] = times;
  return contestants.map(({ id }, index) => ({
    id,
    nanoseconds: spreadOf(times[index]!),
    ratio: spreadOf(times[index]!.map((time, round) => time / reference![round]!)),
  }));
}

/** Nanoseconds for one piece of work. Nothing is collected on purpose: a forced collection throws away shapes of objects, and machine code with them. */
async function turn(contestant: Contestant, plan: ContestPlan, from: number): Promise<number> {
  const elapsed = plan.clock === 'wall' ? wallClock() : processorClock();
  let runs = 0;
  let passed = 0;
  while (passed < plan.milliseconds) {
    const done = contestant.run(from + runs * contestant.work);
    if (contestant.waits === true) await done;
    sink = done;
    runs += 1;
    passed = elapsed();
  }
  return (passed * 1e6) / (runs * contestant.work);
}

/** Milliseconds since it was made. */
type Clock = () => number;

function wallClock(): Clock {
  const begin = performance.now();
  return () => performance.now() - begin;
}

function processorClock(): Clock {
  const begin = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  };
}

/** Results go somewhere, so that no compiler leaves the work out. */
export let sink: unknown;

function shuffled(count: number, random: Random): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
