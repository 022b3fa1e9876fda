/** Who assesses a block of applications: this process, or workers. */
import { evaluate } from '../../runtime/evaluate.ts';
import { type Application, type Assessed, assessApplicant, type YearSetting } from './assess-applicant.ts';

/** Results in the order of the block. */
export interface Assessor {
  /** How many blocks it works on at once. */
  readonly width: number;
  assess(year: YearSetting, block: readonly Application[]): Promise<readonly Assessed[]>;
  close(): Promise<void>;
}

/** The interpreter, in this thread. */
export const inProcess: Assessor = {
  width: 1,
  assess: async (year, block) =>
    block.map((application) => assessApplicant(year, application, (input) => evaluate(year.ir, input))),
  close: async () => undefined,
};

/** Blocks go out as they fill, several at a time; results come back in the order of the applications. */
export async function* assessInOrder(
  assessor: Assessor,
  year: YearSetting,
  applications: AsyncIterable<Application>,
  blockSize: number,
): AsyncGenerator<Assessed> {
  const waiting: Promise<readonly Assessed[]>[] = [];
  let block: Application[] = [];
  for await (const application of applications) {
    block.push(application);
    if (block.length < blockSize) continue;
    waiting.push(assessor.assess(year, block));
    block = [];
    if (waiting.length > 2 * assessor.width) yield* await waiting.shift()!;
  }
  if (block.length > 0) waiting.push(assessor.assess(year, block));
  for (const results of waiting) yield* await results;
}
