import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/span.ts';
import type {
  Anchor,
  CitesLine,
  Declaration,
  ExampleDeclaration,
  ParameterDeclaration,
  PolicyFile,
} from '../../grammar/ast.ts';

/** State of one adaptation: what is to become of the base's tree, which itself is never changed. */
export interface Amending {
  readonly base: PolicyFile;
  readonly report: Report;
  /** Nodes of the base and what stands in their place. */
  readonly replaced: Map<object, object>;
  /** The same for what no result hangs on: authorities and the articles cited. */
  readonly reworded: Map<object, object>;
  readonly omitted: Map<object, Span>;
  /** Lines and rows of which a figure was changed: the anchors they bear now, and where the (first) change stands. */
  readonly anchors: Map<object, readonly Anchor[]>;
  readonly changedAt: Map<object, Changed>;
  /** Years of parameters that the base does not publish. */
  readonly rows: Map<ParameterDeclaration, ParameterDeclaration['rows'][number][]>;
  /** Where clauses that cite nothing stand in the new document. */
  readonly cites: Map<Declaration, CitesLine>;
  readonly added: Declaration[];
  /** Examples that were restated or omitted. */
  readonly settledExamples: Set<ExampleDeclaration>;
  omitsTouched: boolean;
}

export interface Changed {
  readonly span: Span;
  readonly path: string;
}

export function newAmending(base: PolicyFile, report: Report): Amending {
  return {
    base,
    report,
    replaced: new Map(),
    reworded: new Map(),
    omitted: new Map(),
    anchors: new Map(),
    changedAt: new Map(),
    rows: new Map(),
    cites: new Map(),
    added: [],
    settledExamples: new Set(),
    omitsTouched: false,
  };
}
