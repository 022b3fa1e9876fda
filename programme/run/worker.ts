/** A worker of a run: does what it is sent, one thing after the other. */
import { parentPort } from 'node:worker_threads';
import { evaluate } from '../../runtime/evaluate.ts';
import { loadColumnar } from '../fast/load-columnar.ts';
import { YearFilters } from '../fast/nothing-filter.ts';
import { assessApplicant } from './assess-applicant.ts';
import type { RunSetting } from './run-setting.ts';
import { EvaluationClock } from './run-times.ts';
import type { NumberedTask, WorkerAnswer, WorkerTask } from './worker-messages.ts';

let setting: RunSetting | undefined;
let filters: YearFilters | undefined;
const clock = new EvaluationClock();
// Loading takes a while; what comes meanwhile waits in line.
let line: Promise<void> = Promise.resolve();

parentPort?.on('message', (task: WorkerTask) => {
  line = line.then(async () => {
    try {
      await take(task);
    } catch (error) {
      // A fault of ours: told to the run, which ends.
      answer({ kind: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  });
});

async function take(task: WorkerTask): Promise<void> {
  if (task.kind === 'setting') setting = task.setting;
  else if (setting === undefined) throw new Error('work before the setting');
  else if (task.kind === 'columnar')
    filters = new YearFilters(await loadColumnar(setting.ir, task.columnar), task.plain, clock);
  else {
    const before = clock.spent;
    const known = setting;
    const result = clock.during(() => done(task, known));
    answer({ kind: 'done', number: task.number, result, evaluated: clock.spent - before });
  }
}

function done(task: NumberedTask, known: RunSetting): Extract<WorkerAnswer, { kind: 'done' }>['result'] {
  const yearSetting = { ...known, ...task.year };
  if (task.kind === 'filter') return filters!.filter(yearSetting, task.chunk);
  return task.block.map((application) =>
    assessApplicant(yearSetting, application, (input) => clock.time(() => evaluate(known.ir, input))),
  );
}

function answer(message: WorkerAnswer): void {
  parentPort?.postMessage(message);
}
