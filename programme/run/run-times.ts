/** Where the time of a run goes: by the clock, step after step; and how much of it was evaluation. */
import { readFileSync } from 'node:fs';

export const runSteps = ['reading', 'columns', 'singly', 'budgets', 'writing'] as const;
export type RunStep = (typeof runSteps)[number];

export class RunTimes {
  private readonly spent = new Map<RunStep, number>();
  private readonly started = process.cpuUsage();
  private step: RunStep = 'reading';
  private since = performance.now();

  /** From now on time is counted to this step. */
  enter(step: RunStep): void {
    const now = performance.now();
    this.spent.set(this.step, this.of(this.step) + now - this.since);
    this.step = step;
    this.since = now;
  }

  /** Milliseconds of the clock, up to when the last step was entered. */
  of(step: RunStep): number {
    return this.spent.get(step) ?? 0;
  }

  /** Milliseconds that all processors together have worked for this program since the beginning. */
  processor(): number {
    const { user, system } = process.cpuUsage(this.started);
    return (user + system) / 1000;
  }
}

/** Counts how long a thread evaluates: of each piece of work its processor's time, by the share of the clock that evaluation takes of it. */
export class EvaluationClock {
  /** Milliseconds of the processor up to now. */
  spent = 0;
  private evaluating = 0;

  /** Evaluation, within a piece of work. */
  time<R>(evaluation: () => R): R {
    const begun = performance.now();
    const result = evaluation();
    this.evaluating += performance.now() - begun;
    return result;
  }

  /** A piece of work that takes milliseconds at least. */
  during<R>(work: () => R): R {
    const [begun, processor] = [performance.now(), threadTime()];
    this.evaluating = 0;
    const result = work();
    const [elapsed, ended] = [performance.now() - begun, threadTime()];
    const worked = processor === undefined || ended === undefined ? elapsed : Math.min(elapsed, ended - processor);
    if (elapsed > 0) this.spent += (worked * this.evaluating) / elapsed;
    return result;
  }
}

/** Milliseconds that the processor has worked for this thread, where the system tells them; a thread that waits for a processor does not work. */
function threadTime(): number | undefined {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1_000_000;
  } catch {
    return undefined;
  }
}
