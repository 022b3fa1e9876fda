// One thread of a pool (`pool.ts`): takes stretches of rows from the columns that all threads see until none is left. Plain JavaScript, so that
// it runs wherever it lies, with nothing beside it but the emitted module that it is told to load.
import { parentPort, workerData } from 'node:worker_threads';

const { assessColumns } = await import(workerData.module);
if (typeof assessColumns !== 'function') throw new TypeError(`no columnar code in ${workerData.module}`);

// Of the last call. Code remembers the columns that it knows, and is quicker with them.
let columns;
let outcomes;

parentPort.on('message', ({ job, columns: newColumns, outcomes: newOutcomes, year, rows, next, to, stretch }) => {
  try {
    if (newColumns !== undefined) [columns, outcomes] = [newColumns, newOutcomes];
    columns.year = year;
    columns.rows = rows;
    for (;;) {
      const from = Atomics.add(next, 0, stretch);
      if (from >= to) break;
      assessColumns(columns, outcomes, from, Math.min(from + stretch, to));
    }
    parentPort.postMessage({ job });
  } catch (error) {
    parentPort.postMessage({ job, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
parentPort.postMessage({ job: 0 });
