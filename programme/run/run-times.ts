/** Where the time of a run goes: by the clock, step after step; and how much of it was evaluation. */

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

/** Counts how long a thread evaluates. */
export class EvaluationClock {
  /** Milliseconds up to now. */
  spent = 0;

  time<R>(work: () => R): R {
    const begun = performance.now();
    const result = work();
    this.spent += performance.now() - begun;
    return result;
  }
}
