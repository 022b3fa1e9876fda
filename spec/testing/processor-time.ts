/** Runs `work` and says how many milliseconds of processor time it took: what the clock says when nobody else uses the machine. */
export function processorTime<T>(work: () => T): { readonly result: T; readonly milliseconds: number } {
  const clock = performance.now();
  const processor = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(processor);
  // Several threads collect garbage at once, so processor time alone may exceed the clock.
  return { result, milliseconds: Math.min((user + system) / 1000, performance.now() - clock) };
}
