/** Bytes that one assessment leaves on the heap of JavaScript. What an engine in another language allocates is not seen here. */
export async function bytesPerCall(run: (index: number) => unknown, waits: boolean): Promise<number> {
  const measure = async (calls: number): Promise<number> => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < calls; index += 1) {
      const done = run(index);
      if (waits) await done;
    }
    return (process.memoryUsage().heapUsed - before) / calls;
  };
  await measure(2000);
  // Few enough that the young generation (--max-semi-space-size) is not collected meanwhile; the greatest of several, since a collection can only lessen it.
  const rough = Math.max(await measure(50), 1);
  const calls = Math.max(50, Math.min(100_000, Math.floor(8e6 / rough)));
  const found = [await measure(calls), await measure(calls), await measure(calls)];
  return Math.max(0, ...found);
}
