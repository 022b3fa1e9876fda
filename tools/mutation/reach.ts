import { type Profiler, Session } from 'node:inspector';

/** Which parts of which modules ran, by the path of the module. */
export type Run = ReadonlyMap<string, readonly Profiler.CoverageRange[]>;

/** Tells of one piece of work after another what it ran: what an example never runs, it cannot notice. */
export class RunRecorder {
  private readonly session = new Session();

  /** Only what is made ready after this is told part by part. */
  constructor() {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** `names`: how the modules asked for are named. */
  record(run: () => void, names: ReadonlySet<string>): Run {
    this.session.post('Profiler.takePreciseCoverage');
    run();
    const found = new Map<string, Profiler.CoverageRange[]>();
    this.session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      for (const { url, functions } of result)
        if (names.has(url))
          found.set(
            url,
            functions.flatMap(({ ranges }) => ranges),
          );
    });
    return found;
  }

  end(): void {
    this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }
}

/** Whether the innermost part around a place ran. */
export function ran(ranges: readonly Profiler.CoverageRange[], place: number): boolean {
  let innermost: Profiler.CoverageRange | undefined;
  for (const range of ranges) {
    if (range.startOffset > place || place >= range.endOffset) continue;
    if (innermost === undefined || lengthOf(range) <= lengthOf(innermost)) innermost = range;
  }
  return innermost !== undefined && innermost.count > 0;
}

function lengthOf({ startOffset, endOffset }: Profiler.CoverageRange): number {
  return endOffset - startOffset;
}
