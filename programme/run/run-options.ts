/** Words of `jieti run` → what to run. */
import { availableParallelism } from 'node:os';
import { FoundProblems } from '../../cli/problems.ts';
import { make } from '../../diagnostics/diagnostic.ts';
import { FormatUnknown, ThreadsForm, YearsForm } from '../../diagnostics/programme-run.ts';
import { ColumnSetting } from '../../diagnostics/programme-tables.ts';
import { foldWidth } from '../../runtime/door/fold-width.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { type OutputFormat, outputFormats } from '../outputs/write-tables.ts';
import { applicantVocabulary, columnUse, listVocabulary, nearFacts } from '../tables/header.ts';

export interface RunProgrammeOptions {
  readonly applicants: string;
  readonly years: string;
  readonly ledger?: string;
  readonly out?: string;
  readonly parameters?: string;
  readonly reading: readonly string[];
  readonly column: readonly string[];
  readonly format: string;
  readonly provisional?: boolean;
  readonly threads?: string;
  readonly brief?: boolean;
  /** False: everybody is assessed one by one. */
  readonly columns: boolean;
  readonly timings?: boolean;
}

/** `2024`, `2023..2025`. */
export function yearsOf(text: string): readonly number[] {
  const match = /^((?:19|20|21)\d\d)(?:\.\.((?:19|20|21)\d\d))?$/.exec(text.trim());
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match === null || last < first || last - first > 50)
    throw new FoundProblems([make(YearsForm, { path: '--years' }, { text })], undefined, true);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function formatOf(text: string): OutputFormat {
  const format = outputFormats.find((one) => one === text.toLowerCase());
  if (format === undefined)
    throw new FoundProblems([make(FormatUnknown, { path: '--format' }, { text })], undefined, true);
  return format;
}

/** As many as there are processors, unless said; 0: none beside this one. */
export function threadsOf(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new FoundProblems([make(ThreadsForm, { path: '--threads' }, { text })], undefined, true);
}

/** `HEADER=FACT`, by folded header. */
export function headerNames(settings: readonly string[], ir: PolicyIr): ReadonlyMap<string, string> {
  const vocabularies = [applicantVocabulary(ir), ...ir.lists.map((list) => listVocabulary(ir, list))];
  const names = new Map<string, string>();
  for (const text of settings) {
    const at = text.lastIndexOf('=');
    const fact = text.slice(at + 1).trim();
    const problem = (reason: 'form' | 'unknown', near: readonly string[] = []) =>
      new FoundProblems([make(ColumnSetting, { path: '--column' }, { text, reason, near })], undefined, true);
    if (at < 1 || fact === '') throw problem('form');
    if (vocabularies.every((one) => columnUse(fact, one) === undefined))
      throw problem('unknown', nearFacts(fact, vocabularies[0]!));
    names.set(foldWidth(text.slice(0, at)).trim(), fact);
  }
  return names;
}
