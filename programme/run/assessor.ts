/** Who assesses a block of applications: this process, or workers. */
import { evaluate } from '../../runtime/evaluate.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { loadColumnar, type WrittenColumnar } from '../fast/load-columnar.ts';
import { type Filtered, YearFilters } from '../fast/nothing-filter.ts';
import type { PlainChunk } from '../fast/plain-chunk.ts';
import type { PlainRows } from '../fast/plain-rows.ts';
import { type Application, type Assessed, assessApplicant, type YearSetting } from './assess-applicant.ts';
import { EvaluationClock } from './run-times.ts';

/** Results in the order of the block. */
export interface Assessor {
  /** How many blocks it works on at once. */
  readonly width: number;
  assess(year: YearSetting, block: readonly Application[]): Promise<readonly Assessed[]>;
  /** Loads columnar code for `filter`. */
  prepareFilter(columnar: WrittenColumnar, plain: PlainRows): Promise<void>;
  /** What columns alone tell. */
  filter(year: YearSetting, chunk: PlainChunk): Promise<Filtered>;
  /** Milliseconds that evaluation took up to now, of all threads together. */
  evaluated(): number;
  close(): Promise<void>;
}

/** The interpreter, in this thread. */
export function inProcess(ir: PolicyIr): Assessor {
  let filters: YearFilters | undefined;
  const clock = new EvaluationClock();
  return {
    width: 1,
    evaluated: () => clock.spent,
    assess: async (year, block) =>
      clock.during(() =>
        block.map((application) =>
          assessApplicant(year, application, (input) => clock.time(() => evaluate(ir, input))),
        ),
      ),
    prepareFilter: async (columnar, plain) => {
      filters = new YearFilters(await loadColumnar(ir, columnar), plain, clock);
    },
    filter: async (year, chunk) => clock.during(() => filters!.filter(year, chunk)),
    close: async () => undefined,
  };
}

/** Blocks go out as they fill, several at a time; results come back in the order of the applications. */
export async function* assessInOrder(
  assessor: Assessor,
  year: YearSetting,
  applications: AsyncIterable<Application>,
  blockSize: number,
): AsyncGenerator<Assessed> {
  const waiting: Promise<readonly Assessed[]>[] = [];
  const send = (full: readonly Application[]) => {
    const results = assessor.assess(year, full);
    // What fails is told by the first that is awaited.
    results.catch(() => undefined);
    waiting.push(results);
  };
  let block: Application[] = [];
  for await (const application of applications) {
    block.push(application);
    if (block.length < blockSize) continue;
    send(block);
    block = [];
    if (waiting.length > 2 * assessor.width) yield* await waiting.shift()!;
  }
  if (block.length > 0) send(block);
  for (const results of waiting) yield* await results;
}
