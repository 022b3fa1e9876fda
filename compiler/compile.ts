import { collector, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/span.ts';
import type { PolicyFile } from '../grammar/ast.ts';
import { parse } from '../grammar/parse.ts';
import type { ExampleIr } from '../runtime/example.ts';
import type { PolicyIr } from '../runtime/ir.ts';
import type { Origins } from '../runtime/origins.ts';
import { analyse } from './analyse.ts';
import { checkAnchors } from './anchors/check-anchors.ts';
import type { Types } from './check/types.ts';
import { lower } from './lower/lower.ts';
import { lowerExamples } from './lower/lower-example.ts';
import { originsOf } from './origins.ts';
import type { Names } from './resolve/names.ts';

export interface Compilation {
  readonly file: PolicyFile;
  readonly names: Names;
  readonly types: Types;
  /** What the policy means; absent when there are errors. */
  readonly ir?: PolicyIr;
  /** Where its nodes stand and how they read; present with `ir`. Made when first asked for: a mere check needs no labels. */
  readonly origins?: Origins;
  /** The policy's `example` blocks, ready to run; empty when there are errors. Made when first asked for. */
  readonly examples: readonly ExampleIr[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many diagnostics were left out because there were too many. */
  readonly dropped: number;
}

/** Text to meaning. Always returns a tree; whatever is wrong is among the diagnostics, in both languages. */
export function compile(source: Source): Compilation {
  const { report, diagnostics, dropped } = collector();
  const file = parse(source, report);
  const { names, types } = analyse(file, report, [...diagnostics]);
  checkAnchors(file, names, report);
  const lowered = hasErrors(diagnostics) ? undefined : lower(file, names, types, report);
  const analysed = { file, names, types };
  if (lowered === undefined || hasErrors(diagnostics))
    return { ...analysed, examples: [], diagnostics, dropped: dropped() };
  let origins: Origins | undefined;
  let examples: readonly ExampleIr[] | undefined;
  return {
    ...analysed,
    ir: lowered.ir,
    get origins() {
      origins ??= originsOf(source, file, lowered);
      return origins;
    },
    get examples() {
      examples ??= lowerExamples(file, names, lowered.ir);
      return examples;
    },
    diagnostics,
    dropped: dropped(),
  };
}
