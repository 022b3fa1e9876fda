import { collector, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PolicyFile } from '../../grammar/ast.ts';
import { parse } from '../../grammar/parse.ts';

export interface Parsed {
  readonly tree: PolicyFile;
  readonly diagnostics: readonly Diagnostic[];
  /** `JT1030 "the blamed text"`, in the order told. */
  readonly findings: readonly string[];
}

export function parsed(text: string): Parsed {
  const { report, diagnostics } = collector();
  const tree = parse({ file: 'test.policy', text }, report);
  const blamed = ({ span }: Diagnostic) => (span ? text.slice(span.start, span.end) : '');
  return { tree, diagnostics, findings: diagnostics.map((found) => `${found.code} ${JSON.stringify(blamed(found))}`) };
}

/** A tree without its spans, which are all in which two languages may differ. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span')
      .map(([key, child]) => [key, withoutSpans(child)]),
  );
}
