/** How long single assessments take: the usual one, and the slowest of a hundred. */
import { quantile } from './spread.ts';

/** Microseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

export async function latencyOf(calls: number, run: (index: number) => unknown, waits: boolean): Promise<Latency> {
  const times: number[] = [];
  for (let index = 0; index < calls * 1.5; index += 1) {
    const from = process.hrtime.bigint();
    const done = run(index);
    if (waits) await done;
    const took = Number(process.hrtime.bigint() - from) / 1e3;
    // The first third warms up.
    if (index >= calls / 2) times.push(took);
  }
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
