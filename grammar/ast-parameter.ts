/** The syntax tree's parameters: figures that are not the applicant's. */
import type { Span } from '../diagnostics/span.ts';
import type { Anchor, Name, Text, TypeExpression } from './ast.ts';
import type { DateLiteral, Expression } from './ast-expression.ts';

/** `parameter p : T [each year | dated] { … }`. Rows are its published values, by year or by the day from which each holds. */
export interface ParameterDeclaration {
  readonly kind: 'ParameterDeclaration';
  readonly span: Span;
  readonly name: Name;
  readonly type: TypeExpression;
  readonly yearly: boolean;
  /** `dated`: one value at any day. R19. */
  readonly dated: boolean;
  readonly mayBeNegative: boolean;
  /** A parameter that is neither yearly nor dated has at most one row, without a year or a day. */
  readonly rows: readonly ParameterRow[];
}

export interface ParameterRow {
  readonly span: Span;
  /** `2023 : 10.2%` */
  readonly year?: number;
  /** `from 2023-01-01 [to 2024-06-30] : …`, both days included; without an end it holds until the next row begins. */
  readonly days?: { readonly span: Span; readonly from: DateLiteral; readonly to?: DateLiteral };
  /** Absent: `announced later`, given with the facts. */
  readonly value?: Expression;
  /** `(published 2024-06-20, "…")`: where the figure was published. It computes nothing. */
  readonly note?: { readonly span: Span; readonly publishedOn?: DateLiteral; readonly source?: Text };
  readonly anchors: readonly Anchor[];
}
