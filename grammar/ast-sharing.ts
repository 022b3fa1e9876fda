/** The syntax tree of what a file takes from others: names under a prefix, and a whole policy that it adapts. R23. */
import type { Span } from '../diagnostics/span.ts';
import type { Anchor, CitesLine, Declaration, Name, Reference, Text } from './ast.ts';
import type { DateLiteral, NumberLiteral } from './ast-expression.ts';

/** `digest "…"`: SHA-256 (hex) of the text that was meant. */
export interface LinkedPath {
  readonly span: Span;
  readonly path: Text;
  readonly digest?: Text;
}

/** `import "shared.policy" as shared | 共用`: its units, parameters and definitions, under the prefix. */
export interface ImportDeclaration extends LinkedPath {
  readonly kind: 'ImportDeclaration';
  readonly prefix: Name;
}

/** What an adapting policy does to its base. */
export type Amendment = FigureChange | ArticleChange | AuthorityChange | Replacement | Addition | Omission;

/** `set art3.cap = 300,000 CNY 「…」`. `path` is written as one name with dots. */
export interface FigureChange {
  readonly kind: 'FigureChange';
  readonly span: Span;
  readonly path: Reference;
  readonly negative: boolean;
  readonly value: NumberLiteral | DateLiteral;
  readonly anchors: readonly Anchor[];
}
/** `set art3.cites = article 5 「…」`: where the clause stands in the new document. */
export interface ArticleChange {
  readonly kind: 'ArticleChange';
  readonly span: Span;
  readonly path: Reference;
  readonly cites: Pick<CitesLine, 'article' | 'paragraph'>;
  readonly anchors: readonly Anchor[];
}
/** `set authority "Bureau of A" = "Bureau of B"`, wherever the base names it. */
export interface AuthorityChange {
  readonly kind: 'AuthorityChange';
  readonly span: Span;
  readonly from: Text;
  readonly to: Text;
  readonly anchors: readonly Anchor[];
}
/** `replace clause art5 { … }`. */
export interface Replacement {
  readonly kind: 'Replacement';
  readonly span: Span;
  readonly declaration: Declaration;
}
/** `new clause art21 { … }`. */
export interface Addition {
  readonly kind: 'Addition';
  readonly span: Span;
  readonly declaration: Declaration;
}
/** `omit art9, art4.subsidise.municipal` | `omit example "…"` | `omit touched examples`. */
export interface Omission {
  readonly kind: 'Omission';
  readonly span: Span;
  readonly what:
    | { readonly kind: 'paths'; readonly word?: OmittedKind; readonly paths: readonly Reference[] }
    | { readonly kind: 'examples'; readonly titles: readonly Text[] }
    | { readonly kind: 'touchedExamples' };
}
export type OmittedKind = 'clause' | 'let' | 'reading' | 'facts' | 'noDuplication' | 'sharedCap';

/** `continues "old_policy" since 2020-01-01`: that policy's awards of this policy's clauses are its own history. R5. */
export interface ContinuesLine {
  readonly kind: 'ContinuesLine';
  readonly span: Span;
  readonly policy: Text;
  readonly since: DateLiteral;
}
/** `formerly "old_id"`: under which ids earlier entries of the ledger stand; empty for `formerly none`. R5. */
export interface FormerlyLine {
  readonly kind: 'FormerlyLine';
  readonly span: Span;
  readonly ids: readonly Text[];
}

/** What one statement of a file may be. */
export type FileEntry = Declaration | ImportDeclaration | Amendment;

const amendmentKinds: ReadonlySet<string> = new Set<Amendment['kind']>([
  'FigureChange',
  'ArticleChange',
  'AuthorityChange',
  'Replacement',
  'Addition',
  'Omission',
]);

export function isAmendment(entry: FileEntry): entry is Amendment {
  return amendmentKinds.has(entry.kind);
}
