import type { Report } from '../../diagnostics/diagnostic.ts';
import { ChooserLineMissing, CutMissing } from '../../diagnostics/open-decisions.ts';
import type { Span } from '../../diagnostics/span.ts';
import type { PolicyFile } from '../../grammar/ast.ts';
import type { Types } from '../check/types.ts';
import type { Names } from '../resolve/names.ts';

/** A checked policy: the tree and the tables beside it. */
export interface Analysis {
  readonly file: PolicyFile;
  readonly names: Names;
  readonly types: Types;
  /** What was found wrong so far, by the passes before and by rules. */
  readonly told: readonly Told[];
}

export interface Told {
  readonly code: string;
  readonly span: Span;
}

/** Whether something in a part of the text could not be read, so that nothing there can be called missing. */
export function hasUnread(analysis: Analysis, { start, end }: Span = analysis.file.span): boolean {
  return analysis.told.some(
    ({ code, span }) => code.startsWith('JT1') && !lackingLine.has(code) && span.start >= start && span.end <= end,
  );
}

/** Told by the parser of a section that was read in full: other lines that it lacks may be told as well. */
const lackingLine = new Set<string>([ChooserLineMissing.code, CutMissing.code]);

/** Findings of a kind within a part of the text; of a phase, where the code is only begun. */
export function toldWithin({ told }: Analysis, { start, end }: Span, code: string): boolean {
  return told.some((one) => one.code.startsWith(code) && one.span.start >= start && one.span.end <= end);
}

/** One way in which a policy can be wrong although every name and type is right. Reports and leaves everything as it was. */
export type Rule = (analysis: Analysis, report: Report) => void;
