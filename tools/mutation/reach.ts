import { Session } from 'node:inspector';

/** Which functions of which modules ran, by the path of the module: what a case never runs, it cannot notice. */
export type Reach = ReadonlyMap<string, ReadonlySet<string>>;

/** Runs something and tells which named functions it ran. Modules are to bear their paths as file names. */
export function reachOf(run: () => void): Reach {
  const session = new Session();
  session.connect();
  const found = new Map<string, Set<string>>();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  run();
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
    for (const { url, functions } of result) {
      const ran = functions.filter(({ ranges }) => ranges.some(({ count }) => count > 0));
      found.set(url, new Set(ran.map(({ functionName }) => functionName)));
    }
  });
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  return found;
}
