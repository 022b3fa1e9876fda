/** The syntax tree of a payment plan. */
import type { Span } from '../diagnostics/span.ts';
import type { Anchor } from './ast.ts';
import type { Expression, NumberLiteral } from './ast-expression.ts';

/**
 * `paid in 3 equal yearly parts` | `paid in parts { … }` | `paid at once`, then `, cap E per year, excess …`: when the payable amount of the
 * clause is paid. The last line of a clause. R24, D20.
 */
export interface PaymentPlan {
  readonly kind: 'PaymentPlan';
  readonly span: Span;
  readonly form: PaymentForm;
  readonly most?: PaymentMost;
  readonly anchors: readonly Anchor[];
}

export type PaymentForm =
  | { readonly kind: 'EqualParts'; readonly span: Span; readonly years: number }
  | { readonly kind: 'Instalments'; readonly span: Span; readonly rows: readonly Instalment[] }
  | { readonly kind: 'AtOnce'; readonly span: Span };

/** `in year 2, in year 3 : 30% if C 「…」`. */
export interface Instalment {
  readonly kind: 'Instalment';
  readonly span: Span;
  readonly due: readonly DueTime[];
  /** Absent: `the rest`. */
  readonly share?: NumberLiteral;
  readonly condition?: Expression;
  readonly anchors: readonly Anchor[];
}

export type DueTime =
  /** `in year 2` / 第二年: the year of the award is the first. */
  | { readonly kind: 'DueYear'; readonly span: Span; readonly year: number }
  /** `on D` / 于 D. */
  | { readonly kind: 'DueDay'; readonly span: Span; readonly day: Expression }
  /** `then every 1 year` / 此后每满 1年. */
  | { readonly kind: 'DueEvery'; readonly span: Span; readonly years: number };

/** `cap E per year, excess carried over 5 years`. */
export interface PaymentMost {
  readonly span: Span;
  readonly amount: Expression;
  readonly excess: 'lost' | 'refunded' | 'carried';
  /** Of `carried`: within so many years. */
  readonly years?: number;
}
