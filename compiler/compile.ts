import { collector, type Diagnostic, hasErrors, type Report } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/span.ts';
import type { PolicyFile } from '../grammar/ast.ts';
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
import { type LoadText, newLoading } from './sharing/load-text.ts';
import { keyOf, type ReadPolicy, readPolicy } from './sharing/read-policy.ts';

export interface CompileOptions {
  /** Gives the texts that a policy adapts or imports; the compiler opens nothing itself. */
  readonly load?: LoadText;
}

export interface Compilation {
  /** The text with those it takes from: spans of the tree and of findings are places in them all (`placeAt`). */
  readonly source: Source;
  /** With all that is taken over from other texts: a policy that stands alone. */
  readonly file: PolicyFile;
  readonly names: Names;
  readonly types: Types;
  /** What the policy means; absent when there are errors. Put into its final form when first asked for. */
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
export function compile(text: Source, { load }: CompileOptions = {}): Compilation {
  const { report: tell, diagnostics, dropped } = collector();
  const read = readPolicy(text, newLoading(text, load), tell);
  const { file, source } = read;
  const report = read.failed ? () => undefined : unlessTold(read, tell);
  const { names, types } = analyse(file, report, [...diagnostics]);
  checkAnchors(file, names, report);
  const lowered = hasErrors(diagnostics) ? undefined : lower(file, names, types, report);
  const analysed = { source, file, names, types };
  if (lowered === undefined || hasErrors(diagnostics))
    return { ...analysed, examples: [], diagnostics, dropped: dropped() };
  let origins: Origins | undefined;
  let examples: readonly ExampleIr[] | undefined;
  return {
    ...analysed,
    get ir() {
      return lowered.ir;
    },
    get origins() {
      origins ??= originsOf(read, lowered);
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

/**
 * A warning about a line that is taken over was told when the text it stands in was checked. What is told of a line whose figures were
 * changed says where: that is the place to mend it.
 */
function unlessTold({ told, changed, texts }: ReadPolicy, report: Report): Report {
  if (texts.length === 0) return report;
  return (kind, place, parameters, notes = []) => {
    const span = 'span' in place ? place.span : undefined;
    if (kind.severity === 'warning' && told.has(keyOf({ code: kind.code, span }))) return;
    const changes = new Set([...changed].flatMap(([node, at]) => (isWithin(span, node) ? [at] : [])));
    const added = [...changes].map((at) => ({
      span: at,
      text: { zh: '这一行在这里改动', en: 'the line is changed here' },
    }));
    report(kind, place, parameters, [...notes, ...added]);
  };
}

function isWithin(span: Span | undefined, node: object): boolean {
  const { start, end } = (node as { readonly span: Span }).span;
  return span !== undefined && start <= span.start && span.end <= end;
}
