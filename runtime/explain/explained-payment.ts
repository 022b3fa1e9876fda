/** What an explanation says of a payment plan: every part with the figures that give it again. */
import type { Period } from '../input.ts';
import type { ExcessIr } from '../ir.ts';
import type { PartState } from '../payment/payment-result.ts';
import type { ExactText, ExplainedExpression, ExplainedNumber, Place, Range, Wording } from './explanation.ts';

export interface ExplainedPayment {
  readonly origin: Place;
  readonly label: Wording;
  readonly anchors: readonly string[];
  /** Oldest first; that of the assessed period last, by item where the clause pays by item. */
  readonly entitlements: readonly ExplainedEntitlement[];
  /** The most of one period, what becomes of the rest, and what is refunded of it. */
  readonly most?: {
    readonly expression: ExplainedExpression;
    readonly excess: ExcessIr;
    readonly refunded?: ExplainedNumber;
  };
  /** Payable in this period, all together. */
  readonly now: ExplainedNumber;
}

export interface ExplainedEntitlement {
  readonly period: Period;
  readonly item?: string;
  readonly payable: Range;
  readonly parts: readonly ExplainedPart[];
  /** What may still be paid in later periods. */
  readonly left: Range;
}

export interface ExplainedPart {
  readonly number: number;
  readonly origin: Place;
  /** Of a row of the plan; empty where the plan has no rows. */
  readonly label: Wording;
  readonly anchors: readonly string[];
  /** `parts`: of how many equal ones this rest is one. */
  readonly share:
    | { readonly kind: 'rate'; readonly rate: ExactText }
    | { readonly kind: 'sum'; readonly amount: ExactText }
    | { readonly kind: 'rest'; readonly parts: number };
  readonly amount: Range;
  /** Both ends included; absent where it is not known, or never comes. */
  readonly due?: { readonly from: string; readonly to: string };
  readonly day?: ExplainedExpression;
  readonly state: PartState;
  /** Paid in earlier periods. */
  readonly recorded: ExactText;
  readonly condition?: ExplainedExpression;
  /** Due now, and of it payable now. */
  readonly claim: ExplainedNumber;
  readonly now: ExplainedNumber;
}
