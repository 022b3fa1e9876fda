/** What a run and its workers tell each other. The setting goes once: everything of it that is kept by identity stays so. */
import type { WrittenColumnar } from '../fast/load-columnar.ts';
import type { Filtered } from '../fast/nothing-filter.ts';
import type { PlainChunk } from '../fast/plain-chunk.ts';
import type { PlainRows } from '../fast/plain-rows.ts';
import type { Application, Assessed, YearSetting } from './assess-applicant.ts';
import type { RunSetting } from './run-setting.ts';

/** Work that is answered under its number. */
export type NumberedTask =
  | {
      readonly kind: 'assess';
      readonly year: Pick<YearSetting, 'period' | 'coverage'>;
      readonly block: readonly Application[];
    }
  | { readonly kind: 'filter'; readonly year: Pick<YearSetting, 'period' | 'coverage'>; readonly chunk: PlainChunk };

export type WorkerTask =
  | { readonly kind: 'setting'; readonly setting: RunSetting }
  | { readonly kind: 'columnar'; readonly columnar: WrittenColumnar; readonly plain: PlainRows }
  | (NumberedTask & { readonly number: number });

export type WorkerAnswer =
  | {
      readonly kind: 'done';
      readonly number: number;
      readonly result: readonly Assessed[] | Filtered /** Milliseconds of evaluation. */;
      readonly evaluated: number;
    }
  | { readonly kind: 'failed'; readonly message: string };
