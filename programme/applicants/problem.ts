/** What is wrong with a row, where a clerk finds it. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

export interface Problem {
  readonly file: string;
  readonly row?: number;
  /** The header of the column. */
  readonly column?: string;
  readonly subject?: string;
  readonly finding: Diagnostic;
}

/** `applicants.csv › 第 3 行 › 自主研发费用 2023`. */
export function placeText(
  { file, row, column }: Pick<Problem, 'file' | 'row' | 'column'>,
  language: 'zh' | 'en',
): string {
  const rowText = row === undefined ? [] : [language === 'zh' ? `第 ${row} 行` : `row ${row}`];
  return [file, ...rowText, ...(column === undefined ? [] : [column])].join(' › ');
}
