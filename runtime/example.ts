/** An `example` of a policy, ready to run: its input, and what it expects. R22. */
import type { Span } from '../diagnostics/span.ts';
import type { EvaluationInput } from './input.ts';
import type { ClauseId, DecimalText } from './ir.ts';

export interface ExampleIr {
  readonly title: string;
  /** In the compiled text. */
  readonly span: Span;
  readonly input: EvaluationInput;
  readonly expectations: readonly Expectation[];
  /**
   * The example is of one of several applicants, who share the pools: all of them, and at which place this one stands, whose input is that of the
   * example. Examples of one batch have the same array. R11.
   */
  readonly batch?: { readonly inputs: readonly EvaluationInput[]; readonly place: number };
}

export interface Expectation {
  readonly span: Span;
  /** Absent: the total of grants in the policy's currency. */
  readonly clause?: ClauseId;
  readonly item?: string;
  /** What is payable in this period, under the clause's payment plan. */
  readonly now?: true;
  readonly outcome: ExpectedOutcomeIr;
}

/** Amounts are exact, before payment rounding; of a total, payable. */
export type ExpectedOutcomeIr =
  /** Granted, exactly this. */
  | { readonly kind: 'exactly'; readonly amount: DecimalText }
  /** Granted up to this: open for a decision, other awards or the budget alone. */
  | { readonly kind: 'upTo'; readonly amount: DecimalText }
  | { readonly kind: 'notMet' }
  | { readonly kind: 'outOfForce' }
  /** Every fact or list named here (by id) must be among the missing ones; bounds are compared where stated. */
  | {
      readonly kind: 'undetermined';
      readonly low?: DecimalText;
      readonly high?: DecimalText;
      readonly facts: readonly string[];
    }
  | { readonly kind: 'supersededBy'; readonly clause: ClauseId }
  | { readonly kind: 'supersededElsewhere' }
  | { readonly kind: 'noAmount' };
