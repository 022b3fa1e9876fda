/**
 * Beside the IR: where each node stands in the policy text and how it reads in each language. The explanation joins the two; the IR
 * stays free of language and place. Labels are printed from the syntax tree by the formatter, so they are the same whichever language
 * the author wrote; spans are of the compiled file.
 */
import type { ClauseIr, Names, NodeId } from './ir.ts';

export interface Origin {
  readonly start: number;
  readonly end: number;
  /** One-based line of `start`. */
  readonly line: number;
  /** The line or expression as the formatter prints it, without anchors. Kept for clauses, blocks, statements, choose rows and rungs; absent for inner expressions. */
  readonly zh?: string;
  readonly en?: string;
  /** The source's words standing on this line. */
  readonly anchors?: readonly string[];
  /** It was taken over: `start`, `end` and `line` are of this text of `Origins.texts`, and its anchors are of the document of that policy. */
  readonly text?: number;
  /** The article that the clause cites there. */
  readonly article?: ClauseIr['article'];
  /** Taken over with other figures: the line of the policy's own text on which these are set; its anchors are of the policy's own document. */
  readonly changedOn?: number;
}

/** A text that the policy takes from. R23. */
export interface OriginText {
  /** Adapted, or imported from. */
  readonly role: 'base' | 'import';
  readonly file: string;
  /** SHA-256 (hex) of the text. */
  readonly digest: string;
  readonly policy?: { readonly id: string; readonly names: Names };
}

/** Keyed by node id. */
export interface Origins {
  readonly file: string;
  /** SHA-256 (hex) of the canonical IR text: two spellings of one policy share it. */
  readonly policyDigest: string;
  /** Absent where the policy stands alone. */
  readonly texts?: readonly OriginText[];
  readonly nodes: Readonly<Record<NodeId, Origin>>;
}
