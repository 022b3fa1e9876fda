/** Columnar evaluation on several threads, over columns in memory that all of them see. */
import { Worker } from 'node:worker_threads';
import type { Columns, OutcomeColumns } from '../runtime/columnar/layout.ts';

export interface PoolOptions {
  /** The emitted module, as JavaScript that Node can import. */
  readonly module: URL;
  readonly threads: number;
  /** Where the code of a thread lies, if not beside this module. */
  readonly worker?: URL;
}

export interface ColumnarPool {
  readonly threads: number;
  /**
   * Assesses the rows from `from` to `to` − 1, as `ColumnarCode` does. Columns and outcomes must have been made with `shared: true`, with room for
   * all items, and are not to be touched until this is done. One call at a time. Threads keep the columns of the last call: the same ones again, with other
   * rows or of another year, are not sent anew.
   */
  readonly assess: (columns: Columns, outcomes: OutcomeColumns, from?: number, to?: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Rows that a thread takes at once: enough that taking costs nothing, few enough that all end at about the same time. */
const rowsTaken = 8192;
/** A thread takes whole lines of the processor's cache, even of bytes: no two write to one of them. */
const rowsOfLine = 64;

/** Ready when every thread has loaded the module; fails if one cannot. */
export async function columnarPool({ module, threads, worker }: PoolOptions): Promise<ColumnarPool> {
  const place = worker ?? new URL('./columnar-worker.mjs', import.meta.url);
  const all = Array.from({ length: threads }, () => newThread(place, module));
  const close = async (): Promise<void> => {
    await Promise.all(all.map(({ worker: one }) => one.terminate()));
  };
  try {
    await Promise.all(all.map((thread) => thread.done(0)));
  } catch (error) {
    await close();
    throw error;
  }
  let jobs = 0;
  let kept: readonly unknown[] = [];
  return {
    threads,
    close,
    assess: async (columns, outcomes, from = 0, to = columns.rows) => {
      if (from >= to) return;
      const job = ++jobs;
      const next = new Int32Array(new SharedArrayBuffer(4));
      next[0] = from;
      const stretch = Math.min(rowsTaken, Math.ceil((to - from) / threads / rowsOfLine) * rowsOfLine);
      const arrays = arraysOf(columns, outcomes);
      const isKept = arrays.length === kept.length && arrays.every((one, index) => one === kept[index]);
      const news = isKept ? {} : { columns: plainColumns(columns), outcomes };
      const message = { job, ...news, year: columns.year, rows: columns.rows, next, to, stretch };
      // Were a message refused half way, every thread would have to hear of the columns again.
      kept = [];
      for (const thread of all) thread.worker.postMessage(message);
      kept = arrays;
      // Of a fault it is told only when no thread is at work any more.
      const ends = await Promise.allSettled(all.map((thread) => thread.done(job)));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
  };
}

/** What a thread reads, and nothing that cannot be sent. */
function plainColumns(columns: Columns): Columns {
  const { year, rows, parameters, facts, history, answered, general } = columns;
  const lists = columns.lists.map(({ offsets, facts: cells, history: past }) => ({
    offsets,
    facts: cells,
    history: past,
  }));
  return { year, rows, parameters, facts, history, lists, answered, general };
}

/** All memory of a call. Arrays of items are replaced as lists grow. */
function arraysOf(columns: Columns, outcomes: OutcomeColumns): readonly unknown[] {
  const { parameters, facts, history, lists, answered, general } = columns;
  const items = lists.flatMap((list) => [list.offsets, ...list.facts, ...list.history]);
  const told = outcomes.clauses.flatMap(({ items: each, status, low, high }) =>
    each === undefined ? [status, low, high] : [status, low, high, each.status, each.low, each.high],
  );
  const all = [...parameters, ...facts, ...history, ...items, answered, general, ...told];
  for (const { buffer } of all)
    if (!(buffer instanceof SharedArrayBuffer)) throw new TypeError('columns of a pool are made with shared: true');
  return all;
}

interface Thread {
  readonly worker: Worker;
  /** Settles when the thread has told of this job; fails when it cannot go on. */
  readonly done: (job: number) => Promise<void>;
}

interface Told {
  readonly job: number;
  readonly error?: string;
}

function newThread(place: URL, module: URL): Thread {
  const worker = new Worker(place, { workerData: { module: module.href } });
  const told = new Map<number, Told>();
  const waiting = new Map<number, { readonly resolve: () => void; readonly reject: (error: Error) => void }>();
  let broken: Error | undefined;
  const breakDown = (error: Error): void => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  const settle = ({ job, error }: Told): void => {
    const one = waiting.get(job);
    if (one === undefined) {
      told.set(job, error === undefined ? { job } : { job, error });
      return;
    }
    waiting.delete(job);
    if (error === undefined) one.resolve();
    else one.reject(new Error(error));
  };
  worker.on('message', settle);
  worker.on('error', (error) => breakDown(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => breakDown(new Error('a thread of the pool has ended')));
  return {
    worker,
    done: (job) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) reject(broken);
        else waiting.set(job, { resolve, reject });
        const early = told.get(job);
        told.delete(job);
        if (early !== undefined) settle(early);
      }),
  };
}
