/** Several workers as one assessor. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Filtered } from '../fast/nothing-filter.ts';
import { buffersOf } from '../fast/plain-chunk.ts';
import type { Assessed } from './assess-applicant.ts';
import type { Assessor } from './assessor.ts';
import type { RunSetting } from './run-setting.ts';
import type { NumberedTask, WorkerAnswer, WorkerTask } from './worker-messages.ts';

type Result = Extract<WorkerAnswer, { kind: 'done' }>['result'];

interface Waiting {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** `folder`: where the program's own files lie when it runs from the bundle. */
export function workerPool(setting: RunSetting, count: number, folder: string | undefined): Assessor {
  const waiting = new Map<number, Waiting>();
  // A worker that cannot even begin fails before anybody waits.
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  let evaluated = 0;
  const note = (milliseconds: number) => {
    evaluated += milliseconds;
  };
  const workers = Array.from({ length: count }, () => startWorker(setting, folder, waiting, note, fail));
  let number = 0;
  const work = async (task: NumberedTask, moved: readonly ArrayBuffer[] = []): Promise<Result> =>
    await new Promise((resolve, reject) => {
      if (failure !== undefined) return reject(failure);
      number += 1;
      waiting.set(number, { resolve, reject });
      send(workers[number % count]!, { ...task, number }, moved);
    });
  return {
    width: count,
    evaluated: () => evaluated,
    assess: async ({ period, coverage }, block) => {
      const year = { period, ...(coverage === undefined ? {} : { coverage }) };
      return (await work({ kind: 'assess', year, block })) as readonly Assessed[];
    },
    prepareFilter: async (columnar, plain) => {
      for (const worker of workers) send(worker, { kind: 'columnar', columnar, plain });
    },
    filter: async ({ period, coverage }, chunk) => {
      const year = { period, ...(coverage === undefined ? {} : { coverage }) };
      return (await work({ kind: 'filter', year, chunk }, buffersOf(chunk))) as Filtered;
    },
    close: async () => {
      await Promise.all(workers.map(async (worker) => await worker.terminate()));
    },
  };
}

/** Megabytes. A thread holds a chunk at a time, and without a bound lets what it has done with lie about for long. */
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 32 };

function startWorker(
  setting: RunSetting,
  folder: string | undefined,
  waiting: Map<number, Waiting>,
  evaluated: (milliseconds: number) => void,
  fail: (error: Error) => void,
): Worker {
  const worker = new Worker(
    folder === undefined ? new URL('./worker-from-source.mjs', import.meta.url) : join(folder, 'worker.mjs'),
    { resourceLimits },
  );
  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.kind === 'failed') return fail(new Error(answer.message));
    evaluated(answer.evaluated);
    waiting.get(answer.number)?.resolve(answer.result);
    waiting.delete(answer.number);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a thread of the run has ended')));
  send(worker, { kind: 'setting', setting });
  return worker;
}

/** `moved`: memory that goes over, and is gone here. */
function send(worker: Worker, task: WorkerTask, moved: readonly ArrayBuffer[] = []): void {
  worker.postMessage(task, [...moved]);
}
