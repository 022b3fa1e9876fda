/** What the figures were measured on, without names of machines or places. */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

export function machineText(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]!.toFixed(1);
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores of ${first?.model.trim() ?? 'an unknown processor'}, ${memory} GB, load ${load} at the start`;
}
