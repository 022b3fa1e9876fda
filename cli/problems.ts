import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/span.ts';

/** Ends a verb with findings that make its work impossible: the run tells them and exits. */
export class FoundProblems extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly source: Source | undefined;
  /** The command was mistyped, rather than the input wrong. */
  readonly usage: boolean;

  constructor(diagnostics: readonly Diagnostic[], source?: Source, usage = false) {
    super(diagnostics.map((found) => found.message.en).join('; '));
    this.diagnostics = diagnostics;
    this.source = source;
    this.usage = usage;
  }
}
