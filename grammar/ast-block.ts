/** The syntax tree's blocks between clauses. */
import type { Span } from '../diagnostics/span.ts';
import type { Anchor, CitesLine, Name, Reference, Scope } from './ast.ts';
import type { Expression } from './ast-expression.ts';

export interface BlockDeclaration {
  readonly kind: 'BlockDeclaration';
  readonly span: Span;
  readonly name: Name;
  readonly block: ConflictBlock | GroupCapBlock;
  /** `only under reading R = choice, choice`. */
  readonly under?: { readonly span: Span; readonly reading: Reference; readonly choices: readonly Reference[] };
  readonly cites?: CitesLine;
  readonly anchors: readonly Anchor[];
}
/** `no duplication N { among A, B ; per project ; take the highest [, with difference | , exclusive] }` R10. */
export interface ConflictBlock {
  readonly kind: 'ConflictBlock';
  readonly members: readonly Reference[];
  readonly scopes: readonly Scope[];
  readonly chooser: 'highest' | 'first' | 'choice' | 'earliest';
  /** Chooser `choice`: the fact that holds the applicant's choice. */
  readonly by?: Reference;
  readonly earlier: 'difference' | 'exclusive' | 'none';
}
/** `shared cap N { over A, B ; cap 5,000,000 CNY per company per year ; cut in order | pro rata }` */
export interface GroupCapBlock {
  readonly kind: 'GroupCapBlock';
  readonly members: readonly Reference[];
  readonly amount: Expression;
  readonly scopes: readonly Scope[];
  readonly cut: 'inOrder' | 'proRata';
}
